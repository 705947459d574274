"""Lines: simpler ones, pieces inside a box, areas closed along its edges."""

from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from explainer.geography.lines import Box, Line, areas, clipped, cut, joined, linked, simplified

BOX: Box = (-10.5, -8.5, 12.5, 9.5)
NUMBERS = st.integers(-40, 40).map(float)
POINTS = st.tuples(NUMBERS, NUMBERS)
LINES = st.lists(POINTS, min_size=2, max_size=30)


@st.composite
def rings(draw: st.DrawFn) -> list[tuple[float, float]]:
    """Draw a ring that runs clockwise and never crosses itself: a star around a middle."""
    x, y = draw(POINTS)
    count = draw(st.integers(3, 14))
    reach = draw(st.lists(st.integers(3, 45), min_size=count, max_size=count))
    turns = (-2 * math.pi * number / count for number in range(count))
    ring = [
        (x + round(far * math.cos(turn)), y + round(far * math.sin(turn)))
        for far, turn in zip(reach, turns, strict=True)
    ]
    return [*ring, ring[0]]


def size(ring: Line) -> float:
    """Return the area of a ring; it is negative where the ring runs counter-clockwise."""
    return sum(b[0] * a[1] - a[0] * b[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def holds(ring: Line, x: float, y: float) -> bool:
    """Tell whether a ring goes around a point."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (ay < y) != (by < y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside


@given(LINES)
def test_pieces_of_a_line_stay_in_the_box(line: Line) -> None:
    """No piece of a line leaves the box that it is cut at, and each but the ends ends on an edge."""
    for piece in cut(line, BOX):
        assert len(piece) > 1
        assert all(
            BOX[0] - 1e-6 <= x <= BOX[2] + 1e-6 and BOX[1] - 1e-6 <= y <= BOX[3] + 1e-6 for x, y in piece
        )
        for x, y in (piece[0], piece[-1]):
            edge = min(abs(x - BOX[0]), abs(x - BOX[2]), abs(y - BOX[1]), abs(y - BOX[3]))
            assert edge < 1e-6 or (x, y) in (line[0], line[-1])


@given(rings())
def test_areas_in_a_box_are_what_clipping_gives(ring: Line) -> None:
    """An area closed along the edges of a box is as large as the same ring clipped by another method."""
    if abs(size(ring)) < 1:
        return
    found = areas([ring], BOX, filled=holds(ring, BOX[0], BOX[1]))

    assert math.isclose(sum(map(size, found)), size(clipped(ring, BOX)), rel_tol=1e-6, abs_tol=1e-6)


@given(rings(), st.integers(1, 12))
def test_parts_of_a_ring_make_the_same_area(ring: Line, place: int) -> None:
    """A ring that is cut into two lines somewhere encloses the same area once they are put together."""
    place = place % (len(ring) - 2) + 1
    found = areas(joined([ring[place:], ring[: place + 1]]), BOX, filled=holds(ring, BOX[0], BOX[1]))
    whole = areas([ring], BOX, filled=holds(ring, BOX[0], BOX[1]))

    assert math.isclose(sum(map(size, found)), sum(map(size, whole)), rel_tol=1e-6, abs_tol=1e-6)


@given(LINES, st.floats(0.1, 20))
def test_simplified_lines_stay_close(line: Line, tolerance: float) -> None:
    """A simplified line keeps its ends and points of its own only, and none left out is farther off than allowed."""
    made = simplified(line, tolerance)
    left = iter(line)

    assert made[0] == line[0]
    assert made[-1] == line[-1]
    assert all(point in left for point in made)
    assert all(_off(point, made) <= tolerance + 1e-6 for point in line)


def _off(point: tuple[float, float], line: Line) -> float:
    ways = list(itertools.pairwise(line))
    return min(_distance(point, a, b) for a, b in ways)


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = min(max(((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / long, 0), 1) if long else 0
    return math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)


def test_a_box_wholly_inside_an_area_is_filled() -> None:
    """Where no outline comes near, the box is all inside or all outside."""
    far = [(-90.0, -90.0), (-90.0, 90.0), (90.0, 90.0), (90.0, -90.0), (-90.0, -90.0)]

    assert math.isclose(sum(map(size, areas([far], BOX, filled=True))), 23 * 18)
    assert areas([far], BOX, filled=False) == []


def test_a_hole_is_taken_out_of_a_filled_box() -> None:
    """A lake, whose outline runs the other way, is not part of the land around it."""
    hole = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]

    assert math.isclose(sum(map(size, areas([hole], BOX, filled=True))), 23 * 18 - 16)


@given(LINES, st.lists(st.tuples(st.integers(0, 29), st.booleans()), max_size=6), st.randoms())
def test_pieces_of_a_line_are_put_together(line: Line, cuts: list[tuple[int, bool]], chance: object) -> None:
    """Pieces of a line without a crossing become one line again, whatever their order and direction."""
    path = list(dict.fromkeys(line))
    places = sorted({0, len(path) - 1, *(place for place, _ in cuts if 0 < place < len(path) - 1)})
    pieces = [path[a : b + 1] for a, b in itertools.pairwise(places)]
    turned = [piece[::-1] if number % 2 else piece for number, piece in enumerate(pieces)]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    if turned:
        (made,) = linked(turned)
        assert made in (path, path[::-1])


def test_lines_stay_apart_where_three_meet() -> None:
    """Where three boundaries meet each of them ends."""
    middle = (0.0, 0.0)

    assert len(linked([[middle, (1.0, 0.0)], [middle, (0.0, 1.0)], [(-1.0, 0.0), middle]])) == 3
