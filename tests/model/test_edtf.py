from __future__ import annotations

import re
from itertools import pairwise

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.model.edtf import PARTS, Edtf, EdtfError, Kind, Precision, Shape, parse
from explainer.model.edtf_parts import Moment, month_length
from explainer.model.edtf_rules import RULES

# text, earliest, latest, width in days, precision
POINTS = [
    ("2016", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-02", "2016-02-01", "2016-02-29", 29, "month"),
    ("1900-02", "1900-02-01", "1900-02-28", 28, "month"),
    ("2000-02-29", "2000-02-29", "2000-02-29", 1, "day"),
    (" 2016-04-30 ", "2016-04-30", "2016-04-30", 1, "day"),
    ("2016-04-30T14:05", "2016-04-30", "2016-04-30", 1, "minute"),
    ("2016-04-30T14:05:09+03:00", "2016-04-30", "2016-04-30", 1, "second"),
    ("201X", "2010-01-01", "2019-12-31", 3652, "decade"),
    ("20XX", "2000-01-01", "2099-12-31", 36525, "century"),
    ("2016-XX", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-05-XX", "2016-05-01", "2016-05-31", 31, "month"),
    ("2016-21", "2016-03-01", "2016-05-31", 92, "season"),
    ("2016-22", "2016-06-01", "2016-08-31", 92, "season"),
    ("2016-23", "2016-09-01", "2016-11-30", 91, "season"),
    ("2016-24", "2016-12-01", "2017-02-28", 90, "season"),
    ("0000", "0000-01-01", "0000-12-31", 366, "year"),
    ("-0232", "-0232-01-01", "-0232-12-31", 366, "year"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", 1, "day"),
    ("-004X", "-0049-01-01", "-0040-12-31", 3653, "decade"),
    ("-01XX", "-0199-01-01", "-0100-12-31", 36524, "century"),
    ("Y-12000", "-12000-01-01", "-12000-12-31", 366, "year"),
    ("Y12001", "+12001-01-01", "+12001-12-31", 365, "year"),
    ("9999-24", "9999-12-01", "+10000-02-29", 91, "season"),
]

# text, shape, earliest, latest, kind of start, kind of end
RANGES = [
    ("2016-04-22/2016-05-01", "interval", "2016-04-22", "2016-05-01", "known", "known"),
    ("2016-05-01/2016-05-01", "interval", "2016-05-01", "2016-05-01", "known", "known"),
    ("2016-05-10/2016-05", "interval", "2016-05-10", "2016-05-31", "known", "known"),
    ("2016-04-22/..", "interval", "2016-04-22", "", "known", "open"),
    ("2016-04-22/", "interval", "2016-04-22", "", "known", "unknown"),
    ("../2016", "interval", "", "2016-12-31", "open", "known"),
    ("/2016-05-02~", "interval", "", "2016-05-02", "unknown", "known"),
    ("-0232/2016", "interval", "-0232-01-01", "2016-12-31", "known", "known"),
    ("[2016-04-30..2016-05-01]", "one_of", "2016-04-30", "2016-05-01", "known", "known"),
    ("[..2016-05-01]", "one_of", "", "2016-05-01", "open", "known"),
    ("[2016-05-01..]", "one_of", "2016-05-01", "", "known", "open"),
    ("[2017, 2015]", "one_of", "2015-01-01", "2017-12-31", "known", "known"),
    ("[2015,2017-05..2017-06,2019..]", "one_of", "2015-01-01", "", "known", "open"),
    ("{2016-05-01,2016-05-03}", "all_of", "2016-05-01", "2016-05-03", "known", "known"),
    ("{2016-05,2016-07..2016-09}", "all_of", "2016-05-01", "2016-09-30", "known", "known"),
]

# text, message without the quoted text, hint
REFUSALS = [
    ("2016-04-31", "April 2016 has 30 days", 'its last day is "2016-04-30"'),
    ("2015-02-29", "February 2015 has 28 days", 'its last day is "2015-02-28"'),
    ("1900-02-29", "February 1900 has 28 days", 'its last day is "1900-02-28"'),
    ("2016-13", "there is no month 13", "months are 01 to 12, seasons 21 to 24"),
    (
        "2016-30-04",
        "there is no month 30",
        'did you mean "2016-04-30"? months are 01 to 12, seasons 21 to 24',
    ),
    ("2016-00", "there is no month 00", 'write "2016" if the month is unknown'),
    ("2016-05-00", "there is no day 00", 'write "2016-05" if the day is unknown'),
    ("2016-22-01", "a season has no days", 'did you mean "2016-01-22"?'),
    ("2016-22-30", "a season has no days", 'write "2016-22"'),
    ("-0000", "there is no year -0000", 'the year before 0001 is "0000", which is 1 BCE'),
    ("2016-XX-15", "a known day needs a known month", 'write "2016-XX-XX"'),
    ("201X-05", '"201X" cannot be followed by a month', 'write "201X" alone'),
    ("2016-05-01T24:00", "the day ends at 23:59", "midnight is 00:00 of the next day"),
    (
        "2016-05-01T14:60",
        "there is no such time of day",
        "hours are 00 to 23, minutes and seconds 00 to 59",
    ),
    (
        "2016-05-01T14:05+15:00",
        "there is no time zone +15:00",
        "zones run from -14:00 to +14:00, UTC is Z",
    ),
    ("2016-05-01T14:05-00:00", "there is no time zone -00:00", 'write "Z" for UTC'),
    ("2016-05-XXT14:05", "a clock time needs a known day", 'write "2016-05-XX"'),
    (
        "2016-05-01T14:05~",
        'a clock time cannot carry "~"',
        'leave out the mark or the time: "2016-05-01T14:05" or "2016-05-01~"',
    ),
    ("2016-05-01/2016-04-22", "it ends before it begins", 'swap its ends: "2016-04-22/2016-05-01"'),
    (
        "2016-05-01T10:00+03:00/2016-05-01T09:00+01:00",
        "it ends before it begins",
        "write both ends in the same time zone",
    ),
    (
        "2016-05-01T10:00-05:00/2016-05-01T11:00+03:00",
        "it ends before it begins",
        "write both ends in the same time zone",
    ),
    ("../..", "there is no date in it", "give the start or the end, or leave the date out"),
    ("/", "there is no date in it", "give the start or the end, or leave the date out"),
    ("[..2015,2016..]", "it is open at both ends", "give the first or the last possible date"),
    ("[2016]", "one date needs no brackets", 'write "2016"'),
    ("{2016..}", "a list has no open ends", 'write "2016-04-22/.." for all time since a day'),
    (
        "1/5/2016",
        "the year comes first, with dashes",
        'write "2016-05-01" if the day came first, "2016-01-05" if the month came first',
    ),
    ("13.5.2016", "the year comes first, with dashes", 'did you mean "2016-05-13"?'),
    ("1.1.2016", "the year comes first, with dashes", 'did you mean "2016-01-01"?'),
    ("2016/05/01", "days and months have two figures, with dashes", 'did you mean "2016-05-01"?'),
    ("2016-5-1", "days and months have two figures, with dashes", 'did you mean "2016-05-01"?'),
    ("2016–05–01", "days and months have two figures, with dashes", 'did you mean "2016-05-01"?'),
    ("2016-5", "a month has two figures, after a dash", 'did you mean "2016-05"?'),
    ("20160501", "the dashes are missing", 'did you mean "2016-05-01"?'),
    ("May 2016", "dates are written in figures, the year first", 'did you mean "2016-05"?'),
    ("1st of May 2016", "dates are written in figures, the year first", 'did you mean "2016-05-01"?'),
    ("May 1, 2016", "dates are written in figures, the year first", 'did you mean "2016-05-01"?'),
    ("2016-May-01", "dates are written in figures, the year first", 'did you mean "2016-05-01"?'),
    (
        "3 May",
        "the year is missing",
        "write a day as 2016-05-01, a month as 2016-05",
    ),
    (
        "last night",
        "this is not a date by itself",
        'write the date you take it to be, such as 2016-05-01, and the words of the source in "says"',
    ),
    ("spring 2016", "seasons have numbers, 21 to 24", 'did you mean "2016-21"?'),
    ("about May 2016", '"about" is written "~" at the end', 'did you mean "2016-05~"?'),
    ("perhaps 2016", 'doubt is written "?" at the end', 'did you mean "2016?"?'),
    ("the 2010s", "a decade is written with an X", 'did you mean "201X"?'),
    ("20th century", "a century is written with two X", 'did you mean "19XX"?'),
    (
        "233 BC",
        "years before 1 are negative, and 1 BCE is the year 0000",
        'did you mean "-0232"?',
    ),
    (
        "1 BCE",
        "years before 1 are negative, and 1 BCE is the year 0000",
        'did you mean "0000"?',
    ),
    ("800", "a year has four figures", 'did you mean "0800"?'),
    ("-44", "a year has four figures", 'did you mean "-0044"?'),
    ("12000", "years of more than four figures begin with Y", 'did you mean "Y12000"?'),
    ("Y2016", "Y is for years of five figures and more", 'did you mean "2016"?'),
    ("19uu", 'what is not known is written with a capital "X"', 'did you mean "19XX"?'),
    ("2016-05-01 14.05", 'a clock time follows "T" as hours and minutes', 'did you mean "2016-05-01T14:05"?'),
    (
        "2016-05-01T14:05 +3",
        "a time zone is written as hours and minutes",
        'did you mean "2016-05-01T14:05+03:00"?',
    ),
    ("2016-05-01T14:05 UTC", 'UTC is written "Z"', 'did you mean "2016-05-01T14:05Z"?'),
    (
        "2016-?04",
        "a mark goes to the end and is for the whole date",
        'write "2016-04?" if it is uncertain, "2016-04~" if it is approximate, "2016-04%" if it is both',
    ),
    ("2016?~", '"?" and "~" together are written "%"', 'did you mean "2016%"?'),
    ("1950S2", "significant digits (S) are not used here", 'did you mean "1950~"?'),
    ("Y-17E7", "exponents (E) are not used here", "write the year out, as in Y-12000"),
    (
        "156X-12-25",
        '"156X" cannot be followed by a month',
        'write "156X" alone',
    ),
    (
        "2016-1X-01",
        '"X" is for whole months and days or for the end of a year alone',
        "write 201X, 20XX, 2016-XX or 2016-05-XX",
    ),
    (
        "[2016-05-01, 2016-05-02",
        'the bracket "[" is not closed by "]"',
        'did you mean "[2016-05-01, 2016-05-02]"?',
    ),
    ("{2015,2016", 'the bracket "{" is not closed by "}"', 'did you mean "{2015,2016}"?'),
    ("2015,2016]", 'the bracket "]" was never opened', 'did you mean "[2015,2016]"?'),
    ("[2016-5-1, 3 May 2016]", "one of the dates cannot be read", 'did you mean "[2016-05-01,2016-05-03]"?'),
    (
        "[2015/2016]",
        "a slash has no place in brackets",
        'write "[2015..2016]" if it happened once in between, "2015/2016" if it lasted from the one to the other',
    ),
    (
        "2016-05-01..2016-05-02",
        "two dots need brackets around them",
        'write "[2016-05-01..2016-05-02]" if it happened once in between, '
        '"2016-05-01/2016-05-02" if it lasted from the one to the other',
    ),
    (
        "22 April 2016 to 1 May 2016",
        "a range is written with one slash, or in brackets with two dots",
        'write "2016-04-22/2016-05-01" if it lasted from the one to the other, '
        '"[2016-04-22..2016-05-01]" if it happened once in between',
    ),
    ("2015 or 2016", "a choice is written in square brackets", 'did you mean "[2015,2016]"?'),
    (
        "2015 and 2016",
        "several dates are written in brackets",
        'write "{2015,2016}" if it was on all of them, "[2015,2016]" if it was on one of them',
    ),
    (
        "by 1 May 2016",
        "a range is written with one slash, or in brackets with two dots",
        'did you mean "[..2016-05-01]"?',
    ),
    ("2016/present", "an open end is written with two dots", 'did you mean "2016/.."?'),
    ("unknown/2016", "an unknown start is left empty", 'did you mean "/2016"?'),
    (
        "2016..",
        "two dots need a slash or brackets",
        'write "2016/.." if it is still going on, "[2016..]" if it happened once since then',
    ),
    ("2015 / 2016", "there are spaces around the slash", 'did you mean "2015/2016"?'),
    ("2016-04-22/05-01", "the second date is cut short", 'did you mean "2016-04-22/2016-05-01"?'),
    (
        "٢٠١٦-٠٥-٠١",
        "figures, dashes and spaces must be those of an English keyboard",
        'did you mean "2016-05-01"?',
    ),
    ("n/a", "there is no date in it", "leave the date out"),
    (
        "hello",
        "this is not a date we can read",
        "write a day as 2016-05-01, a month as 2016-05, a year as 2016",
    ),
]

# each list in the order in which readers meet it; text and part of the day
ORDERS = [
    ["Y-12000", "-0232", "0000", "0001", "1999", "2016-05-01", "Y12000"],
    ["2016-04-30", "[..2016-04-30]", "2016-05-01", "2016-05-01/..", "2016-05-02"],
    ["2016-05-01", "2016-05", "2016-05/..", "2016-05-02"],
    ["2016-01-01", "2016", "2016/..", "2016-01-02"],
    ["2016-05-01", "2016-05-01~/2016-05-02", "2016-05-01T00:00", "2016-05-01T23:59"],
    ["2016-05-01T10:00+03:00", "2016-05-01T10:00Z", "2016-05-01T10:00-05:00", "2016-05-01T10:01+14:00"],
    ["2015/..", "/2016-05-01", "../2016-05-02"],
]

years = st.integers(-9999, 9999).filter(lambda year: year != 0).map(lambda y: f"{'-' * (y < 0)}{abs(y):04}")
long_years = st.integers(10_000, 10**9).flatmap(lambda y: st.sampled_from([f"Y{y}", f"Y-{y}"]))
days = st.dates().map(str)
masked = st.builds(
    "".join, st.tuples(years, st.sampled_from(["-XX", "-XX-XX", "-05-XX", "-21", "-24", "-02"]))
)
decades = st.sampled_from(["201X", "-004X", "20XX", "-01XX", "000X"])
marks = st.sampled_from(["", "?", "~", "%"])
dates = st.builds("".join, st.tuples(st.one_of(years, long_years, days, masked, decades), marks))
zones = st.sampled_from(["", "Z", "+03:00", "-09:30", "+14:00"])
clocks = st.builds(
    "{}T{}{}".format, days, st.times().map(lambda t: f"{t:%H:%M:%S}") | st.just("14:05"), zones
)
points = dates | clocks


@st.composite
def ranges(draw: st.DrawFn, dash: str, gaps: tuple[str, ...]) -> str:
    """Return two dates in order, or one and a gap."""
    first, last = sorted((draw(dates), draw(dates)), key=lambda text: parse(text).sort_key())
    if first[-1] == last[-1] == "X" or parse(first).begins.first > parse(last).ends.last:  # type: ignore[union-attr]
        last = first
    gap = draw(st.sampled_from(("none", *gaps)))
    end = draw(st.sampled_from(("start", "end")))
    if gap == "none":
        return f"{first}{dash}{last}"
    return f"{gap}{dash}{last}" if end == "start" else f"{first}{dash}{gap}"


sets = (
    st.lists(points | ranges("..", ("",)), min_size=2, max_size=4)
    .filter(lambda members: not (".." in {m[:2] for m in members} and ".." in {m[-2:] for m in members}))
    .map(lambda members: f"[{', '.join(members)}]")
)
lists = st.lists(points | ranges("..", ()), min_size=2, max_size=4).map(
    lambda members: f"{{{','.join(members)}}}"
)
profile = st.one_of(points, ranges("/", ("", "..")), sets, lists)


@pytest.mark.parametrize(("text", "earliest", "latest", "width", "precision"), POINTS)
def test_a_date_has_bounds_and_a_precision(
    text: str, earliest: str, latest: str, width: int, precision: str
) -> None:
    """A date covers the days that its precision leaves open."""
    date = parse(text)
    assert (date.earliest, date.latest, date.width, date.shape) == (earliest, latest, width, Shape.POINT)
    assert date.begins is date.ends
    assert date.begins is not None
    assert date.begins.precision == precision


@pytest.mark.parametrize(("text", "shape", "earliest", "latest", "start_kind", "end_kind"), RANGES)
def test_a_range_has_a_shape_and_ends(
    text: str, shape: str, earliest: str, latest: str, start_kind: str, end_kind: str
) -> None:
    """A range, set or list covers what its members cover, and says whether a missing end is open or unknown."""
    date = parse(text)
    assert (date.shape, date.earliest, date.latest) == (shape, earliest, latest)
    assert (date.start_kind, date.end_kind) == (start_kind, end_kind)
    assert (date.start is None, date.end is None) == (start_kind != Kind.KNOWN, end_kind != Kind.KNOWN)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSALS)
def test_a_refusal_says_what_to_write(text: str, message: str, hint: str) -> None:
    """A text outside the profile is quoted, explained and followed by advice."""
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert (refusal.value.message, refusal.value.hint) == (f'"{text}": {message}', hint)
    assert str(refusal.value) == refusal.value.message


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_refused(text: str) -> None:
    """An empty date has nothing to quote."""
    with pytest.raises(EdtfError, match="^the date is empty$"):
        parse(text)


def test_long_texts_are_cut() -> None:
    """A message quotes no more of a text than anyone wants to read."""
    with pytest.raises(EdtfError, match="too long") as refusal:
        parse("2016 or " * 1000)
    assert len(refusal.value.message) < 150


def test_an_error_in_a_range_names_the_part() -> None:
    """The offending end of a range is quoted, not the range."""
    with pytest.raises(EdtfError, match=re.escape('"2016-04-31": April 2016 has 30 days')):
        parse("2016-04-01/2016-04-31")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.message)
def test_rules_can_be_filled_in(rule: object) -> None:
    """Every guess of a rule uses only names that its pattern provides."""
    pattern, _, guesses, _ = rule  # type: ignore[misc]
    names = {*re.compile(pattern).groupindex, "whole"}
    for guess in guesses:
        assert set(re.findall(r"(?<!{){(\w+)}", guess.edtf)) <= names


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2016", False, False), ("2016~", True, False), ("2016?", False, True), ("2016%", True, True)],
)
def test_hedges_are_kept_apart(text: str, *, approximate: bool, uncertain: bool) -> None:
    """`~` is about, `?` is perhaps, `%` is both, for each end and for the whole."""
    date = parse(f"2015/{text}")
    assert date.ends is not None
    assert date.begins is not None
    assert (date.ends.approximate, date.ends.uncertain) == (approximate, uncertain)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert not date.begins.hedged
    assert parse(f"[2014,{text}]").approximate is approximate


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2016-05-01", 6),
        ("2016-04-30T23:59", 5),
        ("1970-01-01", 3),
        ("0001-01-01", 0),
        ("0000-12-31", 6),
        ("2016-05-01T10:00/2016-05-01T12:00", 6),
        ("2016-05-01~", None),
        ("2016-05-01?", None),
        ("2016-05", None),
        ("2016-05-XX", None),
        ("[..2016-05-01]", None),
        ("2016-05-01/2016-05-02", None),
    ],
)
def test_only_a_single_sure_day_has_a_weekday(text: str, weekday: int | None) -> None:
    """A weekday belongs to one calendar day without a hedge, with or without a time."""
    assert parse(text).weekday == weekday
    assert parse(text).is_day is (weekday is not None)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2016-04-30T14:05", "2016-04-30T14:05:00"),
        ("-0043-03-15T14:05+03:00", "-0043-03-15T14:05:00+03:00"),
        ("[ 2016-04-30T14:05Z , 2016-05 ]", "[2016-04-30T14:05:00Z,2016-05]"),
        ("2016-04-30T14:05/..", "2016-04-30T14:05:00/.."),
    ],
)
def test_export_completes_clock_times(text: str, normal: str) -> None:
    """Canonical EDTF has seconds and no spaces, and the text stays as it was written."""
    assert parse(text).normal == normal
    assert parse(text).text == text


