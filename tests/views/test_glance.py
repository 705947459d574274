"""The three lists of the home page, questions, and reading times."""

from __future__ import annotations

from typing import Any

import pytest

from explainer.views.frames import Framer
from explainer.views.glance import glance
from explainer.views.notes import Notes
from explainer.views.questions import QuestionsView, QuestionView, question_pages
from explainer.views.reading import reading_time
from views.story import context

EVENT = {"title": "E", "date": "2016-05-01", "source": ["s"]}


def lists(**collections: Any) -> dict[str, list[str]]:
    """Return what the three lists say of these records, in words."""
    story = context(collections.pop("info", None), **collections)
    made = glance(story, Notes(story))
    return {
        "known": [one.link.text for one in made.known],
        "disputed": [f"{one.link.text}: {one.voices} {one.how}" for one in made.disputed],
        "unknown": [one.says.text for one in made.unknown],
    }


def test_what_is_known_is_what_no_record_contradicts() -> None:
    """An event that is disputed, or that is told in ways that cannot both be right, is not called known."""
    events = [
        {**EVENT, "id": "a", "title": "Agreed"},
        {**EVENT, "id": "b", "title": "Disputed"},
        {
            **EVENT,
            "id": "c",
            "title": "Told twice",
            "according_to": "board",
            "accounts": [{"by": "mayor", "date": "2016-05-03"}],
        },
        {**EVENT, "id": "d", "title": "Planned", "phase": "planned"},
    ]
    disputes = [
        {
            "id": "q",
            "title": "Was it so?",
            "about": ["b"],
            "positions": [{"by": "board", "says": "Yes."}, {"by": "mayor", "says": "No."}],
        }
    ]

    assert lists(events=events, disputes=disputes) == {
        "known": ["Agreed"],
        "disputed": ["Was it so?: 2 positions", "Told twice: 2 accounts"],
        "unknown": [],
    }


def test_one_voice_is_no_dispute() -> None:
    """A figure is disputed where more than one actor gives a value, not where one gives two."""
    one = {
        "id": "f",
        "title": "One voice",
        "unit": "people",
        "estimates": [{"by": "board", "value": 1}, {"by": "board", "value": 2, "as_of": "2016"}],
    }
    two = {
        "id": "g",
        "title": "Two voices",
        "unit": "people",
        "estimates": [{"by": "board", "value": 1}, {"by": "mayor", "value": 2}],
    }

    assert lists(figures=[one, two])["disputed"] == ["Two voices: 2 estimates"]


def test_key_events_stand_for_the_rest() -> None:
    """Where the editors mark key events, only those are listed."""
    events = [{**EVENT, "id": "a", "title": "Small"}, {**EVENT, "id": "b", "title": "Large", "key": True}]

    assert lists(events=events)["known"] == ["Large"]


def test_what_is_not_known_is_cut_short_and_counted() -> None:
    """The list of what is not known has six lines, and tells how many more there are."""
    story = context({"unknown": [{"says": f"Thing {number}."} for number in range(9)]})

    assert (len(glance(story, Notes(story)).unknown), glance(story, Notes(story)).more_unknown) == (6, 3)


def test_questions_lead_from_one_to_the_next() -> None:
    """Each question has a page with its neighbours and the records that its answer speaks of."""
    questions = [
        {"id": "who", "question": "Who?", "answer": "[[board]].\n\nAnd [[mayor|he]].", "about": "paper"},
        {"id": "why", "question": "Why?", "answer": "Nobody says."},
    ]
    first, who, why = (page.make() for page in question_pages(Framer(context({"questions": questions}))))
    assert isinstance(first, QuestionsView)
    assert isinstance(who, QuestionView)

    assert [(card.link.url, card.opening.text, card.more) for card in first.questions] == [
        ("questions/who/", "[[board]].", True),
        ("questions/why/", "Nobody says.", False),
    ]
    assert (who.frame.previous, why.frame.next) == (None, None)
    assert who.frame.next is not None
    assert who.frame.next.url == "questions/why/"
    assert [(found.collection, [link.text for link in found.links]) for found in who.records] == [
        ("actors", ["Board", "Mayor", "Paper"])
    ]
    assert who.frame.description == "Board."


def test_a_story_without_questions_has_no_page_for_them() -> None:
    """No page is made where there is nothing to ask."""
    assert list(question_pages(Framer(context()))) == []


@pytest.mark.parametrize(
    ("language", "words", "minutes"),
    [("en", 0, 0), ("en", 228, 1), ("en", 229, 2), ("ar", 228, 2), ("pt-BR", 362, 2), ("ja", 185, 2)],
)
def test_reading_times_are_those_of_the_language(language: str, words: int, minutes: int) -> None:
    """Reading times are rounded up, at the pace that was measured for the language."""
    assert reading_time(context({"language": language}), " ".join(["word"] * words)) == minutes
