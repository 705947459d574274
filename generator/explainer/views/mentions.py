"""What links here: the records that mention one, by collection."""

from __future__ import annotations

from collections.abc import Collection

from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.pieces import Link

Mentions = tuple[tuple[str, tuple[Link, ...]], ...]
"""Collections and the links to their records that mention a record."""


def mentions_of(context: Context, key: Key, without: Collection[str] = ()) -> Mentions:
    """Return the records that mention one, by collection, those collections left out.

    Updates are left out, as every page lists its own.
    """
    found: dict[str, list[Link]] = {}
    for other in context.story.mentions.get(key, ()):
        if other.collection not in {*without, "updates"} and (link := context.link(other)).url:
            found.setdefault(other.collection, []).append(link)
    return tuple((collection, tuple(links)) for collection, links in found.items())
