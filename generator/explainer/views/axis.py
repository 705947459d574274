"""An axis with round numbers that begins at zero, in hundredths of the drawing's width."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from explainer.frozen import frozen
from explainer.views.context import Context

START, END = 3.0, 88.0
"""Where the axis begins and where its last round number stands."""


@frozen
class Tick:
    """A round number on the axis."""

    x: float
    text: str


@frozen
class Axis:
    """Round numbers from zero, or from below it, to above the greatest."""

    first: int
    last: int
    step: float

    @classmethod
    def around(cls, numbers: Iterable[float], context: Context) -> Axis:
        """Return an axis for these numbers; long ones get fewer ticks, so that they never touch."""
        least, most = min(0.0, *numbers), max(0.0, *numbers)
        parts = 2 if len(context.language.number(most)) > 7 else 4
        step = _round_step((most - least or 1.0) / parts)
        return cls(math.floor(least / step), max(math.ceil(most / step), 1), step)

    @property
    def start(self) -> float:
        """Return where the axis begins."""
        return self.x(self.first * self.step)

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
