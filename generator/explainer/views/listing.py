"""Records of one collection, of which a page names the first."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.pieces import Link

MOST = 60
"""Records of a collection that a page names."""


@frozen
class Rest:
    """How many more records there are than a page shows, and where they are."""

    number: int
    page: Link


@frozen
class Listing:
    """The first records of a collection, and where the others are."""

    collection: str
    links: tuple[Link, ...]
    rest: Rest


def rest(context: Context, collection: str, number: int, page: str = "") -> Rest:
    """Return how many records, none below nought, are at an address, or on the collection's page."""
    where = page or context.urls.list("chronology" if collection == "events" else collection)
    return Rest(max(number, 0), Link("", where))


def listing(context: Context, collection: str, links: Sequence[Link], page: str = "") -> Listing:
    """Return the first of these records; the others are at an address, or on the collection's page."""
    return Listing(collection, tuple(links[:MOST]), rest(context, collection, len(links) - MOST, page))


def named(context: Context, collection: str, ids: Sequence[str], page: str = "") -> Listing:
    """Return the first of the records with these ids; a link is made for no more than that."""
    links = context.links(collection, ids[:MOST])
    return Listing(collection, links, rest(context, collection, len(ids) - MOST, page))


def pointing(context: Context, key: Key, collection: str, field: str) -> Listing:
    """Return the records of a collection in which a field names this one."""
    records = context.story.collection(collection)
    ids = [id_ for id_ in context.mentioning(key, collection) if getattr(records[id_], field) == key.id]
    return named(context, collection, ids)
