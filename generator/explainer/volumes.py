"""Where records stand in the whole story in one piece: in volumes to print, or in the chapters of a book."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from explainer.model.story import Key
from explainer.urls import Urls, entry_anchor


def moved(urls: Urls, volumes: Mapping[Key, int], page: Callable[[int], str]) -> dict[str, str]:
    """Return where records stand in the whole, by their addresses in the site.

    `volumes` gives the volume that each is in, counted from 1, and `page` the address of a volume.
    """
    found = ((urls.record(key), f"{page(number)}#{whole_anchor(key)}") for key, number in volumes.items())
    return {url: there for url, there in found if url}


def chapter(number: int) -> str:
    """Return the address of a chapter in a book."""
    return f"chapter-{number:03}.xhtml"


def whole_anchor(key: Key) -> str:
    """Return the anchor of a record in the whole story in one piece, where a quotation stands twice."""
    return entry_anchor(key) if key.collection == "events" else f"_{key.collection}-{key.id}"
