"""Whatever is changed in a quotation is caught, whatever folding forgives is not, and nothing crashes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.evidence.fold import fold
from explainer.evidence.matching import Body
from explainer.evidence.nearest import nearest_passage
from explainer.evidence.texts import SourceText

TEXTS = Path(__file__).parent / "texts"
BODIES = {path.stem: Body(SourceText(path.name, path.read_text("utf-8"))) for path in TEXTS.glob("*.txt")}
QUOTED = {
    "german": "Wir haben die Lage nicht unter Kontrolle",
    "russian": "Мы не контролируем положение",
    "arabic": "الوضع ليس تحت السيطرة، ولا أحد يعلم",
}
NUMBERS = {"german": "mindestens 246 Häuser", "russian": "не менее 246 домов", "arabic": "عن ٢٤٦ منزلاً تضررت"}
LETTERS = "aeinorstbkläöüßаеинорстпбяьالنورمتيهب0123456789٠١٢٣٤٥٦٧٨٩"
CASES = [(name, words) for table in (QUOTED, NUMBERS) for name, words in table.items()]


@pytest.mark.parametrize(("name", "words"), CASES)
def test_the_fixtures_stand_in_their_texts(name: str, words: str) -> None:
    """The quotations that the other tests change stand in their texts once."""
    assert len(BODIES[name].find(words)) == 1


@pytest.mark.parametrize(("name", "words"), CASES)
@given(data=st.data())
def test_any_edit_of_a_letter_is_caught(name: str, words: str, data: st.DataObject) -> None:
    """A letter or digit that is replaced, left out, doubled or put in is never found in the source."""
    places = [number for number, sign in enumerate(words) if sign.isalnum()]
    at = data.draw(st.sampled_from(places))
    new = data.draw(st.sampled_from(LETTERS))
    edits = [words[:at] + new + words[at + 1 :], words[:at] + words[at + 1 :], words[:at] + new + words[at:]]
    for edited in edits:
        if fold(edited) != fold(words):
            assert BODIES[name].find(edited) == [], edited


@pytest.mark.parametrize(("name", "words"), CASES)
def test_words_in_another_order_are_caught(name: str, words: str) -> None:
    """Two neighbouring words that change places, or one that is missing, are not found."""
    parts = words.split()
    for at in range(len(parts) - 1):
        swapped = [*parts[:at], parts[at + 1], parts[at], *parts[at + 2 :]]
        assert BODIES[name].find(" ".join(swapped)) == []
        if at:
            assert BODIES[name].find(" ".join(parts[:at] + parts[at + 1 :])) == []


SPACES = [" ", "\u00a0", "\u202f", "  ", "\n", "\t", " \u200b", "\u2009"]
INVISIBLE = ["", "\u200b", "\u00ad", "\ufeff", "\u200f", "\u2060"]


@pytest.mark.parametrize(("name", "words"), CASES)
@given(data=st.data())
def test_edits_within_the_rules_are_forgiven(name: str, words: str, data: st.DataObject) -> None:
    """Other spaces, invisible characters and another normal form are found where the words stand."""
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    made = "".join(
        data.draw(st.sampled_from(SPACES)) if sign == " " else sign + data.draw(st.sampled_from(INVISIBLE))
        for sign in unicodedata.normalize(form, words)  # type: ignore[arg-type]
    )

    assert BODIES[name].find(made) == BODIES[name].find(words)


@given(st.text(), st.text())
def test_no_text_crashes_the_matcher(text: str, words: str) -> None:
    """Any text may be searched for any words, and what is found is really there."""
    body = Body(SourceText("t", text))
    for span in [*body.find(words), *body.find_around_insertions(words)]:
        assert 1 <= span.paragraph <= span.last
    if body.find(words):
        assert fold(words) in body.folded
    nearest_passage(body, words)


@given(st.text(min_size=1), st.text(), st.text())
def test_what_is_copied_is_found(words: str, before: str, after: str) -> None:
    """Words copied from between spaces, letter for letter, are found."""
    body = Body(SourceText("t", f"{before} . {words} . {after}"))

    if fold(words):
        assert body.find(words)
