"""What is dated, in the order of time, and whom each entry involves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from explainer.model.event import Event
from explainer.model.quote import Quote
from explainer.model.references import mentions
from explainer.model.story import Key, Story
from explainer.urls import period_name
from explainer.views.periods import MOST, Period, Unit, periods, unit


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

    def unit(self, key: Key) -> Unit:
        """Return the year, month and day under which a record is listed."""
        return self._units[key]

    def date(self, key: Key) -> str:
        """Return the date of a record in its normal form."""
        return self._dates[key]

    def planned(self, key: Key) -> bool:
        """Tell whether a record is of something planned, which stands apart."""
        return key in self._planned

    @cached_property
    def _units(self) -> Mapping[Key, Unit]:
        return {key: unit(self.record(key).date.edtf) for key in self.keys}

    @cached_property
    def _dates(self) -> Mapping[Key, str]:
        return {key: self.record(key).date.edtf.normal for key in self.keys}

    @cached_property
    def _planned(self) -> Collection[Key]:
        events = self.story.events.items()
        return {Key("events", id_) for id_, event in events if event.phase == "planned"}

    def periods(self, keys: Sequence[Key]) -> tuple[Period, ...]:
        """Return the pages that these records fill, in the order of time; what is planned comes last."""
        if len(keys) <= MOST:
            return periods(keys, self.unit)
        past = [key for key in keys if not self.planned(key)]
        planned = [key for key in keys if self.planned(key)]
        apart = [
            replace(period, name=f"planned-{period.name}".removesuffix("-"))
            for period in periods(planned, self.unit)
            if planned
        ]
        return (*self._past(past), *apart)

    def _past(self, keys: Sequence[Key]) -> tuple[Period, ...]:
        """Return the periods of what happened, each with a name, as what is planned stands beside them."""
        return tuple(
            period if period.name or not keys else replace(period, name=period_name(period.first))
            for period in periods(keys, self.unit)
            if keys
        )

    @cached_property
    def pages(self) -> tuple[Period, ...]:
        """Return the pages of the whole chronology."""
        return self.periods(self.keys)

    @cached_property
    def page_of(self) -> Mapping[Key, str]:
        """Return, for each record, the name of its page in the whole chronology."""
        return {key: period.name for period in self.pages for key in period.keys}

    @cached_property
    def about(self) -> Mapping[Key, tuple[Key, ...]]:
        """Return, for each actor, place and source, the records that involve it, in the order of time."""
        found: dict[Key, list[Key]] = {}
        for key in self.keys:
            for target in dict.fromkeys(self.involved(key)):
                found.setdefault(target, []).append(key)
        return {target: tuple(keys) for target, keys in found.items()}

    def record(self, key: Key) -> Event | Quote:
        """Return a dated record."""
        return self.story.events[key.id] if key.collection == "events" else self.story.quotes[key.id]

    def involved(self, key: Key) -> Iterator[Key]:
        """Yield the actors, places and sources that have a part in a record, some perhaps twice."""
        for collections, written in mentions(self.record(key)).named:
            target = self.story.resolve(written, collections)
            if target and target.collection in {"actors", "places", "sources"}:
                yield target


def _time(record: Event | Quote) -> tuple[float, ...]:
    """Return what orders records: a year without a month comes before its months, a month before its days."""
    edtf = record.date.edtf
    return *unit(edtf), *edtf.sort_key(record.date.part)
