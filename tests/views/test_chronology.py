"""Chronologies: how they are divided, what is drawn of them, and the table that filters search."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.model.edtf import parse
from explainer.model.story import Key
from explainer.urls import Urls
from explainer.views.chronology import chronologies
from explainer.views.context import Context
from explainer.views.filter_index import filter_files
from explainer.views.former_periods import former_pages
from explainer.views.frames import Framer
from explainer.views.periods import Unit, periods
from explainer.views.shape import shape_of
from explainer.views.strip import entry_address, story_strip, strip
from views.story import context

UNITS = st.tuples(st.integers(-3, 3), st.integers(0, 3), st.integers(0, 2)).map(
    lambda unit: unit if unit[1] else (unit[0], 0, 0)
)


@given(found=st.lists(UNITS, max_size=120).map(sorted), most=st.integers(1, 30))
def test_every_record_is_on_one_page_in_order(found: list[Unit], most: int) -> None:
    """However the records lie in time, each is on one page, none of which is too long, all in their order."""
    units = {Key("events", str(number)): unit for number, unit in enumerate(found)}
    pages = periods(list(units), units.__getitem__, most)

    assert [key for page in pages for key in page.keys] == list(units)
    assert all(len(page.keys) <= most for page in pages)
    assert len({page.name for page in pages}) == len(pages)


def long_story(count: int = 500) -> Context:
    """Return a story of two years with an event of one of two kinds on most days, and some planned."""
    days = [f"20{15 + n % 2}-{1 + n // 2 % 12:02}-{1 + n // 24 % 28:02}" for n in range(count)]
    events: list[dict[str, Any]] = [
        {
            "id": f"e{n}",
            "title": f"E{n}",
            "date": day,
            "kind": "ab"[n % 2],
            "source": "s",
            "who": {"by": "board"},
        }
        for n, day in enumerate(days)
    ]
    events += [{"id": "soon", "title": "Soon", "date": "2017-02-03", "phase": "planned", "source": "s"}]
    events += [{"id": "some", "title": "Some", "date": "2015", "source": "s"}]
    return context({"kinds": {"a": "A", "b": "B"}}, events=events)


def test_links_to_entries_lead_to_the_page_that_shows_them() -> None:
    """The address of an entry, and of each year and month without a page, is on a page that shows the entry."""
    story = long_story()
    shown = {
        f"{view.frame.url}#{numbered.entry.anchor}"
        for view in (page.make() for page in chronologies(Framer(story)))
        for day in (*view.chronicle.days, *view.chronicle.planned)
        for numbered in day.entries
    }

    assert {entry_address(story, key) for key in story.timeline.keys} <= shown
    moved = dict(former_pages(story))
    assert set(moved.values()) <= shown
    assert not set(moved) & {page.file for page in chronologies(Framer(story))}


def test_an_index_counts_what_its_pages_hold() -> None:
    """The years of the index and the bars of the strip count every entry that happened, once."""
    story = long_story()
    first = next(iter(chronologies(Framer(story)))).make()

    assert first.chronicle.count == 0
    assert first.planned is not None
    assert sum(year.count for year in first.years) == len(story.timeline.keys) - 1
    assert first.strip is not None
    assert sum(bar.count for bar in first.strip.bars) + first.strip.beyond == len(story.timeline.keys)


def test_filters_have_their_own_pages() -> None:
    """Each kind and each actor with many entries has a chronology that holds all of its entries."""
    story = long_story()
    found = Counter[str]()
    for view in (page.make() for page in chronologies(Framer(story))):
        found[view.label] += view.chronicle.count

    assert found == {"": 502, "A": 250, "B": 250, "Board": 500}


def test_the_last_days_are_drawn_day_by_day() -> None:
    """The strip of the last days has a bar for each day with entries, leading to the first of them."""
    dates = ["2016-01-01", "2016-02-01", "2016-02-03", "2016-02-03"]
    story = context(events=[{"id": f"e{n}", "title": "E", "date": day} for n, day in enumerate(dates)])
    drawn = story_strip(story)

    assert drawn is not None
    assert [(bar.x, bar.count, bar.link.url) for bar in drawn.bars] == [
        (0, 1, "chronology/#event-e1"),
        (20, 2, "chronology/#event-e2"),
    ]
    assert strip(story, story.timeline.keys[:1], lambda _: "") is None


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2016-05-01", "point"),
        ("2016-05-01T12:00", "point"),
        ("2016-04-22/2016-05-01", "span"),
        ("2016-04-22/..", "since"),
        ("2016-04-22/", "since"),
        ("/2016-05-01", "until"),
        ("[..2016-05-01]", "some-until"),
        ("[2016-04-28..]", "some-since"),
        ("[2016-04-28,2016-04-30]", "some"),
        ("{2016-04-28,2016-04-30}", "all"),
        ("2016-05", "some"),
        ("2016-05-01~", "some"),
    ],
)
def test_marks_say_what_is_known_of_a_time(date: str, shape: str) -> None:
    """What is drawn beside an entry follows from its date alone."""
    assert shape_of(parse(date)) == shape


def test_the_table_of_filters_holds_the_story() -> None:
    """The table that filters search has every entry's day, kind and actors, in the order of the pages."""
    story = long_story()
    table, titles = (json.loads(text.partition("=")[2]) for text in filter_files(story.story, Urls()))
    total = len(story.timeline.keys)

    assert sum(count for _, count in table["pages"]) == total == len(table["days"]) == len(titles["anchors"])
    assert len(titles["titles"]) == total
    decoded = [ord(sign) - 35 - (ord(sign) > 92) for sign in table["facets"]["kind"]["values"]]
    assert sorted(decoded) == [0] * 250 + [1] * 250
    assert table["facets"]["actor"]["names"] == ["Board"]
    assert titles["anchors"][0] == "event-some"


def test_private_persons_are_not_in_the_table() -> None:
    """The table that filters search and the titles beside it name no private person."""
    who = [{"id": "secret", "name": "Jane Secret", "kind": "person", "private": True}]
    events = [
        {"id": f"e{n}", "title": f"E{n}", "date": "2016-05-01", "who": {"by": "secret"}} for n in range(3)
    ]
    story = context(actors=who, events=events)

    assert not any("ecret" in text for text in filter_files(story.story, Urls()))
