"""What is dated, in the order of time, and whom each entry involves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from explainer.model.event import Event
from explainer.model.quote import Quote
from explainer.model.references import references
from explainer.model.story import Key, Story


@dataclass(frozen=True)
class Timeline:
    """The events and statements of a story's chronology, sorted once."""

    story: Story

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Return the records in the order of time, those of one time in the editors' order."""
        events = (Key("events", id_) for id_, event in self.story.events.items() if event.timeline)
        quotes = (Key("quotes", id_) for id_, quote in self.story.quotes.items() if quote.on_timeline)
        return tuple(sorted((*events, *quotes), key=lambda key: _time(self.record(key))))

    @cached_property
    def about(self) -> Mapping[Key, tuple[Key, ...]]:
        """Return, for each actor and place, the records that it has a part in, in the order of time."""
        found: dict[Key, list[Key]] = {}
        for key in self.keys:
            for target in dict.fromkeys(self._involved(key)):
                found.setdefault(target, []).append(key)
        return {target: tuple(keys) for target, keys in found.items()}

    def record(self, key: Key) -> Event | Quote:
        """Return a dated record."""
        return self.story.events[key.id] if key.collection == "events" else self.story.quotes[key.id]

    def _involved(self, key: Key) -> Iterator[Key]:
        for reference in references(self.record(key)):
            target = self.story.resolve(reference.target, reference.collections)
            if target and target.collection in {"actors", "places"} and not reference.in_prose:
                yield target


def _time(record: Event | Quote) -> tuple[float, ...]:
    return record.date.edtf.sort_key(record.date.part)
