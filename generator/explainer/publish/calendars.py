"""Events as calendars (iCalendar, RFC 5545): what is planned, and everything with a known day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from uuid import NAMESPACE_URL, uuid5

from explainer.files import PLANNED_CALENDAR, WHOLE_CALENDAR
from explainer.model.event import Event
from explainer.model.story import Key
from explainer.publish.told import Teller, printable

_LONGEST = 366
"""Days beyond which a stretch of time is no entry of a calendar."""
_OCTETS = 75
"""How long a line may be."""


def calendars(teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of both calendars; one without entries is left out.

    An entry lasts whole days, from the first on which the event may have been to the last: clock times in the
    story are rarely more than one witness's, and stand in the description with the date in words.
    """
    events = [event for event in teller.story.events.values() if event.timeline and all(_days(event))]
    planned = [event for event in events if event.phase == "planned"]
    _ = teller.language.gettext
    if planned:
        name = _("{title}: what is planned").format(title=teller.story.info.title)
        yield PLANNED_CALENDAR, calendar(teller, planned, name)
    if events:
        yield WHOLE_CALENDAR, calendar(teller, events, teller.story.info.title)


def calendar(teller: Teller, events: Iterable[Event], name: str) -> str:
    """Return events as a calendar of that name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Explainer//Explainer//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    stamp = teller.day().replace("-", "")
    for event in events:
        lines += _entry(teller, event, stamp)
    return "".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _days(event: Event) -> tuple[str, str]:
    """Return the first day on which an event may have been and the one after the last; empty if not known."""
    edtf = event.date.edtf
    return _stretch(edtf.earliest[:10], edtf.latest[:10])


@cache
def _stretch(earliest: str, latest: str) -> tuple[str, str]:
    try:
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
        following = last + timedelta(days=1)
    except (ValueError, OverflowError):
        return "", ""
    return (f"{first:%Y%m%d}", f"{following:%Y%m%d}") if (last - first).days <= _LONGEST else ("", "")


def _entry(teller: Teller, event: Event, stamp: str) -> Iterator[str]:
    first, following = _days(event)
    key = Key("events", event.id)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'{teller.base or teller.story.info.title}#{key}')}"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{following}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(teller.account(event))}"
    if event.place:
        yield f"LOCATION:{_text(teller.places(event))}"
    if event.kind:
        yield f"CATEGORIES:{_text(teller.story.info.kinds[event.kind].label)}"
    if event.phase in {"planned", "cancelled"}:
        yield "STATUS:CANCELLED" if event.phase == "cancelled" else "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    if address := teller.address(key):
        yield f"URL:{address}"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Return a text as a calendar holds it."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(sign, written)
    return printable(text)


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of them cut inside a letter."""
    if line.isascii():
        if len(line) <= _OCTETS:
            return line + "\r\n"
        rest = range(_OCTETS, len(line), _OCTETS - 1)
        return "\r\n ".join([line[:_OCTETS], *(line[at : at + _OCTETS - 1] for at in rest)]) + "\r\n"
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
