"""Figures: estimates on one scale, and between which numbers they lie."""

from __future__ import annotations

from typing import Any

import pytest

from explainer.views.apart import apart_from
from explainer.views.bounds import spreads
from explainer.views.scale import Mark, Scale, figure_scale
from views.story import context, figure


def scale(*estimates: dict[str, Any]) -> Scale:
    """Return the scale of estimates."""
    story = figure(*estimates)
    drawn = figure_scale(story.story.figures["f"], story)
    assert drawn is not None
    return drawn


def mark(estimate: dict[str, Any]) -> Mark:
    """Return the mark of an estimate beside the number 100."""
    return scale(estimate, {"value": 100}).marks[0]


@pytest.mark.parametrize(
    ("estimate", "look", "point", "bar", "arrow"),
    [
        ({"value": 40}, "exact", True, False, ""),
        ({"value": 40, "qualifier": "at-least"}, "exact", True, False, "right"),
        ({"value": 40, "qualifier": "more-than"}, "exact", True, False, "right"),
        ({"value": 40, "qualifier": "up-to"}, "exact", True, False, "left"),
        ({"value": 40, "qualifier": "about"}, "about", True, False, ""),
        ({"low": 40, "high": 60}, "exact", False, True, ""),
        ({"low": 40, "high": 60, "qualifier": "about"}, "about", False, True, ""),
        ({"value": 50, "low": 40, "high": 60}, "exact", True, True, ""),
        ({"low": 40}, "exact", True, False, "right"),
        ({"high": 40}, "exact", True, False, "left"),
        ({"text": "Dozens", "low": 24, "qualifier": "vague"}, "vague", False, True, ""),
    ],
    ids=str,
)
def test_each_way_of_meaning_a_number_has_its_mark(
    estimate: dict[str, Any], look: str, point: bool, bar: bool, arrow: str
) -> None:
    """A number is a point, a range a bar, more or less an arrow, about a surround, words a band."""
    drawn = mark(estimate)

    assert drawn.look == look
    assert (drawn.point is not None) == point
    assert (drawn.width > 0) == bar
    assert bool(drawn.halo) == (look == "about")
    assert arrow == ("" if drawn.arrow is None else "right" if drawn.arrow > drawn.x else "left")


def test_a_vague_band_is_open_where_no_end_is_given() -> None:
    """A vague estimate runs to the edge without its upper end, from zero without its lower one."""
    lower = mark({"text": "Dozens", "low": 24, "qualifier": "vague"})
    upper = mark({"text": "A few", "high": 9, "qualifier": "vague"})
    both = mark({"low": 24, "high": 60, "qualifier": "vague"})

    assert (lower.open, lower.x + lower.width) == (True, 99.0)
    assert (upper.open, upper.x) == (False, 3.0)
    assert (both.open, both.x + both.width < 88) == (False, True)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ([12, 31], ["0", "10", "20", "30", "40"]),
        ([1000, 1010], ["0", "500", "1,000", "1,500"]),
        ([0, 0], ["0", "0.5"]),
        ([1.5, 2.5], ["0", "1", "2", "3"]),
        ([-7, 12], ["-10", "-5", "0", "5", "10", "15"]),
        ([246, 270000], ["0", "100,000", "200,000", "300,000"]),
        ([3e6, 1.2e7], ["0", "10,000,000", "20,000,000"]),
    ],
    ids=str,
)
def test_the_scale_begins_at_zero_with_round_numbers(numbers: list[float], ticks: list[str]) -> None:
    """The axis has few round numbers and begins at zero, or below it where numbers do."""
    drawn = scale(*({"value": number} for number in numbers))

    assert [tick.text for tick in drawn.ticks] == ticks
    assert all(3 <= mark.x <= 88 for mark in drawn.marks)


def test_numbers_are_in_the_storys_language_and_run_left_to_right() -> None:
    """The axis of a story from right to left has that language's numbers and still grows to the right."""
    story = context(
        {"language": "ar"},
        figures=[
            {
                "id": "f",
                "title": "F",
                "unit": "p",
                "estimates": [{"by": "board", "value": n} for n in (5, 9)],
            }
        ],
    )
    drawn = figure_scale(story.story.figures["f"], story)

    assert drawn
    assert drawn.direction == "rtl"
    assert [tick.x for tick in drawn.ticks] == sorted(tick.x for tick in drawn.ticks)
    assert drawn.ticks[0].text == story.language.number(0)


