"""Dates as editors write them: a profile of EDTF (ISO 8601-2), read fast and compared without surprises."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from explainer.frozen import frozen
from explainer.model.edtf_hints import explain
from explainer.model.edtf_parts import EdtfError, Moment, Point, Precision
from explainer.model.edtf_point import read_point

__all__ = ["PARTS", "Edtf", "EdtfError", "Kind", "Moment", "Point", "Precision", "Shape", "SortKey", "parse"]

PARTS = {
    "early-morning": 4 * 3600,
    "morning": 6 * 3600,
    "midday": 12 * 3600,
    "afternoon": 13 * 3600,
    "evening": 18 * 3600,
    "night": 22 * 3600,
}
"""Parts of the day and the second at which each is taken to begin, for sorting among clock times.

The night of a day is the one that follows it."""

SortKey = tuple[int, int, int, int, int, float]
"""Year, month, day, second of the day (-1: none given), zone, width in days."""


class Shape(StrEnum):
    """What a date says: one date, from a to b, one of several dates, or all of them."""

    POINT = "point"
    INTERVAL = "interval"
    ONE_OF = "one_of"
    ALL_OF = "all_of"


class Kind(StrEnum):
    """Whether an end of a date is given, deliberately open (`..`) or unknown (left empty)."""

    KNOWN = "known"
    OPEN = "open"
    UNKNOWN = "unknown"


_BRACKETS = {"[": ("]", Shape.ONE_OF), "{": ("}", Shape.ALL_OF)}


@frozen
class Edtf:
    """A date, made by `parse`: what was written, and between which points in time it lies."""

    text: str
    """As written, without surrounding white space."""
    normal: str
    """Canonical EDTF for export: minutes get seconds, lists lose their spaces.

    Of a part such as `a..b` within a set it is that part, which is no EDTF by itself."""
    shape: Shape
    begins: Point | None
    """None when the start is open or unknown."""
    ends: Point | None
    """None when the end is open or unknown."""
    start_kind: Kind = Kind.KNOWN
    end_kind: Kind = Kind.KNOWN
    parts: tuple[Edtf, ...] = ()
    """Members of a set or list, each a point or an interval."""

    @property
    def start(self) -> Moment | None:
        """Return the first moment that the date may cover."""
        return self.begins.first if self.begins else None

    @property
    def end(self) -> Moment | None:
        """Return the last moment that the date may cover."""
        return self.ends.last if self.ends else None

    @property
    def earliest(self) -> str:
        """Return the first day in ISO 8601 with an astronomical year (`-0232-01-01`), or nothing."""
        return self.begins.first.iso_day if self.begins else ""

    @property
    def latest(self) -> str:
        """Return the last day in ISO 8601 with an astronomical year, or nothing."""
        return self.ends.last.iso_day if self.ends else ""

    @property
    def points(self) -> tuple[Point, ...]:
        """Return every date written, in the order of writing."""
        if self.parts:
            return tuple(point for part in self.parts for point in part.points)
        if self.begins is self.ends and self.begins:
            return (self.begins,)
        return tuple(point for point in (self.begins, self.ends) if point)

    @property
    def approximate(self) -> bool:
        """Return whether any date in it is marked `~` or `%`."""
        return any(point.approximate for point in self.points)

    @property
    def uncertain(self) -> bool:
        """Return whether any date in it is marked `?` or `%`."""
        return any(point.uncertain for point in self.points)

    @property
    def zone(self) -> str:
        """Return the first time zone given, `Z` or an offset such as `+03:00`, or nothing."""
        return next((point.zone for point in self.points if point.zone), "")

    @property
    def is_day(self) -> bool:
        """Return whether it is one calendar day without a hedge; clock times do not matter."""
        if self.begins is None or self.ends is None or self.begins.first[:3] != self.ends.last[:3]:
            return False
        return not (self.approximate or self.uncertain)

    @property
    def weekday(self) -> int | None:
        """Return the weekday, 0 for Monday to 6 for Sunday, or None unless it is one day."""
        return (self.begins.first.day_number - 1) % 7 if self.begins and self.is_day else None

    @property
    def width(self) -> int | None:
        """Return the number of calendar days from the first to the last, or None when an end is missing."""
        if self.begins is None or self.ends is None:
            return None
        return self.ends.last.day_number - self.begins.first.day_number + 1

    def sort_key(self, part: str | None = None) -> SortKey:
        """
        Return what orders dates: the first day (without a start, the last), the time of day, the width.

        A clock time counts more than `part`, one of `PARTS` (else `KeyError`); a day with neither comes
        before its hours. Hedges have no say. Zones are not converted, since readers see clocks as written;
        between equal clocks the one further east, which struck first, comes first, and no zone counts as UTC.
        """
        point = self.begins or self.ends
        anchor = self.start or self.end
        assert point is not None and anchor is not None  # noqa: PT018, S101 - `parse` sees to it
        seconds = point.first.seconds if point.has_clock else PARTS[part] if part else -1
        width = self.width
        return *anchor[:3], seconds, -point.offset, float("inf") if width is None else width


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Edtf:
    """Return the date; raise `EdtfError` if the text is not in our profile of EDTF (ISO 8601-2)."""
    text = text.strip()
    date = _read(text)
    if date is None:
        raise explain(text, _readable)
    return date


def _read(text: str) -> Edtf | None:
    point = read_point(text)
    if point is not None:
        return Edtf(text, point.normal, Shape.POINT, point, point)
    if text[:1] in _BRACKETS:
        return _collection(text) if text[-1] == _BRACKETS[text[0]][0] else None
    return _range(text, "/", {"..": Kind.OPEN, "": Kind.UNKNOWN}) if "/" in text else None


def _readable(text: str) -> bool:
    try:
        return _read(text) is not None
    except EdtfError:
        return False


def _collection(text: str) -> Edtf | None:
    shape = _BRACKETS[text[0]][1]
    members = [_member(member.strip()) for member in text[1:-1].split(",")]
    parts = tuple(member for member in members if member)
    if len(parts) < len(members):
        return None
    if len(parts) == 1 and parts[0].shape is Shape.POINT:
        raise EdtfError(f'"{text}": one date needs no brackets', f'write "{parts[0].text}"')
    starts, ends = [part.begins for part in parts if part.begins], [part.ends for part in parts if part.ends]
    opens, closes = len(starts) == len(parts), len(ends) == len(parts)
    if not (opens or closes):
        raise EdtfError(f'"{text}": it is open at both ends', "give the first or the last possible date")
    if shape is Shape.ALL_OF and not (opens and closes):
        hint = 'write "2016-04-22/.." for all time since a day'
        raise EdtfError(f'"{text}": a list has no open ends', hint)
    return Edtf(
        text,
        f"{text[0]}{','.join(part.normal for part in parts)}{text[-1]}",
        shape,
        min(starts, key=lambda point: point.first) if opens else None,
        max(ends, key=lambda point: point.last) if closes else None,
        Kind.KNOWN if opens else Kind.OPEN,
        Kind.KNOWN if closes else Kind.OPEN,
        parts,
    )


def _member(text: str) -> Edtf | None:
    if ".." in text:
        return _range(text, "..", {"": Kind.OPEN})
    point = read_point(text)
    return Edtf(text, point.normal, Shape.POINT, point, point) if point else None


def _range(text: str, dash: str, gaps: dict[str, Kind]) -> Edtf | None:
    left, _, right = text.partition(dash)
    begins = None if left in gaps else read_point(left)
    ends = None if right in gaps else read_point(right)
    if (begins is None and left not in gaps) or (ends is None and right not in gaps):
        return None
    if begins is None and ends is None:
        hint = "give the start or the end, or leave the date out"
        raise EdtfError(f'"{text}": there is no date in it', hint)
    if begins and ends and begins.comes_after(ends):
        swap = f'swap its ends: "{right}{dash}{left}"'
        hint = "write both ends in the same time zone" if ends.comes_after(begins) else swap
        raise EdtfError(f'"{text}": it ends before it begins', hint)
    normal = f"{begins.normal if begins else left}{dash}{ends.normal if ends else right}"
    kinds = gaps.get(left, Kind.KNOWN), gaps.get(right, Kind.KNOWN)
    return Edtf(text, normal, Shape.INTERVAL, begins, ends, *kinds)
