"""Estimates side by side on one scale: where each mark stands, in shares of the width and lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.figure import Estimate, Figure
from explainer.model.phrases import short
from explainer.views.axis import Axis, Tick
from explainer.views.bounds import Bounds, bounds
from explainer.views.context import Context
from explainer.views.lettering import cut, wrapped

EDGE = 99.0
"""How far arrows and open bands may go, in hundredths of the width."""
ARROW, HALO = 9.0, 2.0
"""How long an arrow is and how far each layer of a soft surround reaches, in hundredths of the width."""
LINE, BAND, FOOT = 1.4, 1.9, 2.2
"""How tall a line of text, the room for a mark and the axis are, in sizes of the text."""
NAME, WORDS = 25, 18
"""How many columns a name and a value may take; both fit beside each other on a phone."""
FAR_APART = 50
"""From this ratio on, the smallest number can hardly be told from zero."""


@frozen
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


@frozen
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
    more: bool
    """Whether there is an arrow to the right."""
    less: bool
    """Whether there is an arrow to the left."""
    far_apart: bool
    """Whether the numbers differ so much that small ones can hardly be told from zero."""


def figure_scale(figure: Figure, context: Context) -> Scale | None:
    """Return the scale of a figure that has two or more estimates with a number, else nothing."""
    known = [
        _Given(index, estimate, found)
        for index, estimate in enumerate(figure.estimates)
        if (found := bounds(estimate))
    ]
    if len(known) < 2:
        return None
    numbers = [number for given in known for number in (given.bounds.low, given.bounds.high)]
    axis = Axis.around(numbers, context)
    marks, y = [], 0.0
    for given in known:
        marks.append(_mark(given, axis, context, y))
        y = marks[-1].y + BAND / 2 + 0.35
    sizes = [abs(number) for number in numbers if number]
    return Scale(
        id=figure.id,
        direction=context.language.direction,
        height=round(y + FOOT, 2),
        foot=round(y + 0.3, 2),
        ticks=tuple(axis.ticks(context)),
        marks=tuple(marks),
        more=any(mark.arrow is not None and mark.arrow > mark.x for mark in marks),
        less=any(mark.arrow is not None and mark.arrow <= mark.x for mark in marks),
        far_apart=bool(sizes) and max(sizes) >= FAR_APART * min(sizes),
    )


@frozen
class _Given:
    """An estimate with its place in the figure and its numbers."""

    index: int
    estimate: Estimate
    bounds: Bounds

    @property
    def look(self) -> str:
        return self.bounds.qualifier if self.bounds.qualifier in {"about", "vague"} else "exact"

    @property
    def up(self) -> bool:
        """Return whether it is open to the right; a vague one is where only its low end is known."""
        return self.bounds.opens_up or (self._hazy and self.estimate.high is None)

    @property
    def down(self) -> bool:
        """Return whether it is open to the left."""
        return self.bounds.opens_down or (self._hazy and self.estimate.low is None)

    @property
    def _hazy(self) -> bool:
        return self.look == "vague" and self.estimate.value is None


def _mark(given: _Given, axis: Axis, context: Context, top: float) -> Mark:
    estimate, look = given.estimate, given.look
    lines = wrapped(context.story.actors[estimate.by].name, NAME)
    first = top + LINE - 0.3
    left, right = axis.x(given.bounds.low), axis.x(given.bounds.high)
    if look == "vague":
        left, right = _band(left, right, given, axis)
    return Mark(
        index=given.index,
        name=tuple((round(first + row * LINE, 2), line) for row, line in enumerate(lines)),
        words=cut(estimate.translation or estimate.text or "", WORDS),
        as_of=short(estimate.as_of.edtf, context.language) if estimate.as_of else "",
        top=round(first, 2),
        y=round(top + max(len(lines), 2 if estimate.as_of else 1) * LINE + BAND / 2, 2),
        x=left,
        width=round(right - left, 2),
        point=_point(given, axis) if look != "vague" else None,
        look=look,
        arrow=_arrow(left, right, given, axis) if look != "vague" else None,
        open=given.up and look == "vague",
        halo=tuple(_halo(left, right)) if look == "about" else (),
    )


def _point(given: _Given, axis: Axis) -> float | None:
    low, high = given.bounds.low, given.bounds.high
    number = low if low == high else given.estimate.value
    return axis.x(number) if number is not None else None


def _band(left: float, right: float, given: _Given, axis: Axis) -> tuple[float, float]:
    if given.down:
        return axis.start, right
    if given.up:
        return left, EDGE
    return (left - HALO, right + HALO) if left == right else (left, right)


def _arrow(left: float, right: float, given: _Given, axis: Axis) -> float | None:
    if given.up:
        return round(min(right + ARROW, EDGE), 2)
    # What is counted cannot be fewer than none, so the arrow stops there.
    return round(max(left - ARROW, axis.start), 2) if given.down else None


def _halo(left: float, right: float) -> Iterator[tuple[float, float]]:
    for layer in (3, 2, 1):
        reach = layer * HALO
        yield round(max(left - reach, 0), 2), round(right - max(left - reach, 0) + reach, 2)
