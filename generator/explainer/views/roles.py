"""Positions that actors hold, and which of them is the present one."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.actor import Actor, Role
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Link


@frozen
class RoleView:
    """A position held, with its organisation and dates."""

    title: str
    org: Link | None
    when: DateView | None
    as_of: DateView | None
    current: bool
    """Whether it covers the story's as-of date."""
    notes: tuple[int, ...]


def current_role(actor: Actor, context: Context) -> Role | None:
    """Return the role that covers the story's as-of date, else the first without dates, else the last."""
    covering = [role for role in actor.roles if _covers(role, context)]
    undated = [role for role in actor.roles if role.when is None]
    return next(iter([*covering, *undated, *reversed(actor.roles)]), None)


def _covers(role: Role, context: Context) -> bool:
    as_of = context.story.info.as_of
    if role.when is None or as_of is None or as_of.edtf.start is None:
        return False
    start, end, day = role.when.edtf.start, role.when.edtf.end, as_of.edtf.start
    return (start is None or start <= day) and (end is None or end >= day)


def role_view(role: Role, actor: Actor, context: Context, notes: Notes) -> RoleView:
    """Return a position with links; its evidence is the actor's own where it names none."""
    return RoleView(
        title=role.title,
        org=context.link(Key("actors", role.org)) if role.org else None,
        when=context.date(role.when),
        as_of=context.date(role.as_of),
        current=role is current_role(actor, context),
        notes=notes.cite(role.source or actor.source),
    )
