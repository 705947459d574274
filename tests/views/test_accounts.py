"""Accounts of one event side by side: what differs, what agrees, and what only one of them says."""

from __future__ import annotations

from typing import Any

import pytest

from explainer.model.edtf import parse
from explainer.views.accounts import AccountsView, accounts_view
from explainer.views.agreement import dates_meet
from explainer.views.notes import Notes
from views.story import context


def view(event: dict[str, Any], **collections: list[dict[str, Any]]) -> AccountsView | None:
    """Return the accounts of an event told by the paper."""
    told = {"according_to": "paper", "date": "2016-05-01", "source": "s", **event}
    story = context(events=[{"id": "e", "title": "E", **told}], **collections)
    return accounts_view(story.story.events["e"], story, Notes(story))


def states(event: dict[str, Any], **collections: list[dict[str, Any]]) -> dict[str, str]:
    """Return how each field of an event's accounts compares."""
    shown = view(event, **collections)
    return {row.field: row.state for row in shown.rows} if shown else {}


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2016-05-01", "2016-05", True),
        ("2016-05-01", "2016-05-02", False),
        ("2016-05-01T10:00", "2016-05-01", True),
        ("2016-05-01T10:00", "2016-05-01T11:00", False),
        ("[2016-05-01,2016-05-03]", "2016-05-02", False),
        ("[..2016-05-01]", "2016-04-02", True),
        ("2016-05-01/2016-05-03", "2016-05-02", False),
        ("2016-05-01/2016-05-03", "2016-05-01/..", True),
        ("/2016-05-03", "2016-05/2016-05-03", True),
    ],
    ids=str,
)
def test_dates_that_can_both_be_right(one: str, other: str, meet: bool) -> None:
    """Two dates differ only where no moment, or no length of time, fits both."""
    assert dates_meet(parse(one), parse(other)) is meet
    assert dates_meet(parse(other), parse(one)) is meet


@pytest.mark.parametrize(
    ("account", "field", "state"),
    [
        ({"date": "2016-05-02"}, "date", "differs"),
        ({"date": "2016-05-01"}, "date", "same"),
        ({"date": "2016-05"}, "date", "loose"),
        ({"date": {"edtf": "2016-05-01", "part": "morning"}}, "date", "loose"),
        ({"date": {"edtf": "2016-04-30", "part": "night"}}, "date", "loose"),
        ({"date": {"edtf": "2016-04-30", "part": "evening"}}, "date", "differs"),
        ({"who": {"by": "mayor"}}, "by", "differs"),
        ({"who": {"by": "board"}}, "by", "same"),
        ({"who": {"against": "mayor"}}, "against", "alone"),
        ({"says": "It fell."}, "says", "wording"),
        ({"says": "It burst."}, "says", "same"),
    ],
    ids=str,
)
def test_fields_are_compared(account: dict[str, Any], field: str, state: str) -> None:
    """A field differs where both accounts cannot be right; sentences are only told differently."""
    event = {"summary": "It burst.", "who": {"by": "board"}, "accounts": {"by": "mayor", **account}}

    assert states(event)[field] == state


@pytest.mark.parametrize(
    ("mine", "theirs", "state"),
    [
        ({"value": 9}, {"value": 9}, "same"),
        ({"value": 9}, {"value": 12}, "differs"),
        ({"value": 9, "qualifier": "at-least"}, {"value": 12}, "loose"),
        ({"value": 12, "qualifier": "at-least"}, {"value": 9}, "differs"),
        ({"value": 100, "qualifier": "about"}, {"value": 109}, "loose"),
        ({"value": 100, "qualifier": "about"}, {"value": 200}, "differs"),
        ({"low": 20, "qualifier": "vague"}, {"value": 12}, "loose"),
        ({"value": 9, "as_of": "2016-05-01"}, {"value": 12, "as_of": "2016-05-02"}, "apart"),
    ],
    ids=str,
)
def test_numbers_are_compared(mine: dict[str, Any], theirs: dict[str, Any], state: str) -> None:
    """Numbers differ where they cannot both be right for one day; those for two days are not compared."""
    estimates = [{"by": "mayor", **mine}, {"by": "board", **theirs}]
    figures = [{"id": "f", "title": "F", "unit": "people", "event": "e", "estimates": estimates}]
    accounts = [{"by": "mayor", "figure": "f"}, {"by": "board", "figure": "f"}]

    assert states({"accounts": accounts}, figures=figures)["figure"] == state


def test_different_figures_are_not_compared() -> None:
    """Two accounts that count different things are not said to differ."""
    base = {"title": "F", "unit": "people"}
    figures = [
        {"id": "f", "estimates": {"by": "mayor", "value": 1}, **base},
        {"id": "g", "estimates": {"by": "board", "value": 2}, **base},
    ]
    accounts = [{"by": "mayor", "figure": "f"}, {"by": "board", "figure": "g"}]

    assert states({"accounts": accounts}, figures=figures)["figure"] == "apart"


def test_the_records_own_statement_comes_first() -> None:
    """Whoever the record rests on has the first column, unless they give an account of their own."""
    shown = view({"accounts": {"by": "mayor", "says": "It fell."}})
    told = view({"accounts": {"by": "paper", "says": "It fell."}})

    assert shown
    assert told
    assert [teller.who[0].text for teller in shown.tellers] == ["Paper", "Mayor"]
    assert [teller.who[0].text for teller in told.tellers] == ["Paper"]


def test_accusations_stay_with_their_accuser() -> None:
    """Whom somebody blames stands in their own column, and nowhere else."""
    event = {"accounts": {"by": "mayor", "says": "It fell."}, "blamed": {"who": "board", "by": "mayor"}}
    shown = view(event)

    assert shown
    (row,) = (row for row in shown.rows if row.field == "blames")
    assert [[link.text for link in cell.who] for cell in row.cells] == [[], ["Board"]]


def test_an_event_told_once_has_no_accounts() -> None:
    """An event without accounts has nothing to set side by side."""
    assert view({}) is None
