"""A shell of the theme's with marks in it, taken apart: texts to fill in, and what it makes of headings.

Themes make the same list of contents of the same levels on every page. So for each row of levels one page is
rendered; what of it changes with the levels is put into the shells of all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape as escaped
from typing import NamedTuple

from markupsafe import Markup, escape

from explainer.render.addresses import encoded

_WAYS: tuple[Callable[[str], str], ...] = (
    lambda text: str(Markup(text).striptags()),  # noqa: S704 - as templates do
    lambda text: str(escape(Markup(text).striptags())),  # noqa: S704 - as templates do
    lambda text: str(escape(text)),
)
"""What a theme may do to a text that it prints, beside nothing."""
_SLOT = re.compile(r"zqslot-(\w+)-zq(.*?)zqend")
TELLING = "&'"
"""Characters that every way changes in its own manner."""
SAMPLE = (2, 3, 2, 2, 2, 2)
"""Levels of headings by which the list of contents is found in a shell: some themes show none of a few."""
_OTHERS = (2,), (3,)
"""Other levels, so that what changes with them shows."""
_Levels = tuple[int, ...]


def slot(name: str, telling: str = "") -> str:
    """Return a mark in the place of a text."""
    return f"zqslot-{name}-zq{telling}zqend"


class Piece(NamedTuple):
    """A literal text, and the name of the one behind it with what the theme does to that, if anything."""

    literal: bytes
    name: str
    way: Callable[[str], str] | None


class Shell(NamedTuple):
    """What stands before the list of contents, and behind it."""

    before: Sequence[Piece]
    after: Sequence[Piece]


class Contents:
    """Lists of contents by the levels of their headings; `render` makes a specimen of one shape with any."""

    def __init__(self, render: Callable[[_Levels], str]) -> None:
        self._render = render
        self._pieces: dict[_Levels, Sequence[Piece] | None] = {}
        sample, *others = (render(levels) for levels in (SAMPLE, *_OTHERS))
        self._before = _common(sample, others)
        start = len(self._before)
        self._after = _common(sample[start:][::-1], [other[start:][::-1] for other in others])[::-1]
        self._sample = self._cut(sample) or ""

    def shell(self, specimen: str) -> Shell | None:
        """Return a specimen with the sample's headings in pieces; nothing where it cannot be taken apart."""
        if specimen.count(self._sample) != 1 and self._sample:
            return None
        before, after = specimen.split(self._sample) if self._sample else (specimen, "")
        return _shell(before, after)

    def of(self, levels: _Levels) -> Sequence[Piece] | None:
        """Return the list of contents of headings of these levels; nothing where it is not to be found."""
        if levels not in self._pieces:
            cut = self._cut(self._render(levels))
            self._pieces[levels] = None if cut is None else pieces(cut)
        return self._pieces[levels]

    def _cut(self, page: str) -> str | None:
        start, end = len(self._before), len(page) - len(self._after)
        whole = page.startswith(self._before) and page.endswith(self._after) and end >= start
        return page[start:end] if whole else None


def _common(text: str, others: Iterable[str]) -> str:
    """Return what a text and all others begin with."""
    for other in others:
        pairs = enumerate(zip(text, other, strict=False))
        text = text[: next((at for at, (one, two) in pairs if one != two), len(other))]
    return text


def _shell(before: str, after: str) -> Shell | None:
    first, last = pieces(before), pieces(after)
    return None if first is None or last is None else Shell(first, last)


def pieces(html: str) -> Sequence[Piece] | None:
    """Return a page, or a part of one, cut at its marks; nothing where one came out in an unknown way."""
    given = escaped(TELLING)
    ways = {**{way(given): way for way in _WAYS}, given: None, "": None}
    found: list[Piece] = []
    start = 0
    for mark in _SLOT.finditer(html):
        literal, name, told = html[start : mark.start()], mark[1], mark[2]
        if told not in ways:
            return None
        literal = literal.removesuffix("<h1>") if name == "html" else literal
        found.append(Piece(encoded(literal), name, ways[told]))
        start = mark.end()
    rest = html[start:]
    return None if "zqslot" in rest else [*found, Piece(encoded(rest), "", None)]
