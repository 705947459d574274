"""What an actor is in the story, in a sentence made from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.frozen import frozen
from explainer.model.actor import Actor
from explainer.model.dispute import Dispute, Position
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.disputes import PositionView, position_view
from explainer.views.notes import Notes
from explainer.views.pieces import Link
from explainer.views.roles import current_role


@frozen
class Held:
    """A position that an actor takes in a dispute."""

    dispute: Link
    position: PositionView


def opening(actor: Actor, context: Context) -> str:
    """Return who an actor is, as its role and the story's records have it; a sentence that stands alone."""
    words = context.language
    role = current_role(actor, context)
    org = context.story.actors.get(role.org) if role and role.org else None
    if role and org:
        who = words.gettext("{name}: {role}, {org}.").format(name=actor.name, role=role.title, org=org.name)
    elif role:
        who = words.gettext("{name}: {role}.").format(name=actor.name, role=role.title)
    else:
        who = words.gettext("{name}.").format(name=actor.name)
    share = in_story(actor.id, context)
    return f"{who} {share}" if share else who


def in_story(actor: str, context: Context) -> str:
    """Return how much of the story an actor has, in a sentence; empty where it is nothing."""
    parts = list(_parts(actor, context))
    if not parts:
        return ""
    return context.language.gettext("In this story: {parts}.").format(parts=context.language.list(parts))


def _parts(actor: str, context: Context) -> Iterator[str]:
    key, ngettext = Key("actors", actor), context.language.ngettext
    story = context.story
    said = sum(story.quotes[id_].speaker == actor for id_ in context.mentioning(key, "quotes"))
    given = sum(
        any(estimate.by == actor for estimate in story.figures[id_].estimates)
        for id_ in context.mentioning(key, "figures")
    )
    numbers: tuple[tuple[int, Callable[[int], str]], ...] = (
        (said, lambda n: ngettext("{count} statement", "{count} statements", n)),
        (len(context.mentioning(key, "events")), lambda n: ngettext("{count} event", "{count} events", n)),
        (given, lambda n: ngettext("{count} figure given", "{count} figures given", n)),
        (
            len(context.mentioning(key, "relations")),
            lambda n: ngettext("{count} relation", "{count} relations", n),
        ),
        (
            len(context.mentioning(key, "disputes")),
            lambda n: ngettext("{count} dispute", "{count} disputes", n),
        ),
    )
    for number, words in numbers:
        if number:
            yield words(number).format(count=context.language.number(number))


def positions(actor: str, context: Context, notes: Notes) -> Iterator[Held]:
    """Yield the positions that an actor takes, in the order of the disputes."""
    for dispute, position in _taken(actor, context):
        link = context.link(Key("disputes", dispute.id))
        yield Held(link, position_view(position, dispute, context, notes))


def positions_of(actor: str, context: Context) -> int:
    """Return how many positions an actor takes."""
    return sum(1 for _ in _taken(actor, context))


def _taken(actor: str, context: Context) -> Iterator[tuple[Dispute, Position]]:
    for id_ in context.mentioning(Key("actors", actor), "disputes"):
        dispute = context.story.disputes[id_]
        yield from ((dispute, position) for position in dispute.positions if position.by == actor)
