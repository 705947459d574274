"""A list that is read record by record says what it says when it is read whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainer.load.pieces import items_of, pieces_of
from explainer.load.yaml_text import parse

LINES = st.lists(
    st.sampled_from(
        [
            "- a: 1", "- b", "- ", "-", "- - c", "  - d", "  e: f", "  g: >-", "  h: |+", "- |", "- >", "    i",
            "   ", "", "# j", "  # k", '- l: "m', '  n"', "- 'o", "  p'", "- [q,", "  r]", "- {s: t,", "  u: v}",
            "- &w x", "- *w", "  y: R&D", "- ! z", "- !!str 1", "- ? a", "  : b", "---", "...", "%YAML 1.1", "\t- c",
            "- \td", "-e", "f: g", "- h: i # j", "- k: [l]", "  m: null", "- ~", "é: ü", "- \u2028n", "- o\r", "- {}",
        ]
    ),
    max_size=9,
)  # fmt: skip


@given(lines=LINES, end=st.sampled_from(["", "\n", "\n\n"]))
@example(lines=['- l: "m', "- a: 1", '  n"'], end="\n")
@example(lines=["- &w x", "- &w x"], end="\n")
@example(lines=["- a: 1", "...", "- b"], end="\n")
@example(lines=["- |+", "    i", "", "- b"], end="")
@settings(max_examples=1500, deadline=None)
def test_pieces_are_the_whole(lines: list[str], end: str) -> None:
    """Whatever stands in a file: its pieces give the same values, all at once or any of them alone, or nothing."""
    text = "\n".join(lines) + end
    pieces = pieces_of(text)
    if pieces is None or (items := items_of(pieces)) is None:
        return

    assert parse(text, "events.yml") == (items, [])
    assert [items_of([piece]) for piece in pieces] == [[item] for item in items]
    assert items_of(pieces[::2]) == items[::2]


@given(lines=LINES, kept=st.integers(0, 511))
@example(lines=["- &w x", "- &w x"], kept=1)
@example(lines=["- a: 1", "...", "- b"], kept=1)
@example(lines=["- a: 1", "%YAML 1.1", "- b"], kept=1)
@example(lines=["- b", "f: g", "- b"], kept=1)
@example(lines=['- l: "m', "- b", '  n"'], kept=2)
@example(lines=["- b", "# j", "- |+", "", "- b"], kept=5)
@settings(max_examples=1500, deadline=None)
def test_pieces_that_stand_alone_stand_together(lines: list[str], kept: int) -> None:
    """Where each piece was read among others before, the whole file says the same as they did."""
    pieces = pieces_of("\n".join(lines) + "\n")
    if pieces is None:
        return
    some = [piece for number, piece in enumerate(pieces) if kept >> number & 1]
    rest = [piece for number, piece in enumerate(pieces) if not kept >> number & 1]
    one, other = items_of(some) if some else [], items_of(rest) if rest else []
    if one is None or other is None:
        return

    values, problems = parse("".join(pieces), "events.yml")
    ours = [(one if kept >> number & 1 else other).pop(0) for number in range(len(pieces))]
    assert (values, problems) == (ours, [])


@pytest.mark.parametrize(
    "text",
    [
        "# A remark.\n\n- a: b\n  c: R&D, A & B, *very*\n# Another.\n- d: >-\n    e\n\n    f\n\n- g: {h: [i]}\n",
        "- a: |\n    - b\n    - c\n- d: 'e\n    f'\n- g",
    ],
)
def test_common_lists_are_taken_apart(text: str) -> None:
    """Remarks, texts over several lines and short forms are no reason to read everything anew."""
    pieces = pieces_of(text)

    assert pieces is not None
    assert items_of(pieces) == parse(text, "events.yml")[0]
