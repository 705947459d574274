"""The periods that a long chronology is divided into: years, months or days, small neighbours together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from explainer.frozen import frozen
from explainer.model.edtf import Edtf, Precision
from explainer.model.story import Key
from explainer.urls import period_name

MOST = 100
"""Entries on one page at most: few enough for 300 KB, and for a phone to lay out within a second."""
Unit = tuple[int, int, int]
"""Year, month and day as far as they are known; 0 stands for a month or a day that is not."""
DEPTH = 3
"""How finely a chronology can be divided: into days; a longer day is cut into parts."""
_FINE = {Precision.DAY, Precision.MINUTE, Precision.SECOND}


@frozen
class Period:
    """A stretch of a chronology that makes up one page."""

    name: str
    """What its address is made of, such as `2016-04`; empty for a chronology that is one page."""
    first: tuple[int, ...]
    """The first year, month or day in it."""
    last: tuple[int, ...]
    keys: tuple[Key, ...]


def unit(date: Edtf) -> Unit:
    """Return the year, month and day under which a date is listed: its first, or else its last."""
    point, moment = date.begins or date.ends, date.start or date.end
    assert point is not None and moment is not None  # noqa: PT018, S101 - every date has an end
    if point.precision in _FINE:
        return moment.year, moment.month, moment.day
    return moment.year, moment.month if point.precision is Precision.MONTH else 0, 0


def periods(keys: Sequence[Key], unit_of: Callable[[Key], Unit], most: int = MOST) -> tuple[Period, ...]:
    """Return the periods of records in the order of time; a nameless one if all fit a page."""
    if len(keys) <= most:
        first, last = (unit_of(keys[0])[:1], unit_of(keys[-1])[:1]) if keys else ((), ())
        return (Period("", first, last, tuple(keys)),)
    return tuple(_named(_divided(keys, unit_of, 1, most)))


_Piece = tuple[tuple[int, ...], tuple[int, ...], Sequence[Key]]


def _divided(keys: Sequence[Key], unit_of: Callable[[Key], Unit], depth: int, most: int) -> Iterator[_Piece]:
    """Yield years, or months or days of those that are too long, as many neighbours together as fit."""
    open_: _Piece | None = None
    for at, group in groupby(keys, key=lambda key: unit_of(key)[:depth]):
        found = list(group)
        if open_ and len(open_[2]) + len(found) <= most:
            open_ = (open_[0], at, [*open_[2], *found])
            continue
        if open_:
            yield open_
            open_ = None
        if len(found) <= most:
            open_ = (at, at, found)
        elif depth < DEPTH:
            yield from _divided(found, unit_of, depth + 1, most)
        else:
            yield from ((at, at, found[start : start + most]) for start in range(0, len(found), most))
    if open_:
        yield open_


def _named(pieces: Iterator[_Piece]) -> Iterator[Period]:
    used: dict[str, int] = {}
    for first, last, keys in pieces:
        name = period_name(first)
        used[name] = used.get(name, 0) + 1
        part = f"-part-{used[name]}" if used[name] > 1 else ""
        yield Period(name + part, first, last, tuple(keys))
