"""The page of all disputes: positions side by side, none preferred."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.dispute import Dispute, Position
from explainer.model.record import CitationRecord
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer
from explainer.views.notes import Notes
from explainer.views.pieces import Evidence, Frame, Link, Prose, Withheld
from explainer.views.quote_cards import QuoteCard, quote_card


@frozen
class PositionView:
    """One side of a dispute."""

    by: Link
    says: Prose | None
    quote: QuoteCard | None
    notes: tuple[int, ...]


@frozen
class DisputeView:
    """A question with its positions."""

    id: str
    link: Link
    summary: Prose | None
    about: tuple[Link, ...]
    positions: tuple[PositionView, ...]
    evidence: Evidence
    body: Prose | None
    withheld: tuple[Withheld, ...]


@frozen
class DisputesView:
    """The page of all disputes."""

    frame: Frame
    disputes: tuple[DisputeView, ...]


def disputes_page(framer: Framer) -> DisputesView:
    """Return the page of all disputes, in the editors' order."""
    context, notes = framer.context, Notes(framer.context)
    shown = tuple(dispute_view(id_, context, notes) for id_ in context.story.disputes)
    said = description(context, "disputes", len(shown))
    return DisputesView(framer.collection("disputes", notes, said), shown)


def dispute_view(id_: str, context: Context, notes: Notes) -> DisputeView:
    """Return a dispute with its positions in the editors' order."""
    dispute = context.story.disputes[id_]
    positions = tuple(position_view(position, dispute, context, notes) for position in dispute.positions)
    return DisputeView(
        id=id_,
        link=context.link(Key("disputes", id_)),
        summary=context.prose(dispute.summary),
        about=context.targets(dispute.about),
        positions=positions,
        evidence=notes.evidence(dispute),
        body=context.prose(dispute.body),
        withheld=context.withheld(dispute),
    )


def position_view(position: Position, dispute: Dispute, context: Context, notes: Notes) -> PositionView:
    """Return a position with its quotation and what it rests on."""
    return PositionView(
        by=context.link(Key("actors", position.by)),
        says=context.prose(position.says),
        quote=quote_card(position.quote, context, notes) if position.quote else None,
        notes=notes.cite(position.source or _quoted(position.quote, context) or dispute.source),
    )


def _quoted(quote: str | None, context: Context) -> tuple[CitationRecord, ...]:
    return context.story.quotes[quote].source if quote else ()
