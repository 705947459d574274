"""Reads one date or clock time of the EDTF profile, such as `2016-04`, `201X~` or `2016-04-30T14:05Z`."""

from __future__ import annotations

import re

from explainer.model.edtf_parts import SECONDS_A_DAY, EdtfError, Moment, Point, Precision, month_length

SEASON_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12}
"""First month of spring, summer, autumn and winter: three months each, winter reaching into the next year.

EDTF leaves open where seasons begin and in which hemisphere; these northern, meteorological ones serve for
sorting only and are never shown."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names for messages."""
_ABOUT = frozenset("~%")
_PERHAPS = frozenset("?%")
_LAST_SECOND = SECONDS_A_DAY - 1
_POINT = re.compile(
    r"(-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)|Y-?[1-9][0-9]{4,11})"
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX)"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
    r"([?~%])?"
)

_Span = tuple[Precision, Moment, Moment, Precision | None]
"""Precision, first and last moment, and what `XX` hides."""


def read_point(text: str) -> Point | None:
    """
    Return the date, or None if the text has not the form of one; raise `EdtfError` if no such date exists.

    The form is that of EDTF (ISO 8601-2) levels 0 and 1, with clock times that may leave out the seconds.
    """
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone, mark = match.groups()
    precision, first, last, masked = _span(text, year, month, day)
    normal = text
    if hour:
        if mark:
            raise _marked_clock(text, mark)
        _check_clock(text, hour, minute, second or "00")
        _check_zone(text, zone)
        seconds = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
        precision = Precision.SECOND if second else Precision.MINUTE
        first, last = first._replace(seconds=seconds), first._replace(seconds=seconds + (0 if second else 59))
        normal = text if second else f"{text[: match.end(5)]}:00{zone or ''}"
    return Point(normal, precision, first, last, mark in _ABOUT, mark in _PERHAPS, masked, zone or "")


def _span(text: str, year: str, month: str | None, day: str | None) -> _Span:
    if year[0] == "Y" or year[-1] == "X":
        if month:
            raise EdtfError(f'"{text}": "{year}" cannot be followed by a month', f'write "{year}" alone')
        return _long_span(year)
    if year == "-0000":
        raise EdtfError(f'"{text}": there is no year -0000', 'the year before 0001 is "0000", which is 1 BCE')
    if month is None:
        return _years(Precision.YEAR, int(year), int(year))
    if month == "XX":
        return _some_month(text, year, day)
    if month > "12":
        return _season(text, year, month, day)
    return _day(text, year, int(month), day)


def _long_span(year: str) -> _Span:
    if year[0] == "Y":
        return _years(Precision.YEAR, int(year[1:]), int(year[1:]))
    low, high = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    return _years(Precision.CENTURY if year[-2] == "X" else Precision.DECADE, low, high)


def _some_month(text: str, year: str, day: str | None) -> _Span:
    if day not in {None, "XX"}:
        raise EdtfError(f'"{text}": a known day needs a known month', f'write "{year}-XX-XX"')
    masked = Precision.DAY if day else Precision.MONTH
    return _years(Precision.YEAR, int(year), int(year), masked)


def _season(text: str, year: str, month: str, day: str | None) -> _Span:
    first = SEASON_MONTHS.get(month)
    swappable = day and "01" <= day <= "12" and month <= "31"
    swapped = f'did you mean "{year}-{day}-{month}"? ' if swappable else ""
    if first is None:
        hint = f"{swapped}months are 01 to 12, seasons 21 to 24"
        raise EdtfError(f'"{text}": there is no month {month}', hint)
    if day:
        raise EdtfError(f'"{text}": a season has no days', swapped.strip() or f'write "{year}-{month}"')
    end_year = int(year) + (first == 12)
    return _months(Precision.SEASON, Moment(int(year), first, 1, 0), end_year, (first + 1) % 12 + 1)


def _day(text: str, year: str, month: int, day: str | None) -> _Span:
    if month == 0:
        raise EdtfError(f'"{text}": there is no month 00', f'write "{year}" if the month is unknown')
    if day is None or day == "XX":
        precision, first, last, _ = _months(Precision.MONTH, Moment(int(year), month, 1, 0), int(year), month)
        return precision, first, last, Precision.DAY if day else None
    number, length = int(day), month_length(int(year), month)
    if number == 0:
        raise EdtfError(f'"{text}": there is no day 00', f'write "{year}-{month:02}" if the day is unknown')
    if number > length:
        hint = f'its last day is "{year}-{month:02}-{length}"'
        raise EdtfError(f'"{text}": {MONTHS[month - 1]} {year} has {length} days', hint)
    first = Moment(int(year), month, number, 0)
    return Precision.DAY, first, first._replace(seconds=_LAST_SECOND), None


def _years(precision: Precision, low: int, high: int, masked: Precision | None = None) -> _Span:
    return precision, Moment(low, 1, 1, 0), Moment(high, 12, 31, _LAST_SECOND), masked


def _months(precision: Precision, first: Moment, year: int, month: int) -> _Span:
    return precision, first, Moment(year, month, month_length(year, month), _LAST_SECOND), None


def _marked_clock(text: str, mark: str) -> EdtfError:
    keep = f'"{text[:-1]}" or "{text.partition("T")[0]}{mark}"'
    return EdtfError(
        f'"{text}": a clock time cannot carry "{mark}"', f"leave out the mark or the time: {keep}"
    )


def _check_clock(text: str, hour: str, minute: str, second: str) -> None:
    day = text.partition("T")[0]
    if "X" in day:
        raise EdtfError(f'"{text}": a clock time needs a known day', f'write "{day}"')
    if hour == "24" and minute == second == "00":
        raise EdtfError(f'"{text}": the day ends at 23:59', "midnight is 00:00 of the next day")
    if hour > "23" or minute > "59" or second > "59":
        hint = "hours are 00 to 23, minutes and seconds 00 to 59"
        raise EdtfError(f'"{text}": there is no such time of day', hint)


def _check_zone(text: str, zone: str | None) -> None:
    if zone is None or zone == "Z":
        return
    if zone == "-00:00":
        raise EdtfError(f'"{text}": there is no time zone -00:00', 'write "Z" for UTC')
    if zone[1:] > "14:00" or zone[4:] > "59":
        hint = "zones run from -14:00 to +14:00, UTC is Z"
        raise EdtfError(f'"{text}": there is no time zone {zone}', hint)
