"""Places: where the story happens."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from explainer.model.fields import ActorRef, Lang, Many, Model, PlaceRef, Prose, Text
from explainer.model.record import Citation, Record
from explainer.model.when import Date

PlaceKind = Literal[
    "country", "region", "province", "city", "part-of-city", "district", "neighbourhood", "town", "village",
    "building", "site", "water", "other",
]  # fmt: skip
Precision = Literal["exact", "near", "area", "region", "country"]
Coarse = Literal["area", "region", "country"]


class Control(Model):
    """Who held a place, and when."""

    who: ActorRef
    """The actor in control."""
    when: Date | None = None
    """When that was so."""
    source: Many[Citation] = ()
    """The evidence."""


class Place(Record):
    """A country, city, neighbourhood or other place."""

    name: Text
    """The name as the story uses it."""
    kind: PlaceKind
    """What kind of place this is."""
    within: PlaceRef | None = None
    """The larger place around it."""
    names: dict[Lang, Text] = {}
    """The name in other languages and scripts, by language code."""
    aliases: Many[Text] = ()
    """Other names and spellings."""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Latitude in degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Longitude in degrees east."""
    precision: Precision | None = None
    """How closely the coordinates are known."""
    radius_km: Annotated[float, Field(ge=0.1, le=2000)] | None = None
    """How many kilometres around its coordinates an area or a region reaches, for maps."""
    coarse: Coarse | None = None
    """Coordinates are published only roughly, to protect people: `area` rounds them to a tenth of a degree
    (about 11 km), `region` to a whole degree (about 110 km), `country` leaves them out."""
    held_by: Many[Control] = ()
    """Who controlled it, by date."""
    summary: Prose | None = None
    """What a newcomer needs to know about it."""
