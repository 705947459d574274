"""An entry of a chronology: an event or a statement, on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.model.event import Event
from explainer.model.quote import Quote
from explainer.model.story import Key
from explainer.urls import day_anchor, entry_anchor
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Evidence, Link, Part, Prose, Step


@dataclass(frozen=True, slots=True)
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
    evidence: Evidence
    summary: Prose | None
    disputes: tuple[Link, ...]
    key: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one day, or of one longer stretch, under its name."""

    anchor: str
    date: DateView
    """The day itself; its basis is the entries' where they share one, and parts of the day are theirs."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A chronology: what happened or is going on, and apart from it what is planned."""

    days: tuple[Day, ...]
    planned: tuple[Day, ...]

    @property
    def count(self) -> int:
        """Return the number of entries."""
        return sum(len(day.entries) for day in (*self.days, *self.planned))


def chronicle(context: Context, keys: Iterable[Key], notes: Notes) -> Chronicle:
    """Return a chronology of these records, which must be in the order of time."""
    chosen = list(keys)
    planned = [key for key in chosen if _phase(context.timeline.record(key)) == "planned"]
    apart = set(planned)
    past = [key for key in chosen if key not in apart]
    return Chronicle(
        tuple(_days(context, past, notes, planned=False)), tuple(_days(context, planned, notes, planned=True))
    )


def _phase(record: Event | Quote) -> str:
    return record.phase if isinstance(record, Event) else "past"


def _days(context: Context, keys: list[Key], notes: Notes, *, planned: bool) -> Iterator[Day]:
    """Yield the entries by date, dates in the order of their first entry."""
    by_date: dict[str, list[Key]] = {}
    for key in keys:
        by_date.setdefault(context.timeline.record(key).date.edtf.normal, []).append(key)
    for normal, group in by_date.items():
        entries = tuple(entry(context, key, notes) for key in group)
        first = context.timeline.record(group[0]).date
        bases = {one.date.basis for one in entries}
        shared = bases.pop() if len(bases) == 1 else "stated"
        whole = context.date(
            first.model_copy(update={"part": None, "says": None, "why": None, "basis": shared})
        )
        if whole is not None:
            yield Day(day_anchor(_slug(normal), planned=planned), whole, entries)


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


def entry(context: Context, key: Key, notes: Notes) -> Entry:
    """Return one record as a chronology shows it."""
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
        evidence=notes.evidence(record),
        summary=context.prose(record.summary if isinstance(record, Event) else record.says),
        disputes=disputes_about(context, key),
        key=isinstance(record, Event) and record.key,
    )


def _kind(context: Context, record: Event | Quote) -> Link:
    if isinstance(record, Quote):
        return Link(record.act)
    if record.kind is None:
        return Link("")
    return Link(context.story.info.kinds[record.kind].label, context.urls.kind(record.kind))


def disputes_about(context: Context, key: Key) -> tuple[Link, ...]:
    """Return the disputes that mention a record."""
    return context.links("disputes", context.mentioning(key, "disputes"))
