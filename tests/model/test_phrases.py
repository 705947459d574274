from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.language import Catalogue, language
from explainer.model.edtf import PARTS, parse
from explainer.model.phrases import phrase, short, weekday_name, weekday_named

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

# edtf: German, French, Spanish, Arabic
TRANSLATED = {
    "2016-04-30": ("30. April 2016", "30 avril 2016", "30 de abril de 2016", "30 أبريل 2016"),
    "2016-05-01": ("1. Mai 2016", "1er mai 2016", "1 de mayo de 2016", "1 مايو 2016"),
    "-0232": ("233 v. Chr.", "233 av. J.-C.", "233 a. C.", "233 ق.م"),
    "-0043-03-15": (
        "15. März 44 v. Chr.",
        "15 mars 44 av. J.-C.",
        "15 de marzo de 44 a. C.",
        "15 مارس 44 ق.م",
    ),
    "201X": ("2010er-Jahre", "années 2010", "década de 2010", "عقد 2010"),
    "2016-22": ("Sommer 2016", "été 2016", "verano de 2016", "صيف 2016"),
    "2016-22/..": ("seit Sommer 2016", "depuis l’été 2016", "desde el verano de 2016", "منذ صيف 2016"),
    "2016-05-02~": (
        "etwa 2. Mai 2016",
        "vers le 2 mai 2016",
        "aproximadamente el 2 de mayo de 2016",
        "نحو 2 مايو 2016",
    ),
    "2016?": ("vielleicht 2016", "peut-être 2016", "quizá 2016", "ربما 2016"),
    "2016-04-22/2016-05-01": (
        "22. April – 1. Mai 2016",
        "22 avril – 1er mai 2016",
        "22 de abril – 1 de mayo de 2016",
        "22 أبريل – 1 مايو 2016",
    ),
    "2016-04-22/2016-04-30": (
        "22.–30. April 2016",
        "22–30 avril 2016",
        "22–30 de abril de 2016",
        "22–30 أبريل 2016",
    ),
    "[2016-04-30..2016-05-01]": (
        "am 30. April oder am 1. Mai 2016",
        "le 30 avril ou le 1er mai 2016",
        "el 30 de abril o el 1 de mayo de 2016",
        "في 30 أبريل أو 1 مايو 2016",
    ),
    "[2016-09..2016-10]": (
        "September oder Oktober 2016",
        "en septembre ou octobre 2016",
        "en septiembre o en octubre de 2016",
        "في سبتمبر أو أكتوبر 2016",
    ),
    "[2016-05-03..2016-05-09]": (
        "zwischen dem 3. und dem 9. Mai 2016",
        "entre le 3 et le 9 mai 2016",
        "entre el 3 y el 9 de mayo de 2016",
        "بين 3 و9 مايو 2016",
    ),
    "[..2016-05-01]": (
        "spätestens am 1. Mai 2016",
        "au plus tard le 1er mai 2016",
        "el 1 de mayo de 2016 o antes",
        "في 1 مايو 2016 أو قبل ذلك",
    ),
    "[..2016-05]": (
        "spätestens Mai 2016",
        "au plus tard en mai 2016",
        "en mayo de 2016 o antes",
        "في مايو 2016 أو قبل ذلك",
    ),
    "2016-04-22/..": (
        "seit dem 22. April 2016",
        "depuis le 22 avril 2016",
        "desde el 22 de abril de 2016",
        "منذ 22 أبريل 2016",
    ),
    "2016-04/..": ("seit April 2016", "depuis avril 2016", "desde abril de 2016", "منذ أبريل 2016"),
    "/2016-05-02~": (
        "bis etwa 2. Mai 2016 (Beginn nicht bekannt)",
        "jusque vers le 2 mai 2016 (début inconnu)",
        "hasta aproximadamente el 2 de mayo de 2016 (inicio desconocido)",
        "حتى نحو 2 مايو 2016 (البداية غير معروفة)",
    ),
    "2016-04-30T14:05Z": (
        "30. April 2016, 14:05 UTC",
        "30 avril 2016, 14:05 UTC",
        "30 de abril de 2016, 14:05 UTC",
        "30 أبريل 2016، 14:05 UTC",
    ),
    "{2016-04-30,2016-05-01}": (
        "30. April und 1. Mai 2016",
        "30 avril et 1er mai 2016",
        "30 de abril y 1 de mayo de 2016",
        "30 أبريل و1 مايو 2016",
    ),
}
LANGUAGES = ("de", "fr", "es", "ar")
CASES = [
    (code, text, expected)
    for text, phrases in TRANSLATED.items()
    for code, expected in zip(LANGUAGES, phrases, strict=True)
]
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
SAYINGS = [
    ("en", "on Saturday", 5),
    ("en", "late last SATURDAY night", 5),
    ("en", "Sunday’s talks", 6),
    ("en", "the night of Saturday to Sunday", None),
    ("en", "on Saturdays", None),
    ("en", "last night", None),
    ("en", "", None),
    ("de", "am späten Samstagabend", 5),
    ("de", "Sonnabend früh", 5),
    ("de", "on Monday", 0),
    ("de", "in der Nacht zu Sonntag", 6),
    ("fr", "Dimanche matin", 6),
    ("es", "el miercoles", 2),
    ("ar", "مساء السبت", 5),
    ("ar", "والأحد", 6),
    ("ar", "يوم الاحد", 6),
    ("ar", "الإثنين", 0),
]
EVERY_FORM = [
    form.format(date, again)
    for form in ("{}", "{}/..", "{}/", "../{}", "/{}", "[{}..]", "[..{}]", "[{},{}]")
    for date, again in (
        [
            (f"{year}{rest}{mark}", f"2018{rest}")
            for year in ("2016", "-0232", "0800")
            for mark in ("", "~", "?", "%")
            for rest in ("", "-05", "-05-01", "-21", "-22", "-23", "-24")
        ]
        + [
            ("201X", "202X"),
            ("19XX", "20XX"),
            ("2016-XX", "2017"),
            ("2016-05-XX", "2017"),
            ("2016-05-01T10:00", "2017"),
        ]
    )
] + [
    "[2016-05-01..2016-07]",
    "[2016..2018]",
    "[2016-05-01..2016-05-07]",
    "[2016-21..2016-23]",
    "[2014,2015,2016]",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_dates_read_well_in_english(text: str, expected: str) -> None:
    """Every kind of date has a phrase that claims no more than the editor wrote."""
    assert phrase(parse(text), language("en")) == expected


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_dates_read_well_in_other_languages(code: str, text: str, expected: str) -> None:
    """Phrases have the words, order, articles and prepositions of the language."""
    assert phrase(parse(text), language(code)) == expected


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_is_translated(code: str) -> None:
    """No catalogue lacks a message that a phrase asks for."""
    asked: set[str] = set()
    listening = _Listening(asked)
    spoken = dataclasses.replace(language(code), catalogue=Catalogue(listening))
    for text in EVERY_FORM:
        phrase(parse(text), spoken, part="night")
    assert len(asked) > 25
    assert asked <= {message for _, message in language(code).catalogue.messages}


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_their_placeholders(code: str) -> None:
    """A translation fills in exactly what its message does."""
    for (_, message), forms in language(code).catalogue.messages.items():
        for translation in forms:
            assert _placeholders(translation) == _placeholders(message), message


@given(st.sampled_from(EVERY_FORM), st.sampled_from(("en", *LANGUAGES)))
def test_phrases_are_tidy(text: str, code: str) -> None:
    """No phrase has leftover braces, double spaces or spaces at its ends."""
    for words in (phrase(parse(text), language(code)), short(parse(text), language(code))):
        assert words == words.strip() != ""
        assert not {"{", "}", "  "} & {*words, *(words[i : i + 2] for i in range(len(words)))}


@pytest.mark.parametrize(("code", "says", "weekday"), SAYINGS)
def test_weekdays_are_found_in_the_words_of_a_source(code: str, says: str, weekday: int | None) -> None:
    """One weekday is found by its English name or that of the story's language; two say nothing."""
    assert weekday_named(says, language(code)) == weekday


def test_weekdays_have_names() -> None:
    """Weekdays count from Monday."""
    assert [weekday_name(number, language("en")) for number in (0, 6)] == ["Monday", "Sunday"]
    assert weekday_name(5, language("fr")) == "samedi"


class _Listening(dict[tuple[str, str], tuple[str, ...]]):
    """A catalogue without entries that notes what it is asked for."""

    def __init__(self, asked: set[str]) -> None:
        super().__init__()
        self.asked = asked

    def get(self, key: tuple[str, str], default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key[1])
        return default


def _placeholders(message: str) -> set[str]:
    return {part.partition("}")[0] for part in message.split("{")[1:]}
