"""One point in time in the words of a language: `30 April 2016`, `spring 2016`, `the 2010s`, `233 BCE`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from explainer.frozen import frozen
from explainer.language import N_, Language
from explainer.model.edtf_parts import Moment, Point, Precision

_SEASONS = {3: N_("spring {year}"), 6: N_("summer {year}"), 9: N_("autumn {year}"), 12: N_("winter {year}")}
"""By the first month that `edtf_point` gives them."""
_TOKEN = re.compile(r"'([^']*)'|([yMLdHms])\2*")
"""Quoted words and the fields of a CLDR date pattern (UTS 35) that we fill in."""
_DAY_FIRST = re.compile("d+.*[ML]+.*y")
_DAY_NUMBER = re.compile(r"d+\.?")
_MONTH_FIRST = re.compile("[ML]+.*y")
_FIRST_OF_MONTH = {"fr": "1er"}
"""Where the first day is an ordinal in writing, which CLDR patterns cannot say."""


@frozen
class DateWords:
    """Writes points in time in one language, with whole or abbreviated names of months."""

    language: Language
    width: Literal["wide", "abbreviated"]
    day: str
    """A CLDR date pattern, like the four that follow."""
    day_of_year: str
    month: str
    minute: str
    second: str

    def alone(self, point: Point) -> str:
        """Return a date that is a phrase by itself, without its hedges."""
        if point.precision is Precision.DECADE and point.first.year >= 1000 and point.first.year % 100:
            return self.language.gettext("the {year}s").format(year=point.first.year)
        if point.precision is Precision.SEASON:
            return self._season(point, self.language.gettext(_SEASONS[point.first.month]))
        return self.inside(point)

    def inside(self, point: Point) -> str:
        """Return a date for use after a preposition, without its hedges."""
        match point.precision:
            case Precision.CENTURY | Precision.DECADE:
                return _range(self.year(point.first), self.year(point.last))
            case Precision.YEAR:
                return self._masked(point, self.year(point.first))
            case Precision.SEASON:
                template = self.language.pgettext("after a preposition", _SEASONS[point.first.month])
                return self._season(point, template)
            case Precision.MONTH:
                return self._masked(point, self.fill(self.month, point.first))
            case Precision.DAY:
                return self.fill(self.day, point.first)
        return self._at(point, self._clock(point))

    def pair(self, first: Point, last: Point) -> tuple[str, str]:
        """Return two dates without hedges, the first without the month and year that the last repeats."""
        ends = self.inside(last)
        alike = first.precision is last.precision and first.first.year == last.first.year
        if alike and not (first.masked or last.masked):
            if first.precision is Precision.DAY and _DAY_FIRST.match(self.day):
                same_month = first.first.month == last.first.month
                pattern = _DAY_NUMBER.findall(self.day)[0] if same_month else self.day_of_year
                return self.fill(pattern, first.first), ends
            if first.precision is Precision.MONTH and _MONTH_FIRST.match(self.month):
                return self.fill("LLLL", first.first), ends
        return self.inside(first), ends

    def span(self, first: Point, last: Point) -> str:
        """Return two dates without hedges as a range, `22 April – 1 May 2016` or `22–30 April 2016`."""
        same_day = (*first.first[:3], first.zone) == (*last.first[:3], last.zone)
        if same_day and first.has_clock and last.has_clock:
            return self._at(last, f"{self._clock(first)}–{self._clock(last)}")
        begins, ends = self.pair(first, last)
        return _range(begins, ends, tight=first.precision is last.precision)

    def year(self, moment: Moment) -> str:
        """Return a year, those before 1 counted as historians do, those before 1000 with their era."""
        if moment.year >= 1000:
            return str(moment.year)
        if moment.year > 0:
            return self.language.gettext("{year} CE").format(year=moment.year)
        return self.language.gettext("{year} BCE").format(year=1 - moment.year)

    def fill(self, pattern: str, moment: Moment) -> str:
        """Return a CLDR date pattern with its fields filled in."""
        return _TOKEN.sub(lambda match: self._field(match, moment), pattern).strip()

    def _field(self, match: re.Match[str], moment: Moment) -> str:
        token = match[0]
        if token[0] == "'":
            return match[1] or "'"
        if token[0] == "y":
            return self.year(moment)
        if token[0] in "ML" and len(token) > 2:
            context = "format" if token[0] == "M" else "stand-alone"
            return str(self.language.locale.months[context][self.width][moment.month])
        if token[0] == "d" and moment.day == 1 and self.language.locale.language in _FIRST_OF_MONTH:
            return _FIRST_OF_MONTH[self.language.locale.language]
        return str(_number(token[0], moment)).zfill(len(token))

    def _season(self, point: Point, template: str) -> str:
        return template.format(year=self.year(point.first))

    def _masked(self, point: Point, words: str) -> str:
        if point.masked is None:
            return words
        day = point.masked is Precision.DAY
        missing = N_("{date} (day not known)") if day else N_("{date} (month not known)")
        return self.language.gettext(missing).format(date=words)

    def _clock(self, point: Point) -> str:
        return self.fill(self.minute if point.precision is Precision.MINUTE else self.second, point.first)

    def _at(self, point: Point, clock: str) -> str:
        """Return the day with a time on the clock and the zone of the point."""
        day = self.fill(self.day, point.first)
        zone = f" {_zone(point)}" if point.zone else ""
        return self.language.gettext("{date}, {clock}").format(date=day, clock=clock + zone)


def _range(first: str, last: str, *, tight: bool = True) -> str:
    return f"{first}–{last}" if tight and " " not in first else f"{first} – {last}"


def _number(field: str, moment: Moment) -> int:
    match field:
        case "M" | "L":
            return moment.month
        case "d":
            return moment.day
        case "H":
            return moment.seconds // 3600
        case "m":
            return moment.seconds // 60 % 60
    return moment.seconds % 60


def _zone(point: Point) -> str:
    if not point.offset:
        return "UTC"
    hours, minutes = divmod(abs(point.offset) // 60, 60)
    return f"UTC{'−' if point.offset < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


@lru_cache
def date_words(language: Language, *, short: bool = False) -> DateWords:
    """Return the writer of dates for a language, with patterns from CLDR."""
    long = language.locale.date_formats["long"].pattern.replace("G ", "")
    return DateWords(
        language,
        "abbreviated" if short else "wide",
        _pattern(language, "yMMMd", long) if short else long,
        _pattern(language, "MMMd" if short else "MMMMd", "d MMMM"),
        _pattern(language, "yMMM" if short else "yMMMM", "MMMM y"),
        _pattern(language, "Hm", "HH:mm"),
        _pattern(language, "Hms", "HH:mm:ss"),
    )


def _pattern(language: Language, skeleton: str, fallback: str) -> str:
    found = language.locale.datetime_skeletons.get(skeleton)
    return found.pattern if found else fallback
