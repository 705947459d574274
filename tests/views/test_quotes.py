"""The quotations of one speaker, act, side or day, and their pages."""

from __future__ import annotations

from typing import Any

from explainer.views.frames import Framer
from explainer.views.quote_groups import MOST, NAMED, QuoteGroupView, group_pages, groupings, groups
from views.story import context

ACTORS = [
    {"id": "a", "name": "Ann", "kind": "person"},
    {"id": "b", "name": "Bea", "kind": "person"},
    {"id": "p", "name": "Pim", "kind": "person", "private": True},
]


def quote(id_: str, speaker: str, act: str, date: str) -> dict[str, Any]:
    """Return a quotation."""
    return {"id": id_, "speaker": speaker, "act": act, "says": "Something.", "date": date}


QUOTES = [
    quote("q1", "a", "deny", "2016-05-01"),
    quote("q2", "b", "demand", "2016-05-01"),
    quote("q3", "a", "demand", "2016-05"),
    quote("q4", "p", "demand", "2016-04-30"),
    quote("q5", "p", "deny", "2016-04-29"),
]


def pages(quotes: list[dict[str, Any]]) -> list[QuoteGroupView]:
    """Return the pages of all groups of these quotations."""
    return [page.make() for page in group_pages(Framer(context(actors=ACTORS, quotes=quotes)))]


def test_each_quotation_is_in_its_groups_in_order() -> None:
    """Speakers, acts and days have a group if more than one quotation is in it; private persons have none."""
    found = groups(context(actors=ACTORS, quotes=QUOTES))

    assert [(group.by, group.name, group.ids) for group in found] == [
        ("speaker", "Ann", ("q1", "q3")),
        ("act", "denied", ("q1", "q5")),
        ("act", "demanded", ("q2", "q3", "q4")),
        ("day", "1 May 2016", ("q1", "q2")),
    ]


def test_a_group_that_would_repeat_the_whole_has_no_page() -> None:
    """Where all quotations share a speaker, an act and a day, there is nothing to choose from."""
    assert pages([quote(f"q{n}", "a", "deny", "2016-05-01") for n in range(3)]) == []


def test_addresses_and_titles_stand_alone() -> None:
    """A group's page is in the folder of quotations, under what the group is by."""
    first = pages(QUOTES)[0].frame

    assert (first.url, first.title) == ("quotes/by-speaker/a/", "Quotes: Ann")
    assert [crumb.text for crumb in first.crumbs][-1] == "Quotes"


def test_long_groups_are_split_and_keep_their_order() -> None:
    """A longer group has numbered pages that lead to one another, and every quotation on one of them."""
    many = [quote(f"q{n}", "a", "deny", "2016-05-01") for n in range(MOST + 1)]
    shown = [page for page in pages([*many, quote("z", "b", "urge", "2016-05-02")]) if page.group.by == "act"]

    assert [len(page.quotes) for page in shown] == [MOST, 1]
    assert [page.frame.url for page in shown] == ["quotes/by-act/deny/", "quotes/by-act/deny/2/"]
    assert shown[0].frame.next is not None
    assert shown[0].frame.next.url == shown[1].frame.url
    links = [card.link.url for page in shown for card in page.quotes]
    assert links == [f"quotes/q{n}/" for n in range(MOST + 1)]


def test_the_page_of_all_quotations_names_the_largest_groups_and_counts_the_others() -> None:
    """Of many speakers those who said most are named, in the order of the quotations; the others are counted."""
    actors = [{"id": f"s{n}", "name": f"Speaker {n}", "kind": "person"} for n in range(NAMED + 3)]
    said = [quote(f"q{n}", f"s{n % len(actors)}", "deny", "2016-05-01") for n in range(2 * len(actors))]
    more = [quote(f"m{n}", "s5", "urge", "2016-05-02") for n in range(2)]
    last = quote("z", f"s{NAMED + 2}", "urge", "2016-05-02")
    found = {kind.by: kind for kind in groupings(context(actors=actors, quotes=[*said, *more, last]))}

    named = [group.value for group in found["speaker"].groups]
    assert named == [*(f"s{n}" for n in range(NAMED - 1)), f"s{NAMED + 2}"]
    assert (found["speaker"].rest.number, found["speaker"].rest.page.url) == (3, "actors/")
    assert [(kind.by, kind.rest.number) for kind in found.values()] == [
        ("speaker", 3),
        ("act", 0),
        ("day", 0),
    ]
