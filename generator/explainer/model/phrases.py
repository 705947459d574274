"""Dates as readers see them: `about 2 May 2016`, `on 30 April or 1 May 2016`, `since 22 April 2016`."""

from __future__ import annotations

from enum import StrEnum

from explainer.language import N_, Language
from explainer.model.date_words import DateWords, date_words
from explainer.model.edtf import Edtf, Kind, Shape
from explainer.model.edtf_parts import Point, Precision
from explainer.model.weekdays import weekday_name, weekday_named

__all__ = ["phrase", "short", "weekday_name", "weekday_named"]


class _Role(StrEnum):
    """What a date is in a sentence: the context of translations, as prepositions depend on it."""

    DAY = "day"
    SEASON = "season"
    PERIOD = "period"
    """A month, a year or longer."""
    PHRASE = "phrase"
    """Dates that carry a hedge, or several of different roles."""


_PARTS = {
    "early-morning": N_("early in the morning"),
    "morning": N_("in the morning"),
    "midday": N_("at midday"),
    "afternoon": N_("in the afternoon"),
    "evening": N_("in the evening"),
    "night": N_("at night"),
}
_ABOUT, _PERHAPS, _PERHAPS_ABOUT = N_("about {date}"), N_("perhaps {date}"), N_("perhaps about {date}")
_SINCE, _FROM = N_("since {date}"), N_("from {date} (end not known)")
_UNTIL, _TO = N_("until {date}"), N_("until {date} (start not known)")
_BETWEEN = N_("between {first} and {last}")
_EITHER = {_Role.DAY: N_("on {first} or {last}"), _Role.PHRASE: N_("{first} or {last}")}
_EITHER_IN, _BY_IN, _AFTER_IN = (
    N_("in {first} or {last}"),
    N_("in or before {date}"),
    N_("in or after {date}"),
)
_BY = {_Role.DAY: N_("on or before {date}"), _Role.PHRASE: N_("{date} or before")}
_AFTER = {_Role.DAY: N_("on or after {date}"), _Role.PHRASE: N_("{date} or after")}


def phrase(date: Edtf, language: Language, *, part: str | None = None) -> str:
    """Return the date in words; `part`, one of `edtf.PARTS` (else `KeyError`), gives way to a clock time."""
    words = _said(date, language)
    if part is None or any(point.has_clock for point in date.points):
        return words
    return language.gettext("{date}, {part}").format(date=words, part=language.gettext(_PARTS[part]))


def short(date: Edtf, language: Language) -> str:
    """Return the date in words with abbreviated months, for where room is tight."""
    return _said(date, language, short=True)


_SAID: dict[tuple[str, Language, bool], str] = {}
"""Dates in words, by date, language and length: a story says the same days again and again."""


def _said(date: Edtf, language: Language, *, short: bool = False) -> str:
    key = date.normal, language, short
    if key not in _SAID:
        _SAID[key] = _phrase(date, date_words(language, short=short))
    return _SAID[key]


def _phrase(date: Edtf, words: DateWords) -> str:
    if date.shape is Shape.ONE_OF:
        return _one_of(date.parts, words)
    if date.shape is Shape.ALL_OF:
        return _all_of(date.parts, words)
    if date.begins and date.ends:
        return _from_to(date.begins, date.ends, words)
    if date.begins:
        return _say(words, _SINCE if date.end_kind is Kind.OPEN else _FROM, date.begins)
    assert date.ends  # noqa: S101 - a date has a start or an end
    return _say(words, _UNTIL if date.start_kind is Kind.OPEN else _TO, date.ends)


def _one_of(parts: tuple[Edtf, ...], words: DateWords) -> str:
    first, last = parts[0].begins, parts[-1].ends
    if first and last and len(parts) == 1:
        return _one_between(first, last, words)
    if first and last and len(parts) == 2 and _are_points(parts):
        return _say_both(words, _EITHER, _EITHER_IN, first, last)
    if len(parts) == 1:
        return _member(parts[0], words)
    dates = words.language.list(_member(part, words) for part in parts)
    return words.language.gettext("one of these dates: {dates}").format(dates=dates)


def _one_between(first: Point, last: Point, words: DateWords) -> str:
    if first.normal == last.normal:
        return _alone(first, words)
    follows = last.first.day_number == first.last.day_number + 1
    if follows and first.precision is last.precision and not (first.has_clock or first.masked or last.masked):
        return _say_both(words, _EITHER, _EITHER_IN, first, last)
    return _say_both(words, {}, _BETWEEN, first, last)


def _all_of(parts: tuple[Edtf, ...], words: DateWords) -> str:
    first, last = parts[0].begins, parts[-1].ends
    if first and last and len(parts) == 2 and _are_points(parts) and not (first.hedged or last.hedged):
        return words.language.list(words.pair(first, last))
    return words.language.list(_member(part, words) for part in parts)


def _member(part: Edtf, words: DateWords) -> str:
    if part.begins and part.ends:
        return _from_to(part.begins, part.ends, words)
    if part.begins:
        return _say(words, _AFTER.get(_role(part.begins), _AFTER_IN), part.begins)
    assert part.ends  # noqa: S101 - a date has a start or an end
    return _say(words, _BY.get(_role(part.ends), _BY_IN), part.ends)


def _from_to(first: Point, last: Point, words: DateWords) -> str:
    if first.normal == last.normal:
        return _alone(first, words)
    if first.hedged or last.hedged or first.masked or last.masked or _is_long(first) or _is_long(last):
        return f"{_alone(first, words)} – {_alone(last, words)}"
    return words.span(first, last)


def _alone(point: Point, words: DateWords) -> str:
    return _hedged(point, words) if point.hedged else words.alone(point)


def _inside(point: Point, words: DateWords) -> str:
    return _hedged(point, words) if point.hedged else words.inside(point)


def _hedged(point: Point, words: DateWords) -> str:
    hedge = (_PERHAPS_ABOUT if point.approximate else _PERHAPS) if point.uncertain else _ABOUT
    return words.language.pgettext(_bare_role(point), hedge).format(date=words.inside(point))


def _say(words: DateWords, message: str, point: Point) -> str:
    return words.language.pgettext(_role(point), message).format(date=_inside(point, words))


def _say_both(words: DateWords, messages: dict[_Role, str], other: str, first: Point, last: Point) -> str:
    role = _role(first) if _role(first) is _role(last) else _Role.PHRASE
    plain = not (first.hedged or last.hedged)
    begins, ends = words.pair(first, last) if plain else (_inside(first, words), _inside(last, words))
    return words.language.pgettext(role, messages.get(role, other)).format(first=begins, last=ends)


def _role(point: Point) -> _Role:
    return _Role.PHRASE if point.hedged else _bare_role(point)


def _bare_role(point: Point) -> _Role:
    if point.precision is Precision.DAY or point.has_clock:
        return _Role.DAY
    return _Role.SEASON if point.precision is Precision.SEASON else _Role.PERIOD


def _is_long(point: Point) -> bool:
    return point.precision in {Precision.CENTURY, Precision.DECADE, Precision.SEASON}


def _are_points(parts: tuple[Edtf, ...]) -> bool:
    return all(part.shape is Shape.POINT for part in parts)
