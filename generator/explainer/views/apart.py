"""Figures that are never to be added to one another, and why: their scopes overlap or differ."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.figure import Figure, Scope
from explainer.model.story import Key
from explainer.views.agreement import sides_meet, spans_meet
from explainer.views.context import Context
from explainer.views.pieces import Link


@frozen
class Apart:
    """A figure that is not to be combined with another one."""

    link: Link
    overlaps: bool
    """Whether both may count some of the same."""
    differs: tuple[str, ...]
    """What differs: unit, place, period, side or cause."""


def apart_from(id_: str, context: Context) -> Iterator[Apart]:
    """Yield the figures not to be combined with this one, whichever of the two says so."""
    figures = context.story.figures
    said = dict.fromkeys(figures[id_].do_not_combine_with)
    mentioning = context.mentioning(Key("figures", id_), "figures")
    said |= dict.fromkeys(other for other in mentioning if id_ in figures[other].do_not_combine_with)
    for other in said:
        one, two = figures[id_], figures[other]
        differs = tuple(_differences(one, two))
        yield Apart(context.link(Key("figures", other)), _overlap(one, two, context), differs)


def _differences(one: Figure, other: Figure) -> Iterator[str]:
    if one.unit != other.unit:
        yield "unit"
    mine, theirs = one.scope, other.scope
    if mine.place != theirs.place:
        yield "place"
    if _period(mine) != _period(theirs):
        yield "period"
    if mine.side != theirs.side:
        yield "side"
    if mine.cause != theirs.cause:
        yield "cause"


def _period(scope: Scope) -> str:
    return scope.period.edtf.normal if scope.period else ""


def _overlap(one: Figure, other: Figure, context: Context) -> bool:
    mine, theirs = one.scope, other.scope
    places = not mine.place or not theirs.place or _nested(mine.place, theirs.place, context)
    periods = not mine.period or not theirs.period or spans_meet(mine.period.edtf, theirs.period.edtf)
    return places and periods and sides_meet(mine.side, theirs.side)


def _nested(one: str, other: str, context: Context) -> bool:
    return one in _around(other, context) or other in _around(one, context)


def _around(place: str | None, context: Context) -> list[str]:
    """Return a place and those that it lies in."""
    found: list[str] = []
    while place and place not in found:
        found.append(place)
        place = context.story.places[place].within
    return found
