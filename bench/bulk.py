"""Bulk input: a story whose events are one YAML file, one table or one JSON file."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.maker import Counts, Record
from bench.mixed import Mixed, counts_of, write_collections

FEW = Counts(0, actors=200, places=10, sources=400, quotes=1)
"""What stands beside the events."""
PARAGRAPH, LINE = (40, 66), (12, 20)
"""From how many words to how many the summary of an event has, in YAML and in a table's cell."""
COLUMNS = ("id", "title", "date", "phase", "kind", "place", "who.by", "source.ref", "source.at", "summary")


def write_yaml(content: Path, events: int = 16_000) -> None:
    """Write a story whose events are one YAML file."""
    _write(content, _maker(1, events, PARAGRAPH))


def write_mixed(content: Path, records: int = 10_000) -> None:
    """Write a story of which 60 % are events and 20 % each actors and sources, with quotations, figures and places besides."""
    _write(content, Mixed(random.Random(2), counts_of(records)))


def write_json(content: Path, events: int = 100_000) -> None:
    """Write a story whose events are one JSON file."""
    maker = _maker(3, events, LINE)
    _write(content, maker, without="events")
    (content / "events.json").write_text(
        json.dumps(list(_rows(maker)), ensure_ascii=False, indent=0), "utf-8"
    )


def write_csv(content: Path, events: int = 100_000) -> None:
    """Write a story whose events are one table."""
    maker = _maker(4, events, LINE)
    _write(content, maker, without="events")
    with (content / "events.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        rows.writerows([_cell(event, column.split(".")) for column in COLUMNS] for event in _rows(maker))


def _maker(seed: int, events: int, words: tuple[int, int]) -> Mixed:
    return Mixed(random.Random(seed), Counts(events, FEW.actors, FEW.places, FEW.sources, FEW.quotes), words)


def _write(content: Path, maker: Mixed, *, without: str = "") -> None:
    content.mkdir(parents=True, exist_ok=True)
    write_collections(content, maker, without=without)


def _rows(maker: Mixed) -> Iterator[Record]:
    """Yield events with what tables of events hold."""
    for event in maker.events():
        date = event["date"]
        yield {
            **{name: event[name] for name in ("id", "title", "phase", "kind", "place", "source", "summary")},
            "date": date["edtf"] if isinstance(date, dict) else date,
            "who": {"by": next(iter(event["who"].values()))},
        }


def _cell(value: Any, way: list[str]) -> str:
    for step in way:
        value = value[step]
    return value[0] if isinstance(value, list) else str(value)