def test_clock_times_have_zones() -> None:
    """The zone is kept as written, with its distance from UTC at hand."""
    for text, offset in (("Z", 0), ("+05:30", 19_800), ("-03:00", -10_800), ("", 0)):
        date = parse(f"2016-04-30T14:05{text}")
        assert date.begins is not None
        assert (date.zone, date.begins.offset) == (text, offset)


@pytest.mark.parametrize("texts", ORDERS, ids=lambda texts: texts[0])
def test_dates_sort_as_readers_expect(texts: list[str]) -> None:
    """Dates are ordered by their first day (or else their last), time of day, zone and width."""
    keys = [parse(text).sort_key() for text in texts]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_parts_of_the_day_sort_among_clock_times() -> None:
    """A part of the day counts from its beginning, after the plain day, and not if there is a clock time."""
    keys = [parse("2016-05-01").sort_key(part) for part in (None, *PARTS)]
    assert keys == sorted(keys)
    assert parse("2016-05-01T11:00").sort_key("night") < parse("2016-05-01").sort_key("midday")
    assert parse("2016-04-30").sort_key("night") < parse("2016-05-01").sort_key()
    with pytest.raises(KeyError):
        parse("2016-05-01").sort_key("teatime")


def test_hedges_do_not_move_dates() -> None:
    """A hedge changes nothing about where a date is sorted."""
    assert (
        parse("2016-05-01~").sort_key() == parse("2016-05-01").sort_key() == parse("2016-05-01%").sort_key()
    )


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Reading raises nothing but `EdtfError`."""
    _read_or_refuse(text)


@given(st.text("0123456789-/.,[]{}XxuYTZS:+?~% BCEbcmayorndto", max_size=30))
def test_date_like_text_is_read_or_refused(text: str) -> None:
    """Reading raises nothing but `EdtfError`, even where much of a text looks like a date."""
    _read_or_refuse(text)


@given(profile, st.integers(0, 40), st.sampled_from("0X-/.[]?~T "))
def test_one_wrong_letter_is_read_or_refused(text: str, place: int, letter: str) -> None:
    """A typing error in a date leads to another date or to a message."""
    _read_or_refuse(text[:place] + letter + text[place:])
    _read_or_refuse(text[:place] + text[place + 1 :])


@given(profile)
def test_every_date_of_the_profile_is_read(text: str) -> None:
    """What the profile allows is read, survives a round trip and begins no later than it ends."""
    date = parse(text)
    again = parse(date.normal)
    assert again.normal == date.normal
    assert (again.shape, again.start_kind, again.end_kind) == (date.shape, date.start_kind, date.end_kind)
    assert (again.earliest, again.latest) == (date.earliest, date.latest)
    assert date.earliest or date.latest
    if date.start and date.end:
        assert date.start <= date.end
        assert date.width is not None
        assert date.width >= 1


@given(st.lists(st.tuples(profile, st.sampled_from([None, *PARTS])), max_size=12))
def test_sort_keys_are_a_total_order(texts: list[tuple[str, str | None]]) -> None:
    """Any dates can be sorted, always in the same order, wherever they start from."""
    keys = [parse(text).sort_key(part) for text, part in texts]
    ordered = sorted(keys)
    assert ordered == sorted(reversed(keys)) == sorted(ordered)
    assert all(a <= b for a, b in pairwise(ordered))


@given(st.dates())
def test_days_are_counted_like_the_standard_library(day: object) -> None:
    """Day numbers and weekdays are those of `datetime`, which knows the years 1 to 9999."""
    date = parse(str(day))
    assert date.start is not None
    assert date.start.day_number == day.toordinal()  # type: ignore[attr-defined]
    assert date.weekday == day.weekday()  # type: ignore[attr-defined]


@given(st.integers(-20_000, 20_000), st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    """The day after the last of a month is the first of the next, in any year."""
    following = Moment(year + month // 12, month % 12 + 1, 1, 0)
    last = Moment(year, month, month_length(year, month), 0)
    assert following.day_number == last.day_number + 1


# The package `edtf` is an oracle for bounds, but only where it is right. Left out, with what it does there:
# impossible days (accepts 2015-02-29) and reversed intervals (accepts them), clock times (drops them), hedges (its
# fuzzy bounds are a year off for a day, so only strict ones are compared), open ends (infinity), unknown ends (ten
# years), winter (ends on 31 December), unknown months before the year 0 (-0001-XX begins in December).
_ORACLE = st.one_of(
    years,
    long_years,
    days,
    st.builds("-{:04}-{:02}-{:02}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
    masked.filter(lambda text: not text.endswith("-24") and not re.match("-.*-XX", text)),
    decades,
)


@settings(max_examples=60, deadline=None)
@given(_ORACLE)
def test_bounds_agree_with_the_reference_package(text: str) -> None:
    """Points in time have the strict bounds that the package `edtf` gives them."""
    _agree(parse(text))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(days, min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(["{}/{}", "[{}..{}]", "{{{},{}}}"]),
)
def test_ranges_agree_with_the_reference_package(ends: list[str], form: str) -> None:
    """Intervals, sets and lists have the strict bounds that the package `edtf` gives them."""
    _agree(parse(form.format(*ends)))


@pytest.mark.parametrize("text", [text for text, *_ in REFUSALS if text not in {"n/a"}])
def test_refusals_are_ours_or_everyone_s(text: str) -> None:
    """What the reference package reads and we refuse is refused on purpose, with a message of its own."""
    try:
        parse_edtf(text)
    except EDTFParseException:
        return
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert "not a date we can read" not in refusal.value.message


def test_precisions_run_from_coarse_to_fine() -> None:
    """The precisions are listed in the order of their fineness."""
    texts = [
        "19XX",
        "201X",
        "2016",
        "2016-21",
        "2016-05",
        "2016-05-01",
        "2016-05-01T10:00",
        "2016-05-01T10:00:00",
    ]
    assert [point.precision for text in texts for point in parse(text).points] == list(Precision)


def _read_or_refuse(text: str) -> None:
    try:
        date = parse(text)
    except EdtfError as error:
        assert error.message
        for suggestion in re.findall(r'did you mean "(.+?)"\?', error.hint):
            parse(suggestion)
    else:
        assert isinstance(date, Edtf)


def _agree(date: Edtf) -> None:
    theirs = parse_edtf(date.normal)
    assert date.start is not None
    assert date.end is not None
    assert tuple(theirs.lower_strict())[:3] == date.start[:3]
    assert tuple(theirs.upper_strict())[:3] == date.end[:3]
