"""Places in brief, as pages other than their own show them."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import Evidence, Link, Name, Prose, Step


@frozen
class PlaceCard:
    """A place in brief."""

    link: Link
    kind: str
    within: Link | None
    names: tuple[Name, ...]
    summary: Prose | None
    mentions: int
    chain: tuple[Step, ...]
    evidence: Evidence


def place_card(id_: str, context: Context, notes: Notes) -> PlaceCard:
    """Return a place in brief."""
    place = context.story.places[id_]
    return PlaceCard(
        link=context.link(Key("places", id_)),
        kind=place.kind,
        within=context.link(Key("places", place.within)) if place.within else None,
        names=context.names(place.names),
        summary=context.prose(place.summary),
        mentions=len(context.story.mentions.get(Key("places", id_), ())),
        chain=context.chain(place),
        evidence=notes.evidence(place),
    )
