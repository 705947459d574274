"""The shell around a page: rendered by the site's theme once for each shape of page, then filled in.

Pages of one shape differ in their texts and their names alone. A specimen of the shape is rendered with a
mark in the place of each; where the marks come out is where the texts of the others go. What the theme does
to a text on its way is read off the mark, which holds characters that every way of escaping changes. The
first page of a shape, and after it ever fewer, are rendered by the theme as well and compared: a shape that
is not what it seems is rendered page by page from then on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape as escaped
from pathlib import PurePosixPath
from typing import NamedTuple

from markupsafe import Markup, escape
from mkdocs.plugins import get_plugin_logger

from explainer.plugin.outputs import with_head
from explainer.render.pages import Heading
from explainer.views.pieces import Frame

log = get_plugin_logger("explainer")
_WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "striptags": lambda text: str(Markup(text).striptags()),  # noqa: S704 - as templates do
    "striptags | e": lambda text: str(escape(Markup(text).striptags())),  # noqa: S704 - as templates do
    "e": lambda text: str(escape(text)),
}
"""What a theme may do to a text that it prints, by what templates call it."""
_SLOT = re.compile(r"zqslot-(\w+)-zq(.*?)zqend")
_TELLING = "&'"
"""Characters that every way changes in its own manner."""
_PLAIN_NAME = re.compile(r"[a-z0-9-]+")


def _slot(name: str, telling: str = "") -> str:
    return f"zqslot-{name}-zq{telling}zqend"


class Bare(NamedTuple):
    """A page without its shell."""

    frame: Frame
    """As machines may know it."""
    html: str
    """What readers see of it."""
    headings: tuple[Heading, ...]
    lines: str
    """Lines for its head."""


Shape = tuple[object, ...]
Theme = Callable[[Frame, str, tuple[Heading, ...]], str]
"""Renders a page with its shell: frame, content, headings."""


@dataclass
class _Known:
    """A shape, as far as pages of it were met."""

    pieces: list[tuple[str, str, str]] | None = None
    """A literal text and the slot after it, name and way; nothing while or when the shape is not fillable."""
    met: int = 0
    failed: bool = False


class Chrome:
    """The shells of one edition's pages."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[Shape, _Known] = {}

    def page(self, bare: Bare) -> str:
        """Return a whole page; those right below home are in the menu, each in its own place."""
        if not (bare.frame.crumbs[1:] and _PLAIN_NAME.fullmatch(PurePosixPath(bare.frame.file).stem)):
            return self._rendered(bare)
        known = self._known.setdefault(_shape(bare), _Known())
        known.met += 1
        if known.failed or known.met == 1:
            return self._rendered(bare)
        if known.met == 2:
            known.pieces = _pieces(self._rendered(_specimen(bare)))
        made = _filled(known.pieces, bare) if known.pieces else ""
        if known.met & (known.met - 1):
            return made
        if (true := self._rendered(bare)) != made:
            known.failed = True
            log.info(
                "%s: the theme treats pages like it each its own way, which takes longer",
                bare.frame.url,
            )
        return true

    def _rendered(self, bare: Bare) -> str:
        return with_head(self._theme(bare.frame, bare.html, bare.headings), bare.lines)


def _shape(bare: Bare) -> Shape:
    """Return what pages must share for their shells to be alike."""
    frame = bare.frame
    folder, edit = PurePosixPath(frame.file).parent, PurePosixPath(frame.edit)
    return (
        folder,
        edit.parent / f"*{edit.suffix}" if frame.edit else "",
        frame.crumbs[-1:],
        frame.template,
        frame.lang,
        frame.searchable,
        bool(frame.description),
        "<h1" in bare.html,
        tuple(heading.level for heading in bare.headings),
    )


def _specimen(bare: Bare) -> Bare:
    """Return a page of the same shape with marks in the place of its texts."""
    frame = bare.frame
    path, edit = PurePosixPath(frame.file), PurePosixPath(frame.edit)
    marked = replace(
        frame,
        file=str(path.with_name(f"{_slot('name')}{path.suffix}")),
        title=_slot("title", _TELLING),
        description=_slot("description", _TELLING) if frame.description else "",
        edit=str(edit.with_name(f"{_slot('edit')}{edit.suffix}")) if frame.edit else "",
    )
    headings = tuple(
        Heading(heading.level, _slot(f"id{number}"), _slot(f"text{number}", _TELLING))
        for number, heading in enumerate(bare.headings)
    )
    return Bare(marked, ("<h1>" if "<h1" in bare.html else "") + _slot("html"), headings, _slot("lines"))


def _pieces(html: str) -> list[tuple[str, str, str]] | None:
    """Return a specimen cut at its marks; nothing where a mark came out in a way that is not known."""
    ways = {way(escaped(_TELLING)): name for name, way in _WAYS.items()}
    found, start = [], 0
    for mark in _SLOT.finditer(html):
        literal, name, told = html[start : mark.start()], mark[1], mark[2]
        if name == "html":
            literal = literal.removesuffix("<h1>")
        way = ways.get(told) if told else "as it is"
        if way is None:
            return None
        found.append((literal, name, way))
        start = mark.end()
    rest = html[start:]
    return None if "zqslot" in rest else [*found, (rest, "", "as it is")]


def _filled(pieces: list[tuple[str, str, str]], bare: Bare) -> str:
    frame = bare.frame
    texts: dict[str, str] = {
        "": "",
        "name": PurePosixPath(frame.file).stem,
        "edit": PurePosixPath(frame.edit).stem,
        "title": escaped(frame.title),
        "description": escaped(frame.description),
        "html": bare.html,
        "lines": bare.lines,
    }
    for number, heading in enumerate(bare.headings):
        texts[f"id{number}"], texts[f"text{number}"] = heading.id, escaped(heading.text)
    out: list[str] = []
    for literal, name, way in pieces:
        out.append(literal)
        text = texts[name]
        out.append(text if way == "as it is" else _WAYS[way](text))
    return "".join(out)
