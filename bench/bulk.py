"""Bulk input: a story whose events are one YAML file, one table or one JSON file."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.maker import START, Record
from bench.words import BODIES, ENDINGS, KINDS, MIDDLES, OPENINGS, PARTS, TOWNS


class _Chance:
    """Draws words, days and ids, the same for the same seed."""

    def __init__(self, seed: int, actors: int, sources: int) -> None:
        self.random = random.Random(seed)
        self.actors, self.sources = actors, sources

    def sentence(self) -> str:
        """Return a sentence of about fifteen words."""
        pattern = f"{self.random.choice(OPENINGS)}; {self.random.choice(MIDDLES)}."
        place = f"{self.random.choice(TOWNS)} {self.random.choice(PARTS)}"
        who = f"{self.random.choice(TOWNS)} {self.random.choice(BODIES)}"
        return pattern.format(place=place, who=who, number=self.random.randrange(2, 400))

    def prose(self, words: int) -> str:
        """Return at least so many words, with a link now and then."""
        text = f"[[actor-{self.random.randrange(self.actors)}]] was there."
        text = text if self.random.random() < 0.3 else self.sentence()
        while len(text.split()) < words:
            text = f"{text} {self.sentence()} {self.random.choice(ENDINGS[:2] + ENDINGS[4:]).format(place='town')}"
        return " ".join(text.split()[:words])

    def day(self) -> str:
        """Return a day of five years."""
        return (START + timedelta(days=self.random.randrange(1826))).isoformat()


def _event(chance: _Chance, number: int, first_word: int = 40, last_word: int = 66) -> Record:
    return {
        "id": f"event-{number}",
        "title": f"{chance.random.choice(list(KINDS.values()))} in {chance.random.choice(TOWNS)}, case {number}",
        "date": chance.day(),
        "kind": chance.random.choice(list(KINDS)),
        "place": f"place-{chance.random.randrange(10)}",
        "who": {"by": [f"actor-{chance.random.randrange(chance.actors)}"]},
        "source": {
            "ref": f"source-{chance.random.randrange(chance.sources)}",
            "at": " ".join(chance.sentence().split()[-6:]),
        },
        "summary": chance.prose(chance.random.randrange(first_word, last_word)),
    }


def _block(value: Any, indent: str) -> str:
    """Return a value as people write it in YAML, below or beside a field's name."""
    if isinstance(value, dict):
        return "".join(f"\n{indent}{key}:{_block(item, indent + '  ')}" for key, item in value.items())
    if isinstance(value, list):
        return f" [{', '.join(value)}]"
    text = str(value)
    if len(text) < 90:
        return f" {json.dumps(text, ensure_ascii=False) if ': ' in text or text[0] in '[]' else text}"
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 100:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return f" >-\n{indent}" + f"\n{indent}".join([*lines, line])


def _yaml(records: Iterator[Record]) -> str:
    return "".join(f"- {_block(record, '  ').lstrip()}\n" for record in records)


def _small(folder: Path, chance: _Chance) -> None:
    """Write what the events of a story need."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = "".join(f"  {kind}: {label}\n" for kind, label in KINDS.items())
    (folder / "story.yml").write_text(
        f"title: A made-up conflict\nas_of: 2016-03-01\ndefault_source: source-0\nkinds:\n{kinds}"
    )
    places = ({"id": f"place-{n}", "name": town, "kind": "city"} for n, town in enumerate(TOWNS))
    (folder / "places.yml").write_text(_yaml(places))
    (folder / "actors.yml").write_text(_yaml(_actor(chance, number) for number in range(chance.actors)))
    (folder / "sources.yml").write_text(_yaml(_source(chance, number) for number in range(chance.sources)))


def _actor(chance: _Chance, number: int) -> Record:
    body = f"{chance.random.choice(TOWNS)} {chance.random.choice(BODIES)} {number}"
    return {
        "id": f"actor-{number}",
        "name": body,
        "kind": "group",
        "summary": chance.prose(chance.random.randrange(20, 40)),
        "source": f"source-{chance.random.randrange(chance.sources)}",
    }


def _source(chance: _Chance, number: int) -> Record:
    return {
        "id": f"source-{number}",
        "title": f"{chance.sentence().partition(';')[0]} ({number})",
        "publisher": f"actor-{number % 4}",
        "published": "2016-03-01",
        "url": f"https://example.org/{number}",
    }


def write_yaml(folder: Path, events: int = 16_000) -> None:
    """Write a story whose events are one YAML file."""
    chance = _Chance(1, 200, 400)
    _small(folder, chance)
    (folder / "events.yml").write_text(_yaml(_event(chance, n) for n in range(events)))


def write_mixed(folder: Path, records: int = 10_000) -> None:
    """Write a story of which 60 % are events and 20 % each actors and sources, with quotations besides."""
    chance = _Chance(2, records // 5, records // 5)
    _small(folder, chance)
    (folder / "events.yml").write_text(_yaml(_event(chance, n) for n in range(records * 3 // 5)))
    (folder / "quotes.yml").write_text(_yaml(_quote(chance, n) for n in range(records // 20)))


def _quote(chance: _Chance, number: int) -> Record:
    return {
        "id": f"quote-{number}",
        "speaker": f"actor-{chance.random.randrange(chance.actors)}",
        "date": chance.day(),
        "words": [chance.sentence().partition(";")[0]],
        "source": f"source-{chance.random.randrange(chance.sources)}",
    }


def write_json(folder: Path, events: int = 100_000) -> None:
    """Write a story whose events are one JSON file."""
    chance = _Chance(3, 200, 400)
    _small(folder, chance)
    made = [_event(chance, number, 12, 20) for number in range(events)]
    (folder / "events.json").write_text(json.dumps(made, ensure_ascii=False, indent=0))


def write_csv(folder: Path, events: int = 100_000) -> None:
    """Write a story whose events are one table."""
    chance = _Chance(4, 200, 400)
    _small(folder, chance)
    columns = ("id", "title", "date", "kind", "place", "who.by", "source.ref", "source.at", "summary")
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(columns)
        for number in range(events):
            event = _event(chance, number, 12, 20)
            rows.writerow([_cell(event, column.split(".")) for column in columns])


def _cell(value: Any, way: list[str]) -> str:
    for step in way:
        value = value[step]
    return value[0] if isinstance(value, list) else str(value)
