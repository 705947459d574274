from __future__ import annotations

import pytest

from explainer.language import language
from explainer.model.edtf import PARTS, parse
from explainer.model.phrases import phrase, short

# The table in the guide for editors comes first; these must come out letter for letter.
ENGLISH = {
    "2016-04-22/2016-05-01": "22 April – 1 May 2016",
    "[2016-04-30..2016-05-01]": "on 30 April or 1 May 2016",
    "[..2016-05-01]": "on or before 1 May 2016",
    "2016-04-22/..": "since 22 April 2016",
    "/2016-05-02~": "until about 2 May 2016 (start not known)",
    # points
    "2016-04-30": "30 April 2016",
    "2016-04": "April 2016",
    "2016": "2016",
    "201X": "the 2010s",
    "190X": "1900–1909",
    "19XX": "1900–1999",
    "2016-21": "spring 2016",
    "2016-22": "summer 2016",
    "2016-23": "autumn 2016",
    "2016-24": "winter 2016",
    "2016-05-XX": "May 2016 (day not known)",
    "2016-XX": "2016 (month not known)",
    "2016-XX-XX": "2016 (day not known)",
    "2016-04-30T14:05": "30 April 2016, 14:05",
    "2016-04-30T14:05:09": "30 April 2016, 14:05:09",
    "2016-04-30T14:05Z": "30 April 2016, 14:05 UTC",
    "2016-04-30T14:05+03:00": "30 April 2016, 14:05 UTC+3",
    "2016-04-30T14:05-03:30": "30 April 2016, 14:05 UTC−3:30",
    "2016-04-30T14:05+00:30": "30 April 2016, 14:05 UTC+0:30",
    # years that calendars in computers do not have
    "0800": "800 CE",
    "0000": "1 BCE",
    "-0232": "233 BCE",
    "-0043-03-15": "15 March 44 BCE",
    "-0043-03": "March 44 BCE",
    "-004X": "50 BCE – 41 BCE",
    "000X": "1 BCE – 9 CE",
    "Y-12000": "12001 BCE",
    "Y12000": "12000",
    # hedges
    "2016-05-02~": "about 2 May 2016",
    "2016?": "perhaps 2016",
    "2016%": "perhaps about 2016",
    "201X~": "about 2010–2019",
    # intervals
    "2016-04-22/2016-04-30": "22–30 April 2016",
    "2015-12-31/2016-01-01": "31 December 2015 – 1 January 2016",
    "2016-04/2016-05": "April–May 2016",
    "2015-04/2016-05": "April 2015 – May 2016",
    "2015/2016": "2015–2016",
    "2015/2016-05": "2015 – May 2016",
    "0800/0900": "800 CE – 900 CE",
    "-0232/-0044": "233 BCE – 45 BCE",
    "2016-05-01/2016-05-01": "1 May 2016",
    "2016-04-22~/2016-05-01": "about 22 April 2016 – 1 May 2016",
    "201X/202X": "the 2010s – the 2020s",
    "2016-05-XX/2016-06-XX": "May 2016 (day not known) – June 2016 (day not known)",
    "2016-05-01T10:00/2016-05-01T12:30": "1 May 2016, 10:00–12:30",
    "2016-05-01T10:00Z/2016-05-01T12:30": "1 May 2016, 10:00 UTC – 1 May 2016, 12:30",
    "2016-05-01T22:00/2016-05-02T01:00": "1 May 2016, 22:00 – 2 May 2016, 01:00",
    "2016-04-22/": "from 22 April 2016 (end not known)",
    "../2016-05-01": "until 1 May 2016",
    "201X/..": "since 2010–2019",
    # one of several
    "[2016-05-03..2016-05-09]": "between 3 and 9 May 2016",
    "[2016-05-03..2016-05-04]": "on 3 or 4 May 2016",
    "[2016-04..2016-05]": "in April or May 2016",
    "[2015..2016]": "in 2015 or 2016",
    "[2016-05-03..2016-05-03]": "3 May 2016",
    "[2016-05-03,2016-05-09]": "on 3 or 9 May 2016",
    "[2016-04-01,2016-05-01]": "on 1 April or 1 May 2016",
    "[2015,2016-05-01]": "2015 or 1 May 2016",
    "[2016-05-01..]": "on or after 1 May 2016",
    "[..2016]": "in or before 2016",
    "[2016..]": "in or after 2016",
    "[..2016~]": "about 2016 or before",
    "[2016~..]": "about 2016 or after",
    "[2016-05-01,2016-05-03..2016-05-05,2016-07..]": (
        "one of these dates: 1 May 2016, 3–5 May 2016 and in or after July 2016"
    ),
    # all of several
    "{2016-04-30,2016-05-01}": "30 April and 1 May 2016",
    "{2016-05-01,2016-05-03,2016-06}": "1 May 2016, 3 May 2016 and June 2016",
    "{2016-05-01..2016-05-03}": "1–3 May 2016",
}

