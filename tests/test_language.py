from __future__ import annotations

from pathlib import Path

import pytest

from explainer.language import Catalogue, Language, language, read_catalogue

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);\\n"

msgid "event"
msgstr "událost"

msgctxt "title"
msgid "event"
msgstr "Událost"

msgid "{count} event"
msgid_plural "{count} events"
msgstr[0] "{count} událost"
msgstr[1] "{count} události"
msgstr[2] "{count} událostí"

msgid "half {count}"
msgid_plural "halves {count}"
msgstr[0] "půl {count}"
msgstr[1] ""
msgstr[2] ""

msgid "empty"
msgstr ""

#, fuzzy
msgid "guessed"
msgstr "odhad"

#~ msgid "obsolete"
#~ msgstr "zastaralé"
"""


@pytest.fixture
def czech(tmp_path: Path) -> Language:
    """Return Czech with a small catalogue of its own."""
    path = tmp_path / "cs.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    return Language("cs", language("cs").locale, read_catalogue(path))


@pytest.mark.parametrize(
    ("code", "direction", "number", "listed"),
    [
        ("en", "ltr", "12,345.5", "a, b and c"),
        ("en-US", "ltr", "12,345.5", "a, b, and c"),
        ("de", "ltr", "12.345,5", "a, b und c"),
        ("fr", "ltr", "12\u202f345,5", "a, b et c"),
        ("es", "ltr", "12.345,5", "a, b y c"),
        ("ar", "rtl", "12,345.5", "a وb وc"),
    ],
)
def test_a_language_knows_its_ways(code: str, direction: str, number: str, listed: str) -> None:
    """Direction, numbers and lists follow the language."""
    spoken = language(code)
    assert (spoken.code, spoken.direction) == (code, direction)
    assert spoken.number(12345.5) == number
    assert spoken.list(letter for letter in "abc") == listed
    assert spoken.list([]) == ""


@pytest.mark.parametrize("code", ["xx", "", "english", "en-XX", "../de", "e n"])
def test_unknown_languages_are_refused(code: str) -> None:
    """A code that stands for no language is an error in plain words."""
    with pytest.raises(ValueError, match=f'there is no language "{code}": use a code such as'):
        language(code)


def test_a_language_is_made_once() -> None:
    """Asking twice for a language does not read its catalogue twice."""
    assert language("de") is language("de")


def test_regional_languages_share_the_catalogue() -> None:
    """A region without a catalogue of its own uses that of the language."""
    assert language("de-AT").gettext("at night") == language("de").gettext("at night") == "in der Nacht"


def test_missing_translations_are_english() -> None:
    """Without a catalogue or a translation readers get the English words."""
    for code in ("en", "ja", "de"):
        spoken = language(code)
        assert spoken.gettext("no such message") == "no such message"
        assert spoken.pgettext("day", "no such message") == "no such message"
        assert [spoken.ngettext("a day", "{n} days", n) for n in (0, 1, 2)] == [
            "{n} days",
            "a day",
            "{n} days",
        ]


def test_translations_go_by_context(czech: Language) -> None:
    """A context without a translation of its own takes the general one."""
    assert czech.gettext("event") == "událost"
    assert czech.pgettext("title", "event") == "Událost"
    assert czech.pgettext("footer", "event") == "událost"


def test_plurals_follow_the_language(czech: Language) -> None:
    """The catalogue's own rule chooses the plural form."""
    forms = [czech.ngettext("{count} event", "{count} events", count) for count in (1, 3, 5)]
    assert forms == ["{count} událost", "{count} události", "{count} událostí"]


def test_unfinished_translations_are_not_used(czech: Language) -> None:
    """Empty, partly empty, fuzzy and obsolete translations are as good as none."""
    assert [czech.gettext(message) for message in ("empty", "guessed", "obsolete")] == [
        "empty",
        "guessed",
        "obsolete",
    ]
    assert czech.ngettext("half {count}", "halves {count}", 1) == "half {count}"


def test_a_plural_needs_plural_forms(czech: Language) -> None:
    """A message that is translated without plural forms does not answer for one with them."""
    assert czech.ngettext("event", "events", 2) == "events"


def test_the_empty_message_is_empty() -> None:
    """The header of a catalogue is never shown."""
    assert language("de").gettext("") == ""
    assert Catalogue().messages == {}
