"""Editors' Markdown to HTML that is safe to publish."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
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
_MARKS = re.compile(r"[\\`*_\[<&#\n!|~]|^\s*[-+\d]|://|@")
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


_MASKED = re.compile(rf'(<(?P<tag>a|span)\b[^>]*?) {MASK}="(?P<record>[^"]*)"([^>]*>)[^<]*(?=</(?P=tag)>)')


def unmask(html: str, title: Callable[[str], str]) -> str:
    """Return a page with the titles in it that were kept from machines, from their records' full names."""
    return _MASKED.sub(lambda found: f"{found[1]}{found[4]}{escape(title(found['record']))}", html)


class RecordLinkExtension(Extension):
    """Registers `[[id]]` links with a Markdown instance."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__()
        self._resolve = resolve

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put the links before Markdown's own, which would take the inner brackets."""
        md.inlinePatterns.register(RecordLinks(self._resolve), "record-link", 185)


class ProseRenderer:
    """Renders prose with one reused Markdown instance; `address` makes a record's address fit the page."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._links: dict[str, Any] = {}
        self._markdown = Markdown(extensions=[RecordLinkExtension(self._resolve), "tables"])

    def block(self, prose: Prose | None) -> Markup:
        """Return a prose text as paragraphs and other blocks."""
        if prose is None:
            return Markup("")
        self._links = dict(prose.links)
        html = self._markdown.reset().convert(prose.text)
        safe = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)
        safe = marked(safe, self._leads())
        if lang := language_of(prose.text):
            safe = f'<div lang="{lang}" dir="{direction_of(lang)}">\n{safe}\n</div>'
        return Markup(safe)  # noqa: S704 - sanitised above

    def lede(self, prose: Prose | None) -> Markup:
        """Return what `inline` does of a text that opens a page, where readers may look records up."""
        html = self.inline(prose)
        return Markup(marked(html, self._leads())) if prose and prose.links else html  # noqa: S704 - as it was

    def inline(self, prose: Prose | None) -> Markup:
        """Return a prose text for the middle of a line: its paragraphs follow one another, without blocks."""
        if prose is None:
            return Markup("")
        if not _MARKS.search(prose.text):
            return escape(prose.text)
        self._links = dict(prose.links)
        html = self._markdown.reset().convert(prose.text)
        safe = nh3.clean(html, tags=_INLINE_TAGS, attributes=_INLINE_ATTRIBUTES, link_rel=None).strip()
        if lang := language_of(prose.text):
            safe = f'<bdi lang="{lang}" dir="{direction_of(lang)}">{safe}</bdi>'
        return Markup(safe)  # noqa: S704 - sanitised above

    def _leads(self) -> dict[str, str]:
        """Return the addresses of records in the last text, by how they are written on the page."""
        urls = (link.url for link in self._links.values() if link.url)
        return {str(escape(self._address(url))): url for url in urls}

    def _resolve(self, link: ProseLink) -> Target | None:
        found = self._links.get(link.target)
        if found is None:
            return None
        return Target(found.text, self._address(found.url) if found.url else "")
