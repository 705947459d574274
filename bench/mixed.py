"""Made-up stories with as much prose, evidence and cross links as long stories have, written as editors write.

Run as `python -m bench.mixed FOLDER [RECORDS] [SEED]`. Of N records 60 % are events, 20 % actors and 20 % sources.
Beside them, and not counted in N, stand N/20 quotations, N/20 figures and N/100 places.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

from bench.maker import Counts, Maker, Record
from bench.stories import write_project

EVENT_WORDS, ACTOR_WORDS, FIGURE_WORDS = (40, 80), (60, 120), (15, 30)
"""From how many words to how many a summary has."""
LINKED = 0.4
"""The share of summaries that lead to another record."""
THINGS = ("families", "homes", "lorries", "patients", "detainees", "strikes")
QUALIFIERS = ("exact", "at-least", "more-than", "about", "up-to")


def counts_of(records: int) -> Counts:
    """Return how many records of each collection a story of N records has; figures are as many as quotations."""
    actors = sources = records // 5
    some = max(1, records // 20)
    return Counts(records - actors - sources, actors, max(2, records // 100), sources, some)


def write_mixed(folder: Path, records: int, *, seed: int = 1, theme: str = "material") -> Path:
    """Write a project with a story of N records as block YAML, one file a collection, and return its folder."""
    write_collections(write_project(folder, theme), Mixed(random.Random(seed), counts_of(records)))
    return folder


def write_collections(content: Path, maker: Mixed, *, without: str = "") -> None:
    """Write a story as block YAML, one file a collection, of which one may be left out."""
    (content / "story.yml").write_text(_block(maker.story()), "utf-8")
    collections: dict[str, Callable[[], Iterable[Record]]] = {
        "actors": maker.actors,
        "places": maker.places,
        "sources": maker.sources,
        "events": maker.events,
        "quotes": maker.quotes,
        "figures": maker.figures,
    }
    for name, made in collections.items():
        if name != without:
            with (content / f"{name}.yml").open("w", encoding="utf-8") as file:
                file.writelines(f"{_block([record])}\n" for record in made())


def _block(value: object) -> str:
    text: str = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return text


class Mixed(Maker):
    """Makes the records of a story in which everybody is written about; the bounds of an event's words may be others."""

    def __init__(
        self, chance: random.Random, counts: Counts, event_words: tuple[int, int] = EVENT_WORDS
    ) -> None:
        super().__init__(chance, counts)
        self._event_words = event_words

    def actors(self) -> Iterator[Record]:
        """Yield actors; some belong to others, have a place, or hold a position."""
        for number, record in enumerate(super().actors()):
            if number and number % 3 == 0:
                record["part_of"] = f"actor-{number // 3 - 1 if number > 3 else 0}"
            if number % 2:
                record["place"] = f"place-{self._few(self._place_count)}"
            if record["kind"] == "person":
                record["roles"] = [self._role()]
            yield record

    def sources(self) -> Iterator[Record]:
        """Yield sources with an author and the day they were read."""
        for number, record in enumerate(super().sources()):
            yield {
                **record,
                "author": self._actor(self._few(self._actor_count)),
                "accessed": self._end.isoformat(),
                "credit": f"Wire report {number}",
            }

    def events(self) -> Iterator[Record]:
        """Yield events; some are part of the event that stands some days before."""
        for number, record in enumerate(super().events()):
            if number >= 20 and number % 10 == 0:
                record["part_of"] = f"event-{number - number % 100 if number % 100 else number - 20}"
            if number % 4 == 0:
                record["according_to"] = f"actor-{self._few(self._actor_count)}"
            yield record

    def figures(self) -> Iterator[Record]:
        """Yield figures of events, each with one to three estimates."""
        for number in range(self._quote_count):
            event = number * self._events // self._quote_count
            things = self._chance.choice(THINGS)
            yield {
                "id": f"figure-{number}",
                "title": f"How many {things} were counted at the {self._place_part()} ({number})",
                "unit": things,
                "scope": {"place": f"place-{self._few(self._place_count)}"},
                "event": f"event-{event}",
                "summary": self._sentences(FIGURE_WORDS),
                "estimates": list(self._estimates(event)),
                "source": self._source(self._days[event]),
            }

    def _estimates(self, event: int) -> Iterator[Record]:
        value = self._chance.randrange(5, 900)
        for speaker in sorted({self._few(self._actor_count) for _ in range(self._chance.randrange(1, 4))}):
            yield {
                "by": f"actor-{speaker}",
                "value": value,
                "qualifier": self._chance.choice(QUALIFIERS),
                "source": self._source(self._days[event]),
            }

    def _role(self) -> Record:
        return {
            "title": self._chance.choice(("Spokesperson", "Head", "Deputy head", "Secretary")),
            "org": f"actor-{self._few(self._actor_count) // 5 * 5}",
            "as_of": self._end.isoformat(),
            "source": self._source(),
        }

    def _portrait(self) -> str:
        return self._linked(self._sentences(ACTOR_WORDS), f"actor-{self._few(self._actor_count)}")

    def _report(self, number: int) -> str:
        before = f"event-{max(0, number - 1 - self._few(50))}" if number else f"actor-{self._actor_count - 1}"
        return self._linked(self._sentences(self._event_words), before)

    def _linked(self, text: str, target: str) -> str:
        """Return a text, which leads to a record in some cases."""
        return f"{text} See also [[{target}]]." if self._chance.random() < LINKED else text

    def _sentences(self, words: tuple[int, int]) -> str:
        """Return sentences of so many words together, the last one cut off where they are enough."""
        wanted, found = self._chance.randint(*words), self._prose(2).split()
        while len(found) < wanted:
            found += self._prose(2).split()
        return f"{' '.join(found[:wanted]).rstrip('.,;:')}."


def main() -> None:
    """Write the project that the command line asks for."""
    folder, *numbers = sys.argv[1:]
    records, seed = (*map(int, numbers), *(10_000, 1)[len(numbers) :])
    write_mixed(Path(folder), records, seed=seed)
    print(f"{counts_of(records)} in {folder}")


if __name__ == "__main__":
    main()
