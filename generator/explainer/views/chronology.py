"""The chronology, whole and by kind of event, with its filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.model.event import Event
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.references import references
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.entry import Chronicle, chronicle, dated_keys
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
    keys = dated_keys(framer.context.story)
    yield _page(framer, keys, "")
    for kind in _kinds(framer.context, keys):
        yield _page(framer, [key for key in keys if _kind_of(framer.context, key) == kind], kind)


def _page(framer: Framer, keys: list[Key], kind: str) -> ChronologyView:
    context, notes = framer.context, Notes(framer.context)
    shown = chronicle(context, keys, notes)
    label = context.story.info.kinds[kind] if kind else ""
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


def _kinds(context: Context, keys: list[Key]) -> list[str]:
    used = {_kind_of(context, key) for key in keys}
    return [kind for kind in context.story.info.kinds if kind in used]


def _filters(context: Context) -> dict[str, tuple[Filter, ...]]:
    keys = dated_keys(context.story)
    kinds = Counter(_kind_of(context, key) for key in keys)
    labels = context.story.info.kinds
    counts = Counter(target for key in keys for target in involved(context, key))
    return {
        "kinds": tuple(
            Filter(Link(labels[kind], context.urls.kind(kind)), kinds[kind]) for kind in _kinds(context, keys)
        ),
        "actors": _filter_links(context, counts, "actors"),
        "places": _filter_links(context, counts, "places"),
    }


def _filter_links(context: Context, counts: Counter[Key], collection: str) -> tuple[Filter, ...]:
    chosen = [
        Key(collection, id_) for id_ in context.story.collection(collection) if counts[Key(collection, id_)]
    ]
    links = ((context.link(key), counts[key]) for key in chosen)
    return tuple(Filter(Link(link.text, f"{link.url}#chronology"), count) for link, count in links)


def involved(context: Context, key: Key) -> set[Key]:
    """Return the actors and places that take part in an event or a statement, in typed fields only."""
    record = context.story.get(key)
    return set(_involved(context, record)) if record else set()


def _involved(context: Context, record: Record) -> Iterator[Key]:
    if not isinstance(record, Event | Quote):
        return
    for reference in references(record):
        if not reference.in_prose:
            target = context.story.resolve(reference.target, reference.collections)
            if target and target.collection in {"actors", "places"}:
                yield target


def chronology_of(context: Context, target: Key, notes: Notes) -> Chronicle:
    """Return the chronology of one actor or place."""
    keys = dated_keys(context.story)
    return chronicle(context, [key for key in keys if target in involved(context, key)], notes)
