"""A story: all its records, and who mentions whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from explainer.model.actor import Actor
from explainer.model.collections import BY_PREFIX, COLLECTIONS
from explainer.model.dispute import Dispute
from explainer.model.event import Event
from explainer.model.fields import Model
from explainer.model.figure import Figure
from explainer.model.findings import Findings
from explainer.model.glossary import Term
from explainer.model.image import Image
from explainer.model.info import StoryInfo
from explainer.model.overlay import Overlay
from explainer.model.place import Place
from explainer.model.quote import Quote
from explainer.model.record import CitationRecord, Record
from explainer.model.references import mentions
from explainer.model.relation import Relation
from explainer.model.source import Source
from explainer.model.update import Update
from explainer.model.walk import inside
from explainer.model.withheld import publishable
from explainer.problems import Path, Where


class Key(NamedTuple):
    """A record's full name: its collection and its id."""

    collection: str
    id: str

    def __str__(self) -> str:
        """Return the key as references write it, such as `actor:qatar`; `story` for `story.yml` itself."""
        if self.collection == "story":
            return "story"
        return f"{COLLECTIONS[self.collection].prefix}:{self.id}"


@dataclass(frozen=True)
class Story:
    """Everything that was read: the story's description and its records in the editors' order."""

    info: StoryInfo
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    images: Mapping[str, Image] = field(default_factory=dict)
    updates: Mapping[str, Update] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    """The editors' own Markdown pages by their path in the content folder."""
    overlays: Mapping[str, Overlay] = field(default_factory=dict)
    """Lines and areas for the map, by the names of their files in the folder `geo`."""
    origins: Mapping[Key, Where] = field(default_factory=dict)
    """Where each record was written; `story.yml` itself is under `INFO`."""
    findings: Findings = field(default_factory=Findings)
    """What the evidence check found in the source texts."""

    def collection(self, name: str) -> Mapping[str, Record]:
        """Return the records of a collection by id."""
        records: Mapping[str, Record] = getattr(self, name)
        return records

    @cached_property
    def records(self) -> Sequence[tuple[Key, Record]]:
        """Return every record, collection by collection, in the editors' order."""
        collections = ((name, self.collection(name)) for name in COLLECTIONS)
        return [(Key(name, id_), record) for name, records in collections for id_, record in records.items()]

    def get(self, key: Key) -> Record | None:
        """Return the record of that key, if there is one; `story.yml` is none."""
        return self.collection(key.collection).get(key.id) if key != INFO else None

    def candidates(self, target: str, collections: tuple[str, ...] = ()) -> list[Key]:
        """Return the records that a reference could mean: one is right, none or several is an error."""
        prefix, colon, rest = target.partition(":")
        if colon and prefix in BY_PREFIX:
            named = BY_PREFIX[prefix]
            allowed: tuple[str, ...] = (named,) if not collections or named in collections else ()
            target = rest.strip()
        else:
            allowed = collections or tuple(COLLECTIONS)
        held = self._holders.get(target, ())
        return [Key(name, target) for name in allowed if name in held]

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[str]]:
        """Return, by their ids, which collections hold a record."""
        found: dict[str, list[str]] = {}
        for key, _ in self.records:
            found.setdefault(key.id, []).append(key.collection)
        return found

    def resolve(self, target: str, collections: tuple[str, ...] = ()) -> Key | None:
        """Return the one record that a reference means, or nothing where it is unknown or ambiguous."""
        found = self.candidates(target, collections)
        return found[0] if len(found) == 1 else None

    def published(self) -> Story:
        """Return the story as readers may have it: without drafts and without what is withheld."""
        kept = {
            name: {
                id_: publishable(record, self.info.language)
                for id_, record in self.collection(name).items()
                if not record.draft
            }
            for name in COLLECTIONS
        }
        overlays = {
            name: overlay
            for name, overlay in self.overlays.items()
            if not overlay.draft and overlay.source in kept["sources"]
        }
        return replace(self, overlays=overlays, **kept)  # type: ignore[arg-type]

    @cached_property
    def mentions(self) -> Mapping[Key, tuple[Key, ...]]:
        """Return, for each record, the records that mention it, in order and without repeats."""
        found: dict[Key, dict[Key, None]] = defaultdict(dict)
        for key, record in self.records:
            for collections, written in mentions(record).targets:
                target = self.resolve(written, collections)
                if target and target != key:
                    found[target][key] = None
        return {key: tuple(mentioning) for key, mentioning in found.items()}

    @cached_property
    def citations(self) -> Sequence[tuple[Key, Path, CitationRecord]]:
        """Return every citation with its record's key and the path to it, those of `story.yml` first."""
        owners: Iterable[tuple[Key, Model]] = ((INFO, self.info), *self.records)
        return [
            (owner, path, citation)
            for owner, record in owners
            for path, citation in inside(record, CitationRecord)
        ]

    def place(self, key: Key) -> Where:
        """Return where a record was written."""
        return self.origins.get(key, Where("story.yml"))

    def written(self) -> Iterator[tuple[Where, Model]]:
        """Yield everything that was read, with its place: `story.yml`, the overlays and all records."""
        yield self.place(INFO), self.info
        for name, overlay in self.overlays.items():
            yield Where(f"{OVERLAYS}/{name}.geojson"), overlay
        for key, record in self.records:
            yield self.origins[key], record


@dataclass(frozen=True)
class Unread:
    """What is written but could not be read: records, and collections of which a whole file is missing.

    A mention of such a record is no mistake of its own.
    """

    keys: frozenset[Key] = frozenset()
    collections: frozenset[str] = frozenset()

    def may_hold(self, target: str, collections: tuple[str, ...]) -> bool:
        """Tell whether a reference may lead to something that could not be read."""
        prefix, colon, rest = target.partition(":")
        if colon and prefix in BY_PREFIX:
            collections, target = (BY_PREFIX[prefix],), rest
        allowed = collections or tuple(COLLECTIONS)
        return any(name in self.collections or Key(name, target) in self.keys for name in allowed)


OVERLAYS = "geo"
"""The folder of lines and areas for the map."""
INFO = Key("story", "")
