"""Lines in whole units: made simpler, cut at the edges of a box, and closed along them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Point = tuple[float, float]
P = TypeVar("P", bound=Point)
Line = Sequence[Point]
Box = tuple[float, float, float, float]
"""West, south, east and north."""


def simplified(line: Sequence[P], tolerance: float) -> list[P]:
    """Return a line without the points that lie closer than the tolerance to what is left of it."""
    if len(line) < 3:
        return list(line)
    kept = bytearray(len(line))
    kept[0] = kept[-1] = 1
    limit = tolerance * tolerance
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        number, away = _farthest(line, first, last)
        if away > limit:
            kept[number] = 1
            parts += [(first, number), (number, last)]
    return [point for point, keep in zip(line, kept, strict=True) if keep]


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    """Return the point farthest from the straight way between two others, and how far, squared."""
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    number, most = first, -1.0
    for index in range(first + 1, last):
        px, py = line[index]
        px, py = px - ax, py - ay
        if length:
            share = (px * dx + py * dy) / length
            share = 0.0 if share < 0 else min(share, 1.0)
            px, py = px - share * dx, py - share * dy
        away = px * px + py * py
        if away > most:
            number, most = index, away
    return number, most


def cut(line: Line, box: Box) -> Iterator[list[Point]]:
    """Yield the pieces of a line that lie inside a box, in order."""
    piece: list[Point] = []
    for a, b in itertools.pairwise(line):
        shares = _inside(a, b, box)
        if shares is None:
            if piece:
                yield piece
                piece = []
            continue
        enter, leave = shares
        if not piece or enter > 0:
            if piece:
                yield piece
            piece = [a if enter == 0 else _between(a, b, enter)]
        piece.append(b if leave == 1 else _between(a, b, leave))
        if leave < 1:
            yield piece
            piece = []
    if piece:
        yield piece


def _inside(a: Point, b: Point, box: Box) -> tuple[float, float] | None:
    """Return the shares of the way from one point to another at which it enters and leaves a box."""
    west, south, east, north = box
    (ax, ay), (bx, by) = a, b
    if west <= ax <= east and south <= ay <= north and west <= bx <= east and south <= by <= north:
        return 0.0, 1.0
    if (ax < west and bx < west) or (ax > east and bx > east):
        return None
    if (ay < south and by < south) or (ay > north and by > north):
        return None
    return _clip(a, b, box)


def _clip(a: Point, b: Point, box: Box) -> tuple[float, float] | None:
    """Return the same for a way that may cross the edges."""
    enter, leave = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in (
        (-dx, a[0] - box[0]),
        (dx, box[2] - a[0]),
        (-dy, a[1] - box[1]),
        (dy, box[3] - a[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return (enter, leave) if enter < leave else None


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def joined(lines: Iterable[Line]) -> list[list[Point]]:
    """Return lines put together where one begins at another's end; closed ones end where they begin."""
    starts: dict[Point, list[list[Point]]] = {}
    for line in lines:
        starts.setdefault(line[0], []).append(list(line))
    ends = {line[-1] for same in starts.values() for line in same}
    order = sorted(starts, key=lambda point: (point in ends, point))  # open lines from their first piece on
    found = []
    for start in order:
        while starts[start]:
            whole = starts[start].pop()
            while whole[-1] != whole[0] and starts.get(whole[-1]):
                whole += starts[whole[-1]].pop()[1:]
            found.append(whole)
    return found


def linked(lines: Iterable[Line]) -> list[list[Point]]:
    """Return lines of either direction put together wherever just two of them meet."""
    pieces = [list(line) for line in lines]
    meeting: dict[Point, list[int]] = {}
    for number, piece in enumerate(pieces):
        for end in (piece[0], piece[-1]):
            meeting.setdefault(end, []).append(number)
    left = set(range(len(pieces)))
    found = []
    for number in range(len(pieces)):
        if number in left:
            left.discard(number)
            whole = _extended(pieces[number], pieces, meeting, left)
            found.append(_extended(whole[::-1], pieces, meeting, left))
    return found


def _extended(
    whole: list[Point], pieces: Sequence[list[Point]], meeting: dict[Point, list[int]], left: set[int]
) -> list[Point]:
    """Return a line with those that go on from its end; they are no longer left."""
    while len(here := meeting[whole[-1]]) == 2 and (onward := [each for each in here if each in left]):
        left.discard(onward[0])
        piece = pieces[onward[0]]
        whole = whole + (piece if piece[0] == whole[-1] else piece[::-1])[1:]
    return whole


def areas(outlines: Iterable[Line], box: Box, *, filled: bool) -> list[list[Point]]:
    """Return the rings of what outlines enclose inside a box.

    An outline has the area on its right; `filled` says whether the box's south-west corner is inside it.
    No point of an outline may lie on an edge of the box.
    """
    rings: list[list[Point]] = []
    runs: list[list[Point]] = []
    for outline in outlines:
        pieces = list(cut(outline, box))
        if outline[0] == outline[-1] and pieces and pieces[0][0] == pieces[-1][-1]:
            if len(pieces) == 1:
                rings.append(pieces[0])
                continue
            pieces[0] = pieces.pop() + pieces[0][1:]
        runs += pieces
    if runs:
        return [*_closed(runs, box), *rings]
    west, south, east, north = box
    whole = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    return [whole, *rings] if filled else rings


def clipped(ring: Line, box: Box) -> list[Point]:
    """Return the part of a ring inside a box as one ring; empty where they do not meet."""
    west, south, east, north = box
    points = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        made: list[Point] = []
        for a, b in zip(points, points[1:] + points[:1], strict=True):
            inside, follows = (a[axis] - edge) * sign >= 0, (b[axis] - edge) * sign >= 0
            if inside:
                made.append(a)
            if inside != follows:
                made.append(_between(a, b, (edge - a[axis]) / (b[axis] - a[axis])))
        points = made
    return points


def _closed(runs: list[list[Point]], box: Box) -> Iterator[list[Point]]:
    """Yield the rings that runs across a box make with its edges, followed clockwise."""
    entries = sorted((_along(run[0], box), number) for number, run in enumerate(runs))
    left = set(range(len(runs)))
    while left:
        first = number = min(left)
        ring: list[Point] = []
        while number in left:
            left.discard(number)
            ring += runs[number]
            leave = _along(runs[number][-1], box)
            following = next((entry for entry in entries if entry[0] >= leave), None)
            ring += _corners(leave, following[0] if following else entries[0][0] + 4, box)
            number = (following or entries[0])[1]
        ring.append(runs[first][0])
        yield ring


def _along(point: Point, box: Box) -> float:
    """Return where a point stands on a box's edges, clockwise from the south-west corner: 0 to 4."""
    west, south, east, north = box
    x, y = (point[0] - west) / (east - west), (point[1] - south) / (north - south)
    return min((abs(x), y), (abs(1 - y), 1 + x), (abs(1 - x), 3 - y), (abs(y), 4 - x))[1]


def _corners(leave: float, enter: float, box: Box) -> Iterator[Point]:
    west, south, east, north = box
    corners = ((west, south), (west, north), (east, north), (east, south))
    for number in range(1, 8):
        if leave < number < enter:
            yield corners[number % 4]
