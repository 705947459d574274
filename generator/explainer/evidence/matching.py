"""Matching: where folded words stand in a source text, whole words and whole numbers only."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise

from explainer.evidence.fold import HYPHENS, fold, origins
from explainer.evidence.texts import SourceText
from explainer.frozen import frozen
from explainer.model.quote import INSERTION

LONGEST_GAP = 60
"""Characters of the source that an insertion of ours may stand for."""
_SEPARATORS = ".,'/:-\u066b\u066c"
"""Signs that stand inside numbers, fractions, clock times and ranges."""
_MINUS = "-\u2212"
"""Signs that make a number negative."""
_SPACELESS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003fffd]"
)
"""Letters of scripts that put no space between words: Thai, Lao, Myanmar, Khmer, kana, Han."""


@frozen
class Span:
    """A stretch of a text: from a character of one paragraph to a character of the same or a later one.

    Paragraphs count from 1; characters from 0 in the paragraph's canonical form, the end not included.
    """

    paragraph: int
    start: int
    last: int
    end: int
    position: int
    """Where it begins in the folded body, for comparing spans."""
    instead_of: tuple[str, ...] = ()
    """Words of the source that insertions of ours stand for."""


class Body:
    """The content of a source text, folded for searching; paragraphs in `skipped` are left out."""

    def __init__(self, text: SourceText, skipped: Collection[int] = ()) -> None:
        kept = [(number, line) for number, line in enumerate(text.paragraphs, 1) if number not in skipped]
        self._numbers = [number for number, _ in kept]
        self._lines = [line for _, line in kept]
        folded = [fold(line) for line in self._lines]
        self.folded = " ".join(folded)
        """The whole content in one line."""
        self._starts = list(accumulate((len(line) + 1 for line in folded), initial=0))[:-1]

    def find(self, words: str) -> list[Span]:
        """Return every place where the words stand, brackets taken literally."""
        wanted = fold(words)
        return [self._span(at, at + len(wanted)) for at in self._places(wanted)]

    def find_around_insertions(self, words: str) -> list[Span]:
        """Return every place where the words stand, texts in square brackets being insertions of ours."""
        wanted = fold(words)
        if not INSERTION.search(wanted) or not INSERTION.sub("", wanted).strip():
            return []
        free_start, free_end = _flush(wanted)
        found = []
        for match in re.finditer(_pattern(wanted), self.folded):
            whole_start = free_start or not self._cuts(match.start())
            if whole_start and (free_end or not self._cuts(match.end())):
                gaps = tuple(gap.strip() for gap in match.groups() if gap and gap.strip())
                found.append(self._span(match.start(), match.end(), gaps))
        return found

    def paragraph_of(self, position: int) -> int:
        """Return the number of the paragraph that a place in the folded content lies in."""
        return self._numbers[self._line(position)]

    def context(self, span: Span, words: int = 3) -> str:
        """Return the beginning of a span with a few words before it."""
        before = self.folded[: span.position].split()[-words:]
        return " ".join([*before, *self.folded[span.position :].split()[:words]])

    def _places(self, wanted: str) -> Iterator[int]:
        at = self.folded.find(wanted) if wanted else -1
        while at >= 0:
            if not self._cuts(at) and not self._cuts(at + len(wanted)):
                yield at
            at = self.folded.find(wanted, at + 1)

    def _line(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _span(self, start: int, end: int, instead_of: tuple[str, ...] = ()) -> Span:
        first, last = self._line(start), self._line(end - 1)
        return Span(
            self._numbers[first],
            self._original(first, start),
            self._numbers[last],
            self._original(last, end - 1) + 1,
            start,
            instead_of,
        )

    def _original(self, line: int, position: int) -> int:
        return origins(self._lines[line])[position - self._starts[line]]

    def _cuts(self, at: int) -> bool:
        """Tell whether a cut before this place of the folded content goes through a word or a number."""
        text = self.folded
        if at <= 0 or at >= len(text):
            return False
        before, after = text[at - 1], text[at]
        if _is_letter(before) and _is_letter(after):
            return not (_SPACELESS.match(before) and _SPACELESS.match(after))
        left = text[at - 2] if at > 1 else " "
        right = text[at + 1] if at + 1 < len(text) else " "
        if self._cuts_number(at, left, right):
            return True
        if _is_letter(before) and _is_letter(right):
            return after == "'" or (after == "-" and self._is_hyphen(at))
        return before == "-" and _is_letter(left) and _is_letter(after) and self._is_hyphen(at - 1)

    def _cuts_number(self, at: int, left: str, right: str) -> bool:
        """Tell whether a cut parts a number from its sign, its other digits, or the end of a range."""
        before, after = self.folded[at - 1], self.folded[at]
        if before.isdigit() and right.isdigit():
            return after in _SEPARATORS
        if after.isdigit() and left.isdigit():
            return before in _SEPARATORS
        signed = before == "-" and after.isdigit() and not _is_letter(left)
        return signed and self._written(at - 1) in _MINUS

    def _is_hyphen(self, at: int) -> bool:
        return self._written(at) in HYPHENS

    def _written(self, at: int) -> str:
        """Return the character that stands in the source where the folded content has this one."""
        line = self._line(at)
        return self._lines[line][self._original(line, at)]


def has_insertion(words: str) -> bool:
    """Tell whether words hold a text in square brackets."""
    return bool(INSERTION.search(words))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def _flush(wanted: str) -> tuple[bool, bool]:
    """Tell whether an insertion at the beginning, or at the end, is part of a word, as in `[T]he`."""
    parts = INSERTION.split(wanted)
    return not parts[0] and parts[1][:1].isalnum(), not parts[-1] and parts[-2][-1:].isalnum()


def _pattern(wanted: str) -> str:
    """Return an expression for the words in which each insertion may stand for a few words or for nothing."""
    parts = INSERTION.split(wanted)
    made = re.escape(parts[0].strip())
    for before, after in pairwise(parts):
        if made and after:
            made += _gap(spaced_before=before.endswith(" "), spaced_after=after.startswith(" "))
        made += re.escape(after.strip())
    return made


def _gap(*, spaced_before: bool, spaced_after: bool) -> str:
    gap = f"(.{{0,{LONGEST_GAP}}}?)"
    if spaced_before and spaced_after:
        return f"(?: {gap})? "
    return (" " if spaced_before else "") + gap + (" " if spaced_after else "")
