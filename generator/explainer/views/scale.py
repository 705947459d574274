"""Estimates side by side on one scale: where each mark stands, in shares of the width and lines of text."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from explainer.model.figure import Estimate, Figure
from explainer.model.phrases import short
from explainer.views.bounds import Bounds, bounds
from explainer.views.context import Context

START, END, EDGE = 3.0, 88.0, 99.0
"""Where the axis begins and its last round number stands, and how far arrows may go, in hundredths."""
ARROW, HALO = 9.0, 2.0
"""How long an arrow is and how far each layer of a soft surround reaches, in hundredths of the width."""
LINE, BAND, FOOT = 1.4, 1.9, 2.2
"""How tall a line of text, the room for a mark and the axis are, in sizes of the text."""
NAME, WORDS = 25, 18
"""How many columns a name and a value may take; both fit beside each other on a phone."""
FAR_APART = 50
"""From this ratio on, the smallest number can hardly be told from zero."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One estimate's row: x in hundredths of the width, y in sizes of the text."""

    index: int
    """Which of the figure's estimates it shows."""
    name: tuple[tuple[float, str], ...]
    """Who gave it, in lines, each with its y."""
    words: str
    """What the source says where it gives no number, shortened."""
    as_of: str
    top: float
    """The y of the first line of text."""
    y: float
    """Where the mark stands."""
    x: float
    width: float
    """Nothing for a single number."""
    point: float | None
    """Where the number itself stands, where one is given."""
    look: str
    """exact, about or vague."""
    arrow: float | None
    """Where an arrow ends: to the right for more, to the left for less."""
    open: bool
    """Whether a vague band has no end."""
    halo: tuple[tuple[float, float], ...]
    """x and width of each layer of a soft surround."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A drawing of a figure's estimates that begins at zero."""

    id: str
    direction: str
    """Of the texts; the numbers always run from left to right."""
    height: float
    foot: float
    """The y of the axis."""
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    far_apart: bool
    """Whether the numbers differ so much that small ones can hardly be told from zero."""


def figure_scale(figure: Figure, context: Context) -> Scale | None:
    """Return the scale of a figure that has two or more estimates with a number, else nothing."""
    known = [(index, one, found) for index, one in enumerate(figure.estimates) if (found := bounds(one))]
    if len(known) < 2:
        return None
    numbers = [number for _, _, found in known for number in (found.low, found.high)]
    axis = _Axis.around(numbers, context)
    marks, y = [], 0.0
    for index, estimate, found in known:
        mark, y = _mark(index, estimate, found, axis, context, y)
        marks.append(mark)
    sizes = [abs(number) for number in numbers if number]
    return Scale(
        id=figure.id,
        direction=context.language.direction,
        height=round(y + FOOT, 2),
        foot=round(y + 0.3, 2),
        ticks=tuple(axis.ticks(context)),
        marks=tuple(marks),
        far_apart=bool(sizes) and max(sizes) >= FAR_APART * min(sizes),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Round numbers from zero, or from below it, to above the greatest."""

    first: int
    last: int
    step: float

    @classmethod
    def around(cls, numbers: Iterable[float], context: Context) -> _Axis:
        """Return an axis for these numbers; long ones get fewer ticks, so that they never touch."""
        least, most = min(0.0, *numbers), max(0.0, *numbers)
        parts = 2 if len(context.language.number(most)) > 7 else 4
        step = _round_step((most - least or 1.0) / parts)
        return cls(math.floor(least / step), max(math.ceil(most / step), 1), step)

    def x(self, number: float) -> float:
        """Return where a number stands."""
        share = (number / self.step - self.first) / (self.last - self.first)
        return round(START + (END - START) * share, 2)

    def ticks(self, context: Context) -> Iterator[Tick]:
        """Yield the round numbers."""
        for count in range(self.first, self.last + 1):
            number = float(f"{count * self.step:.12g}")
            yield Tick(self.x(number), context.language.number(number))


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))


def _mark(
    index: int, estimate: Estimate, found: Bounds, axis: _Axis, context: Context, top: float
) -> tuple[Mark, float]:
    """Return one row and the y where the next begins."""
    lines = _wrapped(context.story.actors[estimate.by].name, NAME)
    count = max(len(lines), 2 if estimate.as_of else 1)
    y = top + count * LINE + BAND / 2
    left, right = axis.x(found.low), axis.x(found.high)
    look = found.qualifier if found.qualifier in {"about", "vague"} else "exact"
    alone = look == "vague" and estimate.value is None
    open_up = found.opens_up or (alone and estimate.high is None)
    open_down = found.opens_down or (alone and estimate.low is None)
    if look == "vague":
        left, right = _band(left, right, axis, open_up=open_up, open_down=open_down)
    mark = Mark(
        index=index,
        name=tuple((round(top + (row + 1) * LINE - 0.3, 2), line) for row, line in enumerate(lines)),
        words=_cut(estimate.text or "", WORDS),
        as_of=short(estimate.as_of.edtf, context.language) if estimate.as_of else "",
        top=round(top + LINE - 0.3, 2),
        y=round(y, 2),
        x=left,
        width=round(right - left, 2),
        point=_point(estimate, found, axis) if look != "vague" else None,
        look=look,
        arrow=_arrow(left, right, axis, up=open_up, down=open_down) if look != "vague" else None,
        open=open_up and look == "vague",
        halo=tuple(_halo(left, right)) if look == "about" else (),
    )
    return mark, y + BAND / 2 + 0.35


def _point(estimate: Estimate, found: Bounds, axis: _Axis) -> float | None:
    number = found.low if found.low == found.high else estimate.value
    return axis.x(number) if number is not None else None


def _band(left: float, right: float, axis: _Axis, *, open_up: bool, open_down: bool) -> tuple[float, float]:
    if open_down:
        return axis.x(axis.first * axis.step), right
    if open_up:
        return left, EDGE
    return (left - HALO, right + HALO) if left == right else (left, right)


def _arrow(left: float, right: float, axis: _Axis, *, up: bool, down: bool) -> float | None:
    if up:
        return round(min(right + ARROW, EDGE), 2)
    # What is counted cannot be fewer than none, so the arrow stops there.
    return round(max(left - ARROW, axis.x(axis.first * axis.step)), 2) if down else None


def _halo(left: float, right: float) -> Iterator[tuple[float, float]]:
    for layer in (3, 2, 1):
        reach = layer * HALO
        yield round(max(left - reach, 0), 2), round(right - max(left - reach, 0) + reach, 2)


def _wrapped(text: str, columns: int) -> Sequence[str]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and _columns(joined) > columns:
            lines.append(word)
        else:
            lines[-1] = joined
    return [_cut(line, columns + 3) for line in lines]


def _cut(text: str, columns: int) -> str:
    while _columns(text) > columns:
        text = text[:-2].rstrip() + "…"
    return text


def _columns(text: str) -> int:
    """Return how wide a text is; Chinese, Japanese and Korean letters take twice the room."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
