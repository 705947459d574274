"""What an estimate says in numbers, and between which numbers several of them lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.frozen import frozen
from explainer.model.figure import Estimate, Figure
from explainer.views.context import Context
from explainer.views.pieces import DateView

ABOUT = 0.1
"""How far from the number `about` may reach, as a share of it, before two numbers are said to differ."""


@frozen
class Bounds:
    """The least and the greatest number of an estimate, and how they are meant."""

    low: float
    high: float
    qualifier: str
    """exact, at-least, more-than, about, up-to or vague."""

    @property
    def opens_up(self) -> bool:
        """Return whether it may be more than the greatest number."""
        return self.qualifier in {"at-least", "more-than"}

    @property
    def opens_down(self) -> bool:
        """Return whether it may be less than the least number."""
        return self.qualifier == "up-to"

    def may_equal(self, other: Bounds) -> bool:
        """Tell whether one number could satisfy both."""
        return "vague" in {self.qualifier, other.qualifier} or (self._reaches(other) and other._reaches(self))

    def _reaches(self, other: Bounds) -> bool:
        most = self.high + self._leeway(self.high)
        return self.opens_up or other.opens_down or most >= other.low - other._leeway(other.low)

    def _leeway(self, number: float) -> float:
        return ABOUT * abs(number) if self.qualifier == "about" else 0


@frozen
class Extreme:
    """The least or the greatest number that was given, with its qualifier."""

    number: str
    qualifier: str


@frozen
class Spread:
    """Between which numbers the estimates for one day lie."""

    low: Extreme
    high: Extreme
    as_of: DateView | None
    """The day that they are for; nothing where none is given."""


def qualifier_of(estimate: Estimate) -> str:
    """Return how an estimate is meant; a lone `low` is at least, a lone `high` up to that number."""
    if estimate.qualifier != "exact" or estimate.value is not None:
        return estimate.qualifier
    if estimate.high is None and estimate.low is not None:
        return "at-least"
    return "up-to" if estimate.low is None and estimate.high is not None else "exact"


def bounds(estimate: Estimate) -> Bounds | None:
    """Return an estimate's numbers, or nothing for one in words alone."""
    given = [number for number in (estimate.low, estimate.value, estimate.high) if number is not None]
    return Bounds(min(given), max(given), qualifier_of(estimate)) if given else None


def days(figure: Figure) -> dict[str, list[Estimate]]:
    """Return the estimates by the day that they are for; a toll that grows is no disagreement."""
    found: dict[str, list[Estimate]] = {}
    for estimate in figure.estimates:
        found.setdefault(estimate.as_of.edtf.normal if estimate.as_of else "", []).append(estimate)
    return found


def spreads(figure: Figure, context: Context) -> Iterator[Spread]:
    """Yield, for each day with two estimates or more that differ, between which numbers they lie."""
    for estimates in days(figure).values():
        known = list(_firm(estimates))
        if len(known) < 2:
            continue
        least, most = min(known, key=lambda one: one.low), max(known, key=lambda one: one.high)
        if least.low != most.high:
            yield Spread(
                _extreme(least.low, [one for one in known if one.low == least.low], _LOWEST, context),
                _extreme(most.high, [one for one in known if one.high == most.high], _HIGHEST, context),
                context.date(estimates[0].as_of),
            )


def _firm(estimates: Iterable[Estimate]) -> Iterator[Bounds]:
    for estimate in estimates:
        found = bounds(estimate)
        if found and found.qualifier != "vague":
            yield found


_LOWEST = ("up-to", "about", "exact", "at-least", "more-than")
_HIGHEST = ("more-than", "at-least", "about", "exact", "up-to")
"""Ways of meaning an extreme, that which reaches furthest out first."""


def _extreme(number: float, givers: list[Bounds], order: tuple[str, ...], context: Context) -> Extreme:
    """Return the number with the qualifier that reaches furthest out among those who give it."""
    furthest = min((one.qualifier for one in givers), key=order.index)
    return Extreme(context.language.number(number), furthest)
