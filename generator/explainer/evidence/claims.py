"""Claims: the words that records say are in a source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.story import Key, Story
from explainer.problems import Where


@frozen
class Claim:
    """Words that must stand in a source: a locator, or one piece of a quotation."""

    owner: Key
    where: Where
    words: str
    sources: tuple[str, ...]
    """The sources that may hold them: one for a locator, every cited one for a quotation."""


@frozen
class QuotationClaim:
    """A quotation: its pieces, which stand in one source in this order."""

    owner: Key
    pieces: tuple[Claim, ...]
    inserted: bool
    """Whether text in square brackets is the editors'."""


def locator_claims(story: Story) -> Iterator[Claim]:
    """Yield the locators of all citations; several citations may share one."""
    for owner, path, citation in story.citations:
        if citation.at is not None and citation.ref in story.sources:
            yield Claim(owner, story.place(owner).step(*path, "at"), citation.at, (citation.ref,))


def quotation_claims(story: Story) -> Iterator[QuotationClaim]:
    """Yield the quotations with verbatim words that cite a source of the story's own."""
    for id_, quote in story.quotes.items():
        key = Key("quotes", id_)
        stated = (citation.ref for citation in quote.source if citation.basis != "background")
        refs = tuple(ref for ref in dict.fromkeys(stated) if ref in story.sources)
        if quote.words and refs:
            place = story.place(key)
            pieces = (
                Claim(key, place.step("words", number), words, refs)
                for number, words in enumerate(quote.words)
            )
            yield QuotationClaim(key, tuple(pieces), quote.inserted)
