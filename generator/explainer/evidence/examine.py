"""The evidence check: every quotation and locator against the texts, or without them against the lock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explainer.evidence import messages
from explainer.evidence.claims import Claim, QuotationClaim, locator_claims, quotation_claims
from explainer.evidence.ledger import Ledger
from explainer.evidence.lock import Lock, TextEntry
from explainer.evidence.matching import Body, Span, has_insertion
from explainer.evidence.texts import SourceText
from explainer.model.findings import Findings, Passage, TextFacts
from explainer.model.story import INFO, Key, Story
from explainer.problems import Problem


@dataclass(frozen=True)
class Examination:
    """What was found, what is wrong, and the lock that would put it on record."""

    findings: Findings
    problems: list[Problem]
    lock: Lock
    unchecked: tuple[Claim, ...]
    """Words with neither text nor lock entry."""
    texts: int
    """Texts that were read."""
    checked: int
    """Quotation pieces and locators that were found, or are on record."""
    recorded: int
    """Of those, the ones that the lock was trusted for."""


def examine(story: Story, texts: Mapping[str, SourceText], lock: Lock, day: str = "") -> Examination:
    """Return the outcome for every quotation and locator; `day` dates what is new in the lock.

    Where a source's text is at hand it is always read; elsewhere the lock is trusted.
    """
    locators, quotations = list(locator_claims(story)), list(quotation_claims(story))
    claims = [*locators, *(piece for quotation in quotations for piece in quotation.pieces)]
    problems = list(_beyond(story, texts))
    run = _Run(story, texts, Ledger(lock, claims))
    for claim in locators:
        run.locator(claim)
    for quotation in quotations:
        run.quotation(quotation)
    entries = _text_entries(story, texts, lock)
    fresh = run.ledger.next_lock(entries, map(str, _owners(story)), day)
    facts = {id_: TextFacts(entry.paragraphs, run.ledger.day(id_)) for id_, entry in entries.items()}
    failed = sum(problem.severity == "error" for problem in run.problems)
    return Examination(
        Findings(run.locators, run.words, facts),
        problems + run.problems,
        fresh,
        tuple(run.unchecked),
        texts=len(texts),
        checked=len(claims) - len(run.unchecked) - failed,
        recorded=run.recorded,
    )


def _owners(story: Story) -> Iterator[Key]:
    yield INFO
    yield from (key for key, _ in story.records)


def _text_entries(story: Story, texts: Mapping[str, SourceText], lock: Lock) -> dict[str, TextEntry]:
    """Return what is known of each source's text, from the text itself or from the lock; not yet dated."""
    entries = {}
    for id_, source in story.sources.items():
        if text := texts.get(id_):
            entries[id_] = TextEntry(text.name, text.digest, len(text.content), len(text.paragraphs), "")
        elif source.text and id_ in lock.texts:
            entries[id_] = lock.texts[id_]
    return entries


def _beyond(story: Story, texts: Mapping[str, SourceText]) -> Iterator[Problem]:
    for id_, text in texts.items():
        where, count = story.place(Key("sources", id_)), len(text.paragraphs)
        for index, number in enumerate(story.sources[id_].not_content):
            if number > count:
                yield messages.beyond(where.step("not_content", index), number, count)


