"""What is not known: derived from the records, without what the editors say themselves."""

from __future__ import annotations

from typing import Any

import pytest

from explainer.model.story import Key
from explainer.views.notes import Notes
from explainer.views.unknowns import MOST, open_questions, said_unknown
from views.story import context

KINDS = {"shelling": {"label": "Shelling", "expects": ["by"]}, "talks": "Talks"}


def questions(
    events: list[dict[str, Any]], about: Key | None = None, **info: Any
) -> dict[str, tuple[str, ...]]:
    """Return the records that leave each question open."""
    base = {"title": "E", "date": "2016-05-01", "kind": "shelling", "who": {"by": "board"}}
    story = context({"kinds": KINDS, **info}, events=[{**base, "title": e["id"], **e} for e in events])
    found = open_questions(story, Notes(story), about)
    return {one.question: tuple(item.link.text for item in one.items) for one in found}


@pytest.mark.parametrize(
    ("event", "open_"),
    [
        ({}, []),
        ({"who": {}}, ["by"]),
        ({"who": {}, "kind": "talks"}, []),
        ({"who": {}, "kind": None}, []),
        ({"date": "[..2016-05-01]"}, ["day"]),
        ({"date": "[2016-05-01,2016-05-03]"}, ["day"]),
        ({"date": "2016-05-XX"}, ["day"]),
        ({"date": "2016-05"}, []),
        ({"date": "2016-05-01~"}, []),
        ({"date": "[..2016-05-01]", "aggregate": True}, []),
        ({"date": "[2016-05-01..]", "phase": "planned"}, []),
        ({"date": "/2016-05-01"}, ["began"]),
        ({"date": "2016-05-01/"}, ["ended"]),
        ({"date": "2016-05-01/.."}, ["ended"]),
        ({"date": "2016-05-01/..", "phase": "ongoing"}, []),
        ({"date": "/2016-05-01", "who": {}}, ["by", "began"]),
    ],
    ids=str,
)
def test_what_an_event_leaves_open(event: dict[str, Any], open_: list[str]) -> None:
    """An event leaves open the parts its kind expects and the days it does not give, and nothing else."""
    assert list(questions([{"id": "e", **event}])) == open_
    assert list(questions([{"id": "e", **event}, {"id": "f"}], Key("events", "e"))) == open_


def test_accusations_and_accounts_are_no_answers() -> None:
    """Whom somebody blames or names is shown as theirs, and the question stays open."""
    event = {
        "id": "e",
        "title": "E",
        "date": "2016",
        "kind": "shelling",
        "blamed": {"who": "board", "by": "mayor"},
        "accounts": [{"by": "mayor", "who": {"by": "board"}}, {"by": "paper", "who": {"by": "mayor"}}],
    }
    story = context({"kinds": KINDS}, events=[event])
    (question,) = open_questions(story, Notes(story))
    (item,) = question.items

    assert [(claim.by.text, claim.who[0].text, claim.blame) for claim in item.claims] == [
        ("Mayor", "Board", True),
        ("Paper", "Mayor", False),
    ]


@pytest.mark.parametrize(
    ("covers", "left"),
    [
        ({}, []),
        ({"covers": "by"}, ["day"]),
        ({"covers": ["by", "day"]}, []),
        ({"covers": "other"}, ["by", "day"]),
    ],
    ids=str,
)
def test_what_the_editors_say_is_not_said_again(covers: dict[str, Any], left: list[str]) -> None:
    """A question that the editors put into words is left out; the record's other ones only if they say so."""
    event = {"id": "e", "who": {}, "date": "[..2016-05-01]"}
    unknown = [{"says": "Who did it.", "about": "e", **covers}]

    assert list(questions([event], unknown=unknown)) == left


def test_unnamed_persons_are_a_question_unless_private() -> None:
    """Persons without a name are listed, but not those who must stay private."""
    actors = [
        {"id": "mayor", "name": "A mayor", "kind": "unnamed-person"},
        {"id": "witness", "name": "A witness", "kind": "unnamed-person", "private": True},
    ]
    story = context(actors=actors)
    (question,) = open_questions(story, Notes(story))

    assert question.question == "person"
    assert [item.link.text for item in question.items] == ["A mayor"]


def test_a_long_list_leads_on() -> None:
    """A question that many records leave open names some of them and leads to all."""
    events = [
        {"id": f"e{n}", "title": "E", "date": "2016", "kind": "shelling", "source": "s"}
        for n in range(MOST + 3)
    ]
    story = context({"kinds": KINDS}, events=events)
    (question,) = open_questions(story, Notes(story))

    assert (len(question.items), question.more, question.page.url) == (MOST, 3, "chronology/")


def test_a_page_has_what_the_editors_say_about_its_record() -> None:
    """Of what the editors say is not known, a record's page has what is about it."""
    unknown = [{"says": "Who.", "about": "e"}, {"says": "What else."}]
    event = {"id": "e", "title": "E", "date": "2016"}
    story = context({"unknown": unknown}, events=[event])

    assert [one.says.text for one in said_unknown(story, Notes(story), Key("events", "e"))] == ["Who."]
    assert len(list(said_unknown(story, Notes(story)))) == 2
