"""Figures with every value that somebody gave, none chosen over another."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.model.figure import Estimate, Figure
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Evidence, Link, Prose, Step


@dataclass(frozen=True, slots=True)
class EstimateView:
    """One value of a figure, by one actor."""

    by: Link
    number: str
    """In the story's language; empty where only words are given."""
    high: str
    """The upper end of a range."""
    text: str
    """The source's words."""
    qualifier: str
    as_of: DateView | None
    of_which: tuple[tuple[str, str], ...]
    quote: Link | None
    notes: tuple[int, ...]
    preferred: bool


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A quantity with every value given for it."""

    link: Link
    unit: str
    place: Link | None
    period: DateView | None
    side: str
    cause: str
    estimates: tuple[EstimateView, ...]
    between: tuple[str, str] | None
    """The least and the greatest number given, where there are two that differ."""
    event: Link | None
    preferred_why: Prose | None
    apart_from: tuple[Link, ...]
    """Figures with an overlapping scope, never to be added to this one."""
    summary: Prose | None
    chain: tuple[Step, ...]
    evidence: Evidence


def figure_card(id_: str, context: Context, notes: Notes) -> FigureCard:
    """Return a quantity with its estimates, none of them chosen over another."""
    figure = context.story.figures[id_]
    scope = figure.scope
    return FigureCard(
        link=context.link(Key("figures", id_)),
        unit=figure.unit,
        place=context.link(Key("places", scope.place)) if scope.place else None,
        period=context.date(scope.period),
        side=context.side(scope.side),
        cause=scope.cause or "",
        estimates=tuple(_estimate(estimate, figure, context, notes) for estimate in figure.estimates),
        between=_between(figure, context),
        event=context.link(Key("events", figure.event)) if figure.event else None,
        preferred_why=context.prose(figure.preferred.why) if figure.preferred else None,
        apart_from=_apart(id_, context),
        summary=context.prose(figure.summary),
        chain=context.chain(figure),
        evidence=notes.evidence(figure),
    )


def _estimate(estimate: Estimate, figure: Figure, context: Context, notes: Notes) -> EstimateView:
    number = context.language.number
    least = estimate.value if estimate.value is not None else estimate.low
    return EstimateView(
        by=context.link(Key("actors", estimate.by)),
        number=number(least) if least is not None and not estimate.text else "",
        high=number(estimate.high) if estimate.high is not None and not estimate.text else "",
        text=estimate.text or "",
        qualifier=estimate.qualifier,
        as_of=context.date(estimate.as_of),
        of_which=tuple((what, number(count)) for what, count in estimate.of_which.items()),
        quote=context.link(Key("quotes", estimate.quote)) if estimate.quote else None,
        notes=notes.cite(estimate.source or figure.source),
        preferred=figure.preferred is not None and figure.preferred.by == estimate.by,
    )


def _between(figure: Figure, context: Context) -> tuple[str, str] | None:
    numbers = [
        number
        for estimate in figure.estimates
        if estimate.qualifier != "vague"
        for number in (estimate.value, estimate.low, estimate.high)
        if number is not None
    ]
    if len(set(numbers)) < 2:
        return None
    return context.language.number(min(numbers)), context.language.number(max(numbers))


def _apart(id_: str, context: Context) -> tuple[Link, ...]:
    """Return the figures not to be combined with this one, whichever of the two says so."""
    figures = context.story.figures
    said = dict.fromkeys(figures[id_].do_not_combine_with)
    mentioning = context.mentioning(Key("figures", id_), "figures")
    said |= dict.fromkeys(other for other in mentioning if id_ in figures[other].do_not_combine_with)
    return context.links("figures", said)
