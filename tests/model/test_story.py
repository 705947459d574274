"""A story's references: who mentions whom, and how mentions are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.model.attribution import Step, chain
from explainer.model.story import Key, Story
from explainer.reading import read


@pytest.fixture(scope="module")
def story() -> Story:
    """Return the sample story with every feature."""
    return read(Path(__file__).parent.parent / "sites" / "full" / "content").story


def test_mentions_come_from_every_kind_of_field(story: Story) -> None:
    """Whoever is named in a typed field, in a list, deep inside a record or in prose is mentioned."""
    mentioning = {str(key) for key in story.mentions[Key("actors", "water-board")]}

    assert {
        "actor:engineer",  # part_of, and the organisation of a role
        "place:orsa",  # held_by
        "event:dam-breaks",  # accounts and blamed
        "event:hearing",  # who.by, from a table
        "quote:residents-blame",  # stance
        "figure:missing",  # estimates
        "relation:residents-opposes-water-board",
        "dispute:why",  # positions
        "image:board",  # shows
    } <= mentioning
    assert Key("actors", "water-board") in story.mentions[Key("places", "orsa")]  # prose


def test_a_mention_is_counted_once(story: Story) -> None:
    """A record that mentions another twice is in its list once, and nothing mentions itself."""
    for key, mentioning in story.mentions.items():
        assert len(mentioning) == len(set(mentioning))
        assert key not in mentioning


@pytest.mark.parametrize(
    ("target", "collections", "found"),
    [
        ("orsa", (), Key("places", "orsa")),
        ("place:orsa", (), Key("places", "orsa")),
        ("orsa", ("actors",), None),
        ("actor:orsa", (), None),
        ("valley-gazette", ("actors",), Key("actors", "valley-gazette")),
        ("nobody", (), None),
    ],
)
def test_references_are_resolved(
    target: str, collections: tuple[str, ...], found: Key | None, story: Story
) -> None:
    """A reference means one record of the collections it may mean, or none."""
    assert story.resolve(target, collections) == found


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        (
            Key("quotes", "engineer-cracks"),
            [("said", ("engineer",)), ("told", ("valley-gazette",)), ("via", ("witness",))],
        ),
        (Key("events", "dam-breaks"), [("according-to", ("witness",)), ("published", ("valley-gazette",))]),
        (Key("events", "inquiry"), [("published", ("valley-gazette",))]),
    ],
)
def test_attribution_chains(key: Key, steps: list[tuple[str, tuple[str, ...]]], story: Story) -> None:
    """A chain runs from the speaker or witness to the publisher, whom it names once."""
    record = story.get(key)
    assert record is not None
    made = [(step.role, step.actors) for step in chain(story, record) if step.actors]
    assert made == steps


def test_a_source_without_publisher_stands_for_itself(story: Story) -> None:
    """Where a source has no publisher, the source itself ends the chain."""
    assert Step("published", (), ("rapporto",)) in chain(story, story.quotes["board-denies"])
