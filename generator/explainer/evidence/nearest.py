"""The passage of a source most like words that are not in it, with the difference marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from explainer.evidence.fold import fold
from explainer.evidence.matching import Body
from explainer.frozen import frozen

ALIKE = 60.0
"""The least likeness, of 100, at which a passage is worth showing."""
MORE = 3
"""Words of the source to look at on either side."""
KEPT = 5
"""Words that are shown of a long stretch without a difference, at either end."""


Step = tuple[str, int, int, int, int]
_STOPS = ".,;:!?…"
_QUOTED = re.compile(r"""^["']+|["'][.,;:!?]*$""")


@frozen
class Nearest:
    """Both wordings, what differs between them set between `**`."""

    paragraph: int
    written: str
    printed: str


def nearest_passage(body: Body, words: str) -> Nearest | None:
    """Return the passage most like the words, or nothing where none is near."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - see near.py

    wanted = fold(words)
    found = fuzz.partial_ratio_alignment(wanted, body.folded, score_cutoff=ALIKE)
    if found is None or not wanted or not body.folded:
        return None
    start, end = _whole_words(body.folded, found.dest_start, found.dest_end)
    printed = body.folded[start:end]
    steps = _steps(wanted.split(), printed.split())
    before = " ".join(printed.split()[: steps[0][3]]) if steps else ""
    written, marks = marked(wanted, printed)
    return Nearest(body.paragraph_of(start + len(before) + 1), written, marks.strip("\"'"))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with a few more words on both sides, as the likest one may leave some out."""
    for _ in range(1 + MORE):
        start = text.rfind(" ", 0, max(start - 1, 0)) + 1
        stop = text.find(" ", end + 1)
        end = len(text) if stop < 0 else stop
    return start, end


def marked(written: str, printed: str) -> tuple[str, str]:
    """Return both texts with the words in which they differ set between `**`.

    Words of the second before and after all that is in the first are left out.
    """
    a, b = written.split(), printed.split()
    steps = _steps(a, b)
    return (
        " ".join(_stretch(a[i:j], same=tag == "equal") for tag, i, j, _, _ in steps if j > i),
        " ".join(_stretch(b[i:j], same=tag == "equal") for tag, _, _, i, j in steps if j > i),
    )


def _steps(a: list[str], b: list[str]) -> list[Step]:
    """Return the steps from one list of words to the other, without what the second has around the first."""
    wanted, has = _bare(a), _bare(b)
    if (
        wanted[-1:] and wanted[-1][-1:].isalnum()
    ):  # where the quotation ends, the source may go on with a mark
        has = [wanted[-1] if word.rstrip(_STOPS) == wanted[-1] else word for word in has]
    steps: list[Step] = [*SequenceMatcher(None, wanted, has, autojunk=False).get_opcodes()]
    while steps and steps[0][0] == "insert":
        steps = steps[1:]
    while steps and steps[-1][0] == "insert":
        steps = steps[:-1]
    if steps and steps[0][0] == "replace":
        tag, i, j, k, m = steps[0]
        steps[0] = (tag, i, j, max(k, m - (j - i)), m)
    if steps and steps[-1][0] == "replace":
        tag, i, j, k, m = steps[-1]
        steps[-1] = (tag, i, j, k, min(m, k + (j - i)))
    return steps


def _bare(words: list[str]) -> list[str]:
    """Return words without quotation marks, which may stand around a passage in the source."""
    return [_QUOTED.sub("", word) for word in words]


def _stretch(words: list[str], *, same: bool) -> str:
    if not same:
        return f"**{' '.join(words)}**"
    if len(words) > 2 * KEPT + 2:
        words = [*words[:KEPT], "…", *words[-KEPT:]]
    return " ".join(words)