@pytest.mark.parametrize(("numbers", "far"), [([10, 499], False), ([10, 500], True), ([0, 9], False)])
def test_numbers_far_apart_are_said_to_be(numbers: list[float], far: bool) -> None:
    """Numbers of different orders of magnitude are said to be hard to tell apart on the scale."""
    assert scale(*({"value": number} for number in numbers)).far_apart is far


@pytest.mark.parametrize(
    "estimates",
    [[{"value": 5}], [{"value": 5}, {"text": "Dozens", "qualifier": "vague"}], [{"low": 5, "high": 9}]],
    ids=str,
)
def test_one_number_needs_no_scale(estimates: list[dict[str, Any]]) -> None:
    """A figure with fewer than two estimates that have a number is not drawn."""
    story = figure(*estimates)

    assert figure_scale(story.story.figures["f"], story) is None


@pytest.mark.parametrize(
    ("estimates", "found"),
    [
        ([{"value": 10}, {"value": 246, "qualifier": "at-least"}], [("10 exact", "246 at-least", "")]),
        ([{"value": 10}, {"low": 5, "high": 8}], [("5 exact", "10 exact", "")]),
        ([{"value": 9, "qualifier": "up-to"}, {"value": 20}], [("9 up-to", "20 exact", "")]),
        (
            [{"value": 9}, {"value": 9, "qualifier": "at-least"}, {"value": 20}, {"low": 20}],
            [("9 exact", "20 at-least", "")],
        ),
        ([{"value": 9}, {"value": 20, "qualifier": "vague"}], []),
        ([{"value": 9}, {"value": 9}], []),
        ([{"low": 9, "high": 12}], []),
        ([{"value": 9, "as_of": "2016-05-01"}, {"value": 12, "as_of": "2016-05-02"}], []),
        ([{"value": 9}, {"value": 12, "as_of": "2016-05-02"}], []),
        (
            [
                {"value": 9, "as_of": "2016-05-01"},
                {"value": 30, "as_of": "2016-05-02"},
                {"value": 12, "as_of": "2016-05-01"},
            ],
            [("9 exact", "12 exact", "1 May 2016")],
        ),
    ],
    ids=str,
)
def test_reported_between(estimates: list[dict[str, Any]], found: list[tuple[str, str, str]]) -> None:
    """Two numbers stand for a disagreement only for one day, never vague ones, and keep how they are meant."""
    story = figure(*estimates)

    assert [
        (
            f"{spread.low.number} {spread.low.qualifier}",
            f"{spread.high.number} {spread.high.qualifier}",
            spread.as_of.text if spread.as_of else "",
        )
        for spread in spreads(story.story.figures["f"], story)
    ] == found


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "differs"),
    [
        ({"place": "city"}, {"place": "east"}, True, ("place",)),
        ({"place": "east"}, {"place": "west"}, False, ("place",)),
        ({"period": "2016-04"}, {"period": "2016-04-30"}, True, ("period",)),
        ({"period": "2016-04"}, {"period": "2016-05"}, False, ("period",)),
        ({"side": "both"}, {"side": "rebels"}, True, ("side",)),
        ({"side": "army"}, {"side": "rebels"}, False, ("side",)),
        ({"cause": "fire"}, {}, True, ("cause",)),
        ({}, {}, True, ()),
    ],
    ids=str,
)
def test_why_figures_stay_apart(
    one: dict[str, str], other: dict[str, str], overlaps: bool, differs: tuple[str, ...]
) -> None:
    """Two figures that are not to be combined say in which way their scopes overlap or differ, both ways round."""
    base = {"title": "F", "unit": "people", "estimates": {"by": "board", "value": 1}}
    story = context(
        places=[
            {"id": "city", "name": "City", "kind": "city"},
            {"id": "east", "name": "East", "kind": "district", "within": "city"},
            {"id": "west", "name": "West", "kind": "district", "within": "city"},
        ],
        figures=[
            {"id": "f", "scope": one, "do_not_combine_with": "g", **base},
            {"id": "g", "scope": other, **base},
        ],
    )

    for id_ in ("f", "g"):
        (apart,) = apart_from(id_, story)
        assert (apart.overlaps, apart.differs) == (overlaps, differs)
