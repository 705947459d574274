"""What a chronology is of: everything, one kind of event, or one actor, place or source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.frames import Framer
from explainer.views.pieces import Link

INLINE = 60
"""Entries up to which the chronology of an actor or place is part of its own page."""


RESTING = 10
"""Entries from which on those that rest on a source have a chronology; its page lists all that does."""


@frozen
class Scope:
    """What a chronology is of, where it is, and what it holds."""

    label: str
    """Empty for everything."""
    title: str
    file: str
    """The source path of its first page, or of its only one."""
    above: tuple[Link, ...]
    """The pages between home and it."""
    keys: tuple[Key, ...]
    searchable: bool = True


def scopes(framer: Framer) -> Iterator[Scope]:
    """Yield every chronology that has pages of its own: the whole, then one for each single filter."""
    context = framer.context
    urls, keys = context.urls, context.timeline.keys
    title, whole = framer.title("chronology"), Link(framer.title("chronology"), urls.list("chronology"))
    yield Scope("", title, urls.list_file("chronology"), (), keys)
    found = by_kind(context)
    for kind, record in context.story.info.kinds.items():
        if kind in found:
            yield Scope(
                record.label, f"{title}: {record.label}", urls.kind_file(kind), (whole,), tuple(found[kind])
            )
    for key in own(context):
        link = context.link(key)
        actor = context.story.actors.get(key.id) if key.collection == "actors" else None
        yield Scope(
            link.text,
            f"{title}: {link.text}",
            urls.own_chronology_file(key),
            (Link(framer.title(key.collection), urls.list(key.collection)), link),
            context.timeline.about[key],
            searchable=not (actor and actor.private),
        )


def by_kind(context: Context) -> dict[str, list[Key]]:
    """Return the dated events of each kind, in the order of time."""
    found: dict[str, list[Key]] = {}
    for key in context.timeline.keys:
        kind = context.story.events[key.id].kind if key.collection == "events" else None
        if kind:
            found.setdefault(kind, []).append(key)
    return found


def own(context: Context) -> Iterator[Key]:
    """Yield the actors, places and sources whose chronology has pages of its own."""
    for collection in ("actors", "places", "sources"):
        for id_ in context.story.collection(collection):
            if apart(context, Key(collection, id_)):
                yield Key(collection, id_)


def apart(context: Context, key: Key) -> bool:
    """Tell whether a chronology has pages of its own; never one that would repeat the whole."""
    count = len(context.timeline.about.get(key, ()))
    least = RESTING if key.collection == "sources" else INLINE + 1
    return least <= count < len(context.timeline.keys)


def address(context: Context, key: Key) -> str:
    """Return where the chronology of an actor, place or source is."""
    if file := chronology_file(context, key):
        return context.urls.url(file)
    return (
        f"{context.urls.record(key)}#chronology" if key.collection != "sources" else context.urls.record(key)
    )


def dated_page(context: Context, key: Key, collection: str) -> str:
    """Return where all events and quotations that involve a record are, if that is no part of its own page.

    Empty for other collections.
    """
    file = chronology_file(context, key) if collection in {"events", "quotes"} else ""
    return context.urls.url(file) if file else ""


def chronology_file(context: Context, key: Key) -> str:
    """Return the source path of an actor's, place's or source's chronology; empty where it is on its page.

    For what all entries involve that is the whole one.
    """
    if apart(context, key):
        return context.urls.own_chronology_file(key)
    count = len(context.timeline.about.get(key, ()))
    return context.urls.list_file("chronology") if count > INLINE else ""
