"""Drawings of relations: the same each time, within their frame, no name on another; and what actors are in the story."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.model.relation import VOCABULARY
from explainer.views.actors import ActorView, actor_pages
from explainer.views.frames import Framer
from explainer.views.network import LINE, MOST_NEIGHBOURS, WIDTH, Edge, Label, Node, banded, fan
from explainer.views.pieces import Link
from explainer.views.profile import opening
from explainer.views.relations import MOST_DRAWN, relations_page
from views.story import context

NAMES = st.lists(st.text("abcdefgh ", min_size=1, max_size=60).filter(str.strip), max_size=40)


def box(label: Label) -> tuple[float, float, float, float]:
    """Return the room that a name takes: its left, top, right and bottom, letters taken as 7 wide."""
    wide = max(map(len, label.lines)) * 7
    left = label.x - wide / 2 if label.middle else label.x
    tall = (len(label.lines) + len(label.under)) * LINE
    return left, label.y - LINE, left + wide, label.y - LINE + tall


def nodes(names: list[str]) -> list[Node]:
    """Return somebody for each name."""
    return [Node(str(number), Link(name)) for number, name in enumerate(names)]


@given(NAMES)
def test_no_name_is_on_another(names: list[str]) -> None:
    """In both drawings all names are apart from each other and inside the frame from top to bottom."""
    made = nodes(names)
    rows = [(node, "is an ally of", Edge("me", node.id, "ally-of", 1, symmetric=True)) for node in made]
    for drawing in (fan(Node("me", Link("Somebody")), rows), banded([("Side", made)], [])):
        boxes = [box(label) for label in drawing.labels]
        for (left, top, right, bottom), other in combinations(boxes, 2):
            apart = right <= other[0] + 8 or other[2] <= left + 8 or bottom <= other[1] or other[3] <= top
            assert apart
        assert all(top >= 0 and bottom <= drawing.height + LINE for _, top, _, bottom in boxes)
        assert all(left >= -8 and right <= WIDTH + 8 for left, _, right, _ in boxes)


@given(NAMES)
def test_a_drawing_is_the_same_each_time(names: list[str]) -> None:
    """The same actors give the same drawing, with everyone in it once, or counted as left out."""
    rows = [(node, "x", Edge("me", node.id, "heads", 0, symmetric=False)) for node in nodes(names)]
    drawing = fan(Node("me", Link("Me")), rows)

    assert drawing == fan(Node("me", Link("Me")), rows)
    assert len(drawing.labels) - 1 == min(len(names), MOST_NEIGHBOURS)
    assert drawing.more == max(len(names) - MOST_NEIGHBOURS, 0)
    assert all(stroke.arrow for stroke in drawing.strokes)


def many(count: int) -> Framer:
    """Return a story in which a hundred actors are related in a ring."""
    actors = [{"id": f"a{number}", "name": f"A {number}", "kind": "group"} for number in range(count)]
    ring = [
        {"id": f"r{n}", "a": f"a{n}", "rel": "supports", "b": f"a{(n + 1) % count}"} for n in range(count)
    ]
    return Framer(context(actors=actors, relations=ring))


@pytest.mark.parametrize("count", [3, MOST_DRAWN, MOST_DRAWN + 1])
def test_many_actors_are_a_table(count: int) -> None:
    """Up to sixty actors are drawn; more are a table; all relations are listed either way."""
    page = relations_page(many(count))

    assert (page.network is None, page.matrix is None) == (count > MOST_DRAWN, count <= MOST_DRAWN)
    assert sum(len(group.relations) for group in page.groups) == count
    if page.matrix:
        assert (len(page.matrix.rows), page.matrix.left_out) == (MOST_DRAWN, count - MOST_DRAWN)
        assert {"supports", "is supported by", ""} == set(page.matrix.rows[1])


def test_relations_come_kind_by_kind() -> None:
    """Relations are grouped in the order of the vocabulary, read from their first actor."""
    kinds = ["supports", "fights", "heads"]
    relations = [{"id": f"r{n}", "a": "board", "rel": rel, "b": "mayor"} for n, rel in enumerate(kinds)]
    page = relations_page(Framer(context(relations=relations)))

    assert [group.id for group in page.groups] == [kind for kind in VOCABULARY if kind in kinds]
    assert [(r.one.text, r.words, r.other.text) for r in page.groups[0].relations] == [
        ("Board", "fights", "Mayor")
    ]


def profile(**records: Any) -> ActorView:
    """Return the profile of the board."""
    made = (page.make() for page in actor_pages(Framer(context(**records))))
    return next(page for page in made if page.card.link.text == "Board")


@pytest.mark.parametrize(
    ("actor", "info", "expected"),
    [
        ({}, {}, "Board."),
        ({"roles": [{"title": "Owner of the dam"}]}, {}, "Board: Owner of the dam."),
        ({"roles": [{"title": "Owner", "org": "mayor"}]}, {}, "Board: Owner, Mayor."),
        (
            {"roles": [{"title": "Owner", "when": "2001/2009"}, {"title": "Guest", "when": "2015/2017"}]},
            {"as_of": "2016-05-01"},
            "Board: Guest.",
        ),
    ],
)
def test_an_opening_is_made_from_roles(actor: dict[str, Any], info: dict[str, Any], expected: str) -> None:
    """Who an actor is comes from its role at the time of the story, and nothing is added."""
    actors = [
        {"id": "board", "name": "Board", "kind": "group", **actor},
        {"id": "mayor", "name": "Mayor", "kind": "person"},
    ]
    story = context(info, actors=actors)

    assert opening(story.story.actors["board"], story) == expected


def test_an_opening_counts_the_records() -> None:
    """What an actor has in the story is counted by kind, and is the page's description without a summary."""
    page = profile(
        quotes=[{"id": f"q{n}", "speaker": "board", "says": "No.", "date": "2016"} for n in range(2)],
        events=[{"id": "e", "title": "E", "date": "2016", "who": {"by": "board"}}],
        figures=[{"id": "f", "title": "F", "unit": "x", "estimates": [{"by": "board", "value": 1}]}],
    )

    assert page.share == "In this story: 2 statements, 1 event and 1 figure given."
    assert page.frame.description == f"Board. {page.share}"


def test_positions_stand_on_the_profile() -> None:
    """What an actor holds in a dispute is on its page, and what others hold is not."""
    positions = [{"by": "board", "says": "Yes."}, {"by": "mayor", "says": "No."}]
    page = profile(disputes=[{"id": "d", "title": "Was it so?", "positions": positions}])

    assert [
        (held.dispute.text, held.position.says.text) for held in page.positions if held.position.says
    ] == [("Was it so?", "Yes.")]
