"""Buttons beside links in prose, and the cards that they open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from markupsafe import Markup

from explainer.views.previews import Preview, Previews

MOST = 6
"""Cards on one page at most."""
WITHOUT = frozenset({"print", "place"})
"""Pages without cards: paper has none, and places list so much that they would be too heavy."""
_LINK = re.compile(
    r"<(?P<whole>table|h[1-6]|pre)\b.*?</(?P=whole)>|<a href=\"(?P<href>[^\"]*)\"[^>]*>.*?</a>", re.DOTALL
)
_OPEN = "<!--ex-who "
_MARK = re.compile(rf"{_OPEN}([^>]*)-->")
"""A comment of ours: those of editors are taken out of their prose, or escaped."""


def marked(html: str, links: dict[str, str]) -> str:
    """Return prose with a mark after each link; `links` gives records' addresses by what `href` holds.

    Headings and tables stay as they are.
    """

    def link(found: re.Match[str]) -> str:
        url = links.get(found["href"] or "")
        return f"{found[0]}{_OPEN}{url}-->" if url else found[0]

    return _LINK.sub(link, html) if links else html


def unmarked(html: str) -> str:
    """Return a page without the marks."""
    return _MARK.sub("", html) if _OPEN in html else html


def with_cards(html: str, previews: Previews, own: str, say: Callable[[str, Preview], Markup]) -> str:
    """Return a marked page with buttons beside the first links to the records most linked, and their cards.

    `own` is the page's address, which it has no card for; `say` gives the `button` or the `card` of a record.
    """
    if _OPEN not in html:
        return html
    found = Counter(url for url in _MARK.findall(html) if url != own and previews.of(url))
    waiting = {url: preview for url, _ in found.most_common(MOST) if (preview := previews.of(url))}
    cards = "".join(say("card", preview) for preview in waiting.values())

    def button(mark: re.Match[str]) -> str:
        preview = waiting.pop(mark[1], None)
        return say("button", preview) if preview else ""

    return _MARK.sub(button, html) + cards
