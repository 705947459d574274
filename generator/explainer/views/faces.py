"""A record in a few words, as share cards and cards on other sites show it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.language import direction_of
from explainer.model.actor import Actor
from explainer.model.event import Event
from explainer.model.fields import field_of
from explainer.model.record import Record
from explainer.model.story import Key
from explainer.model.when import DateRecord
from explainer.urls import PAGED
from explainer.views.actor_cards import ActorCard, actor_card
from explainer.views.context import Context
from explainer.views.entry import Entry, entry
from explainer.views.figure_cards import FigureCard, figure_card
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame
from explainer.views.place_cards import PlaceCard, place_card
from explainer.views.quote_cards import QuoteCard, quote_card
from explainer.views.sources import SourceCard, source_card


@frozen
class FaceView:
    """What can be said of a record in a few words; which of it is shown, the template decides."""

    key: Key
    title: str
    url: str
    """The record's page."""
    piece: Entry | QuoteCard | FigureCard | ActorCard | PlaceCard | SourceCard
    date: DateView | None
    lead: str
    """Its summary, as plain text."""
    sources: tuple[str, ...]
    """The titles of its sources."""
    lang: str
    """The language of its title, or of a quotation's words."""
    direction: str


@frozen
class EmbedView:
    """A record as a card on another site."""

    frame: Frame
    face: FaceView


def faces(context: Context) -> Iterator[FaceView]:
    """Yield every record with a page of its own, private persons excepted."""
    for collection in PAGED:
        for id_, record in context.story.collection(collection).items():
            if not (isinstance(record, Actor) and record.private):
                yield face(context, Key(collection, id_))


def face(context: Context, key: Key) -> FaceView:
    """Return a record in a few words."""
    record = context.story.collection(key.collection)[key.id]
    notes, sources = Notes(context), context.story.sources
    lang = field_of(record, "lang") or context.story.info.language
    return FaceView(
        key,
        context.title(record),
        context.urls.record(key),
        _piece(context, key, notes),
        context.date(_date(record)),
        context.plain(_lead(record)),
        tuple(sources[ref].title for ref in dict.fromkeys(citation.ref for citation in record.source)),
        lang,
        direction_of(lang),
    )


def _piece(
    context: Context, key: Key, notes: Notes
) -> Entry | QuoteCard | FigureCard | ActorCard | PlaceCard | SourceCard:
    match key.collection:
        case "events":
            return entry(context, key, notes).entry
        case "quotes":
            return quote_card(key.id, context, notes)
        case "figures":
            return figure_card(key.id, context, notes)
        case "actors":
            return actor_card(key.id, context, notes)
        case "places":
            return place_card(key.id, context, notes)
    return source_card(key.id, context, notes)


def _date(record: Record) -> DateRecord | None:
    date: DateRecord | None = field_of(record, "date") or field_of(record, "published")
    return date


def _lead(record: Record) -> str:
    """Return the summary; an event's title says what its card needs, a quotation's words say it all."""
    return "" if isinstance(record, Event) else field_of(record, "summary") or field_of(record, "says") or ""
