from __future__ import annotations

import re

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from explainer.model.edtf import EdtfError, parse
from explainer.model.edtf_rules import RULES, Rule

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
        'write "[2015..2016]" if it happened once in between, '
        '"2015/2016" if it lasted from the one to the other',
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
    with pytest.raises(EdtfError, match=r"^the date is empty$"):
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
def test_rules_can_be_filled_in(rule: Rule) -> None:
    """Every guess of a rule uses only names that its pattern provides."""
    names = {*re.compile(rule.pattern).groupindex, "whole"}
    for guess in rule.guesses:
        assert set(re.findall(r"(?<!{){(\w+)}", guess.edtf)) <= names


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
