"""The files that readers take away, read back by other people's programs."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import bibtexparser
import icalendar
import pytest

from explainer.load.table import parse
from explainer.publish.downloads import Downloads
from explainer.publish.tables import table
from explainer.reading import read
from explainer.urls import Urls

ROOT = Path(__file__).parent.parent.parent
BASE = "https://example.org/dam/"
CONTENTS = {
    "aleppo": ROOT / "content",
    **{name: ROOT / f"tests/sites/{name}/content" for name in ("full", "hostile")},
}


@cache
def downloads(name: str, base: str = BASE) -> Downloads:
    """Return the files of a sample story."""
    return Downloads(read(CONTENTS[name]).story.published(), Urls(), base)


def text(name: str, path: str) -> str:
    """Return the text of one of a story's files."""
    content = downloads(name).files[path].content
    assert isinstance(content, str)
    return content


@pytest.mark.parametrize("name", CONTENTS)
def test_tables_hold_every_record(name: str) -> None:
    """A table has a row for each exported record, and its page's address; no cell is a formula."""
    for collection, records in downloads(name).data.items():
        if collection == "story" or not records:
            continue
        rows = list(csv.DictReader(io.StringIO(text(name, f"data/{collection}.csv").removeprefix("\ufeff"))))
        assert [row["id"] for row in rows] == [record["id"] for record in records]
        assert [row.get("page", "") for row in rows] == [record["page"] for record in records]
        cells = [cell for row in rows for cell in row.values() if isinstance(cell, str)]
        assert not [cell for cell in cells if re.match(r"[=+@]|-(?![\d.]+$)", cell)]


def test_tables_are_read_by_explainer_itself() -> None:
    """The columns are those in which editors may write, so that a table can be taken in again."""
    parsed = parse(text("full", "data/events.csv").removeprefix("\ufeff"), "events.csv")
    first = parsed.value[0]

    assert parsed.problems == ()
    assert first["date"]["edtf"]
    assert first["source"][0]["ref"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-2 degrees", "'-2 degrees"),
        (-2, "-2"),
        (True, "true"),
        (None, ""),
        (["a", "b"], "a; b"),
        ("بشار", "بشار"),
        ('a,"b"\nc', 'a,"b"\nc'),
    ],
)
def test_cells(value: Any, cell: str) -> None:
    """A cell holds a value as spreadsheets take it, and no text that they would compute."""
    made = table([{"id": "x", "value": value, "other": 1}])
    row = next(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))

    assert made.startswith("\ufeff")
    assert row.get("value", "") == cell


def test_columns_keep_the_order_of_the_fields() -> None:
    """Columns stand in the order of the fields and of the items in a list, whichever record has them first."""
    made = table(
        [{"id": "a", "x": [{"p": 1}], "y": 2}, {"id": "b", "x": [{"p": 1, "q": 2}, {"q": 3}], "y": 2}]
    )

    assert made.splitlines()[0] == "\ufeffid,x.0.p,x.0.q,x.1.q,y"


@pytest.mark.parametrize("name", CONTENTS)
def test_calendars_are_calendars(name: str) -> None:
    """Each calendar is read by a parser of calendars: whole days, an id of its own, lines of 75 octets."""
    for path in (path for path in downloads(name).files if path.endswith(".ics")):
        made = text(name, path)
        assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
        calendar = icalendar.Calendar.from_ical(made)
        events = list(calendar.walk("VEVENT"))
        assert events
        assert len({str(event["UID"]) for event in events}) == len(events)
        for event in events:
            assert event.errors == []
            assert type(event["DTSTART"].dt) is date
            assert event["DTSTART"].dt < event["DTEND"].dt
            assert str(event["URL"]).startswith(BASE)


def test_a_calendar_says_when_in_words_and_where() -> None:
    """What is planned is an entry of whole days with the date in words, the place, and that it is tentative."""
    calendar = icalendar.Calendar.from_ical(text("aleppo", "data/planned.ics"))
    talks = next(event for event in calendar.walk("VEVENT") if event["DTSTART"].dt == date(2016, 5, 10))

    assert str(talks["SUMMARY"]) == "A new round of UN-backed peace talks"
    assert str(talks["DESCRIPTION"]).startswith("10 May 2016\n")
    assert (str(talks["LOCATION"]), str(talks["STATUS"])) == ("Geneva", "TENTATIVE")


@pytest.mark.parametrize("name", CONTENTS)
def test_maps_data_are_geojson(name: str) -> None:
    """Every feature has a position in longitude and latitude, an id, and the address of its page."""
    for path in (path for path in downloads(name).files if path.endswith(".geojson")):
        whole = json.loads(text(name, path))
        assert whole["type"] == "FeatureCollection"
        for feature in whole["features"]:
            at = feature["geometry"]["coordinates"]
            for lon, lat in [at] if feature["geometry"]["type"] == "Point" else at:
                assert -180 <= lon <= 180
                assert -90 <= lat <= 90
            assert feature["properties"]["page"].startswith(BASE)
            assert feature["id"].split(":")[0] in {"place", "event"}


def test_positions_are_no_closer_than_they_may_be() -> None:
    """A place that is published roughly is so on the map's data too."""
    features = json.loads(text("full", "data/places.geojson"))["features"]
    rough = [
        place for place in downloads("full").data["places"] if place["coarse"] == "area" and place["lat"]
    ]

    assert rough
    for place in rough:
        at = next(f["geometry"]["coordinates"] for f in features if f["id"] == f"place:{place['id']}")
        assert at == [round(at[0], 1), round(at[1], 1)] == [place["lon"], place["lat"]]


@pytest.mark.parametrize("name", CONTENTS)
def test_the_timeline_is_for_timelinejs(name: str) -> None:
    """Every slide has an id, a first day and the date in words; its text is HTML without a tag of the editors'."""
    slides = json.loads(text(name, "data/timeline.json"))["events"]

    assert len({slide["unique_id"] for slide in slides}) == len(slides) > 0
    for slide in slides:
        assert {"year", "month", "day"} == set(slide["start_date"])
        assert slide["display_date"]
        assert "<script" not in json.dumps(slide)


@pytest.mark.parametrize("name", CONTENTS)
def test_bibliographies(name: str) -> None:
    """Every source is in both bibliographies under the same key, and BibTeX is read by a parser of it."""
    library = bibtexparser.parse_string(text(name, "data/sources.bib"))
    items = json.loads(text(name, "data/sources.csl.json"))

    assert library.failed_blocks == []

    assert sorted(entry.key for entry in library.entries) == sorted(item["id"] for item in items)
    assert len(items) == len(downloads(name).data["sources"])
    assert all(item["title"] and item["type"] for item in items)
