"""Linked data (schema.org in JSON-LD) for every page; the mapping follows the project's data model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from explainer.frozen import frozen
from explainer.model.actor import Actor
from explainer.model.attribution import chain
from explainer.model.collections import title_of
from explainer.model.event import Event
from explainer.model.figure import Figure
from explainer.model.glossary import Term
from explainer.model.place import Place
from explainer.model.plain import plain
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.source import Source
from explainer.model.story import Key, Story
from explainer.publish.json_text import dense
from explainer.publish.schemaorg import SOURCE_TYPES, STATUS, Node, actor_type, value_of, when
from explainer.urls import Urls, text_fragment


@frozen
class Page:
    """What linked data says of a page, whatever it shows."""

    url: str
    title: str
    description: str
    lang: str
    crumbs: Sequence[tuple[str, str]] = ()
    """Names and addresses from the home page to the parent."""
    key: Key | None = None
    """The record that the page is about."""
    corrections: Sequence[str] = ()
    """Updates that corrected or clarified it, by id."""


class Describer:
    """Describes a story's pages; `base` is the site's address with a slash, empty where it is not known."""

    def __init__(self, story: Story, urls: Urls, base: str) -> None:
        self._story, self._urls, self._base = story, urls, base
        self._references: dict[Key, Node] = {}

    def script(self, page: Page) -> str:
        """Return the description as JSON that can stand in a `<script>` element."""
        text = dense(self.describe(page))
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

    def describe(self, page: Page) -> Node:
        """Return a page as linked data, with its record unless that is a private person."""
        record = self._story.get(page.key) if page.key else None
        if isinstance(record, Actor) and record.private:
            record = None
        node: Node = {
            "@context": "https://schema.org",
            "@type": "WebPage" if page.key else "CollectionPage",
            "@id": self._url(page.url),
            "url": self._url(page.url),
            "name": page.title,
            "description": page.description,
            "inLanguage": page.lang,
        }
        if page.crumbs:
            node["breadcrumb"] = self._breadcrumb([*page.crumbs, (page.title, page.url)])
        if corrections := [self._correction(update) for update in page.corrections]:
            node["correction"] = corrections
        if record is not None and page.key is not None:
            node["mainEntity"] = self.entity(page.key, record)
        return node

    def _correction(self, id_: str) -> Node:
        update = self._story.updates[id_]
        parts = [plain(update.says, self._story), *filter(None, (update.was, update.now))]
        node: Node = {
            "@type": "CorrectionComment",
            "text": " – ".join(parts),
            "url": self._url(self._urls.record(Key("updates", id_))),
        }
        return {**node, "datePublished": update.date.edtf.latest} if update.date.edtf.is_day else node

    def entity(self, key: Key, record: Record) -> Node:
        """Return a record as linked data, with the sources it rests on."""
        tellers: dict[type[Record], Callable[[Any], Node]] = {
            Actor: self._actor,
            Event: self._event,
            Quote: self._quote,
            Figure: self._figure,
            Place: self._place,
            Source: self._source,
            Term: self._term,
        }
        node = {"@id": self._id(key), **tellers[type(record)](record)}
        if cited := [self._reference("sources", ref) for ref in dict.fromkeys(c.ref for c in record.source)]:
            node["subjectOf" if isinstance(record, Event | Place | Actor) else "citation"] = cited
        return node

    def _url(self, url: str) -> str:
        return self._base + url if self._base else url or "./"

    def _id(self, key: Key) -> str:
        return f"{self._url(self._urls.record(key))}#it"

    def _breadcrumb(self, crumbs: Sequence[tuple[str, str]]) -> Node:
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": self._url(url)}
            for number, (name, url) in enumerate(crumbs, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _reference(self, collection: str, id_: str) -> Node:
        key = Key(collection, id_)
        if key not in self._references:
            self._references[key] = self._referred(key)
        return self._references[key]

    def _referred(self, key: Key) -> Node:
        record = self._story.collection(key.collection)[key.id]
        kind = SOURCE_TYPES[record.type] if isinstance(record, Source) else "Place"
        node = {"@type": actor_type(record) if isinstance(record, Actor) else kind, "name": title_of(record)}
        hidden = isinstance(record, Actor) and record.private
        return node if hidden else {**node, "@id": self._id(key)}

    def _actor(self, actor: Actor) -> Node:
        node: Node = {"@type": actor_type(actor), "name": actor.name}
        if others := [*actor.names.values(), *actor.aliases]:
            node["alternateName"] = others
        same = [f"https://www.wikidata.org/entity/{actor.wikidata}"] if actor.wikidata else []
        if same := [*same, *(link.url for link in actor.links)]:
            node["sameAs"] = same
        if actor.kind == "person" and actor.roles:
            node["jobTitle"] = [role.title for role in actor.roles]
        return node

    def _event(self, event: Event) -> Node:
        node: Node = {"@type": "Event", "name": event.title, **when(event.date)}
        if event.phase in STATUS:
            node["eventStatus"] = STATUS[event.phase]
        if event.place:
            node["location"] = [self._reference("places", id_) for id_ in event.place]
        if involved := [*event.who.participant, *event.who.party, *event.who.mediator]:
            node["attendee"] = [self._reference("actors", id_) for id_ in dict.fromkeys(involved)]
        if event.who.host:
            node["organizer"] = [self._reference("actors", id_) for id_ in event.who.host]
        return node

    def _quote(self, quote: Quote) -> Node:
        node: Node = {"@type": "Quotation", "creator": self._reference("actors", quote.speaker)}
        if quote.words:
            node["text"] = " […] ".join(quote.words)
            node["inLanguage"] = quote.lang or self._story.info.language
        else:
            node["abstract"] = quote.says
        if quote.date.edtf.is_day:
            node["dateCreated"] = quote.date.edtf.earliest
        node["isBasedOn"] = [self._quoted(ref, quote) for ref in dict.fromkeys(c.ref for c in quote.source)]
        told = [
            id_ for step in chain(self._story, quote) if step.role in {"told", "via"} for id_ in step.actors
        ]
        if told:
            node["contributor"] = [self._reference("actors", id_) for id_ in told]
        return node

    def _quoted(self, ref: str, quote: Quote) -> Node:
        """Return a source that opens at the words of a quotation."""
        source = self._story.sources[ref]
        url = source.archived or source.url
        node = self._reference("sources", ref)
        return {**node, "url": text_fragment(url, quote.originals)} if url and quote.words else node

    def _figure(self, figure: Figure) -> Node:
        estimates = [
            {
                "@type": "Observation",
                "name": figure.title,
                "unitText": figure.unit,
                **value_of(estimate.value, estimate.low, estimate.high, estimate.text, estimate.qualifier),
                **(
                    {"observationDate": estimate.as_of.edtf.earliest}
                    if estimate.as_of and estimate.as_of.edtf.is_day
                    else {}
                ),
                "creator": self._reference("actors", estimate.by),
            }
            for estimate in figure.estimates
        ]
        return {"@type": "ItemList", "name": figure.title, "itemListElement": estimates}

    def _place(self, place: Place) -> Node:
        node: Node = {"@type": "Place", "name": place.name}
        if others := [*place.names.values(), *place.aliases]:
            node["alternateName"] = others
        if place.lat is not None and place.lon is not None:
            node["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        if place.within:
            node["containedInPlace"] = self._reference("places", place.within)
        return node

    def _source(self, source: Source) -> Node:
        node: Node = {"@type": SOURCE_TYPES[source.type], "name": source.title}
        if source.publisher:
            node["publisher"] = self._reference("actors", source.publisher)
        if source.author:
            node["author"] = [{"@type": "Person", "name": name} for name in source.author]
        if source.published and source.published.edtf.is_day:
            node["datePublished"] = source.published.edtf.earliest
        for name, value in (
            ("url", source.url),
            ("archivedAt", source.archived),
            ("inLanguage", source.lang),
        ):
            if value:
                node[name] = value
        return node

    def _term(self, term: Term) -> Node:
        return {"@type": "DefinedTerm", "name": term.term, "description": term.means}
