"""Did you mean: the known word nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

CUTOFF = 66
"""The least likeness, of 100, at which a suggestion helps more than it misleads."""
SLIP = 0.7
"""The least likeness, of 1, of a slip of the fingers, such as two letters in the wrong order."""
SHORTEST = 2
"""Letters that a suggestion has at least."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, or nothing where none is near."""
    # Brought in only where something is unknown, for that takes a noticeable part of a short story's build.
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    # Shorter words are part of too many others to mean anything.
    choices = [choice for choice in known if len(choice) >= SHORTEST]
    slip = process.extractOne(
        word, choices, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=SLIP
    )
    best = slip or process.extractOne(
        word, choices, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=CUTOFF
    )
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the hint `did you mean "…"?`, or an empty text where nothing is near."""
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else ""
