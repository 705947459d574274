"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.frozen import frozen
from explainer.model.event import Event
from explainer.model.story import Key
from explainer.views.accounts import AccountsView, accounts_view
from explainer.views.context import Context
from explainer.views.entry import Entry, disputes_about, entry
from explainer.views.figure_cards import MOST_FIGURES, FigureCard, figure_card
from explainer.views.frames import Framer, neighbours
from explainer.views.listing import Listing, named, pointing
from explainer.views.maps import MapView, event_map
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.notes import Notes
from explainer.views.pieces import Evidence, Frame, Link, Picture, Prose
from explainer.views.planned import Planned, record_pages
from explainer.views.quote_cards import MOST_QUOTES, QuoteCard, quote_card
from explainer.views.unknowns import OpenQuestion, UnknownView, open_questions, said_unknown


@frozen
class BlameView:
    """An accusation, with its accuser."""

    who: tuple[Link, ...]
    by: Link
    quote: Link | None
    notes: tuple[int, ...]


@frozen
class EventView:
    """The page of an event."""

    frame: Frame
    entry: Entry
    """Title, date, places, parts and attribution."""
    evidence: Evidence
    aggregate: bool
    blamed: tuple[BlameView, ...]
    accounts: AccountsView | None
    unknown: tuple[UnknownView, ...]
    """What the editors say is not known about it."""
    open: tuple[OpenQuestion, ...]
    """What the record leaves open beyond that."""
    quotes: tuple[QuoteCard, ...]
    """The first of them, where they are too many for a page."""
    more_quotes: Listing
    figures: tuple[FigureCard, ...]
    more_figures: Listing
    disputes: Listing
    part_of: Link | None
    parts_of_it: Listing
    """Events that belong to this one."""
    body: Prose | None
    image: Picture | None
    map: MapView | None
    mentions: Mentions


def event_pages(framer: Framer) -> list[Planned[EventView]]:
    """Return a page for each event, neighbours in the order of time."""
    story = framer.context.story
    dated = [key for key in framer.context.timeline.keys if key.collection == "events"]
    apart = [Key("events", id_) for id_, event in story.events.items() if not event.timeline]
    keys = dated + apart
    return record_pages(framer, keys, _page)


def _page(framer: Framer, keys: Sequence[Key], index: int) -> EventView:
    key = keys[index]
    near = neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    event = context.story.events[key.id]
    shown = entry(context, key, notes)
    blamed = tuple(_blames(event, context, notes))
    accounts = accounts_view(event, context, notes)
    unknown = tuple(said_unknown(context, notes, key))
    questions = tuple(open_questions(context, notes, key))
    said, counted = context.mentioning(key, "quotes"), context.mentioning(key, "figures")
    quotes = tuple(quote_card(id_, context, notes) for id_ in said[:MOST_QUOTES])
    figures = tuple(figure_card(id_, context, notes) for id_ in counted[:MOST_FIGURES])
    description = (
        context.plain(event.summary) if event.summary else f"{event.title}, {shown.entry.date.text}."
    )
    return EventView(
        frame=framer.record(key, notes, description, "event", previous=near[0], next=near[1]),
        entry=shown.entry,
        evidence=shown.evidence,
        aggregate=event.aggregate,
        blamed=blamed,
        accounts=accounts,
        unknown=unknown,
        open=questions,
        quotes=quotes,
        more_quotes=named(context, "quotes", said[MOST_QUOTES:]),
        figures=figures,
        more_figures=named(context, "figures", counted[MOST_FIGURES:]),
        disputes=disputes_about(context, key),
        part_of=context.link(Key("events", event.part_of)) if event.part_of else None,
        parts_of_it=pointing(context, key, "events", "part_of"),
        body=context.prose(event.body),
        image=context.picture(event.image),
        map=event_map(context, event.place),
        mentions=mentions_of(context, key),
    )


def _blames(event: Event, context: Context, notes: Notes) -> Iterator[BlameView]:
    for blame in event.blamed:
        yield BlameView(
            who=context.actors(blame.who),
            by=context.link(Key("actors", blame.by)),
            quote=context.link(Key("quotes", blame.quote)) if blame.quote else None,
            notes=notes.cite(blame.source or event.source),
        )
