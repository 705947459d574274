"""Which part of the world a map shows, and where things stand on it.

Equirectangular, with the parallel through the window's middle true to scale: a window is a rectangle on
paper too, and one scale bar holds for the whole height of the map and along its middle.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from explainer.frozen import frozen
from explainer.geography.lines import Box

KM_A_DEGREE = 111.195
"""Of latitude, on a sphere of 6,371 km."""
FAR, LEAP = 500.0, 2.0
"""Kilometres from a story's middle from which a place may be far away, and how much farther than the rest."""
TOP = 84.0
"""The latitude beyond which nothing is shown."""


@frozen
class Spot:
    """A position in degrees, and how many kilometres around it belong to it."""

    lat: float
    lon: float
    radius: float = 0.0
    weight: int = 1


@frozen
class Window:
    """A part of the world in degrees, and its size on paper in pixels; `east` may be beyond 180."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    @property
    def box(self) -> Box:
        """Return the window's edges."""
        return self.west, self.south, self.east, self.north

    @property
    def scale(self) -> float:
        """Return the pixels in a degree of latitude."""
        return self.height / (self.north - self.south)

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a position stands on paper, in pixels from the left and from the top."""
        middle = (self.west + self.east) / 2
        turned = lon + 360 * round((middle - lon) / 360)
        across = (turned - self.west) / (self.east - self.west)
        return across * self.width, (self.north - lat) * self.scale

    def holds(self, spot: Spot, margin: float = 0.0) -> bool:
        """Tell whether a position stands on paper, so many pixels from the edges."""
        x, y = self.place(spot.lat, spot.lon)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def bar(self, most: float) -> tuple[int, float]:
        """Return a round number of kilometres and its length in pixels, which is at most what is given."""
        pixel = KM_A_DEGREE / self.scale
        power = 10 ** math.floor(math.log10(most * pixel))
        length = max((step * power for step in (1, 2, 5) if step * power <= most * pixel), default=power)
        return max(round(length), 1), max(round(length), 1) / pixel


def distance(a: Spot, b: Spot) -> float:
    """Return the kilometres between two positions."""
    north, south = math.radians(a.lat), math.radians(b.lat)
    step = math.sin((north - south) / 2) ** 2
    turn = math.sin(math.radians(a.lon - b.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(math.sqrt(step + math.cos(north) * math.cos(south) * turn), 1.0))


def far_off(spots: Sequence[Spot]) -> list[int]:
    """Return the numbers of the positions that lie far away from the rest."""
    if len(spots) < 2:
        return []
    middle = min(spots, key=lambda one: (sum(distance(one, spot) * spot.weight for spot in spots), one.lat))
    away = sorted((distance(middle, spot), number) for number, spot in enumerate(spots))
    for place, ((near, _), (next_, _)) in enumerate(itertools.pairwise(away), 1):
        if next_ > FAR and next_ > LEAP * max(near, 1.0):
            return sorted(number for _, number in away[place:])
    return []


def fitted(
    spots: Sequence[Spot], width: int, heights: tuple[int, int], *, margin: int, least: float
) -> Window:
    """Return a window around positions, so many kilometres wide at least."""
    lons = _unrolled([spot.lon for spot in spots])
    reach = [
        (spot.radius / KM_A_DEGREE, spot.radius / KM_A_DEGREE / max(math.cos(math.radians(spot.lat)), 0.1))
        for spot in spots
    ]
    west = min(lon - wide for lon, (_, wide) in zip(lons, reach, strict=True))
    east = max(lon + wide for lon, (_, wide) in zip(lons, reach, strict=True))
    south = max(min(spot.lat - high for spot, (high, _) in zip(spots, reach, strict=True)), -TOP)
    north = min(max(spot.lat + high for spot, (high, _) in zip(spots, reach, strict=True)), TOP)
    middle = (south + north) / 2
    narrow = math.cos(math.radians(middle))
    scale = min(
        (width - 2 * margin) / max((east - west) * narrow, 1e-6),
        (heights[1] - 2 * margin) / max(north - south, 1e-6),
        width * KM_A_DEGREE / least,
    )
    scale = max(scale, width / 360 / narrow)
    height = min(max((north - south) * scale + 2 * margin, heights[0]), heights[1], 2 * TOP * scale)
    return around(middle, (west + east) / 2, width, int(height), scale)


def around(lat: float, lon: float, width: int, height: int, scale: float) -> Window:
    """Return the window with that middle and so many pixels in a degree; it is moved away from the poles."""
    high, wide = height / scale / 2, width / scale / 2 / math.cos(math.radians(lat))
    lat = min(max(lat, high - TOP - 0.5), TOP + 0.5 - high)
    west, south, east, north = (round(edge, 4) for edge in (lon - wide, lat - high, lon + wide, lat + high))
    return Window(west, south, east, north, width, height)


def _unrolled(lons: Sequence[float]) -> list[float]:
    """Return longitudes without the greatest gap between them: some may be beyond 180."""
    ordered = sorted(set(lons))
    gaps = zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)
    _, start = max(((after - before), after % 360) for before, after in gaps)
    first = start if start <= 180 else start - 360
    return [lon if lon >= first - 1e-9 else lon + 360 for lon in lons]


def snapped(window: Window) -> Window:
    """Return a window a little farther out on a grid, so that places close together share it."""
    scale = 2 ** (math.floor(math.log2(window.scale) * 2) / 2)
    step = window.height / scale / 4
    lat, lon = (window.south + window.north) / 2, (window.west + window.east) / 2
    lat = round(lat / step) * step
    return around(lat, round(lon / step) * step, window.width, window.height, scale)
