"""The links from a chronology to those of single kinds, actors, places and sources."""

from __future__ import annotations

from dataclasses import replace

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.calendar import Counted
from explainer.views.frames import Framer
from explainer.views.pieces import Link
from explainer.views.scopes import address, apart, by_kind

MOST_FILTERS = 30
"""How many actors, places and sources a chronology offers; their own pages lead to the others."""


@frozen
class Filters:
    """The chronologies of single kinds, actors, places and sources, with the page that has all of each."""

    name: str
    """kinds, actors, places or sources."""
    items: tuple[Counted, ...]
    more: Link | None


def single_filters(framer: Framer) -> tuple[Filters, ...]:
    """Return the links by what they filter for, without those that lead to nothing."""
    context = framer.context
    known, found = context.story.info.kinds, by_kind(context)
    kinds = tuple(
        Counted(Link(known[kind].label, context.urls.kind(kind)), len(found[kind]))
        for kind in known
        if kind in found
    )
    named = (Filters(name, *_most(framer, name)) for name in ("actors", "places", "sources"))
    return tuple(one for one in (Filters("kinds", kinds, None), *named) if one.items)


def _most(framer: Framer, collection: str) -> tuple[tuple[Counted, ...], Link | None]:
    """Return those with the most entries, in the editors' order, and the page of all if these are not all."""
    context = framer.context
    keys = (Key(collection, id_) for id_ in context.story.collection(collection))
    counts = {key: len(about) for key in keys if (about := context.timeline.about.get(key, ()))}
    if collection == "sources":
        counts = {key: count for key, count in counts.items() if apart(context, key)}
    chosen = set(sorted(counts, key=lambda key: -counts[key])[:MOST_FILTERS])
    items = tuple(
        Counted(replace(context.link(key), url=address(context, key)), count)
        for key, count in counts.items()
        if key in chosen
    )
    more = Link(framer.title(collection), context.urls.list(collection))
    return items, more if len(counts) > MOST_FILTERS else None
