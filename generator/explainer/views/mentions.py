"""What links here: the records that mention one, by collection."""

from __future__ import annotations

from collections.abc import Collection

from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.listing import Listing, listing
from explainer.views.pieces import Link
from explainer.views.scopes import dated_page

Mentions = tuple[Listing, ...]


def mentions_of(context: Context, key: Key, without: Collection[str] = ()) -> Mentions:
    """Return the records that mention one, by collection, those collections left out.

    Updates are left out, as every page lists its own.
    """
    found: dict[str, list[Link]] = {}
    for other in context.story.mentions.get(key, ()):
        if other.collection not in {*without, "updates"} and (link := context.link(other)).url:
            found.setdefault(other.collection, []).append(link)
    return tuple(
        listing(context, name, links, dated_page(context, key, name)) for name, links in found.items()
    )
