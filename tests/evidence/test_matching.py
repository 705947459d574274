"""Where words are found in a source text, and where they are not."""

from __future__ import annotations

import pytest

from explainer.evidence.matching import Body
from explainer.evidence.nearest import marked, nearest_passage
from explainer.evidence.texts import SourceText

TEXT = """\
The bridge can’t be used, the mayor’s office said. More than 270,000 people were told.
Non-combatants left the rebel-held east. The “calm”—he said—is over, and it is not safe.

“Everything is paralysed.” “We are not going to put pressure on them because we must not,” she said.
Caf\u00e9 prices rose by 1.5 per cent. 中国政府发表声明
At 10:30 it was −5 degrees; 3/4 of them left on 3–4 May, said Gross—5 days late.
"""
BODY = Body(SourceText("a.txt", TEXT))
FOUND = [
    ("The bridge", (1, 0, 10)),
    ("more than", None),
    ("More than 270,000 people", (1, 51, 75)),
    ("More than 270", None),
    ("270,000", (1, 61, 68)),
    ("000 people", None),
    ("The bridge can", None),
    ("can't be used,", (1, 11, 25)),
    ("the mayor", None),
    ("mayor's office", (1, 30, 44)),
    ("combatants left", None),
    ("Non-combatants", (2, 0, 14)),
    ("the rebel", None),
    ('"calm"', (2, 45, 51)),
    ("he said", (2, 52, 59)),
    ("is paralysed.", (3, 12, 25)),
    ("is paralyse", None),
    ("verything is", None),
    ("Cafe\u0301 prices", (4, 0, 11)),
    ("Caf", None),
    ("rose by 1", None),
    ("by 1.5 per", (4, 17, 27)),
    ("政府发表", (4, 36, 40)),
    ("At 10", None),
    ("30 it was", None),
    ("At 10:30", (5, 0, 8)),
    ("5 degrees", None),
    ("-5 degrees", (5, 16, 26)),
    ("3/4 of them", (5, 28, 39)),
    ("4 of them", None),
    ("on 3", None),
    ("4 May", None),
    ("3-4 May", (5, 48, 55)),
    ("5 days late", (5, 68, 79)),
    ("", None),
    ("\u200b", None),
    ("we are not", None),
]


@pytest.mark.parametrize(("words", "place"), FOUND)
def test_whole_words_and_numbers(words: str, place: tuple[int, int, int] | None) -> None:
    """Words are found as they stand, never from the middle of a word, a number or a contraction."""
    found = [(span.paragraph, span.start, span.end) for span in BODY.find(words)]

    assert found == ([place] if place else [])


def test_words_may_run_over_a_line() -> None:
    """A quotation that runs on into the next paragraph is found, with both paragraphs."""
    (span,) = BODY.find("were told. Non-combatants left")

    assert (span.paragraph, span.last) == (1, 2)


INSERTIONS = [
    ("We are not going to put pressure on [Damascus] because we must", (("them",),)),
    ("[W]e are not going", ((),)),
    ("we must not, [the minister]", ((),)),
    ("We are not [really] going", ((),)),
    ("[They] are not going", ((),)),
    ("We are [never] going", (("not",),)),
    ("put pressure on [Damascus] unless we must", ()),
    ("[Damascus]", ()),
    ("Every[one]", ((),)),
]


@pytest.mark.parametrize(("words", "gaps"), INSERTIONS)
def test_insertions_of_ours(words: str, gaps: tuple[tuple[str, ...], ...]) -> None:
    """A text in square brackets may stand for a few words of the source or for none, which are told."""
    assert tuple(span.instead_of for span in BODY.find_around_insertions(words)) == gaps


def test_skipped_paragraphs_are_not_searched() -> None:
    """What is no content is not found, and paragraphs keep their numbers."""
    body = Body(SourceText("a.txt", TEXT), {1})

    assert body.find("The bridge") == []
    assert body.find("Non-combatants")[0].paragraph == 2


NEAREST = [
    ("Everything is paralyzed.", "Everything is **paralyzed.**", 'Everything is **paralysed."**'),
    (
        "We are going to put pressure on them",
        "We are going to put pressure",
        "We are **not** going to put pressure",
    ),
    ("it is safe.", "it is safe.", "it is **not** safe."),
    ("Xyzzy plugh", None, None),
]


@pytest.mark.parametrize(("words", "written", "printed"), NEAREST)
def test_nearest_passage(words: str, written: str | None, printed: str | None) -> None:
    """Words that are not in the source are shown beside the likest passage, differences marked."""
    near = nearest_passage(BODY, words)

    if written is None or printed is None:
        assert near is None
    else:
        assert near is not None
        assert written in near.written
        assert printed in near.printed


def test_marks_show_order() -> None:
    """Words in another order are a difference that is marked."""
    assert marked("killed ten and hurt six", "killed six and hurt ten") == (
        "killed **ten** and hurt **six**",
        "killed **six** and hurt **ten**",
    )
