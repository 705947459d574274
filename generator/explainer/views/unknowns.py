"""What is not known: what the editors say about it, and what the records themselves leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from explainer.frozen import frozen
from explainer.model.edtf import Edtf, Kind, Shape
from explainer.model.event import Event
from explainer.model.info import Gap
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import Link, Prose

MOST = 12
"""How many records a question on home names; the page of the collection has all of them."""
QUESTIONS = get_args(Gap)
"""What can be open, in the order of the page."""


@frozen
class UnknownView:
    """Something that the sources do not say, in the editors' words."""

    says: Prose
    about: tuple[Link, ...]
    notes: tuple[int, ...]


@frozen
class Claim:
    """Whom somebody names where the record names nobody: no answer to the question."""

    who: tuple[Link, ...]
    by: Link
    blame: bool
    """Whether it is an accusation, not an account."""
    notes: tuple[int, ...]


@frozen
class OpenItem:
    """A record that leaves a question open."""

    link: Link
    notes: tuple[int, ...]
    claims: tuple[Claim, ...]


@frozen
class OpenQuestion:
    """A question that records leave open."""

    question: str
    """One of `QUESTIONS`."""
    items: tuple[OpenItem, ...]
    more: int
    """How many records there are beyond those shown."""
    page: Link
    """Where all of them are listed."""


def said_unknown(context: Context, notes: Notes, about: Key | None = None) -> Iterator[UnknownView]:
    """Yield what the editors say is not known, about one record or the whole story."""
    for unknown in context.story.info.unknown:
        says = context.prose(unknown.says)
        if says and (about is None or about in _keys(context, unknown.about)):
            yield UnknownView(says, context.targets(unknown.about), notes.cite(unknown.source))


def open_questions(context: Context, notes: Notes, about: Key | None = None) -> Iterator[OpenQuestion]:
    """Yield what one record or all leave open, without what the editors put into words themselves."""
    told = {
        (key, question)
        for unknown in context.story.info.unknown
        for key in _keys(context, unknown.about)
        for question in unknown.covers or QUESTIONS
    }
    found: dict[str, list[Key]] = {}
    for key in _all(context) if about is None else [about]:
        for question in _questions(context, key):
            if (key, question) not in told:
                found.setdefault(question, []).append(key)
    for question in QUESTIONS:
        if keys := found.get(question):
            items = tuple(_item(context, notes, key, question) for key in keys[:MOST])
            yield OpenQuestion(question, items, max(len(keys) - MOST, 0), _page(context, question))


def _keys(context: Context, targets: Iterable[str]) -> list[Key]:
    return [key for target in targets if (key := context.story.resolve(target))]


def _all(context: Context) -> Iterator[Key]:
    yield from (key for key in context.timeline.keys if key.collection == "events")
    yield from (Key("actors", id_) for id_ in context.story.actors)


def _page(context: Context, question: str) -> Link:
    return Link("", context.urls.list("actors" if question == "person" else "chronology"))


def _questions(context: Context, key: Key) -> Iterator[str]:
    if key.collection == "events":
        event = context.story.events[key.id]
        yield from _missing_parts(context, event)
        yield from _missing_dates(event)
    # A witness who must stay private is no riddle to be solved.
    elif (actor := context.story.actors[key.id]).kind == "unnamed-person" and not actor.private:
        yield "person"


def _missing_parts(context: Context, event: Event) -> Iterator[str]:
    expected = context.story.info.kinds[event.kind].expects if event.kind else ()
    yield from (role for role in expected if not getattr(event.who, role))


def _missing_dates(event: Event) -> Iterator[str]:
    date = event.date.edtf
    # Several incidents taken together have no one day, and what is planned may not have one yet.
    if _hides_its_day(date) and not event.aggregate and event.phase == "past":
        yield "day"
    if date.shape is Shape.INTERVAL and date.start_kind is not Kind.KNOWN:
        yield "began"
    over = event.phase in {"past", "cancelled"}
    if date.shape is Shape.INTERVAL and (date.end_kind is Kind.UNKNOWN or (over and date.ends is None)):
        yield "ended"


def _hides_its_day(date: Edtf) -> bool:
    return date.shape is Shape.ONE_OF or any(point.masked for point in date.points)


def _item(context: Context, notes: Notes, key: Key, question: str) -> OpenItem:
    record = context.story.collection(key.collection)[key.id]
    cited = notes.cite(record.source)
    claims = tuple(_claims(context, notes, record, question)) if isinstance(record, Event) else ()
    return OpenItem(context.link(key), cited, claims)


def _claims(context: Context, notes: Notes, event: Event, question: str) -> Iterator[Claim]:
    blamed = event.blamed if question == "by" else ()
    for blame in blamed:
        by = context.link(Key("actors", blame.by))
        yield Claim(context.actors(blame.who), by, blame=True, notes=notes.cite(blame.source))
    accusers = {blame.by for blame in blamed}
    for account in event.accounts:
        named = getattr(account.who, question, ())
        if named and account.by not in accusers:
            by = context.link(Key("actors", account.by))
            yield Claim(context.actors(named), by, blame=False, notes=notes.cite(account.source))
