"""Pages' bodies as well-formed XML, for books: what only works in a browser is left out."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_OUT = {"nav", "script", "style", "button", "template", "form", "textarea"}
_LEFT_OUT_CLASSES = {"headerlink", "ex-permalink", "ex-peek", "ex-more"}
_INSTEAD = {"details": "div", "summary": "p"}
"""Folds are open in a book."""
_ATTRIBUTES = {"popover", "popovertarget", "loading", "download", "spellcheck", "tabindex", "target", "open"}
"""What no reading system needs."""
_CAMEL = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "patternUnits", "patternTransform", "gradientUnits", "clipPath"),
        *("clipPathUnits", "markerWidth", "markerHeight", "markerUnits", "refX", "refY", "textLength"),
        *("lengthAdjust", "linearGradient", "radialGradient", "gradientTransform"),
    )
}
"""SVG's names with capitals, which HTML's parser does not keep."""
Resolve = Callable[[str], str]
"""From an address in a page to the one in a book, empty where there is none."""


def xhtml(html: str, resolve: Resolve) -> str:
    """Return a body as XML; links that lead nowhere in a book become plain words."""
    writer = _Writer(resolve)
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    """Writes down what it reads, every element closed."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__(convert_charrefs=True)
        self._resolve = resolve
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []
        """The names of open elements, as read and as written."""
        self._skipped = 0
        """How many open elements deep we are in something left out."""

    def text(self) -> str:
        """Return what was written."""
        return "".join([*self._out, *(f"</{written}>" for _, written in reversed(self._open))])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element's beginning."""
        given = {name: value or "" for name, value in attrs}
        out = tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split())
        if self._skipped or out:
            self._skipped += tag not in _VOID
            return
        written = _INSTEAD.get(tag, _CAMEL.get(tag, tag))
        if tag == "a":
            given["href"] = self._resolve(given.get("href", ""))
            if not given["href"]:
                written = "span"
                given = {
                    name: value for name, value in given.items() if name in {"class", "lang", "dir", "id"}
                }
        if tag == "svg":
            given["xmlns"] = "http://www.w3.org/2000/svg"
        if "lang" in given:
            given["xml:lang"] = given["lang"]
        pairs = "".join(
            f' {_CAMEL.get(name, name)}="{escape(value)}"' for name, value in given.items() if _kept(name)
        )
        if tag in _VOID:
            self._out.append(f"<{written}{pairs}/>")
        else:
            self._out.append(f"<{written}{pairs}>")
            self._open.append((tag, written))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Write an element's end, and those of elements in it that were left open."""
        if tag in _VOID:
            return
        if self._skipped:
            self._skipped -= 1
            return
        if tag not in {name for name, _ in self._open}:
            return
        while self._open:
            name, written = self._open.pop()
            self._out.append(f"</{written}>")
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Write a text."""
        if not self._skipped:
            self._out.append(escape(data, quote=False))


def _kept(name: str) -> bool:
    return name not in _ATTRIBUTES and not name.startswith(("data-", "on"))