class _Run:
    """One examination: claims in, outcomes collected."""

    def __init__(self, story: Story, texts: Mapping[str, SourceText], ledger: Ledger) -> None:
        self.story, self.texts, self.ledger = story, texts, ledger
        self.locators: dict[tuple[str, str], Passage] = {}
        self.words: dict[str, tuple[Passage, ...]] = {}
        self.problems: list[Problem] = []
        self.unchecked: list[Claim] = []
        self.recorded = 0
        self._near: dict[tuple[Key, str], list[Span]] = defaultdict(list)
        """Where a record's locators stand, by record and source."""
        self._bodies: dict[tuple[str, bool], Body] = {}

    def locator(self, claim: Claim) -> None:
        """Find a locator's words."""
        source = claim.sources[0]
        if source not in self.texts:
            if found := self._trusted((claim,), "locator"):
                self.locators[source, claim.words] = found[0]
            return
        body = self._body(source)
        spans = body.find(claim.words)
        if not spans:
            self.problems.append(self._missing(claim, source, "locator"))
            return
        if len(spans) > 1:
            self.problems.append(messages.ambiguous(claim, spans, body, piece=False))
        else:
            self._near[claim.owner, source].append(spans[0])
        self.locators[source, claim.words] = self.ledger.record(claim, "locator", _passage(source, spans[0]))

    def quotation(self, quotation: QuotationClaim) -> None:
        """Find a quotation's pieces in one of its sources, in their order."""
        sources = quotation.pieces[0].sources
        at_hand = [source for source in sources if source in self.texts]
        for source in at_hand:
            if not list(self._faults(quotation, source)):
                self._accept(quotation, source)
                return
        if len(at_hand) == len(sources):
            self.problems.extend(self._faults(quotation, at_hand[0]))
        elif found := self._trusted(quotation.pieces, "words"):
            self.words[quotation.owner.id] = found

    def _trusted(self, claims: Sequence[Claim], kind: str) -> tuple[Passage, ...]:
        """Return what the lock says of words; those it does not know were changed, or never checked."""
        if found := self.ledger.recorded(claims, kind):
            self.recorded += len(found)
            return found
        for claim in claims:
            if self.ledger.entry(claim, kind) is None:
                if old := self.ledger.replaced(claim, kind):
                    self.problems.append(messages.changed(claim, old.checked))
                else:
                    self.unchecked.append(claim)
        return ()

    def _accept(self, quotation: QuotationClaim, source: str) -> None:
        """Put a quotation that was found on record."""
        passages = []
        for piece, spans, whose in self._places(quotation, source):
            if len(spans) > 1 and len(quotation.pieces) == 1:
                self.problems.append(messages.ambiguous(piece, spans, self._body(source), piece=True))
            if whose == "publisher" and quotation.inserted:
                where = self.story.place(piece.owner)
                self.problems.append(messages.publishers_brackets(replace(piece, where=where)))
            passage = replace(_passage(source, spans[0]), insertions=whose)
            passages.append(self.ledger.record(piece, "words", passage))
        self.words[quotation.owner.id] = tuple(passages)

    def _places(self, quotation: QuotationClaim, source: str) -> Iterator[tuple[Claim, Sequence[Span], str]]:
        """Yield each piece with where it may stand after the piece before it, and whose its insertions are.

        Of several places that one counts which stands nearest to a locator of the record.
        """
        after, near = -1, self._near[quotation.owner, source]
        for piece in quotation.pieces:
            found, whose = self._spans(quotation, piece, source)
            later = [span for span in found if span.position > after]
            meant = _nearest(later, near)
            if meant:
                after = meant[0].position
            yield piece, meant, whose

    def _faults(self, quotation: QuotationClaim, source: str) -> Iterator[Problem]:
        for piece, spans, _ in self._places(quotation, source):
            if spans:
                continue
            if self._spans(quotation, piece, source)[0]:
                yield messages.out_of_order(piece)
            elif not quotation.inserted and self._body(source).find_around_insertions(piece.words):
                yield messages.no_brackets(piece)
            else:
                yield self._missing(piece, source, "quotation")

    def _spans(self, quotation: QuotationClaim, piece: Claim, source: str) -> tuple[list[Span], str]:
        """Return where a piece stands, and whose the text in brackets is."""
        body = self._body(source)
        if spans := body.find(piece.words):
            return spans, "publisher" if has_insertion(piece.words) else ""
        return (body.find_around_insertions(piece.words), "editors") if quotation.inserted else ([], "")

    def _missing(self, claim: Claim, source: str, noun: str) -> Problem:
        claim = replace(claim, sources=(source,))
        if apart := self._body(source, whole=True).find(claim.words):
            return messages.not_content(claim, apart[0], noun)
        for other in self.texts:
            if found := self._body(other).find(claim.words):
                return messages.elsewhere(claim, other, found[0], noun)
        return messages.not_found(claim, self._body(source), noun)

    def _body(self, source: str, *, whole: bool = False) -> Body:
        if (source, whole) not in self._bodies:
            skipped = () if whole else self.story.sources[source].not_content
            self._bodies[source, whole] = Body(self.texts[source], frozenset(skipped))
        return self._bodies[source, whole]


def _nearest(spans: Sequence[Span], locators: Sequence[Span]) -> Sequence[Span]:
    """Return the span nearest to a locator of its paragraph, or all where there is no such locator."""
    apart = [
        (abs(span.position - locator.position), span)
        for span in spans
        for locator in locators
        if span.paragraph == locator.paragraph
    ]
    return [min(apart, key=lambda pair: pair[0])[1]] if apart else spans


def _passage(source: str, span: Span) -> Passage:
    return Passage(source, span.paragraph, span.start, span.last, span.end, instead_of=span.instead_of)
