"""Records of one collection, of which a page names the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.pieces import Link

MOST = 60
"""Records of a collection that a page names."""


@frozen
class Listing:
    """The first records of a collection, and where the others are."""

    collection: str
    links: tuple[Link, ...]
    more: int
    """How many others there are."""
    page: Link


@frozen
class Rest:
    """How many more records there are than a page shows, and where they are."""

    number: int
    page: Link


def rest(context: Context, collection: str, number: int) -> Rest:
    """Return how many records a page leaves to the collection's own; none below nought."""
    return Rest(max(number, 0), Link("", context.urls.list(collection)))


def listing(context: Context, collection: str, links: Sequence[Link], page: str = "") -> Listing:
    """Return the first of these records; the others are at an address, or on the collection's page."""
    where = page or context.urls.list("chronology" if collection == "events" else collection)
    return Listing(collection, tuple(links[:MOST]), max(len(links) - MOST, 0), Link("", where))


def named(context: Context, collection: str, ids: Sequence[str], page: str = "") -> Listing:
    """Return the first of the records with these ids; a link is made for no more than that."""
    first = listing(context, collection, context.links(collection, ids[:MOST]), page)
    return replace(first, more=len(ids) - len(first.links))


def pointing(context: Context, key: Key, collection: str, field: str) -> Listing:
    """Return the records of a collection in which a field names this one."""
    records = context.story.collection(collection)
    ids = [id_ for id_ in context.mentioning(key, collection) if getattr(records[id_], field) == key.id]
    return named(context, collection, ids)
