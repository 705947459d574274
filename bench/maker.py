"""Makes the records of made-up stories: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.words import ACTS, BODIES, ENDINGS, KINDS, MIDDLES, OPENINGS, PARTS, SIDES, TOWNS, WORDS

Record = dict[str, Any]
START = date(2011, 3, 1)


@dataclass(frozen=True)
class Counts:
    """How many records of each collection a story has."""

    events: int
    actors: int
    places: int
    sources: int
    quotes: int


class Maker:
    """Makes the records of one story; a few actors and places have most of the events."""

    def __init__(self, chance: random.Random, counts: Counts) -> None:
        self._chance, self._events = chance, (events := counts.events)
        self._actor_count, self._place_count = counts.actors, counts.places
        self._source_count, self._quote_count = counts.sources, counts.quotes
        self._days = sorted(self._day() for _ in range(events))
        self.first_days: dict[str, str] = {}

    def story(self) -> Record:
        """Return what `story.yml` says."""
        return {
            "title": "A made-up conflict",
            "standfirst": "Nothing of this happened. It is as long as a story of years would be.",
            "as_of": self._end.isoformat(),
            "sides": [{"id": side, "name": f"The {side}"} for side in SIDES],
            "kinds": KINDS,
        }

    def actors(self) -> Iterator[Record]:
        """Yield actors, every side having some."""
        for number in range(self._actor_count):
            person = number % 5 == 4
            yield {
                "id": f"actor-{number}",
                "name": self._actor(number),
                "kind": "person" if person else ("armed-group", "ngo", "government", "group")[number % 4],
                "side": SIDES[number % 3],
                "summary": self._portrait(),
                "source": self._source(),
            }

    def places(self) -> Iterator[Record]:
        """Yield places, later ones inside earlier ones."""
        for number in range(self._place_count):
            inside = {"within": f"place-{number % len(TOWNS)}"} if number >= len(TOWNS) else {}
            kind = "district" if inside else "city"
            yield {
                "id": f"place-{number}",
                "name": self._place(number),
                "kind": kind,
                **inside,
                "source": "source-0",
            }

    def sources(self) -> Iterator[Record]:
        """Yield sources, each published by one of a few actors."""
        for number in range(self._source_count):
            day = self._end - timedelta(
                days=(self._source_count - 1 - number) * self._span // self._source_count
            )
            yield {
                "id": f"source-{number}",
                "title": f"{self._phrase(OPENINGS)} ({number})",
                "type": "article",
                "publisher": f"actor-{number % 4}",
                "published": day.isoformat(),
                "url": f"https://example.org/{number}",
            }

    def events(self) -> Iterator[Record]:
        """Yield events, in the order of their days."""
        for number, day in enumerate(self._days):
            id_ = f"event-{number}"
            self.first_days[id_] = day.isoformat()
            kind = self._chance.choice(list(KINDS))
            phase = self._chance.choices(("past", "ongoing", "planned"), (97, 2, 1))[0]
            if phase == "planned":
                day = self._end + timedelta(days=1 + number % 60)  # noqa: PLW2901 - it is the event's day
                self.first_days[id_] = day.isoformat()
            yield {
                "id": id_,
                "title": f"{KINDS[kind]} at the {self._place_part()}: {self._phrase(MIDDLES)}",
                "date": self._date(day, phase),
                "phase": phase,
                "kind": kind,
                "place": [f"place-{self._few(self._place_count)}"],
                "who": self._who(),
                "summary": self._report(number),
                "source": self._source(day),
                "key": self._chance.random() < 0.02,
            }

    def quotes(self) -> Iterator[Record]:
        """Yield quotations, spread evenly over the events."""
        for number in range(self._quote_count):
            day = self._days[number * self._events // self._quote_count]
            about = f"event:event-{self._chance.randrange(self._events)}"
            yield {
                "id": f"quote-{number}",
                "speaker": f"actor-{self._few(self._actor_count)}",
                "act": self._chance.choice(ACTS),
                "date": day.isoformat(),
                "words": f"{self._phrase(WORDS)}.",
                "about": [about, f"place:place-{self._few(self._place_count)}"],
                "source": self._source(day),
            }

    @property
    def _span(self) -> int:
        """Return over how many days the story runs: about three events a day, five years at most at first."""
        return max(30, min(1826, self._events // 3))

    @property
    def _end(self) -> date:
        return START + timedelta(days=self._span)

    def _day(self) -> date:
        """Return a day; fighting comes in waves, so the days are not evenly full."""
        share = self._chance.random()
        wave = self._chance.choice((0.1, 0.35, 0.4, 0.8))
        share = share if self._chance.random() < 0.5 else min(max(self._chance.gauss(wave, 0.03), 0.0), 0.999)
        return START + timedelta(days=int(share * self._span))

    def _date(self, day: date, phase: str) -> Any:
        text = day.isoformat()
        if phase == "ongoing":
            return {"edtf": f"{text}/..", "basis": "stated"}
        later = min(day + timedelta(days=4), self._end).isoformat() if phase == "past" else text
        forms: list[Any] = [
            text,
            f"{text}T{self._chance.randrange(24):02}:{self._chance.randrange(60):02}",
            {
                "edtf": text,
                "says": "on that day",
                "basis": "inferred",
                "why": "Counted from the day of the report.",
            },
            text[:7] if phase == "past" and day.month != self._end.month else text,
            f"{text}/{later}" if later > text else text,
            {
                "edtf": f"[..{text}]" if phase == "past" else text,
                "basis": "inferred",
                "why": "Told as news on that day.",
            },
            f"{text}~",
        ]
        return self._chance.choices(forms, (70, 6, 12, 3, 3, 4, 2))[0]

    def _who(self) -> Record:
        role, other = self._chance.choice((("by", "against"), ("party", "mediator"), ("affected", "by")))
        one, two = self._few(self._actor_count), self._few(self._actor_count)
        return {role: [f"actor-{one}"], other: [f"actor-{two}"]} if one != two else {role: [f"actor-{one}"]}

    def _few(self, count: int) -> int:
        """Return a number below `count`, small ones far more often."""
        return int(count * self._chance.random() ** 3)

    def _source(self, told: date = START) -> Record:
        """Return a citation of a source published soon after a day, or of the last one."""
        gone = (told - START).days + 5
        first = min(gone * self._source_count // self._span + 1, self._source_count - 1)
        number = min(first + self._few(4), self._source_count - 1)
        return {"ref": f"source-{number}", "at": " ".join(self._phrase(OPENINGS).split()[-6:])}

    def _portrait(self) -> str:
        """Return who an actor is."""
        return self._prose(1)

    def _report(self, number: int) -> str:
        """Return what is known of an event, given by its number."""
        return self._prose(2)

    def _prose(self, sentences: int) -> str:
        start = f"{self._phrase(OPENINGS)}; {self._phrase(MIDDLES)}."
        return " ".join([start, *(self._phrase(ENDINGS) for _ in range(sentences - 1))])

    def _phrase(self, patterns: tuple[str, ...]) -> str:
        who = self._actor(self._few(self._actor_count))
        return self._chance.choice(patterns).format(
            place=self._place_part(), who=who, number=self._chance.randrange(2, 400)
        )

    def _place_part(self) -> str:
        return self._place(self._few(self._place_count))

    def _place(self, number: int) -> str:
        town = TOWNS[number % len(TOWNS)]
        ring = number // len(TOWNS)
        return (
            f"{town} {PARTS[ring % len(PARTS)]}{f' {ring}' if ring >= len(PARTS) else ''}" if ring else town
        )

    def _actor(self, number: int) -> str:
        name = f"{TOWNS[number % len(TOWNS)]} {BODIES[number // len(TOWNS) % len(BODIES)]}"
        ring = number // (len(TOWNS) * len(BODIES))
        return f"{name} {ring + 1}" if ring else name
