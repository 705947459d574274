"""Where the labels of a map stand: beside their points, off each other, the first ones first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from explainer.frozen import frozen
from explainer.geography.lines import Box

GAP = 4.0
"""Pixels between a point and its label, and between labels."""
ASCENT, DESCENT = 0.82, 0.26
"""Of a line of text, as shares of its size."""


@frozen
class Label:
    """Where a label's text begins on its first line, in pixels, and which of its forms it takes."""

    x: float
    y: float
    form: int


@frozen
class Anchor:
    """A point to be labelled, the pixels it takes around it, and the forms of its label, the fullest first.

    A form is a list of lines.
    """

    x: float
    y: float
    reach: float
    forms: Sequence[Sequence[str]]


def placed(anchors: Sequence[Anchor], width: int, height: int, size: float) -> list[Label | None]:
    """Return where the labels stand, in a type of so many pixels; nothing for those without room."""
    taken = [_around(anchor) for anchor in anchors]
    found: list[Label | None] = []
    for anchor in anchors:
        label = None
        for form, lines in enumerate(anchor.forms):
            wide = max(width_of(line, size) for line in lines)
            high = len(lines) * size * 1.15
            label = _first_free(anchor, form, (wide, high, size), taken, (width, height))
            if label:
                taken.append(_box(label, wide, high, size))
                break
        found.append(label)
    return found


def width_of(text: str, size: float) -> float:
    """Return about how many pixels a text takes, rather too many than too few."""
    return size * sum(_wide(letter) for letter in text)


def _wide(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if unicodedata.combining(letter):
        return 0.0
    return 0.72 if letter.isupper() else 0.34 if letter in " .,·'’ilI-" else 0.6


def _first_free(
    anchor: Anchor,
    form: int,
    room: tuple[float, float, float],
    taken: Iterable[Box],
    paper: tuple[int, int],
) -> Label | None:
    for x, y in _positions(anchor, *room):
        label = Label(round(x, 1), round(y, 1), form)
        box = _box(label, *room)
        inside = box[0] >= 2 and box[1] >= 2 and box[2] <= paper[0] - 2 and box[3] <= paper[1] - 2
        if inside and not any(_meet(box, other) for other in taken):
            return label
    return None


def _positions(anchor: Anchor, wide: float, high: float, size: float) -> Iterator[tuple[float, float]]:
    """Yield where a label may begin: right of its point, left, above, below, and then aslant."""
    away = anchor.reach + GAP
    line = size * ASCENT
    level = anchor.y - high / 2 + line
    above, below = anchor.y - away - high + line, anchor.y + away + line
    yield anchor.x + away, level
    yield anchor.x - away - wide, level
    yield anchor.x - wide / 2, above
    yield anchor.x - wide / 2, below
    for aslant in (above, below):
        yield anchor.x + anchor.reach, aslant
        yield anchor.x - anchor.reach - wide, aslant


def _box(label: Label, wide: float, high: float, size: float) -> Box:
    top = label.y - size * ASCENT
    return label.x - GAP / 4, top, label.x + wide + GAP / 4, top + high


def _around(anchor: Anchor) -> Box:
    reach = anchor.reach
    return anchor.x - reach, anchor.y - reach, anchor.x + reach, anchor.y + reach


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
