"""The shell around a page: rendered by the site's theme once for each shape of page, then filled in.

Pages of one shape differ in their texts, their names and their headings alone. A specimen of the shape is
rendered with a mark in the place of each; where the marks come out is where the texts of the others go. What
the theme does to a text on its way is read off the mark, which holds characters that every way of escaping
changes. What it makes of headings is the same on pages of every shape (`contents.py`). The first page of a
shape, and after it ever fewer, are rendered by the theme as well and compared: a shape that is not what it
seems is rendered page by page from then on. With Material's templates alone, or ours, the first is enough:
our tests compare all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from html import escape as escaped
from typing import NamedTuple

from mkdocs.plugins import get_plugin_logger

from explainer.plugin.contents import SAMPLE, TELLING, Contents, Shell, pieces, slot
from explainer.plugin.outputs import with_head
from explainer.render.addresses import encoded
from explainer.render.pages import Heading
from explainer.views.pieces import Frame

log = get_plugin_logger("explainer")
_ENDING = ".md"
_PLAIN_NAME = re.compile(r"(?!index$)[a-z0-9-]+")
"""A name that a shell takes: not that of a folder's own page, whose address is the folder's."""


class Bare(NamedTuple):
    """A page without its shell."""

    frame: Frame
    """As machines may know it."""
    body: bytes
    """What readers see of it: HTML in UTF-8."""
    headings: tuple[Heading, ...]
    lines: str
    """Lines for its head."""


Shape = tuple[object, ...]
Theme = Callable[[Frame, str, tuple[Heading, ...]], str]
"""Renders a page with its shell: frame, content, headings."""


@dataclass
class _Known:
    """A shape, as far as pages of it were met."""

    shell: Shell | None = None
    """Nothing while or when the shape is not fillable."""
    met: int = 0
    failed: bool = False


class Chrome:
    """The shells of one edition's pages.

    `above` tells what stands above a page in the menu; `fixed` holds the folders around all pages to which
    shells lead, so that only folders further down are left open in them. A theme that is in `stock` treats
    no page its own way.
    """

    def __init__(
        self, theme: Theme, above: Callable[[Frame], object], fixed: Container[str], *, stock: bool
    ) -> None:
        self._theme, self._above, self._fixed = theme, above, fixed
        self._stock = stock
        self._known: dict[Shape, _Known] = {}
        self._contents: Contents | None = None

    def page(self, bare: Bare) -> bytes:
        """Return a whole page; those right below home are in the menu, each in its own place."""
        fixed, names = self._path(bare.frame)
        if not (bare.frame.crumbs[1:] and all(map(_PLAIN_NAME.fullmatch, names))):
            return encoded(self._rendered(bare))
        known = self._known.setdefault((fixed, len(names), *self._shape(bare)), _Known())
        known.met += 1
        if known.failed:
            return encoded(self._rendered(bare))
        if known.met == 1:
            known.shell = self._shell(bare)
        made = self._filled(known.shell, bare, names) if known.shell else b""
        if made and known.met > 1 and (self._stock or known.met & (known.met - 1)):
            return made
        if (true := encoded(self._rendered(bare))) != made:
            known.failed = True
            log.info(
                "%s: the theme treats pages like it each its own way, which takes longer",
                bare.frame.url,
            )
        return true

    def _rendered(self, bare: Bare) -> str:
        return with_head(self._theme(bare.frame, bare.body.decode(), bare.headings), bare.lines)

    def _path(self, frame: Frame) -> tuple[str, list[str]]:
        """Return the folders of a page's file that are fixed, and the names behind them, its own the last."""
        file = frame.file
        end = file.find("/") + 1
        while (further := file.find("/", end) + 1) and file[:further] in self._fixed:
            end = further
        return file[:end], file[end:].removesuffix(_ENDING).split("/")

    def _shape(self, bare: Bare) -> Shape:
        """Return what else pages must share for their shells to be alike."""
        frame = bare.frame
        folder, _, ending = _parted(frame.edit)
        return (
            folder,
            ending,
            self._above(frame),
            frame.template,
            frame.lang,
            frame.searchable,
            bool(frame.description),
            b"<h1" in bare.body,
            bool(bare.headings),
        )

    def _shell(self, bare: Bare) -> Shell | None:
        if not bare.headings:
            whole = pieces(self._specimen(bare, ()))
            return None if whole is None else Shell(whole, ())
        self._contents = self._contents or Contents(lambda levels: self._specimen(bare, levels))
        return self._contents.shell(self._specimen(bare, SAMPLE))

    def _specimen(self, bare: Bare, levels: tuple[int, ...]) -> str:
        """Return a page of the same shape with headings of these levels, and marks in the place of texts."""
        frame = bare.frame
        fixed, names = self._path(frame)
        folder, _, ending = _parted(frame.edit)
        marked = replace(
            frame,
            file=fixed + "/".join(slot(f"name{number}") for number in range(len(names))) + _ENDING,
            title=slot("title", TELLING),
            description=slot("description", TELLING) if frame.description else "",
            edit=folder + slot("edit") + ending if frame.edit else "",
        )
        headings = tuple(
            Heading(level, slot(f"id{number}"), slot(f"text{number}", TELLING))
            for number, level in enumerate(levels)
        )
        body = ("<h1>" if b"<h1" in bare.body else "") + slot("html")
        return self._rendered(Bare(marked, encoded(body), headings, slot("lines")))

    def _filled(self, shell: Shell, bare: Bare, names: list[str]) -> bytes:
        levels = tuple(heading.level for heading in bare.headings)
        contents = self._contents.of(levels) if self._contents and levels else ()
        if contents is None:
            return b""
        frame = bare.frame
        texts = {
            "": "",
            "edit": _parted(frame.edit)[1],
            "title": escaped(frame.title),
            "description": escaped(frame.description),
            "lines": bare.lines,
        }
        texts.update((f"name{number}", name) for number, name in enumerate(names))
        for number, heading in enumerate(bare.headings):
            texts[f"id{number}"], texts[f"text{number}"] = heading.id, escaped(heading.text)
        known = {name: encoded(text) for name, text in texts.items()}
        known["html"] = bare.body
        out: list[bytes] = []
        for literal, name, way in (*shell.before, *contents, *shell.after):
            out.append(literal)
            out.append(encoded(way(texts[name])) if way else known[name])
        return b"".join(out)


def _parted(path: str) -> tuple[str, str, str]:
    """Return a path's folders, name and ending."""
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    return folder + slash, stem, dot + ending
