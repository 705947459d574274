"""The chronology, whole and by kind of event, with its filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.entry import Chronicle, chronicle
from explainer.views.frames import Framer
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose


@dataclass(frozen=True, slots=True)
class Filter:
    """A chronology of its own, with the number of its entries."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A stretch of the story."""

    id: str
    title: str
    when: DateView | None
    summary: Prose | None


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """The page of everything dated, or of one kind of event."""

    frame: Frame
    kind: str
    """The label of the kind shown, empty for all."""
    chronicle: Chronicle
    as_of: DateView | None
    chapters: tuple[ChapterView, ...]
    kinds: tuple[Filter, ...]
    actors: tuple[Filter, ...]
    places: tuple[Filter, ...]


def chronologies(framer: Framer) -> Iterator[ChronologyView]:
    """Yield the whole chronology, then one for each kind of event."""
    keys = framer.context.timeline.keys
    yield _page(framer, keys, "")
    for kind in _kinds(framer.context, keys):
        yield _page(framer, [key for key in keys if _kind_of(framer.context, key) == kind], kind)


def _page(framer: Framer, keys: Sequence[Key], kind: str) -> ChronologyView:
    context, notes = framer.context, Notes(framer.context)
    shown = chronicle(context, keys, notes)
    label = context.story.info.kinds[kind].label if kind else ""
    count = context.language.ngettext("{count} entry", "{count} entries", shown.count).format(
        count=shown.count
    )
    description = f"{context.story.info.title}: {label or framer.title('chronology')}, {count}."
    frame = (
        framer.kind(kind, notes, description) if kind else framer.collection("chronology", notes, description)
    )
    return ChronologyView(
        frame=frame,
        kind=label,
        chronicle=shown,
        as_of=context.date(context.story.info.as_of),
        chapters=() if kind else _chapters(context),
        **_filters(context),
    )


def _chapters(context: Context) -> tuple[ChapterView, ...]:
    return tuple(
        ChapterView(chapter.id, chapter.title, context.date(chapter.when), context.prose(chapter.summary))
        for chapter in context.story.info.chapters
    )


def _kind_of(context: Context, key: Key) -> str:
    return context.story.events[key.id].kind or "" if key.collection == "events" else ""


def _kinds(context: Context, keys: Sequence[Key]) -> list[str]:
    used = {_kind_of(context, key) for key in keys}
    return [kind for kind in context.story.info.kinds if kind in used]


def _filters(context: Context) -> dict[str, tuple[Filter, ...]]:
    keys = context.timeline.keys
    kinds = Counter(_kind_of(context, key) for key in keys)
    known = context.story.info.kinds
    return {
        "kinds": tuple(
            Filter(Link(known[kind].label, context.urls.kind(kind)), kinds[kind])
            for kind in _kinds(context, keys)
        ),
        "actors": _filter_links(context, "actors"),
        "places": _filter_links(context, "places"),
    }


def _filter_links(context: Context, collection: str) -> tuple[Filter, ...]:
    counts = {
        id_: len(context.timeline.about.get(Key(collection, id_), ()))
        for id_ in context.story.collection(collection)
    }
    links = ((context.link(Key(collection, id_)), count) for id_, count in counts.items() if count)
    return tuple(Filter(Link(link.text, f"{link.url}#chronology"), count) for link, count in links)


def chronology_of(context: Context, target: Key, notes: Notes) -> Chronicle:
    """Return the chronology of one actor or place."""
    return chronicle(context, context.timeline.about.get(target, ()), notes)
