from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.language import Catalogue, language
from explainer.model.edtf import parse
from explainer.model.phrases import phrase, short

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


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_dates_read_well_in_other_languages(code: str, text: str, expected: str) -> None:
    """Phrases have the words, order, articles and prepositions of the language."""
    assert phrase(parse(text), language(code)) == expected


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


@given(st.sampled_from(EVERY_FORM), st.sampled_from(("en", *LANGUAGES)))
def test_phrases_are_tidy(text: str, code: str) -> None:
    """No phrase has leftover braces, double spaces or spaces at its ends."""
    for words in (phrase(parse(text), language(code)), short(parse(text), language(code))):
        assert words == words.strip() != ""
        assert not {"{", "}", "  "} & {*words, *(words[i : i + 2] for i in range(len(words)))}


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
