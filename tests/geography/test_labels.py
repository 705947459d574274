"""Labels: inside the map, off each other and off the points, the same every time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.geography.labels import Anchor, Label, placed, width_of

SIZE = 12.0
WORDS = st.text(st.sampled_from("Aleppoحلب阿勒颇 -"), min_size=1, max_size=12)
ANCHORS = st.lists(
    st.builds(
        lambda x, y, reach, name, other: Anchor(x, y, reach, [[f"1 {name}", other], [f"1 {name}"], ["1"]]),
        st.floats(10, 330),
        st.floats(10, 230),
        st.floats(4, 16),
        WORDS,
        WORDS,
    ),
    max_size=14,
)


def box(anchor: Anchor, label: Label) -> tuple[float, float, float, float]:
    """Return the room that a label takes."""
    lines = anchor.forms[label.form]
    wide = max(width_of(line, SIZE) for line in lines)
    top = label.y - 0.82 * SIZE
    return label.x, top, label.x + wide, top + len(lines) * SIZE * 1.15


@settings(max_examples=40)
@given(ANCHORS)
def test_no_label_touches_another(anchors: list[Anchor]) -> None:
    """Labels lie inside the map and meet neither each other nor any point, to a tenth of a pixel."""
    found = [
        (anchor, box(anchor, label))
        for anchor, label in zip(anchors, placed(anchors, 340, 240, SIZE), strict=True)
        if label
    ]
    points = [(a.x - a.reach, a.y - a.reach, a.x + a.reach, a.y + a.reach) for a in anchors]

    for number, (_, one) in enumerate(found):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= 340
        assert one[3] <= 240
        for other in [*points, *(taken for _, taken in found[:number])]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0.11 or down <= 0.11


def test_a_lone_point_has_its_whole_label() -> None:
    """Where there is room a label stands right of its point in its fullest form."""
    (label,) = placed([Anchor(100, 100, 5, [["1 Aleppo", "حلب"], ["1"]])], 340, 240, SIZE)

    assert label is not None
    assert label.form == 0
    assert label.x == 109


def test_a_crowded_point_keeps_its_number() -> None:
    """Between others a label falls back to a shorter form rather than covering them."""
    crowd = [Anchor(120 + 26 * n, 120, 9, [["1 A very long name", "and another"], ["1"]]) for n in range(5)]
    forms = [label.form if label else None for label in placed(crowd, 340, 240, SIZE)]

    assert forms[0] == 0
    assert 1 in forms
