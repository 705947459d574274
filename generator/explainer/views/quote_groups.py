"""The quotations of one speaker, act, side or day, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter

from explainer.files import group_file
from explainer.frozen import frozen
from explainer.language import N_
from explainer.model.edtf import parse
from explainer.model.phrases import phrase
from explainer.model.quote import Quote
from explainer.views.context import Context, machine_date
from explainer.views.frames import Framer, beside
from explainer.views.listing import Rest, rest
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link
from explainer.views.planned import Planned
from explainer.views.quote_cards import QuoteCard, quote_card

MOST = 72
"""Quotations on one page at most."""
NAMED = 40
"""Groups of a kind that the page of all quotations names."""
BY = ("speaker", "act", "side", "day")
_ACTS = {
    "say": N_("said"),
    "report": N_("reported"),
    "announce": N_("announced"),
    "demand": N_("demanded"),
    "urge": N_("urged"),
    "call-for": N_("called for"),
    "accuse": N_("accused"),
    "blame": N_("blamed"),
    "condemn": N_("condemned"),
    "refuse": N_("refused"),
    "deny": N_("denied"),
    "warn": N_("warned"),
    "assess": N_("assessed"),
    "express-concern": N_("expressed concern"),
    "promise": N_("promised"),
}
_ELSEWHERE = {"speaker": "actors", "side": "actors", "day": "events"}
"""The collection that leads to the groups of a kind as well."""
_DAY = 10
"""Characters of a date that is known to the day."""


@frozen
class Group:
    """Quotations that have something in common."""

    by: str
    """speaker, act, side or day."""
    value: str
    name: str
    """What readers know it by."""
    url: str
    ids: tuple[str, ...]


@frozen
class Grouping:
    """The groups of one kind that the page of all quotations names, and where the others are found."""

    by: str
    """One of `BY`."""
    groups: tuple[Group, ...]
    rest: Rest


@frozen
class QuoteGroupView:
    """A page of a group of quotations."""

    frame: Frame
    group: Group
    number: int
    """Of the page, counted from 1."""
    pages: int
    quotes: tuple[QuoteCard, ...]


def quotes_of(context: Context, actor: str) -> Link | None:
    """Return a link to the quotations of an actor; nothing where these make no group."""
    speaker, quotes = context.story.actors.get(actor), context.story.quotes
    count = len(context.said.get(actor, ()))
    if speaker is None or speaker.private or not 1 < count < len(quotes):
        return None
    return Link(speaker.name, context.urls.url(_file(context, "speaker", actor)))


def groups(context: Context) -> tuple[Group, ...]:
    """Return every group of more than one quotation that is not all of them, in the order of the quotations.

    Private persons make no speaker and count for no side.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for id_, quote in context.story.quotes.items():
        for by, value in _values(context, quote):
            found.setdefault((by, value), []).append(id_)
    total = len(context.story.quotes)
    wanted = (key for key, ids in found.items() if 1 < len(ids) < total)
    return tuple(
        Group(
            by,
            value,
            _name(context, by, value),
            context.urls.url(_file(context, by, value)),
            tuple(found[by, value]),
        )
        for by, value in sorted(wanted, key=lambda key: BY.index(key[0]))
    )


def groupings(context: Context) -> tuple[Grouping, ...]:
    """Return the groups by their kinds: those with the most quotations, in the order of the quotations.

    The others are found on the profiles of actors and in the chronology.
    """
    return tuple(
        _grouping(context, by, tuple(found)) for by, found in groupby(groups(context), attrgetter("by"))
    )


def _grouping(context: Context, by: str, found: tuple[Group, ...]) -> Grouping:
    largest = set(sorted(found, key=lambda group: -len(group.ids))[:NAMED])
    named = tuple(group for group in found if group in largest)
    return Grouping(by, named, rest(context, _ELSEWHERE.get(by, "quotes"), len(found) - len(named)))


def group_pages(framer: Framer) -> Iterator[Planned[QuoteGroupView]]:
    """Yield the pages of every group."""
    for group in groups(framer.context):
        for number in range(1, -(-len(group.ids) // MOST) + 1):
            file = _file(framer.context, group.by, group.value, number)
            yield Planned(file, partial(_page, framer, group, number))


def _page(framer: Framer, group: Group, number: int) -> QuoteGroupView:
    context, notes = framer.context, Notes(framer.context)
    pages = -(-len(group.ids) // MOST)
    shown = group.ids[(number - 1) * MOST : number * MOST]
    cards = tuple(quote_card(id_, context, notes) for id_ in shown)
    title = _title(framer, group, number)
    count = context.language.ngettext("{count} quotation", "{count} quotations", len(group.ids))
    near = beside(
        pages,
        number - 1,
        lambda other: Link(
            _title(framer, group, other + 1),
            context.urls.url(_file(context, group.by, group.value, other + 1)),
        ),
    )
    frame = framer.part(
        "quotes",
        _file(context, group.by, group.value, number),
        title,
        notes,
        f"{context.story.info.title}: {title}, {count.format(count=len(group.ids))}.",
        template="quote_group",
        previous=near[0],
        next=near[1],
    )
    return QuoteGroupView(frame, group, number, pages, cards)


def _title(framer: Framer, group: Group, number: int) -> str:
    title = f"{framer.title('quotes')}: {group.name}"
    return f"{title} ({framer.context.language.number(number)})" if number > 1 else title


def _file(context: Context, by: str, value: str, number: int = 1) -> str:
    return group_file(context.urls.folder("quotes"), by, value, number)


def _values(context: Context, quote: Quote) -> Iterator[tuple[str, str]]:
    """Yield the groups that a quotation is in."""
    speaker = context.story.actors.get(quote.speaker)
    if speaker and not speaker.private:
        yield "speaker", quote.speaker
        if any(side.id == speaker.side for side in context.story.info.sides):
            yield "side", speaker.side or ""
    yield "act", quote.act
    day = machine_date(quote.date.edtf.normal)[:_DAY] if quote.date else ""
    if len(day) == _DAY:
        yield "day", day


def _name(context: Context, by: str, value: str) -> str:
    if by == "speaker":
        return context.story.actors[value].name
    if by == "side":
        return context.side(value)
    return context.language.gettext(_ACTS.get(value, value)) if by == "act" else _day(context, value)


def _day(context: Context, day: str) -> str:
    return phrase(parse(day), context.language)
