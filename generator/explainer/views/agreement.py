"""Whether what several sources say can be true at once; a machine's reading of fields, never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import field
from itertools import combinations
from typing import Literal, TypeVar

from explainer.frozen import frozen
from explainer.model.edtf import Edtf, Moment, Point, Shape
from explainer.model.when import DateRecord

T = TypeVar("T")

NOON = 12 * 3600

State = Literal["alone", "same", "loose", "differs", "wording", "apart"]
"""Of a field in several accounts: only one gives it, all give the same, they can all be right, they cannot;
a text is worded differently; numbers count different things."""


def state_of(values: Sequence[T], meet: Callable[[T, T], bool] | None = None) -> State:
    """Return how the values that were given compare; without `meet`, two that are not the same differ."""
    if len(values) < 2:
        return "alone"
    if all(value == values[0] for value in values):
        return "same"
    if meet is None or not all(meet(one, other) for one, other in combinations(values, 2)):
        return "differs"
    return "loose"


@frozen
class Day:
    """A date and the part of the day, as accounts give them."""

    normal: str
    part: str | None
    edtf: Edtf = field(compare=False)

    @classmethod
    def of(cls, date: DateRecord) -> Day:
        """Return a record's date without the words around it."""
        return cls(date.edtf.normal, date.part, date.edtf)


def days_meet(one: Day, other: Day) -> bool:
    """Tell whether two dates of the same event can both be right; a night reaches into the next morning."""
    if one.normal == other.normal and one.edtf.is_day:
        return one.part is None or other.part is None or one.part == other.part
    nights = _night_before(one, other) or _night_before(other, one)
    return nights or dates_meet(one.edtf, other.edtf)


def _night_before(one: Day, other: Day) -> bool:
    if one.part != "night" or one.edtf.end is None or other.edtf.start is None:
        return False
    follows = other.edtf.start.day_number == one.edtf.end.day_number + 1
    return follows and other.part in {None, "early-morning"} and other.edtf.start.seconds < NOON


def dates_meet(one: Edtf, other: Edtf) -> bool:
    """Tell whether two dates without parts of the day can both be right, each as exact as it is."""
    if Shape.INTERVAL not in {one.shape, other.shape}:
        return spans_meet(one, other)
    begin = _meet(_bounds(one.begins), _bounds(other.begins))
    return begin and _meet(_bounds(one.ends), _bounds(other.ends))


def spans_meet(one: Edtf, other: Edtf) -> bool:
    """Tell whether two dates share any moment; a missing end may be anywhere."""
    return any(
        _meet((first.start, first.end), (second.start, second.end))
        for first in one.parts or (one,)
        for second in other.parts or (other,)
    )


def sides_meet(one: str | None, other: str | None, whole: Collection[str] = ("both", "all")) -> bool:
    """Tell whether two sides of a scope can share anything; none named, `both` and `all` mean every side."""
    return one is None or other is None or one == other or bool({one, other} & set(whole))


_Bounds = tuple[Moment | None, Moment | None]


def _bounds(point: Point | None) -> _Bounds:
    return (point.first, point.last) if point is not None else (None, None)


def _meet(one: _Bounds, other: _Bounds) -> bool:
    (start, end), (begin, stop) = one, other
    return (start is None or stop is None or start[:4] <= stop[:4]) and (
        begin is None or end is None or begin[:4] <= end[:4]
    )
