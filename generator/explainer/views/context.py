"""From records to the pieces of a page: links, prose, dates, names and attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from explainer.language import Language, direction_of, language
from explainer.model.attribution import Step as Hand
from explainer.model.attribution import chain
from explainer.model.collections import title_of
from explainer.model.event import Role
from explainer.model.links import links_in
from explainer.model.phrases import phrase
from explainer.model.plain import plain
from explainer.model.quote import Quote
from explainer.model.record import CitationRecord, Record
from explainer.model.references import references
from explainer.model.story import Key, Story
from explainer.model.titles import full_title
from explainer.model.when import Basis, DateRecord
from explainer.urls import Urls
from explainer.views.pieces import DateView, Link, Name, Note, Part, Picture, Prose, Step, Withheld
from explainer.views.timeline import Timeline

ROLES = get_args(Role)
"""The parts that actors play, in the order of the page."""


@dataclass(frozen=True)
class Context:
    """A story, where its pages are, and the pieces made from both."""

    story: Story
    urls: Urls

    @cached_property
    def language(self) -> Language:
        """Return the story's language."""
        return language(self.story.info.language)

    @cached_property
    def timeline(self) -> Timeline:
        """Return what is dated in the story."""
        return Timeline(self.story)

    @cached_property
    def located(self) -> tuple[str, ...]:
        """Return the places with a position, those that most records mention first."""
        places = self.story.places
        known = [id_ for id_, place in places.items() if place.lat is not None and place.lon is not None]
        return tuple(sorted(known, key=lambda id_: -len(self.story.mentions.get(Key("places", id_), ()))))

    @cached_property
    def entries(self) -> dict[Key, Any]:
        """Return where entries of chronologies are kept once they are made; most are on several pages."""
        return {}

    @cached_property
    def figures(self) -> dict[str, Any]:
        """Return where cards of figures are kept once they are made; most are on several pages."""
        return {}

    @cached_property
    def notes(self) -> dict[CitationRecord, Note]:
        """Return where notes are kept once they are made; most are on several pages."""
        return {}

    @cached_property
    def _links(self) -> dict[Key, Link]:
        return {}

    def mentioning(self, key: Key, collection: str) -> list[str]:
        """Return the ids of the records of one collection that mention a record."""
        return [other.id for other in self.story.mentions.get(key, ()) if other.collection == collection]

    @cached_property
    def said(self) -> Mapping[str, list[str]]:
        """Return the ids of the quotations of each speaker, in the editors' order."""
        found: dict[str, list[str]] = {}
        for id_, quote in self.story.quotes.items():
            found.setdefault(quote.speaker, []).append(id_)
        return found

    @cached_property
    def update_places(self) -> Mapping[str, int]:
        """Return the place of each update in the editors' order, by its id."""
        return {id_: place for place, id_ in enumerate(self.story.updates)}

    def link(self, key: Key, text: str = "") -> Link:
        """Return a link to a record, under its own title unless another text is given.

        A record without a page is led to through an actor that it names.
        """
        if not text and key in self._links:
            return self._links[key]
        record = self.story.get(key)
        if record is None:
            return Link(text or key.id)
        found = Link(text or self.title(record), self.urls.record(key) or self._beside(key, record))
        if not text:
            self._links[key] = found
        return found

    def _beside(self, key: Key, record: Record) -> str:
        actors = (ref.target for ref in references(record) if ref.collections == ("actors",))
        home = next((self.urls.record(Key("actors", id_)) for id_ in actors if id_ in self.story.actors), "")
        anchored = home and "#" not in home and key.collection == "relations"
        return f"{home}#relation-{key.id}" if anchored else home

    def title(self, record: Record) -> str:
        """Return what a link to a record says; a quotation's begins with its speaker."""
        title = self._short_title(record) if isinstance(record, Quote) else full_title(self.story, record)
        speaker = self.speaker(record) if isinstance(record, Quote) else ""
        return f"{speaker}: {title}" if speaker else title

    def _short_title(self, quote: Quote) -> str:
        """Return the first words of a quotation, in quotation marks where they are the speaker's."""
        words = plain(title_of(quote)).split()
        text = " ".join(words[:10]) + ("…" if len(words) > 10 else "")
        return self.language.gettext("“{words}”").format(words=text) if quote.words else text

    def speaker(self, quote: Quote) -> str:
        """Return who speaks, in titles: for a private person the source's own description, if it has one."""
        actor = self.story.actors.get(quote.speaker)
        if actor is None:
            return ""
        return quote.label if actor.private and quote.label else actor.name

    def links(self, collection: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to the records of one collection."""
        return tuple(self.link(Key(collection, id_)) for id_ in ids)

    def actors(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to actors."""
        return self.links("actors", ids)

    def targets(self, targets: Iterable[str]) -> tuple[Link, ...]:
        """Return links to records of any collection, written `id` or `prefix:id`."""
        keys = (self.story.resolve(target) for target in targets)
        return tuple(self.link(key) for key in keys if key)

    def prose(self, text: str | None) -> Prose | None:
        """Return a prose text with its links resolved, or nothing for none."""
        if text is None:
            return None
        found = {}
        for link in links_in(text):
            key = self.story.resolve(link.target)
            found[link.target] = self.link(key) if key else Link(link.id)
        return Prose(text, tuple(found.items()))

    def plain(self, text: str) -> str:
        """Return a prose text without marks, links under their records' titles."""
        return plain(text, self.story)

    def date(self, date: DateRecord | None) -> DateView | None:
        """Return a date for readers, or nothing for none."""
        if date is None:
            return None
        key = date.edtf.normal, date.part, date.basis, date.says, date.why
        if key not in self._dates:
            self._dates[key] = self._date(date)
        return self._dates[key]

    def day(self, date: DateRecord, basis: Basis) -> DateView:
        """Return the day of a date alone, read on this basis."""
        key = date.edtf.normal, None, basis, None, None
        if key not in self._dates:
            bare = date.model_copy(update={"part": None, "says": None, "why": None, "basis": basis})
            self._dates[key] = self._date(bare)
        return self._dates[key]

    @cached_property
    def _dates(self) -> dict[tuple[str | None, ...], DateView]:
        return {}

    def _date(self, date: DateRecord) -> DateView:
        edtf = date.edtf
        clock = "T" in edtf.normal
        return DateView(
            text=phrase(edtf, self.language, part=date.part),
            machine=machine_date(edtf.normal),
            basis=date.basis,
            says=date.says or "",
            why=self.prose(date.why),
            edtf=edtf.normal,
            zone=self.story.info.timezone if clock and not edtf.zone else "",
        )

    def withheld(self, record: Record) -> tuple[Withheld, ...]:
        """Return what readers are not told about a record, and why."""
        return tuple(Withheld(field, reason) for field, reason in record.withheld.items())

    def names(self, names: Mapping[str, str]) -> tuple[Name, ...]:
        """Return names in other languages with their writing direction."""
        return tuple(Name(text, code, direction_of(code)) for code, text in names.items())

    def steps(self, record: Record) -> tuple[Hand, ...]:
        """Return the attribution chain of a record, as ids."""
        return chain(self.story, record)

    def chain(self, record: Record) -> tuple[Step, ...]:
        """Return the attribution chain of a record, with links."""
        return tuple(
            Step(step.role, self.actors(step.actors) + self.links("sources", step.sources))
            for step in self.steps(record)
        )

    def parts(self, who: object) -> tuple[Part, ...]:
        """Return the parts that actors played, in a fixed order, empty ones left out."""
        pairs = ((role, getattr(who, role)) for role in ROLES)
        return tuple(Part(role, self.actors(ids)) for role, ids in pairs if ids)

    def side(self, side: str | None) -> str:
        """Return the name of a side of the story; `both` and `all` are themselves."""
        if side is None:
            return ""
        return next((known.name for known in self.story.info.sides if known.id == side), side)

    def picture(self, image_id: str | None) -> Picture | None:
        """Return an image with its credit, or nothing for none."""
        image = self.story.images.get(image_id) if image_id else None
        if image is None:
            return None
        return Picture(
            image.file,
            image.alt,
            image.credit,
            self.prose(image.caption),
            image.licence or "",
            image.source_url or "",
            self.withheld(image),
        )


_MACHINE = re.compile(r"(?!0000)\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?")


def machine_date(normal: str) -> str:
    """Return what `<time datetime>` may hold: a year from 1 on, a month, a day, a time; else nothing."""
    bare = normal.rstrip("?~%")
    return bare if _MACHINE.fullmatch(bare) else ""
