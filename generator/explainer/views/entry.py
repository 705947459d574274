"""An entry of a chronology: an event or a statement, on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from operator import itemgetter

from explainer.frozen import frozen
from explainer.model.event import Event
from explainer.model.quote import Quote
from explainer.model.story import Key
from explainer.urls import day_anchor, entry_anchor, month_anchor
from explainer.views.context import Context
from explainer.views.listing import Listing, named
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Evidence, Link, Part, Prose, Step
from explainer.views.shape import shape_of
from explainer.views.strip import Strip, time_words

BY_MONTH = 40
"""Entries from which on a chronology has sections of months."""
TALLEST = 8
"""The greatest of the sizes of a month; the style knows how tall each is."""


@frozen
class Entry:
    """An event or a statement as a chronology shows it."""

    anchor: str
    is_quote: bool
    link: Link
    """The title, leading to the record's page."""
    words: tuple[str, ...]
    """The words of a statement, letter for letter; none for events and for what is told in our words."""
    date: DateView
    phase: str
    """past, ongoing, planned or cancelled; past for statements."""
    kind: Link
    """The kind of event with its own chronology, or the act of a statement."""
    places: tuple[Link, ...]
    parts: tuple[Part, ...]
    chain: tuple[Step, ...]
    summary: Prose | None
    disputes: Listing
    key: bool
    shape: str
    """How its time is drawn: point, span, some (a day among several), all, or open to one side or both."""
    same: object = field(default_factory=object, compare=False, repr=False)
    """What is made of it for one page is known by this on all others."""


@frozen
class Numbered:
    """An entry with its evidence, which has other numbers on every page."""

    entry: Entry
    evidence: Evidence


@frozen
class Day:
    """The entries of one day, or of one longer stretch, under its name."""

    anchor: str
    date: DateView
    """The day itself; its basis is the entries' where they share one, and parts of the day are theirs."""
    entries: tuple[Numbered, ...]


@frozen
class Month:
    """The days of one month, or of a year whose month is not known."""

    anchor: str
    title: str
    size: int
    """How tall it is, roughly: 1 for one entry or two, one more for each doubling."""
    days: tuple[Day, ...]


@frozen
class Chronicle:
    """A chronology: what happened or is going on, and apart from it what is planned."""

    days: tuple[Day, ...]
    planned: tuple[Day, ...]
    months: tuple[Month, ...] = ()
    """The same days by month, where there are many entries."""
    strip: Strip | None = None
    whole: Link | None = None
    """Where all of it is, if these are only the last entries."""
    total: int = 0
    """How many that are."""

    @property
    def count(self) -> int:
        """Return the number of entries."""
        return sum(len(day.entries) for day in (*self.days, *self.planned))


def chronicle(context: Context, keys: Iterable[Key], notes: Notes) -> Chronicle:
    """Return a chronology of these records, which must be in the order of time."""
    chosen = list(keys)
    past = [key for key in chosen if not context.timeline.planned(key)]
    planned = [key for key in chosen if context.timeline.planned(key)]
    days = tuple(_days(context, past, notes, planned=False))
    months = tuple(_months(context, past, days)) if len(chosen) > BY_MONTH else ()
    return Chronicle(days, tuple(_days(context, planned, notes, planned=True)), months)


def shown_order(context: Context, keys: Iterable[Key]) -> Iterator[Key]:
    """Yield records in the order in which a chronology of them shows them."""
    chosen = list(keys)
    for planned in (False, True):
        for group in _by_date(context, [key for key in chosen if context.timeline.planned(key) is planned]):
            yield from group


def _by_date(context: Context, keys: list[Key]) -> Iterable[list[Key]]:
    """Return the records by date, dates in the order of their first record."""
    found: dict[str, list[Key]] = {}
    for key in keys:
        found.setdefault(context.timeline.date(key), []).append(key)
    return found.values()


def _months(context: Context, keys: list[Key], days: tuple[Day, ...]) -> Iterator[Month]:
    """Yield the days by month; days stand in the order of their first entries."""
    units = [context.timeline.unit(group[0])[:2] for group in _by_date(context, keys)]
    for month, pairs in groupby(zip(units, days, strict=True), key=itemgetter(0)):
        found = tuple(day for _, day in pairs)
        size = sum(len(day.entries) for day in found).bit_length()
        yield Month(month_anchor(month), time_words(context, month), min(size, TALLEST), found)


def _phase(record: Event | Quote) -> str:
    return record.phase if isinstance(record, Event) else "past"


def _days(context: Context, keys: list[Key], notes: Notes, *, planned: bool) -> Iterator[Day]:
    """Yield the entries by date, dates in the order of their first entry."""
    for group in _by_date(context, keys):
        entries = tuple(entry(context, key, notes) for key in group)
        first = context.timeline.record(group[0]).date
        bases = {context.timeline.record(key).date.basis for key in group}
        whole = context.day(first, bases.pop() if len(bases) == 1 else "stated")
        yield Day(day_anchor(_slug(first.edtf.normal), planned=planned), whole, entries)


def _slug(normal: str) -> str:
    """Return an EDTF text in letters that an address may hold, distinct for distinct dates."""
    signs = {
        "/": "_to_",
        "..": "open",
        "[": "one_",
        "]": "",
        "{": "all_",
        "}": "",
        "?": "q",
        "~": "about",
        "%": "aboutq",
    }
    for sign, word in signs.items():
        normal = normal.replace(sign, word)
    return normal.replace(":", "").replace("+", "p").replace(",", "_").replace(" ", "")


def entry(context: Context, key: Key, notes: Notes) -> Numbered:
    """Return one record as a chronology shows it."""
    known = context.entries.get(key)
    if known is None:
        known = context.entries[key] = _entry(context, key)
    return Numbered(known, notes.evidence(context.timeline.record(key)))


def _entry(context: Context, key: Key) -> Entry:
    """Return an entry as it is on every page."""
    record = context.timeline.record(key)
    date = context.date(record.date)
    if date is None:  # a dated record always has one; this tells the type checker
        raise TypeError(key)
    is_event = isinstance(record, Event)
    return Entry(
        anchor=entry_anchor(key),
        is_quote=not is_event,
        link=context.link(key),
        words=() if isinstance(record, Event) else record.words,
        date=date,
        phase=_phase(record),
        kind=_kind(context, record),
        places=context.links("places", record.place) if isinstance(record, Event) else (),
        parts=context.parts(record.who)
        if isinstance(record, Event)
        else (Part("speaker", context.actors([record.speaker])),),
        chain=context.chain(record),
        summary=context.prose(record.summary if isinstance(record, Event) else record.says),
        disputes=disputes_about(context, key),
        key=isinstance(record, Event) and record.key,
        shape=shape_of(record.date.edtf),
    )


def _kind(context: Context, record: Event | Quote) -> Link:
    if isinstance(record, Quote):
        return Link(record.act)
    if record.kind is None:
        return Link("")
    return Link(context.story.info.kinds[record.kind].label, context.urls.kind(record.kind))


def disputes_about(context: Context, key: Key) -> Listing:
    """Return the disputes that mention a record."""
    return named(context, "disputes", context.mentioning(key, "disputes"))
