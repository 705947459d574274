"""Drawings of who is related to whom: one actor with its neighbours, or all actors by side.

Places are counted off, not searched for: the same records give the same drawing, no two names meet, and a
drawing fits a phone. Lengths are in pixels of a drawing 360 wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from explainer.frozen import frozen
from explainer.views.lettering import wrapped
from explainer.views.pieces import Link

WIDTH = 360
LINE = 15
"""The height of a line of names."""
MOST_NEIGHBOURS = 12
_ACROSS = 3
_MIDDLE, _NAMES = 104, 188
"""Where the actor's name ends, and where the neighbours' names begin."""
_CELL = WIDTH // _ACROSS
_ROW = 74
_HEAD = 30
_BEND = 110
"""How far beside its column a long line is drawn towards."""


@frozen
class Node:
    """Somebody to be drawn."""

    id: str
    link: Link


@frozen
class Edge:
    """How one stands to another."""

    a: str
    b: str
    rel: str
    polarity: int
    symmetric: bool


@frozen
class Label:
    """A name in a drawing."""

    link: Link
    x: int
    y: int
    """The base of its first line."""
    lines: tuple[str, ...]
    middle: bool
    """Whether `x` is its middle and not its beginning."""
    under: tuple[str, ...] = ()
    """What stands below it in small letters."""


@frozen
class Stroke:
    """A line from one name to another, with an arrow at its end where it has a direction."""

    path: str
    arrow: str
    polarity: int


@frozen
class Network:
    """A drawing."""

    height: int
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...]
    heads: tuple[tuple[str, int], ...] = ()
    """The names of bands, and the height at which each begins."""
    more: int = 0
    """Neighbours that there was no room for."""


def fan(middle: Node, neighbours: Sequence[tuple[Node, str, Edge]]) -> Network:
    """Return an actor with its neighbours in a column, what relates them in words below each name."""
    shown = neighbours[:MOST_NEIGHBOURS]
    rows = [
        (node, wrapped(node.link.text, 22)[:2], wrapped(words, 26)[:2], edge) for node, words, edge in shown
    ]
    heights = [LINE * (len(names) + len(words)) + 14 for _, names, words, _ in rows]
    height = max(sum(heights), 70)
    own = wrapped(middle.link.text, 13)[:4]
    labels = [
        Label(
            middle.link, _MIDDLE // 2, height // 2 - LINE * (len(own) - 1) // 2 + 4, tuple(own), middle=True
        )
    ]
    strokes, top = [], (height - sum(heights)) // 2
    for (node, names, words, edge), tall in zip(rows, heights, strict=True):
        labels.append(
            Label(node.link, _NAMES, top + LINE + 2, tuple(names), middle=False, under=tuple(words))
        )
        start, end = (_MIDDLE, height // 2), (_NAMES - 6, top + LINE - 2)
        strokes.append(_stroke(*((start, end) if edge.a == middle.id else (end, start)), edge))
        top += tall
    return Network(height, tuple(labels), tuple(strokes), more=len(neighbours) - len(shown))


def banded(bands: Iterable[tuple[str, Sequence[Node]]], edges: Iterable[Edge]) -> Network:
    """Return all actors, side below side, with a line for each relation between two of them."""
    labels, heads, places, top = [], [], {}, 0
    for name, nodes in bands:
        heads.append((name, top))
        top += _HEAD
        for number, node in enumerate(nodes):
            row, column = divmod(number, _ACROSS)
            x, y = column * _CELL + _CELL // 2, top + row * _ROW + 20
            lines = wrapped(node.link.text, 15)[:3]
            labels.append(Label(node.link, x, y, tuple(lines), middle=True))
            places[node.id] = (x, y - 5 + (len(lines) - 1) * LINE // 2, len(lines))
        top += -(-len(nodes) // _ACROSS) * _ROW
    strokes = tuple(
        _stroke(*_ends(places[edge.a], places[edge.b]), edge)
        for edge in edges
        if edge.a in places and edge.b in places
    )
    return Network(top, tuple(labels), strokes, tuple(heads))


def _ends(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a line between two names begins and ends: outside both."""
    return _outside(one, other), _outside(other, one)


def _outside(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int]:
    x, y, lines = one
    across, down = other[0] - x, other[1] - y
    if across == down == 0:
        return x, y
    half_wide, half_tall = _CELL * 0.42, lines * LINE / 2 + 4
    share = min(
        half_wide / abs(across) if across else float("inf"),
        half_tall / abs(down) if down else float("inf"),
        0.45,
    )
    return round(x + across * share), round(y + down * share)


def _stroke(start: tuple[int, int], end: tuple[int, int], edge: Edge) -> Stroke:
    (x, y), (to_x, to_y) = start, end
    way, (from_x, from_y) = f"L{to_x} {to_y}", start
    if abs(to_y - y) > _ROW and abs(to_x - x) < _CELL // 2:
        # Straight down its column it would run through the names between.
        from_x, from_y = x + (_BEND if x < WIDTH // 2 else -_BEND), (y + to_y) // 2
        way = f"Q{from_x} {from_y} {to_x} {to_y}"
    arrow = "" if edge.symmetric else _arrow(from_x, from_y, to_x, to_y)
    return Stroke(f"M{x} {y}{way}", arrow, edge.polarity)


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    """Return a head of 7 by 6 at the end of a line."""
    length = hypot(to_x - x, to_y - y) or 1
    along, up = (to_x - x) / length, (to_y - y) / length
    back_x, back_y = to_x - 7 * along, to_y - 7 * up
    one = f"{back_x - 3 * up:.0f} {back_y + 3 * along:.0f}"
    other = f"{back_x + 3 * up:.0f} {back_y - 3 * along:.0f}"
    return f"M{one}L{to_x} {to_y}L{other}"
