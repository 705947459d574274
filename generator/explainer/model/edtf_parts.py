"""What EDTF dates are made of: moments, points in time and the calendar they are counted in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from explainer.frozen import frozen

SECONDS_A_DAY = 86_400
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_YEAR_1 = 306
"""Days from 1 March of the year 0, where `day_number` begins counting, to 1 January of the year 1."""


class EdtfError(ValueError):
    """A date outside the profile: `message` says what is wrong, `hint` what to write instead, or nothing."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Precision(StrEnum):
    """How finely a point in time is known, from coarse to fine."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Moment(NamedTuple):
    """A second of the proleptic Gregorian calendar by the clock as written; the year 0 is 1 BCE."""

    year: int
    month: int
    day: int
    seconds: int

    @property
    def day_number(self) -> int:
        """
        Return the days since 31 December of the year 0, so that 1 January of the year 1 is day 1.

        Years are counted from March, which puts the leap day last and makes the months' lengths regular.
        """
        year, month = (self.year, self.month - 3) if self.month > 2 else (self.year - 1, self.month + 9)
        leap_days = year // 4 - year // 100 + year // 400
        return 365 * year + leap_days + (153 * month + 2) // 5 + self.day - _DAYS_BEFORE_YEAR_1

    @property
    def iso_day(self) -> str:
        """Return the day in ISO 8601; years below 0 or above 9999 carry a sign."""
        sign = "-" if self.year < 0 else "+" if self.year > 9999 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


@frozen
class Point:
    """One date or clock time as written, from its `first` second to its `last`."""

    normal: str
    """Canonical EDTF."""
    precision: Precision
    """Of what is known: `2016-05-XX` has the precision of a month."""
    first: Moment
    last: Moment
    approximate: bool = False
    uncertain: bool = False
    masked: Precision | None = None
    """What `XX` stands for: a day (`2016-05-XX`, `2016-XX-XX`) or a month (`2016-XX`)."""
    zone: str = ""
    """`Z`, an offset such as `+03:00`, or nothing."""

    @property
    def hedged(self) -> bool:
        """Return whether the date is approximate, uncertain or both."""
        return self.approximate or self.uncertain

    @property
    def has_clock(self) -> bool:
        """Return whether a time of day is given."""
        return self.precision is Precision.MINUTE or self.precision is Precision.SECOND

    @property
    def offset(self) -> int:
        """Return the zone's distance from UTC in seconds, positive east of it; 0 when there is none."""
        if len(self.zone) < 6:
            return 0
        size = int(self.zone[1:3]) * 3600 + int(self.zone[4:]) * 60
        return -size if self.zone[0] == "-" else size

    def comes_after(self, other: Point) -> bool:
        """Return whether this begins after the other has ended, by the clocks as written or by UTC."""
        if self.first > other.last:
            return True
        return bool(self.zone and other.zone) and self.first_utc > other.last_utc

    @property
    def first_utc(self) -> int:
        """Return the first moment in seconds, counted in UTC."""
        return self.first.day_number * SECONDS_A_DAY + self.first.seconds - self.offset

    @property
    def last_utc(self) -> int:
        """Return the last moment in seconds, counted in UTC."""
        return self.last.day_number * SECONDS_A_DAY + self.last.seconds - self.offset


def month_length(year: int, month: int) -> int:
    """Return the days of a month in the proleptic Gregorian calendar."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_DAYS[month - 1] + leap
