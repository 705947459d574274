"""Overlays: lines and areas of editors' own on the map, as GeoJSON files hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from explainer.model.fields import Model, SourceRef, Text
from explainer.model.place import Precision
from explainer.model.when import Date

Position = tuple[float, float]
"""Longitude and latitude in degrees, as GeoJSON has them."""
ShapeKind = Literal["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]


def _lines(value: Any) -> Any:
    """Return coordinates of any depth as a list of lines."""
    if not isinstance(value, list) or not value:
        raise PydanticCustomError("positions", "there are no positions here", {"hint": _HINT})
    if not isinstance(value[0], list):
        return [[_position(value)]]
    if value[0] and not isinstance(value[0][0], list):
        return [[_position(item) for item in value]]
    return [line for item in value for line in _lines(item)]


def _position(value: Any) -> Position:
    try:
        lon, lat = float(value[0]), float(value[1])
    except (TypeError, ValueError, IndexError):
        raise PydanticCustomError("positions", "a position is two numbers", {"hint": _HINT}) from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        message = f"{lon:.12g}, {lat:.12g} is no longitude and latitude"
        raise PydanticCustomError("positions", "{message}", {"message": message, "hint": _HINT})
    return lon, lat


_HINT = "write [longitude, latitude] in degrees; save the file as GeoJSON in WGS 84"


class Shape(Model):
    """Where a feature lies."""

    model_config = ConfigDict(extra="ignore")

    type: ShapeKind
    """The kind of geometry."""
    coordinates: Annotated[tuple[tuple[Position, ...], ...], BeforeValidator(_lines)]
    """Its lines or rings."""

    @property
    def form(self) -> Literal["points", "lines", "areas"]:
        """Return what is drawn."""
        kind = self.type.removeprefix("Multi")
        return "points" if kind == "Point" else "lines" if kind == "LineString" else "areas"


class Feature(Model):
    """A line or an area; what else a file says of it is not used."""

    model_config = ConfigDict(extra="ignore")

    type: Literal["Feature"]
    """Always `Feature`."""
    geometry: Shape
    """Where it lies."""


def _some(features: tuple[Feature, ...]) -> tuple[Feature, ...]:
    """Return the features of a file, of which there must be one."""
    if not features:
        raise PydanticCustomError(
            "no_features", "this file draws nothing", {"hint": "draw something, or delete it"}
        )
    return features


class Overlay(Model):
    """A GeoJSON file of lines and areas, with what readers need to judge it."""

    model_config = ConfigDict(extra="ignore")

    type: Literal["FeatureCollection"]
    """Always `FeatureCollection`."""
    title: Text
    """What it shows, for readers."""
    source: SourceRef
    """The source it was taken from."""
    licence: Text
    """Under which licence it may be published."""
    date: Date
    """The day as of which it is right."""
    precision: Precision
    """How closely it was drawn."""
    draft: bool = False
    """A draft is checked but not published."""
    features: Annotated[tuple[Feature, ...], AfterValidator(_some)]
    """What is drawn."""

    def shapes(self) -> Iterator[Shape]:
        """Yield where its features lie."""
        yield from (feature.geometry for feature in self.features)
