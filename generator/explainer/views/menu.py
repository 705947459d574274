"""The menu of a site that has none of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from explainer.language import Language
from explainer.urls import COLLECTION_PAGES, Urls

HOMES = ("index.md", "README.md")
"""What a site's front page may be called."""
_BEHIND = ("glossary", "updates", "downloads")
"""Pages that stand in a part of their own behind the others, with the editors' own, once there are many."""
_MANY = 10
"""Pages that a line has room for."""


class Item(NamedTuple):
    """A page in the menu."""

    title: str
    """Empty for a page that has a title of its own."""
    file: str
    part: str = ""
    """What the part of the menu is called that it stands in; empty for the menu itself."""


def menu(made: Mapping[str, str], own: Sequence[str], urls: Urls, words: Language) -> Iterator[Item]:
    """Yield the front page, the collections' pages, then those that the editors wrote.

    `made` has the titles of the pages that are made, the home page and those of collections, by source path.
    """
    home = next((name for name in map(urls.at, HOMES) if name in own or name in made), None)
    if home is not None:
        yield Item(words.gettext("Home"), home)
    listed = {urls.list_file(name): name for name in COLLECTION_PAGES}
    items = [Item(made[file], file) for file in listed if file in made]
    items += [Item("", name) for name in own if name != home]
    last = [item for item in items if item.file not in listed or listed[item.file] in _BEHIND]
    if len(items) < _MANY or len(last) < 2:
        yield from items
        return
    yield from (item for item in items if item not in last)
    yield from (item._replace(part=words.gettext("Reference")) for item in last)
