"""Figures with every value that somebody gave, none chosen over another."""

from __future__ import annotations

from dataclasses import field, replace

from explainer.frozen import frozen
from explainer.model.figure import Estimate, Figure
from explainer.model.story import Key
from explainer.views.apart import Apart, apart_from
from explainer.views.bounds import Spread, days, qualifier_of, spreads
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Evidence, Link, Prose, Step
from explainer.views.scale import Scale, figure_scale

MOST_FIGURES = 12
"""Figures that a profile shows whole; it names the others."""


@frozen
class EstimateView:
    """One value of a figure, by one actor."""

    by: Link
    number: str
    """In the story's language; empty where only words are given."""
    high: str
    """The upper end of a range."""
    within: tuple[str, str] | None
    """The least and the most that a number can be, where its giver says so."""
    text: str
    """The source's words."""
    translation: str
    """The same in the page's language, where they are in another."""
    read: tuple[str, str]
    """The least and the most that the editors read the words as, each empty where they set none."""
    qualifier: str
    as_of: DateView | None
    of_which: tuple[tuple[str, str], ...]
    quote: Link | None
    notes: tuple[int, ...]
    preferred: bool


@frozen
class FigureCard:
    """A quantity with every value given for it."""

    link: Link
    unit: str
    place: Link | None
    period: DateView | None
    side: str
    cause: str
    estimates: tuple[EstimateView, ...]
    scale: Scale | None
    """The estimates on one scale, where two or more have a number."""
    spreads: tuple[Spread, ...]
    """Between which numbers the estimates lie, for each day that differing ones are for."""
    days: int
    """For how many different days estimates are given."""
    event: Link | None
    preferred_why: Prose | None
    apart_from: tuple[Apart, ...]
    """Figures never to be added to this one."""
    summary: Prose | None
    chain: tuple[Step, ...]
    evidence: Evidence
    same: object = field(default_factory=object, compare=False, repr=False)
    """What is made of it for one page, without evidence, is known by this on all others."""


def figure_card(id_: str, context: Context, notes: Notes) -> FigureCard:
    """Return a quantity with its estimates, none of them chosen over another."""
    figure = context.story.figures[id_]
    card: FigureCard | None = context.figures.get(id_)
    if card is None:
        card = context.figures[id_] = _card(figure, context)
    estimates = tuple(
        replace(view, notes=_cited(estimate, figure, notes))
        for view, estimate in zip(card.estimates, figure.estimates, strict=True)
    )
    return replace(card, estimates=estimates, evidence=notes.evidence(figure))


def _card(figure: Figure, context: Context) -> FigureCard:
    """Return a quantity as all pages show it, its evidence numbered for none of them."""
    notes, scope = Notes(context), figure.scope
    return FigureCard(
        link=context.link(Key("figures", figure.id)),
        unit=figure.unit,
        place=context.link(Key("places", scope.place)) if scope.place else None,
        period=context.date(scope.period),
        side=context.side(scope.side),
        cause=scope.cause or "",
        estimates=tuple(estimate_view(estimate, figure, context, notes) for estimate in figure.estimates),
        scale=figure_scale(figure, context),
        spreads=tuple(spreads(figure, context)),
        days=len(days(figure)),
        event=context.link(Key("events", figure.event)) if figure.event else None,
        preferred_why=context.prose(figure.preferred.why) if figure.preferred else None,
        apart_from=tuple(apart_from(figure.id, context)),
        summary=context.prose(figure.summary),
        chain=context.chain(figure),
        evidence=notes.evidence(figure),
    )


def estimate_view(estimate: Estimate, figure: Figure, context: Context, notes: Notes) -> EstimateView:
    """Return one estimate as tables show it: in the source's words where it has them."""
    number = context.language.number
    value, low, high = estimate.value, estimate.low, estimate.high
    least, most = (value, None) if value is not None else (low, high)
    ranged = value is not None and low is not None and high is not None
    return EstimateView(
        by=context.link(Key("actors", estimate.by)),
        number=number(least) if least is not None and not estimate.text else "",
        high=number(most) if most is not None and not estimate.text else "",
        within=(number(low or 0), number(high or 0)) if ranged else None,
        text=estimate.text or "",
        translation=estimate.translation or "",
        read=_read(estimate, context) if estimate.text else ("", ""),
        qualifier=qualifier_of(estimate),
        as_of=context.date(estimate.as_of),
        of_which=tuple((what, number(count)) for what, count in estimate.of_which.items()),
        quote=context.link(Key("quotes", estimate.quote)) if estimate.quote else None,
        notes=_cited(estimate, figure, notes),
        preferred=figure.preferred is not None and figure.preferred.by == estimate.by,
    )


def _cited(estimate: Estimate, figure: Figure, notes: Notes) -> tuple[int, ...]:
    return notes.cite(estimate.source or figure.source)


def _read(estimate: Estimate, context: Context) -> tuple[str, str]:
    low = estimate.low if estimate.low is not None else estimate.value
    high = estimate.high if estimate.high is not None else estimate.value
    texts = [context.language.number(number) if number is not None else "" for number in (low, high)]
    return texts[0], texts[1]
