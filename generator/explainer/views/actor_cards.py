"""Actors in brief, as pages other than their own show them."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import Evidence, Link, Name, Prose, Step
from explainer.views.roles import RoleView, current_role, role_view


@frozen
class ActorCard:
    """An actor in brief."""

    link: Link
    kind: str
    side: str
    role: RoleView | None
    """The position held at the story's as-of date."""
    names: tuple[Name, ...]
    summary: Prose | None
    mentions: int
    chain: tuple[Step, ...]
    evidence: Evidence


def actor_card(id_: str, context: Context, notes: Notes) -> ActorCard:
    """Return an actor in brief."""
    actor = context.story.actors[id_]
    role = current_role(actor, context)
    return ActorCard(
        link=context.link(Key("actors", id_)),
        kind=actor.kind,
        side=context.side(actor.side),
        role=role_view(role, actor, context, notes) if role else None,
        names=context.names(actor.names),
        summary=context.prose(actor.summary),
        mentions=len(context.story.mentions.get(Key("actors", id_), ())),
        chain=context.chain(actor),
        evidence=notes.evidence(actor),
    )
