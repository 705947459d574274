"""Editors' Markdown to HTML that is safe to publish."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import escape as escaped
from typing import Any, NamedTuple

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from markupsafe import Markup, escape

from explainer.language import direction_of
from explainer.model.foreign import language_of
from explainer.model.links import LINK, ProseLink
from explainer.render.addresses import encoded
from explainer.render.previews import marked
from explainer.views.pieces import Prose


class Target(NamedTuple):
    """What a link in prose leads to."""

    text: str
    address: str
    """Empty where there is none."""
    mask_of: str = ""
    """The record whose title readers are to see in the text's place, once machines have read the page."""


Resolve = Callable[[ProseLink], Target | None]
"""From a link in prose to what it leads to; nothing leaves the link as written."""
MASK = "data-explainer-mask"
"""The attribute that holds `mask_of` on its way through a page."""

_TAGS = {
    "a",
    "abbr",
    "b",
    "bdi",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "dl",
    "dt",
    "em",
    "h3",
    "h4",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
}
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_BLOCK_TAGS = {
    "blockquote",
    "dd",
    "dl",
    "dt",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_INLINE_TAGS = _TAGS - _BLOCK_TAGS
_INLINE_ATTRIBUTES = {tag: names for tag, names in _ATTRIBUTES.items() if tag not in _BLOCK_TAGS}
_MARKS = re.compile(r"[\\`*_\[<&#\n!|~]|^\s*[-+\d>]|://|@")
"""What may mean something to Markdown or HTML; a text without it is only escaped."""


class RecordLinks(InlineProcessor):
    """Turns `[[id]]` in Markdown into a link to the record's page."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__(LINK.pattern)
        self._resolve = resolve

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """Return the link's element and the stretch of text that it replaces."""
        link = ProseLink(m["id"], m["prefix"], m["label"], m.start())
        found = self._resolve(link)
        if found is None:
            return None, None, None
        text, address, mask_of = found
        element = ET.Element("a", href=address) if address else ET.Element("span")
        # A name is shown as it is: marks in it mean nothing.
        element.text = AtomicString(link.label or text)
        if mask_of and not link.label:
            element.set(MASK, mask_of)
        return element, m.start(0), m.end(0)


_MASK = MASK.encode()
_MASKED = re.compile(
    rf'(<(?P<tag>a|span)\b[^>]*?) {MASK}="(?P<record>[^"]*)"([^>]*>)[^<]*(?=</(?P=tag)>)'.encode()
)


def unmask(html: bytes, title: Callable[[str], str]) -> bytes:
    """Return a page with the titles in it that were kept from machines, from their records' full names."""
    if _MASK not in html:
        return html

    def full(found: re.Match[bytes]) -> bytes:
        return found[1] + found[4] + encoded(escape(title(found["record"].decode())))

    return _MASKED.sub(full, html)


class RecordLinkExtension(Extension):
    """Registers `[[id]]` links with a Markdown instance."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__()
        self._resolve = resolve

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put the links before Markdown's own, which would take the inner brackets."""
        md.inlinePatterns.register(RecordLinks(self._resolve), "record-link", 185)


class ProseRenderer:
    """Renders prose with one Markdown instance; `address` is what is written for a record's address."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._links: dict[str, Any] = {}
        self._markdown = Markdown(extensions=[RecordLinkExtension(self._resolve), "tables"])
        self._made: dict[tuple[object, ...], Markup] = {}

    def block(self, prose: Prose | None) -> Markup:
        """Return a prose text as paragraphs and other blocks."""
        return self._once(self._block, prose)

    def lede(self, prose: Prose | None) -> Markup:
        """Return what `inline` does of a text that opens a page, where readers may look records up."""
        return self._once(self._lede, prose)

    def inline(self, prose: Prose | None) -> Markup:
        """Return a prose text for the middle of a line: its paragraphs follow one another, without blocks."""
        return self._once(self._inline, prose)

    def _once(self, way: Callable[[Prose], Markup], prose: Prose | None) -> Markup:
        """Return what a text is made into; summaries stand on many pages."""
        if prose is None:
            return Markup("")
        key = (way, prose.text, language_of(prose.text), prose.links)
        made = self._made.get(key)
        if made is None:
            self._links = dict(prose.links)
            made = self._made[key] = way(prose)
        return made

    def _block(self, prose: Prose) -> Markup:
        plain = self._plain(prose.text.rstrip())
        safe = f"<p>{plain}</p>" if plain else self._clean(prose, _TAGS, _ATTRIBUTES)
        safe = marked(safe, self._leads())
        if lang := language_of(prose.text):
            safe = f'<div lang="{lang}" dir="{direction_of(lang)}">\n{safe}\n</div>'
        return Markup(safe)  # noqa: S704 - sanitised above

    def _lede(self, prose: Prose) -> Markup:
        html = self._inline(prose)
        return Markup(marked(html, self._leads())) if prose.links else html  # noqa: S704 - as it was

    def _inline(self, prose: Prose) -> Markup:
        if not _MARKS.search(prose.text):
            return escape(prose.text)
        safe = self._plain(prose.text.rstrip())
        safe = safe or self._clean(prose, _INLINE_TAGS, _INLINE_ATTRIBUTES).strip()
        if lang := language_of(prose.text):
            safe = f'<bdi lang="{lang}" dir="{direction_of(lang)}">{safe}</bdi>'
        return Markup(safe)  # noqa: S704 - sanitised above

    def _plain(self, text: str) -> str:
        """Return a text in which nothing but links means anything, as Markdown would; else an empty text."""
        if text[:1].isspace() or _MARKS.search(LINK.sub("x", text)):
            return ""
        out: list[str] = []
        start = 0
        for found in LINK.finditer(text):
            link = ProseLink(found["id"], found["prefix"], found["label"], found.start())
            target = self._resolve(link)
            if target is None:
                return ""
            said = escaped(link.label or target.text, quote=False)
            led = f'<a href="{target.address}">{said}</a>' if target.address else f"<span>{said}</span>"
            out += (escaped(text[start : found.start()], quote=False), led)
            start = found.end()
        return "".join((*out, escaped(text[start:], quote=False)))

    def _clean(self, prose: Prose, tags: set[str], attributes: dict[str, set[str]]) -> str:
        html = self._markdown.reset().convert(prose.text)
        return nh3.clean(html, tags=tags, attributes=attributes, link_rel=None)

    def _leads(self) -> dict[str, str]:
        """Return the addresses of records in the last text, by how they are written on the page."""
        urls = (link.url for link in self._links.values() if link.url)
        return {str(escape(self._address(url))): url for url in urls}

    def _resolve(self, link: ProseLink) -> Target | None:
        found = self._links.get(link.target)
        if found is None:
            return None
        return Target(found.text, self._address(found.url) if found.url else "")
