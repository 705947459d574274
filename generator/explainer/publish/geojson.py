"""Places, and events at their places, as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from explainer.files import EVENTS_MAP, PLACES_MAP
from explainer.model.event import Event
from explainer.model.place import Place
from explainer.model.story import Key
from explainer.publish.json_text import dense
from explainer.publish.told import Teller

Feature = dict[str, Any]


def maps(teller: Teller) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of both maps' data; nothing for a story without known positions."""
    places = [_place(teller, place) for place in teller.story.places.values() if _position(place)]
    if places:
        yield PLACES_MAP, _collection(places)
    events = [
        _event(teller, event, at) for event in teller.story.events.values() if (at := _where(teller, event))
    ]
    if events:
        yield EVENTS_MAP, _collection(events)


def _collection(features: Iterable[Feature]) -> str:
    whole = {"type": "FeatureCollection", "features": list(features)}
    return dense(whole) + "\n"


def _position(place: Place) -> list[float] | None:
    return [place.lon, place.lat] if place.lat is not None and place.lon is not None else None


def _place(teller: Teller, place: Place) -> Feature:
    properties = {
        "name": place.name,
        **{f"name:{code}": name for code, name in place.names.items()},
        "kind": place.kind,
        "precision": place.precision,
        "summary": teller.text(place.summary) or None,
    }
    return _feature(
        teller, Key("places", place.id), {"type": "Point", "coordinates": _position(place)}, properties
    )


def _where(teller: Teller, event: Event) -> list[list[float]]:
    return [at for id_ in event.place if (at := _position(teller.story.places[id_]))]


def _event(teller: Teller, event: Event, at: list[list[float]]) -> Feature:
    one = len(at) == 1
    kinds = teller.story.info.kinds
    properties = {
        "title": event.title,
        "date": teller.date(event.date),
        "edtf": event.date.edtf.normal,
        "kind": kinds[event.kind].label if event.kind else None,
        "phase": event.phase,
        "place": teller.places(event),
        "precision": next((p for id_ in event.place if (p := teller.story.places[id_].precision)), None),
        "account": teller.account(event),
    }
    geometry = {"type": "Point" if one else "MultiPoint", "coordinates": at[0] if one else at}
    return _feature(teller, Key("events", event.id), geometry, properties)


def _feature(teller: Teller, key: Key, geometry: Feature, properties: Feature) -> Feature:
    page = teller.address(key) or teller.urls.record(key)
    known = {name: value for name, value in properties.items() if value}
    return {"type": "Feature", "id": str(key), "geometry": geometry, "properties": {**known, "page": page}}
