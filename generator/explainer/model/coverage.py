"""Coverage: which paragraphs of a source's text the records rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from explainer.frozen import frozen
from explainer.model.findings import Passage
from explainer.model.record import CitationRecord
from explainer.model.story import INFO, Key, Story
from explainer.model.walk import inside

State = Literal["cited", "uncited", "not-content"]


@frozen
class Support:
    """A record that rests on a paragraph, with the words it has copied from it."""

    owner: Key
    words: tuple[str, ...]


@frozen
class Paragraph:
    """A paragraph of a source's text, by its number from 1."""

    number: int
    state: State
    support: tuple[Support, ...]


def coverage(story: Story, source: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source's text with what rests on each; none for a text never read."""
    facts = story.findings.texts.get(source)
    if facts is None:
        return ()
    found: dict[int, dict[Key, dict[str, None]]] = {number: {} for number in range(1, facts.paragraphs + 1)}
    for owner, words, passage in _passages(story, source):
        for number in range(passage.paragraph, passage.last + 1):
            found.setdefault(number, {}).setdefault(owner, {})[words] = None
    apart = set(story.sources[source].not_content)
    return tuple(
        Paragraph(
            number,
            "cited" if owners else "not-content" if number in apart else "uncited",
            tuple(Support(owner, tuple(words)) for owner, words in owners.items()),
        )
        for number, owners in found.items()
    )


def _passages(story: Story, source: str) -> Iterator[tuple[Key, str, Passage]]:
    owners = (INFO, *story.mentions.get(Key("sources", source), ()))
    for owner in owners:
        for _, citation in inside(story.get(owner) or story.info, CitationRecord):
            if citation.ref == source and citation.at is not None:
                passage = story.findings.locators.get((source, citation.at))
                if passage:
                    yield owner, citation.at, passage
    for owner in owners:
        if owner.collection == "quotes":
            passages = story.findings.words.get(owner.id, ())
            for words, passage in zip(story.quotes[owner.id].words, passages, strict=False):
                if passage.source == source:
                    yield owner, words, passage
