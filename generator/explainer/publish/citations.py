"""How a page or a source is cited: in plain text, in BibTeX and in CSL-JSON (citationstyles.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from explainer.frozen import frozen
from explainer.model.quote import Quote
from explainer.model.source import Source
from explainer.publish.json_text import json_text
from explainer.publish.jsonld import Page
from explainer.publish.told import Teller, printable
from explainer.urls import text_fragment

_CSL_TYPES = {
    "article": "article-newspaper",
    "report": "report",
    "dataset": "dataset",
    "video": "motion_picture",
    "post": "post",
    "book": "book",
    "webpage": "webpage",
    "statement": "speech",
}
_BIBTEX_TYPES = {"article": "article", "report": "techreport", "book": "book"}
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SIGNS = re.compile(r"[\\{}&%$#_~^]")


@frozen
class Citation:
    """What is cited, ready to be written in any form."""

    id: str
    title: str
    container: str = ""
    """The work that it is a part of, or who published it."""
    type: str = "webpage"
    """In the words of CSL."""
    entry: str = "misc"
    """In the words of BibTeX."""
    authors: tuple[str, ...] = ()
    day: str = ""
    """As 2016-05-01; empty where it is not known to the day."""
    url: str = ""
    lang: str = ""
    note: str = ""

    def plain(self) -> str:
        """Return the citation as a line of text."""
        parts = [
            ", ".join(self.authors),
            self.title if "“" in self.title else f"“{self.title}”",
            self.note,
            self.container,
            self.day,
        ]
        text = ". ".join(part.rstrip(".") for part in parts if part)
        return f"{text}. {self.url}".rstrip()

    def bibtex(self) -> str:
        """Return the citation as an entry for BibTeX and biblatex."""
        held = {"article": "journal", "techreport": "institution", "book": "publisher"}
        fields = {
            "title": f"{{{_tex(self.title)}}}",
            "author": " and ".join(f"{{{_tex(name)}}}" for name in self.authors),
            held.get(self.entry, "howpublished"): _tex(self.container),
            "year": self.day[:4],
            "date": self.day,
            "url": self.url.replace("{", "%7B").replace("}", "%7D"),
            "note": _tex(self.note),
            "langid": self.lang,
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return f"@{self.entry}{{{self.id},\n" + ",\n".join(lines) + "\n}\n"

    def csl(self) -> dict[str, Any]:
        """Return the citation as an item of CSL-JSON."""
        item: dict[str, Any] = {"id": self.id, "type": self.type, "title": self.title}
        if self.authors:
            item["author"] = [{"literal": name} for name in self.authors]
        if self.day:
            item["issued"] = {"date-parts": [[int(part) for part in self.day.split("-")]]}
        more = {"container-title": self.container, "URL": self.url, "language": self.lang, "note": self.note}
        return item | {name: value for name, value in more.items() if value}


class Citer:
    """Cites a story's pages and sources."""

    def __init__(self, teller: Teller) -> None:
        self._teller, self._name, self._day = teller, teller.name(), teller.day()

    def page(self, page: Page) -> Citation:
        """Return how a page is cited: a source's as the source itself, a quotation's with its origin."""
        record = self._teller.story.get(page.key) if page.key else None
        if isinstance(record, Source):
            return self.source(record)
        base = self._teller.base
        url = base + page.url if base else ""
        if isinstance(record, Quote) and url:
            url = text_fragment(url, record.words)
        return Citation(
            f"{self._name}:{page.key.id if page.key else 'story'}",
            printable(page.title),
            printable(self._teller.story.info.title),
            day=self._day,
            url=url,
            lang=page.lang,
            note=self._told(record) if isinstance(record, Quote) else "",
        )

    def _told(self, quote: Quote) -> str:
        """Return when a quotation was said and which sources it is from."""
        sources = self._teller.story.sources
        titles = [sources[ref].title for ref in dict.fromkeys(citation.ref for citation in quote.source)]
        said = self._teller.date(quote.date)
        told = self._teller.language.gettext("from {sources}").format(sources="; ".join(titles))
        return printable(f"{said}, {told}" if titles else said)

    def source(self, source: Source) -> Citation:
        """Return how a source is cited."""
        publisher = source.publisher or ""
        return Citation(
            f"{self._name}:{source.id}",
            printable(source.title),
            printable(self._teller.actor(publisher)) if publisher else "",
            _CSL_TYPES[source.type],
            _BIBTEX_TYPES.get(source.type, "misc"),
            tuple(map(printable, source.author)),
            source.published.edtf.earliest if source.published and source.published.edtf.is_day else "",
            source.url or source.archived or "",
            source.lang or self._teller.story.info.language,
        )

    def sources(self) -> list[Citation]:
        """Return how each of the story's sources is cited, in the editors' order."""
        return [self.source(source) for source in self._teller.story.sources.values()]


def bibliography(citations: Iterable[Citation]) -> str:
    """Return citations as a file for BibTeX."""
    return "\n".join(citation.bibtex() for citation in citations)


def csl_json(citations: Iterable[Citation]) -> str:
    """Return citations as a file in CSL-JSON."""
    return json_text([citation.csl() for citation in citations])


def _tex(text: str) -> str:
    return _SIGNS.sub(lambda found: _TEX[found[0]], text)
