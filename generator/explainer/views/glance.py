"""The story in three lists, derived from the records: what is known, disputed, and not known."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.event import Event
from explainer.model.story import Key
from explainer.views.accounts import accounts_view
from explainer.views.context import Context
from explainer.views.listing import Rest, rest
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Link
from explainer.views.unknowns import UnknownView, said_unknown

MOST_KNOWN, MOST_DISPUTED, MOST_UNKNOWN = 7, 10, 6
"""How many lines the lists have; the rest stands further down, or on the pages of disputes and figures."""


_COLLECTIONS = {"positions": "disputes", "accounts": "events", "estimates": "figures"}
"""The collections that have all on which sources differ in one way."""


@frozen
class Known:
    """An event that no record contradicts."""

    link: Link
    date: DateView
    sources: int
    """How many sources tell of it."""
    notes: tuple[int, ...]


@frozen
class Disputed:
    """Something on which sources differ."""

    link: Link
    how: str
    """positions, accounts or estimates."""
    voices: int
    """How many there are of them."""


@frozen
class Glance:
    """The three lists."""

    known: tuple[Known, ...]
    disputed: tuple[Disputed, ...]
    more_disputed: Rest
    """How many more things sources differ on, and where the first of them stands."""
    unknown: tuple[UnknownView, ...]
    more_unknown: int
    """How many more things are not known."""
    sources: int
    """How many sources tell of what is known."""


def glance(context: Context, notes: Notes) -> Glance:
    """Return the story in three lists, in the order of time."""
    undisputed = [key for key in _key_events(context) if not _is_disputed(context, key)]
    known = undisputed[-MOST_KNOWN:]
    unknown = tuple(said_unknown(context, Notes(context)))  # numbered where all of it stands
    disputed = tuple(_disputed(context))
    left = disputed[MOST_DISPUTED:]
    cited = {source.ref for key in known for source in context.story.events[key.id].source}
    return Glance(
        tuple(_known(context, key, notes) for key in known),
        disputed[:MOST_DISPUTED],
        rest(context, _COLLECTIONS[left[0].how] if left else "disputes", len(left)),
        unknown[:MOST_UNKNOWN],
        max(len(unknown) - MOST_UNKNOWN, 0),
        len(cited),
    )


def _key_events(context: Context) -> Iterator[Key]:
    """Yield the events that the editors mark as key and that are no plans, or all where they mark none."""
    events = context.story.events
    dated = [key for key in context.timeline.keys if key.collection == "events"]
    happened = [key for key in dated if events[key.id].phase in {"past", "ongoing"}]
    return iter([key for key in happened if events[key.id].key] or happened)


def _is_disputed(context: Context, key: Key) -> bool:
    return bool(context.mentioning(key, "disputes")) or _accounts_differ(
        context.story.events[key.id], context
    )


def _accounts_differ(event: Event, context: Context) -> bool:
    accounts = accounts_view(event, context, Notes(context))
    return accounts is not None and any(row.state == "differs" for row in accounts.rows)


def _known(context: Context, key: Key, notes: Notes) -> Known:
    event = context.story.events[key.id]
    date = context.date(event.date)
    if date is None:  # a dated record always has one; this tells the type checker
        raise TypeError(key)
    return Known(
        context.link(key), date, len({cited.ref for cited in event.source}), notes.cite(event.source)
    )


def _disputed(context: Context) -> Iterator[Disputed]:
    story = context.story
    for id_, dispute in story.disputes.items():
        yield Disputed(context.link(Key("disputes", id_)), "positions", len(dispute.positions))
    for id_, event in story.events.items():
        if _accounts_differ(event, context):
            yield Disputed(context.link(Key("events", id_)), "accounts", len(event.accounts) + 1)
    for id_, figure in story.figures.items():
        voices = {estimate.by for estimate in figure.estimates}
        if len(voices) > 1:
            yield Disputed(context.link(Key("figures", id_)), "estimates", len(voices))
