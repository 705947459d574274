"""The page of a place and the page of all places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.chronology import chronology_of
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.entry import Chronicle
from explainer.views.figure_cards import MOST_FIGURES, FigureCard, figure_card
from explainer.views.frames import Framer, neighbours
from explainer.views.listing import Listing, named, pointing
from explainer.views.maps import MapView, place_map, story_map
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose
from explainer.views.place_cards import PlaceCard, place_card
from explainer.views.planned import Planned, record_pages


@frozen
class PlacesView:
    """The page of all places, each under the place around it."""

    frame: Frame
    places: tuple[tuple[int, PlaceCard], ...]
    """Places with their depth, larger ones before those inside them."""
    map: MapView | None


@frozen
class ControlView:
    """Who held a place, and when."""

    who: Link
    when: DateView | None
    notes: tuple[int, ...]


@frozen
class PlaceView:
    """The page of a place."""

    frame: Frame
    card: PlaceCard
    aliases: tuple[str, ...]
    position: tuple[float, float] | None
    """Latitude and longitude in degrees."""
    precision: str
    map: MapView | None
    coarse: str
    """How roughly the position is published on purpose; empty where it is not."""
    held_by: tuple[ControlView, ...]
    inside: Listing
    chronicle: Chronicle
    figures: tuple[FigureCard, ...]
    """The first of them, where they are too many for a page."""
    more_figures: Listing
    body: Prose | None
    mentions: Mentions


def places_page(framer: Framer) -> PlacesView:
    """Return the page of all places."""
    context, notes = framer.context, Notes(framer.context)
    cards = tuple((depth, place_card(id_, context, notes)) for id_, depth in _nested(context))
    frame = framer.collection("places", notes, description(context, "places", len(cards)))
    return PlacesView(frame, cards, story_map(context))


def _nested(context: Context) -> Iterator[tuple[str, int]]:
    """Yield places with their depth, larger ones before those inside them."""
    inside: dict[str | None, list[str]] = {}
    for id_, place in context.story.places.items():
        inside.setdefault(place.within, []).append(id_)

    def below(outer: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for id_ in inside.get(outer, ()):
            yield id_, depth
            yield from below(id_, depth + 1)

    return below(None, 0)


def place_pages(framer: Framer) -> list[Planned[PlaceView]]:
    """Return a page for each place, in the order of the page of all places."""
    keys = [Key("places", id_) for id_, _ in _nested(framer.context)]
    return record_pages(framer, keys, _page)


def _page(framer: Framer, keys: Sequence[Key], index: int) -> PlaceView:
    key = keys[index]
    near = neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    story, place = context.story, context.story.places[key.id]
    card = place_card(key.id, context, notes)
    held_by = tuple(
        ControlView(
            context.link(Key("actors", held.who)),
            context.date(held.when),
            notes.cite(held.source or place.source),
        )
        for held in place.held_by
    )
    shown = chronology_of(context, key, notes)
    counted = [id_ for id_ in context.mentioning(key, "figures") if story.figures[id_].scope.place == key.id]
    figures = tuple(figure_card(id_, context, notes) for id_ in counted[:MOST_FIGURES])
    said = context.plain(place.summary) if place.summary else f"{place.name}."
    return PlaceView(
        frame=framer.record(key, notes, said, "place", previous=near[0], next=near[1]),
        card=card,
        aliases=place.aliases,
        position=(place.lat, place.lon) if place.lat is not None and place.lon is not None else None,
        precision=place.precision or "",
        map=place_map(context, key.id),
        coarse=place.coarse or "",
        held_by=held_by,
        inside=pointing(context, key, "places", "within"),
        chronicle=shown,
        figures=figures,
        more_figures=named(context, "figures", counted[MOST_FIGURES:]),
        body=context.prose(place.body),
        mentions=mentions_of(context, key),
    )
