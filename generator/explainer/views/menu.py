"""The menu of a site that has none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.urls import COLLECTION_PAGES, Urls
from explainer.views.pieces import Frame

HOMES = ("index.md", "README.md")
"""What a site's front page may be called."""


def menu(frames: Sequence[Frame], own: Sequence[str], urls: Urls) -> Iterator[tuple[str, str]]:
    """Yield titles and source paths: the front page, the collections' pages, then the editors' own pages.

    `own` are the source paths of pages that the editors wrote; their titles are their own, given as empty.
    """
    made = {frame.file: frame.title for frame in frames}
    home = next((name for name in map(urls.at, HOMES) if name in own or name in made), None)
    if home is not None:
        yield frames[0].title, home
    for collection in COLLECTION_PAGES:
        file = urls.list_file(collection)
        if file in made:
            yield made[file], file
    yield from (("", name) for name in own if name != home)
