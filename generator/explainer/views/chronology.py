"""The chronology, whole and by kind, actor, place and source, on as many pages as it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.urls import FILTER_INDEX, FILTER_SCRIPT, FILTER_TITLES, entry_anchor
from explainer.views.calendar import Year, calendar
from explainer.views.context import Context
from explainer.views.entry import Chronicle, chronicle
from explainer.views.frames import Framer, beside
from explainer.views.notes import Notes
from explainer.views.periods import Period
from explainer.views.pieces import DateView, Frame, Link, Prose
from explainer.views.planned import Planned
from explainer.views.scopes import Scope, chronology_file, scopes
from explainer.views.single_filters import Filters, single_filters
from explainer.views.strip import Strip, period_words, strip

LATEST = 12
"""Entries that the page of an actor or place shows whose chronology has pages of its own."""


@frozen
class ChapterView:
    """A stretch of the story."""

    id: str
    title: str
    when: DateView | None
    summary: Prose | None


@frozen
class FilterFiles:
    """Addresses of what a browser fetches to combine filters."""

    script: str = FILTER_SCRIPT
    index: str = FILTER_INDEX
    titles: str = FILTER_TITLES


@frozen
class ChronologyView:
    """A chronology that fits one page, the index of a longer one, or one of its periods."""

    frame: Frame
    label: str
    """What it is of, empty for everything."""
    total: int
    """Entries of the whole chronology."""
    chronicle: Chronicle
    """The entries on this page: none on the index of a longer one."""
    whole: Link | None
    """On a period's page, the index."""
    strip: Strip | None
    years: tuple[Year, ...]
    planned: Link | None
    """On the index, the page of what is planned."""
    as_of: DateView | None
    chapters: tuple[ChapterView, ...]
    filters: tuple[Filters, ...]
    combined: FilterFiles | None
    """What it takes to combine filters, on the first page of the whole chronology."""


def chronologies(framer: Framer) -> Iterator[Planned[ChronologyView]]:
    """Yield the pages of the whole chronology, then those of each kind, actor, place and source."""
    filters = cache(partial(single_filters, framer))
    for scope in scopes(framer):
        pages = framer.context.timeline.periods(scope.keys)
        yield Planned(scope.file, partial(_first, framer, scope, pages, filters), searchable=scope.searchable)
        if len(pages) > 1:
            for number, page in enumerate(pages):
                file = framer.context.urls.period_file(scope.file, page.name)
                yield Planned(
                    file, partial(_period, framer, scope, pages, number), searchable=scope.searchable
                )


def _first(
    framer: Framer, scope: Scope, pages: Sequence[Period], filters: Callable[[], tuple[Filters, ...]]
) -> ChronologyView:
    context, notes = framer.context, Notes(framer.context)
    shown = chronicle(context, scope.keys if len(pages) == 1 else (), notes)
    url = {key: _page_url(context, scope, page) for page in pages for key in page.keys}
    planned = [page for page in pages if page.name.startswith("planned")]
    return ChronologyView(
        frame=framer.chronology(
            scope.file,
            scope.title,
            scope.above,
            notes,
            _description(context, scope),
            searchable=scope.searchable,
        ),
        label=scope.label,
        total=len(scope.keys),
        chronicle=shown,
        whole=None,
        strip=strip(context, scope.keys, lambda key: f"{url[key]}#{entry_anchor(key)}"),
        years=calendar(context, scope.keys, url.__getitem__),
        planned=Link("", _page_url(context, scope, planned[0])) if planned else None,
        as_of=context.date(context.story.info.as_of),
        chapters=() if scope.label else _chapters(context),
        filters=filters(),
        combined=FilterFiles(index=context.urls.at(FILTER_INDEX), titles=context.urls.at(FILTER_TITLES))
        if not scope.label and len(scope.keys) > 1
        else None,
    )


def _period(framer: Framer, scope: Scope, pages: Sequence[Period], number: int) -> ChronologyView:
    context, notes, page = framer.context, Notes(framer.context), pages[number]
    shown = chronicle(context, page.keys, notes)
    title = f"{scope.title}{', ' if scope.label else ': '}{period_words(context, page)}"
    index = Link(scope.title, context.urls.url(scope.file))
    near = beside(
        len(pages),
        number,
        lambda other: Link(period_words(context, pages[other]), _page_url(context, scope, pages[other])),
    )
    return ChronologyView(
        frame=framer.chronology(
            context.urls.period_file(scope.file, page.name),
            title,
            (*scope.above, index),
            notes,
            f"{context.story.info.title}: {title}, {_count(context, len(page.keys))}.",
            previous=near[0],
            next=near[1],
            searchable=scope.searchable,
        ),
        label=scope.label,
        total=len(scope.keys),
        chronicle=shown,
        whole=index,
        strip=None,
        years=(),
        planned=None,
        as_of=None,
        chapters=(),
        filters=(),
        combined=None,
    )


def _page_url(context: Context, scope: Scope, page: Period) -> str:
    return context.urls.url(context.urls.period_file(scope.file, page.name))


def _description(context: Context, scope: Scope) -> str:
    name = scope.label or context.language.gettext("Chronology")
    return f"{context.story.info.title}: {name}, {_count(context, len(scope.keys))}."


def _count(context: Context, count: int) -> str:
    return context.language.ngettext("{count} entry", "{count} entries", count).format(
        count=context.language.number(count)
    )


def _chapters(context: Context) -> tuple[ChapterView, ...]:
    return tuple(
        ChapterView(chapter.id, chapter.title, context.date(chapter.when), context.prose(chapter.summary))
        for chapter in context.story.info.chapters
    )


def chronology_of(context: Context, target: Key, notes: Notes) -> Chronicle:
    """Return the chronology of one actor or place; its last entries where it has pages of its own."""
    keys = context.timeline.about.get(target, ())
    file = chronology_file(context, target)
    if not file:
        return chronicle(context, keys, notes)
    pages = context.timeline.periods(keys)
    url = {
        key: context.urls.url(context.urls.period_file(file, page.name))
        for page in pages
        for key in page.keys
    }
    happened = [key for key in keys if not context.timeline.planned(key)]
    return replace(
        chronicle(context, happened[-LATEST:], notes),
        strip=strip(context, keys, lambda key: f"{url[key]}#{entry_anchor(key)}"),
        whole=Link(
            context.title(context.story.collection(target.collection)[target.id]), context.urls.url(file)
        ),
        total=len(keys),
    )
