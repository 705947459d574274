"""A record in the middle of everything has a page that stays light, and so have long collections of any kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from posixpath import normpath
from typing import Any

import pytest

from explainer.model.story import Key
from explainer.reading import read
from explainer.site import Site
from explainer.urls import Urls

MANY = 420
"""Records of each kind: more than any page holds."""
HEAVIEST = 275_000
"""Bytes without what the theme puts around a page."""
SAYS = "In a sentence as long as many are, somebody tells what was seen there and who had told it to them before."
HUBS = {"actors": "a-0", "events": "e-0", "places": "p-0", "sources": "s-0", "quotes": "q-0"}
_ID, _HREF = re.compile(r' id="([^"]+)"'), re.compile(r' href="([^":]*)"')


def _one(number: int) -> dict[str, dict[str, Any]]:
    """Return a record of every kind, all of them about the same few."""
    at = {"source": {"ref": "s-0", "at": f"words {number}"}}
    other, name = f"a-{number + 1}", f"{chr(65 + number % 3)} name {number}"
    date = f"2016-{1 + number % 12:02}-{1 + number % 28:02}"
    return {
        "sources": {"id": f"s-{number}", "title": name, "published": "2016-12-31"},
        "actors": {"id": f"a-{number}", "name": name, "kind": "group", "summary": SAYS, **at},
        "places": {"id": f"p-{number}", "name": name, "kind": "town", "within": "p-0", **at},
        "events": {
            "id": f"e-{number}",
            "title": name,
            "date": date,
            "place": ["p-0"],
            "part_of": "e-0",
            **at,
            "who": {"by": ["a-0"], "affected": [other]},
        },
        "quotes": {
            "id": f"q-{number}",
            "speaker": "a-0",
            "words": SAYS,
            "date": date,
            "about": ["e-0"],
            **at,
        },
        "figures": {
            "id": f"f-{number}",
            "title": name,
            "unit": "people",
            "event": "e-0",
            **at,
            "scope": {"place": "p-0"},
            "estimates": [{"by": "a-0", "value": number}],
        },
        "relations": {"id": f"r-{number}", "a": "a-0", "rel": "ally-of", "b": other, "says": SAYS, **at},
        "disputes": {
            "id": f"d-{number}",
            "title": name,
            "about": ["e-0"],
            **at,
            "positions": [{"by": "a-0", "says": SAYS}, {"by": other, "says": SAYS}],
        },
        "glossary": {"id": f"g-{number}", "term": name, "means": SAYS, **at},
        "updates": {"date": date, "kind": "updated", "says": SAYS, "items": ["event:e-0"]},
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a story in which everything is about one actor, event, place and source."""
    content = tmp_path_factory.mktemp("hubs")
    (content / "story.yml").write_text("title: Hubs\n", "utf-8")
    rows = [_one(number) for number in range(MANY)]
    for kind in rows[0]:
        records = [row[kind] for row in rows]
        if kind == "actors":
            records.append({**records[0], "id": f"a-{MANY}"})
        for field in {"part_of", "within"} & records[0].keys():
            del records[0][field]
        (content / f"{kind}.json").write_text(json.dumps(records), "utf-8")
    reading = read(content)
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    return Site(reading.story, Urls())


@pytest.fixture(scope="module")
def page(site: Site) -> Callable[[str], str]:
    """Return a function that makes a page, given by its source path, once."""
    made: dict[str, str] = {}

    def make(file: str) -> str:
        if file not in made:
            made[file] = site.page(site.pages[file].make()).body.decode()
        return made[file]

    return make


def _tested(site: Site) -> list[str]:
    """Return the hubs' pages and those that are no record's own."""
    hubs = {site.urls.record_file(Key(*key)) for key in HUBS.items()}
    records = {site.urls.record_file(key) for key, _ in site.story.records} - hubs
    return [file for file in site.pages if file not in records and not file.startswith("print/")]


def test_pages_stay_light(site: Site, page: Callable[[str], str]) -> None:
    """No page is too heavy for a phone, whatever there is most of."""
    sizes = {file: len(page(file).encode()) for file in _tested(site)}
    assert {file: size for file, size in sizes.items() if size > HEAVIEST} == {}


@pytest.mark.parametrize("collection", ["disputes", "glossary", "relations", "updates"])
def test_every_record_is_where_links_lead(collection: str, site: Site, page: Callable[[str], str]) -> None:
    """A record without a page of its own is on the page that its address names, however many there are."""
    files = {site.urls.url(file): file for file in site.pages}
    lost = set()
    for id_ in site.story.collection(collection):
        url, _, anchor = site.urls.record(Key(collection, id_)).partition("#")
        if anchor not in _ID.findall(page(files[url])):
            lost.add(id_)
    assert lost == set()


def test_links_of_hubs_lead_somewhere(site: Site, page: Callable[[str], str]) -> None:
    """Every link on the page of a hub, or of a collection in parts, leads to a page that there is."""
    known = {site.urls.url(file).rstrip("/") for file in site.pages} | {*site.file_names()}
    lost = set()
    for file in _tested(site):
        for href in _HREF.findall(page(file)):
            path = href.partition("#")[0]
            there = normpath(f"{site.urls.url(file)}{path}").removeprefix(".")
            if path and there not in known and not there.startswith(("embed/", "data/", "assets/")):
                lost.add((file, href))
    assert lost == set()


def test_a_profile_tells_how_many_more_there_are(page: Callable[[str], str]) -> None:
    """What a profile leaves out it counts, with the way to it."""
    text = page("actors/a-0.md")

    for number, way in ((MANY - 60, "../../relations/"), (MANY - 30, "../../disputes/")):
        assert f'<a href="{way}">{number} more</a>' in text
    assert '<a href="../../chronology/">' in text


def test_what_is_cited_by_many_leads_to_its_chronology(page: Callable[[str], str]) -> None:
    """The page of a source that everything rests on names the first of each kind, and where the others are."""
    assert '<a href="../../chronology/">' in page("sources/s-0.md")
    assert "more</a>" in page("sources/s-0.md")


def test_what_is_disputed_about_an_event_is_told_in_a_line(page: Callable[[str], str]) -> None:
    """Above what is told about an event stand the first disputes about it and how many more there are."""
    line = next(line for line in page("events/e-0.md").splitlines() if 'class="ex-disputed"' in line)

    assert line.count("<a ") == 7
    assert f'<a href="../../disputes/">{MANY - 6} more</a>' in line
