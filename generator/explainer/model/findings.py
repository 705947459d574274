"""What the evidence check found: where words stand in the sources' texts, and when that was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explainer.frozen import frozen


@frozen
class Passage:
    """Where copied words stand in a source's text.

    Paragraphs count from 1; characters from 0 in the paragraph (Unicode form C, without invisible ones), the
    end not included.
    """

    source: str
    paragraph: int
    start: int
    last: int
    """The paragraph in which the words end."""
    end: int
    checked: str = ""
    """The day of the check, such as 2016-05-01; empty where it is not on record yet."""
    insertions: str = ""
    """Whose the text in square brackets is: `publisher`, `editors`, or nobody's because there is none."""
    instead_of: tuple[str, ...] = ()
    """Words of the source that the editors' insertions stand for."""


@frozen
class TextFacts:
    """What is known of a source's text without having it."""

    paragraphs: int
    checked: str = ""


@dataclass(frozen=True)
class Findings:
    """Everything that was found."""

    locators: Mapping[tuple[str, str], Passage] = field(default_factory=dict)
    """By source id and locator."""
    words: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    """By quotation id, one passage for each piece; a quotation that is not checked is not in it."""
    texts: Mapping[str, TextFacts] = field(default_factory=dict)
    """By source id."""
