"""Texts in another language than the page: their marks turned into elements that say so."""

from __future__ import annotations

import re
from collections.abc import Callable

from explainer.model.foreign import CLOSE, OPEN, SHUT

_PART = re.compile(
    r"<(?P<plain>title|svg|script|style|option|textarea)\b.*?</(?P=plain)>|<[^>]*>"
    rf"|{OPEN}(?P<lang>[A-Za-z0-9-]*){SHUT}(?P<text>[^{OPEN}{SHUT}{CLOSE}<>]*){CLOSE}",
    re.DOTALL,
)
"""An element that holds text alone, a tag, or a foreign text."""
_MARKS = re.compile(rf"{OPEN}[A-Za-z0-9-]*{SHUT}|[{OPEN}{SHUT}{CLOSE}]")


def with_languages(html: str, direction: Callable[[str], str]) -> str:
    """Return a page's HTML with foreign texts in `<bdi lang dir>`, and none marked where no element may be."""
    if OPEN not in html:
        return html

    def part(found: re.Match[str]) -> str:
        if (lang := found["lang"]) is None:
            return _MARKS.sub("", found[0])
        return f'<bdi lang="{lang}" dir="{direction(lang)}">{found["text"]}</bdi>'

    return _MARKS.sub("", _PART.sub(part, html))
