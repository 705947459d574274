"""Estimates on one scale: where each is drawn, from nothing to a little more than the greatest of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.language import Language
from explainer.model.figure import Estimate

TICKS = 4
"""Steps of a scale, about."""
_STEPS = (1, 2, 2.5, 5, 10)
_OPEN_ABOVE = {"at-least", "more-than"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An estimate as it is drawn; places are in hundredths of the scale's length."""

    shape: str
    """point, ring (more than), range or band (vague)."""
    start: float
    end: float
    """The same as the start for a point."""
    open_below: bool
    open_above: bool
    soft: bool
    """Whether the number is only about right."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the scale."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What is drawn: numbers on the scale, and a mark for each estimate, nothing for one without a number."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark | None, ...]


def scale(estimates: Sequence[Estimate], language: Language) -> Scale | None:
    """Return the estimates on one scale, or nothing where fewer than two have a number."""
    if sum(bool(_numbers(estimate)) for estimate in estimates) < 2:
        return None
    greatest = max(number for estimate in estimates for number in _numbers(estimate))
    if greatest <= 0 or any(number < 0 for estimate in estimates for number in _numbers(estimate)):
        return None
    whole = all(number == int(number) for estimate in estimates for number in _numbers(estimate))
    step, count = _steps(greatest, whole=whole)
    top = step * count
    ticks = tuple(Tick(_place(step * n, top), language.number(step * n)) for n in range(count + 1))
    return Scale(ticks, tuple(_mark(estimate, top) for estimate in estimates))


def _numbers(estimate: Estimate) -> list[float]:
    return [number for number in (estimate.value, estimate.low, estimate.high) if number is not None]


def _steps(greatest: float, *, whole: bool) -> tuple[float, int]:
    """Return a round step and how many of them reach beyond the greatest number."""
    rough = greatest / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in _STEPS if power * nice >= rough)
    if whole:
        step = float(max(1, math.ceil(step)))
    return step, math.floor(greatest / step) + 1


def _place(number: float, top: float) -> float:
    return round(100 * number / top, 2)


def _mark(estimate: Estimate, top: float) -> Mark | None:
    least = estimate.low if estimate.low is not None else estimate.value
    most = estimate.high if estimate.high is not None else estimate.value
    if least is None and most is None:
        return None
    above = most is None or estimate.qualifier in _OPEN_ABOVE
    below = least is None or estimate.qualifier == "up-to"
    start = _place(least if least is not None else most or 0, top)
    end = _place(most if most is not None else least or 0, top)
    if estimate.qualifier == "vague":
        return Mark("band", 0 if below else start, 100 if above else end, below, above, soft=True)
    shape = "ring" if estimate.qualifier == "more-than" else "point" if start == end else "range"
    return Mark(shape, start, end, below, above, soft=estimate.qualifier == "about")
