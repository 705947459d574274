"""The eleven collections: their names, the records they hold, and what one of them is called."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.model.actor import Actor
from explainer.model.dispute import Dispute
from explainer.model.event import Event
from explainer.model.fields import field_of
from explainer.model.figure import Figure
from explainer.model.glossary import Term
from explainer.model.image import Image
from explainer.model.place import Place
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.relation import Relation
from explainer.model.source import Source
from explainer.model.update import Update


@dataclass(frozen=True)
class Collection:
    """A kind of record: its name in files, its model, and the prefix of `[[prefix:id]]` links."""

    name: str
    model: type[Record]
    prefix: str


COLLECTIONS: dict[str, Collection] = {
    collection.name: collection
    for collection in (
        Collection("sources", Source, "source"),
        Collection("actors", Actor, "actor"),
        Collection("places", Place, "place"),
        Collection("events", Event, "event"),
        Collection("quotes", Quote, "quote"),
        Collection("figures", Figure, "figure"),
        Collection("relations", Relation, "relation"),
        Collection("disputes", Dispute, "dispute"),
        Collection("glossary", Term, "term"),
        Collection("images", Image, "image"),
        Collection("updates", Update, "update"),
    )
}
BY_PREFIX = {collection.prefix: collection.name for collection in COLLECTIONS.values()}
BY_MODEL = {collection.model: collection.name for collection in COLLECTIONS.values()}


def title_of(record: Record) -> str:
    """Return what a record is called: its title, name or term, a quotation's first words, else its id."""
    for name in ("title", "name", "term"):
        text: str | None = field_of(record, name)
        if text:
            return text
    if isinstance(record, Quote):
        words = record.translation or record.words
        return words[0] if words else str(record.says)
    return record.id
