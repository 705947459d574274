"""Disagreement and ignorance: shown, never smoothed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from explainer.language import language
from explainer.load.reader import load
from explainer.model.figure import Estimate
from explainer.urls import Urls
from explainer.views.accounts import AccountsView, accounts_view
from explainer.views.context import Context
from explainer.views.figure_cards import figure_card
from explainer.views.notes import Notes
from explainer.views.scales import scale
from explainer.views.unknowns import missing_parts, open_questions
from support import Built

BASE = {
    "story.yml": "title: Test\n",
    "sources.yml": "- {id: s, title: S}\n",
    "actors.yml": "".join(f"- {{id: {a}, name: {a.upper()}, kind: group, source: s}}\n" for a in "abcd"),
}


def context(folder: Path, **files: str) -> Context:
    """Return a story made of these files."""
    for name, text in {**BASE, **{f"{name}.yml": text for name, text in files.items()}}.items():
        (folder / name).write_text(text, "utf-8")
    loaded = load(folder)
    assert loaded.problems == []
    return Context(loaded.story, Urls())


def estimate(**fields: object) -> Estimate:
    """Return an estimate."""
    return Estimate.model_validate({"by": "a", **fields})


MARKS = [
    ({"value": 50}, ("point", 50, 50, False, False, False)),
    ({"value": 50, "qualifier": "about"}, ("point", 50, 50, False, False, True)),
    ({"value": 50, "qualifier": "at-least"}, ("point", 50, 50, False, True, False)),
    ({"value": 50, "qualifier": "more-than"}, ("ring", 50, 50, False, True, False)),
    ({"value": 50, "qualifier": "up-to"}, ("point", 50, 50, True, False, False)),
    ({"high": 50, "qualifier": "up-to"}, ("point", 50, 50, True, False, False)),
    ({"low": 20, "high": 50}, ("range", 20, 50, False, False, False)),
    ({"low": 20}, ("point", 20, 20, False, True, False)),
    ({"high": 50}, ("point", 50, 50, True, False, False)),
    ({"low": 20, "qualifier": "vague", "text": "Dozens"}, ("band", 20, 100, False, True, True)),
    ({"high": 20, "qualifier": "vague"}, ("band", 0, 20, True, False, True)),
    ({"low": 20, "high": 30, "qualifier": "vague"}, ("band", 20, 30, False, False, True)),
]


@pytest.mark.parametrize(("fields", "mark"), MARKS)
def test_each_kind_of_estimate_is_drawn(fields: dict[str, object], mark: tuple[object, ...]) -> None:
    """Exact, least, most, ranges, rough and vague numbers each have a shape of their own, at their place."""
    made = scale([estimate(**fields), estimate(value=80)], language("en"))

    assert made is not None
    assert made.ticks[-1].text == "100"
    drawn = made.marks[0]
    assert drawn is not None
    assert (
        drawn.shape,
        drawn.start,
        drawn.end,
        drawn.open_below,
        drawn.open_above,
        drawn.soft,
    ) == mark


TICKS = [
    ([3, 2], ["0", "1", "2", "3", "4"]),
    ([12, 30], ["0", "10", "20", "30", "40"]),
    ([246, 200], ["0", "100", "200", "300"]),
    ([270000, 1500], ["0", "100,000", "200,000", "300,000"]),
    ([0.4, 0.1], ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
    ([1, 1], ["0", "1", "2"]),
]


@pytest.mark.parametrize(("values", "ticks"), TICKS)
def test_scales_begin_at_nothing_and_have_round_numbers(values: list[float], ticks: list[str]) -> None:
    """A scale begins at nothing, has round steps, and reaches beyond the greatest number."""
    made = scale([estimate(value=value) for value in values], language("en"))

    assert made is not None
    assert [tick.text for tick in made.ticks] == ticks
    assert [tick.at for tick in made.ticks][:: len(ticks) - 1] == [0, 100]


@pytest.mark.parametrize("fields", [{"text": "Many"}, {"value": 0}, {"value": -3}])
def test_no_scale_without_two_numbers(fields: dict[str, object]) -> None:
    """One number is no comparison, and what is not counted from nothing upwards has no scale."""
    others = [estimate(text="Some")] if "text" in fields else [estimate(value=0)]

    assert scale([estimate(**fields), *others], language("en")) is None


BETWEEN = [
    ("{by: a, value: 10}, {by: b, value: 12}", ("10", "exact", "12", "exact", "")),
    ("{by: a, value: 10}, {by: b, value: 10}", None),
    ("{by: a, value: 10}, {by: b, value: 246, qualifier: at-least}", ("10", "exact", "246", "at-least", "")),
    ("{by: a, value: 10, qualifier: at-least}, {by: b, value: 12}", ("10", "exact", "12", "exact", "")),
    ("{by: a, value: 10, qualifier: up-to}, {by: b, value: 12}", ("10", "up-to", "12", "exact", "")),
    ("{by: a, low: 10, high: 20}", ("10", "exact", "20", "exact", "")),
    ("{by: a, value: 10}, {by: b, low: 200, qualifier: vague}", None),
    ("{by: a, value: 10, as_of: 2020-01-01}, {by: b, value: 12, as_of: 2020-01-02}", None),
    (
        "{by: a, value: 10, as_of: 2020-01-01}, {by: b, value: 12, as_of: 2020-01-02}, {by: c, value: 15, as_of: 2020-01-02}",
        ("12", "exact", "15", "exact", "2 January 2020"),
    ),
]


@pytest.mark.parametrize(("estimates", "between"), BETWEEN)
def test_reported_between_is_said_within_one_scope(
    estimates: str, between: tuple[str, ...] | None, tmp_path: Path
) -> None:
    """The range of what was reported is given for one and the same day, without vague numbers, open ends kept open."""
    made = context(
        tmp_path, figures=f"- {{id: f, title: F, unit: people, source: s, estimates: [{estimates}]}}\n"
    )
    found = figure_card("f", made, Notes(made)).between

    told = found and (
        found.low.number,
        found.low.qualifier,
        found.high.number,
        found.high.qualifier,
        found.as_of.text if found.as_of else "",
    )
    assert told == between


def accounts(folder: Path, fields: str) -> AccountsView:
    """Return the accounts of an event with these fields."""
    made = context(folder, events=f"- {{id: e, title: E, source: s, {fields}}}\n")
    found = accounts_view(made.story.events["e"], made, Notes(made))
    assert found is not None
    return found


VERDICTS = [
    ("date: 2020-01-01, accounts: [{by: a, date: 2020-01-02}]", {"date": "differ"}),
    ("date: 2020-01-01, accounts: [{by: a, date: 2020-01-01}]", {"date": "agree"}),
    ("date: 2020-01-01, accounts: [{by: a, date: 2020-01-01T10:00}]", {"date": ""}),
    ("date: 2020-01, accounts: [{by: a, date: 2020-01-05}]", {"date": ""}),
    ('date: 2020-01-01, accounts: [{by: a, date: "[2020-01-01,2020-01-02]"}]', {"date": ""}),
    ('date: "[..2020-01-01]", accounts: [{by: a, date: 2020-01-02}]', {"date": "differ"}),
    ("date: 2020, accounts: [{by: a}]", {"date": ""}),
    ("date: 2020, who: {by: b}, accounts: [{by: a, who: {by: c}}]", {"date": "", "by": "differ"}),
    ("date: 2020, who: {by: [b, c]}, accounts: [{by: a, who: {by: [c, b]}}]", {"date": "", "by": "agree"}),
    ("date: 2020, accounts: [{by: a, who: {by: c}}]", {"date": "", "by": ""}),
]


@pytest.mark.parametrize(("fields", "verdicts"), VERDICTS)
def test_accounts_differ_where_they_cannot_both_be_right(
    fields: str, verdicts: dict[str, str], tmp_path: Path
) -> None:
    """Fields on which accounts contradict each other are marked; one that is only less exact, or silent, is not."""
    rows = accounts(tmp_path, fields).rows

    assert {row.matter: row.verdict for row in rows if row.matter != "says"} == verdicts


EVENTS = """\
- {id: known, title: Known, kind: shelling, date: 2020-01-01, who: {by: a}, source: s}
- {id: whose, title: Whose, kind: shelling, date: 2020-01-01, source: s, blamed: {who: b, by: a}}
- {id: spoken, title: Spoken, kind: shelling, date: 2020-01-01, source: s}
- {id: planned, title: Planned, kind: shelling, phase: planned, date: 2021, source: s}
- {id: talks, title: Talks, kind: talks, date: "[..2020-01-01]", source: s}
- {id: truce, title: Truce, date: /2020-01-05, source: s}
- {id: war, title: War, phase: ongoing, date: 2019/.., source: s}
"""


def test_open_questions_are_derived(tmp_path: Path) -> None:
    """Who did it, who somebody is and when it was are asked where records leave it open and the editors do not say so."""
    made = context(
        tmp_path,
        story=(
            "title: Test\nkinds: {shelling: {label: Shelling, expects: by}, talks: Talks}\n"
            "unknown: {says: Whose fire it was., about: spoken}\n"
        ),
        actors=BASE["actors.yml"] + "- {id: u, name: A spokesman, kind: unnamed-person, source: s}\n"
        "- {id: p, name: P, kind: unnamed-person, private: true, source: s}\n",
        events=EVENTS,
    )
    questions = open_questions(made, Notes(made))

    assert {
        question.question: [record.link.text for record in question.records] for question in questions
    } == {
        "by": ["Whose"],
        "name": ["A spokesman"],
        "day": ["Talks"],
        "start": ["Truce"],
    }
    assert [link.text for link in questions[0].records[0].blamed] == ["A"]
    assert missing_parts(made.story.events["whose"], made.story) == ("by",)


def article(site: Built, path: str) -> Tag:
    """Return the content of a page."""
    found = BeautifulSoup(site.html(f"{path}index.html"), "html.parser").find("article")
    assert isinstance(found, Tag)
    return found


def test_every_mark_has_its_words(built: Callable[..., Built]) -> None:
    """Beside each mark on a scale stands who gave the number, for which day, and the number in words."""
    rows = article(built("full"), "figures/missing/").select(".ex-scale__row")

    assert [" ".join(row.get_text().split()) for row in rows] == [
        "Orsa Water Board, 12 March 2019: 12",
        "Valley Gazette, 12 March 2019: at least 9",
        "Ada Rossi, 11 March 2019: up to 30",
        "Residents of Orsa: about 15 to 20",
        "Valley Gazette: “Dozens” no number given; we read 24 or more",
    ]
    assert all(len(row.select("svg[aria-hidden=true]")) == 1 for row in rows)


def test_who_did_it_is_not_said(built: Callable[..., Built]) -> None:
    """An event of a kind that somebody does says that the sources do not name them; an accusation is no answer."""
    facts = article(built("full"), "events/dam-breaks/").select_one(".ex-facts")

    assert isinstance(facts, Tag)
    assert "By not said by the sources Accusations are another matter." in " ".join(
        facts.get_text(" ").split()
    )


def test_accounts_stand_side_by_side(built: Callable[..., Built]) -> None:
    """An event’s accounts are a table with a column for each, and contradictions are marked in words."""
    table = article(built("full"), "events/dam-breaks/").select_one("table.ex-accounts")

    assert isinstance(table, Tag)
    assert len(table.select("thead th")) == 4
    assert [" ".join(cell.get_text(" ").split()) for cell in table.select(".ex-accounts__differ th")] == [
        "When the accounts differ"
    ]