SHORT = [
    ("en", "2016-04-30", "30 Apr 2016"),
    ("en", "2016-04-22/2016-05-01", "22 Apr – 1 May 2016"),
    ("en", "/2016-09~", "until about Sept 2016 (start not known)"),
    ("de", "2016-04-30", "30. Apr. 2016"),
    ("fr", "[2016-04-30..2016-05-01]", "le 30 avr. ou le 1er mai 2016"),
    ("es", "2016-04-30", "30 abr 2016"),
    ("ar", "2016-04-30", "30 أبريل 2016"),
]

OTHER_ORDERS = [
    ("en-US", "2016-04-30", "April 30, 2016"),
    ("en-US", "2016-04-22/2016-04-30", "April 22, 2016 – April 30, 2016"),
    ("ja", "2016-04-30", "2016年4月30日"),
    ("th", "2016-04-30", "30 เมษายน 2016"),
    ("lt", "2016-04-30", "2016 m. balandžio 30 d."),
    ("cs", "2016-04-30", "30. dubna 2016"),
    ("cs", "2016-04", "duben 2016"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_dates_read_well_in_english(text: str, expected: str) -> None:
    """Every kind of date has a phrase that claims no more than the editor wrote."""
    assert phrase(parse(text), language("en")) == expected


@pytest.mark.parametrize(("code", "text", "expected"), SHORT)
def test_short_phrases_abbreviate_months(code: str, text: str, expected: str) -> None:
    """In tight spots the names of months are cut, and nothing else."""
    assert short(parse(text), language(code)) == expected


@pytest.mark.parametrize(("code", "text", "expected"), OTHER_ORDERS)
def test_languages_keep_their_order(code: str, text: str, expected: str) -> None:
    """A language without a catalogue has its own dates, and ranges are shortened only where the day leads."""
    assert phrase(parse(text), language(code)) == expected


@pytest.mark.parametrize(
    ("part", "code", "expected"),
    [
        ("early-morning", "en", "30 April 2016, early in the morning"),
        ("morning", "en", "30 April 2016, in the morning"),
        ("midday", "en", "30 April 2016, at midday"),
        ("afternoon", "en", "30 April 2016, in the afternoon"),
        ("evening", "en", "30 April 2016, in the evening"),
        ("night", "en", "30 April 2016, at night"),
        ("night", "de", "30. April 2016, in der Nacht"),
        ("night", "fr", "30 avril 2016, la nuit"),
        ("night", "es", "30 de abril de 2016, por la noche"),
        ("night", "ar", "30 أبريل 2016، ليلًا"),
    ],
)
def test_parts_of_the_day_follow_the_date(part: str, code: str, expected: str) -> None:
    """The part of the day is named after the date."""
    assert phrase(parse("2016-04-30"), language(code), part=part) == expected


def test_clock_times_silence_parts_of_the_day() -> None:
    """Whoever reads the time needs no part of the day."""
    assert phrase(parse("2016-04-30T22:00"), language("en"), part="night") == "30 April 2016, 22:00"


def test_every_part_of_the_day_has_words() -> None:
    """What dates can be sorted by can be shown, and nothing else."""
    for part in PARTS:
        assert phrase(parse("2016"), language("en"), part=part).startswith("2016, ")
    with pytest.raises(KeyError):
        phrase(parse("2016"), language("en"), part="teatime")
