"""The numbered evidence of one page: the same words of the same source keep one number."""

from __future__ import annotations

from explainer.language import direction_of
from explainer.model.record import CitationRecord, Record
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.passages import address, passage_view
from explainer.views.pieces import Evidence, Note


class Notes:
    """Collects a page's citations and numbers them in the order of their first use."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbers: dict[CitationRecord, int] = {}

    def evidence(self, record: Record) -> Evidence:
        """Return what a record rests on, numbering its citations."""
        return Evidence(self.cite(record.source), record.unsourced or "", record.withheld.get("source", ""))

    def cite(self, citations: tuple[CitationRecord, ...]) -> tuple[int, ...]:
        """Return the numbers of these citations."""
        return tuple(self._numbers.setdefault(citation, len(self._numbers) + 1) for citation in citations)

    def all(self) -> tuple[Note, ...]:
        """Return the page's notes in the order of their numbers."""
        return tuple(map(self._note, self._numbers))

    def _note(self, citation: CitationRecord) -> Note:
        known = self._context.notes.get(citation)
        if known is None:
            known = self._context.notes[citation] = self._made(citation)
        return known

    def _made(self, citation: CitationRecord) -> Note:
        context = self._context
        source = context.story.sources[citation.ref]
        passage = context.story.findings.locators.get((citation.ref, citation.at or ""))
        lang = source.lang or context.story.info.language
        return Note(
            source=context.link(Key("sources", source.id)),
            at=citation.at or "",
            basis=citation.basis,
            publisher=context.link(Key("actors", source.publisher)) if source.publisher else None,
            published=context.date(source.published),
            source_url=address(source, ()),
            url=address(source, (citation.at,) if citation.at else ()),
            passage=passage_view(passage, context) if passage else None,
            type=source.type,
            archived=bool(source.archived),
            lang=lang,
            direction=direction_of(lang),
        )
