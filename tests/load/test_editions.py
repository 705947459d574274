"""Stories in other languages: what an edition says, and what stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.model.foreign import Foreign, language_of
from explainer.model.story import Key, Story
from explainer.reading import read
from explainer.urls import Urls
from explainer.views.context import Context
from support import write_files

STORY = {
    "story.yml": "title: Flood\nstandfirst: What [[orsa]] lost.\nsides: [{id: north, name: North}, {id: south, name: South}]\n",
    "sources.yml": "- {id: s, title: The flood, lang: it}\n- {id: t, title: Flood}\n",
    "actors.yml": (
        "- {id: ann, name: Ann, kind: person, names: {ar: آن, ru: Энн}, aliases: Annie, source: s}\n"
        "- {id: ben, name: Ben, kind: person, summary: A man., source: s}\n"
    ),
    "places.yml": "- {id: orsa, name: Orsa, kind: town, source: s}\n",
    "quotes.yml": (
        "- {id: no, speaker: ann, date: 2016-05-01, words: [No, Never], source: s}\n"
        "- {id: da, speaker: ann, date: 2016-05-01, words: نعم, lang: ar, translation: Yes, source: t}\n"
    ),
    "events.yml": "- {id: flood, title: Flood, date: {edtf: 2016-05-01, says: on Sunday, why: A guess.}, source: s}\n",
    "figures.yml": "- {id: dead, title: Dead, unit: people, source: s, estimates: [{by: ann, text: Many, of_which: {children: 1}}, {by: ben, value: 2}]}\n",
    "disputes.yml": "- {id: why, title: Why?, source: s, positions: [{by: ann, says: Rain.}, {by: ben, says: Neglect.}]}\n",
}
EDITION = {
    "story.yml": "title: فيضان\nsides: {south: الجنوب}\n",
    "sources.yml": "s: {title: الفيضان}\n",
    "actors.yml": "ann: {aliases: [آني]}\nben: {name: بن}\n",
    "quotes.yml": "no: {translation: [لا, أبدًا]}\n",
    "figures.yml": "dead: {estimates: {ann: {translation: كثيرون, of_which: {children: أطفال}}}}\n",
    "disputes.yml": "why: {positions: {ben: إهمال.}}\n",
    "events.yml": "flood: {title: فيضان}\n",
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Return a story's Arabic edition, of which a part is translated."""
    folder = tmp_path_factory.mktemp("editions")
    write_files(folder, STORY)
    write_files(folder / "i18n" / "ar", EDITION)
    reading = read(folder)
    assert {problem.code for problem in reading.problems} == {"untranslated"}
    return reading.editions[0]


def test_an_edition_is_a_story_in_its_language(edition: Story) -> None:
    """Translated texts stand in the place of the original's; the language is the edition's."""
    assert (edition.info.language, edition.info.title) == ("ar", "فيضان")
    assert edition.events["flood"].title == "فيضان"
    assert edition.actors["ben"].name == "بن"


def test_what_is_not_translated_stays_and_says_its_language(edition: Story) -> None:
    """A text without a translation is the original's, marked with its language."""
    assert edition.info.standfirst == "What [[orsa]] lost."
    assert language_of(edition.info.standfirst or "") == "en"
    assert language_of(edition.places["orsa"].name) == "en"
    assert language_of(edition.info.title) == ""


def test_items_are_translated_by_name(edition: Story) -> None:
    """Sides go by their id and positions by whose they are, whatever their order."""
    assert [(side.name, language_of(side.name)) for side in edition.info.sides] == [
        ("North", "en"),
        ("الجنوب", ""),
    ]
    assert [(p.says, language_of(p.says)) for p in edition.disputes["why"].positions] == [
        ("Rain.", "en"),
        ("إهمال.", ""),
    ]


def test_names_that_are_there_already_are_used(edition: Story) -> None:
    """A name given in `names` is the edition's; the original's stands among the others, for readers and search."""
    ann = edition.actors["ann"]

    assert (ann.name, dict(ann.names)) == ("آن", {"en": "Ann", "ru": "Энн"})
    assert ann.aliases == ("آني", "Annie")
    assert dict(edition.actors["ben"].names) == {"en": "Ben"}


def test_words_stay_as_they_were_said(edition: Story) -> None:
    """Quoted words keep their text and language; a translation of the editors' stands beside them."""
    quote = edition.quotes["no"]

    assert (quote.words, quote.lang, quote.translation) == (("No", "Never"), "it", ("لا", "أبدًا"))
    assert quote.translated_by is None


def test_words_in_the_editions_own_language_need_no_translation(edition: Story) -> None:
    """A quotation printed in the language of the edition stands there by itself."""
    quote = edition.quotes["da"]

    assert (quote.words, quote.lang, quote.translation) == (("نعم",), "ar", ())


def test_the_sources_words_for_a_date_stay(edition: Story) -> None:
    """What the source says of a date is marked with its language and never translated."""
    says = edition.events["flood"].date.says

    assert (says, language_of(says or "")) == ("on Sunday", "en")


def test_titles_of_sources_keep_the_original(edition: Story) -> None:
    """A translated title of a source leaves the printed one on record, in the source's language."""
    source = edition.sources["s"]

    assert (source.title, source.original_title, language_of(source.original_title or "")) == (
        "الفيضان",
        "The flood",
        "it",
    )


def test_estimates_in_words(edition: Story) -> None:
    """An estimate's printed words stay, with their translation; what parts are called is translated."""
    estimate = edition.figures["dead"].estimates[0]

    assert (estimate.text, language_of(estimate.text or ""), estimate.translation) == ("Many", "en", "كثيرون")
    assert estimate.of_which == {"أطفال": 1}


def test_a_quotations_title_is_its_translation(edition: Story) -> None:
    """Links to a quotation say its words in the language of the page, between its quotation marks."""
    context = Context(edition, Urls())

    assert context.title(edition.quotes["no"]) == "آن: «لا»"


def test_a_withheld_value_is_withheld_in_every_edition(tmp_path: Path) -> None:
    """Even where an edition writes a withheld value down, its story does not publish it."""
    quote = "- {id: no, speaker: ann, date: 2016-05-01, words: No, source: s, withheld: {words: fear}}\n"
    actor = "- {id: ann, name: Ann, kind: person, source: s, withheld: {name: fear}}\n"
    write_files(
        tmp_path, {**STORY, "quotes.yml": quote, "actors.yml": actor, "figures.yml": "", "disputes.yml": ""}
    )
    write_files(
        tmp_path / "i18n" / "ar",
        {"actors.yml": "ann: {name: سر, aliases: سر}\n", "quotes.yml": "no: {translation: سر}\n"},
    )

    reading = read(tmp_path)
    published = reading.editions[0].published()

    assert [problem.code for problem in reading.problems if problem.severity == "error"] == [
        "withheld",
        "withheld",
    ]
    assert "سر" not in published.actors["ann"].model_dump_json()
    assert "سر" not in published.quotes["no"].model_dump_json()
    assert published.actors["ann"].name == "الاسم محجوب"


def test_editors_are_led_to_the_translation(edition: Story) -> None:
    """A page's link for editors leads to the file with its translation, where there is one."""
    assert edition.place(Key("events", "flood")).file == "i18n/ar/events.yml"
    assert edition.place(Key("places", "orsa")).file == "places.yml"


def test_foreign_texts_are_texts() -> None:
    """A foreign text equals the same text, and shows its language only in HTML, escaped."""
    text = Foreign("a <b>", "en")

    assert text == "a <b>"
    assert hash(text) == hash("a <b>")
    assert text.__html__() == "\x02en\x03a &lt;b&gt;\x04"
