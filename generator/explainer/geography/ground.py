"""What the world looks like in a window, as paths that fit into a page."""

from __future__ import annotations

import itertools
import math
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from explainer.frozen import frozen
from explainer.geography.lines import Box, Line, areas, clipped, cut, linked, simplified
from explainer.geography.window import Window
from explainer.geography.world import SCALES, Feature, world

FINER = 2
"""Paths count in halves of pixels."""
COARSE_FROM = 30.0
"""Degrees of width from which the coarse outlines are enough."""
RIVERS = ((2.5, 10), (6.0, 8), (12.0, 6), (20.0, 5), (40.0, 3), (90.0, 1))
"""The greatest rank of rivers in windows up to so many degrees wide."""
PROVINCES = ((8.0, 9), (16.0, 6))
"""The same of provinces."""
Whole = list[tuple[int, int]]
"""A line on paper, in halves of pixels."""
MARGIN = 8
"""Pixels beyond the edges to which areas go on, so that their lines along the edges stay out of sight."""
STEPS = (
    *((1.2, 0), (1.6, 0), (2.0, 1), (2.6, 1), (3.4, 2), (4.5, 3)),
    *((off, 9) for off in (6.0, 8.0, 10.0, 13.0, 17.0, 22.0, 28.0)),
)
"""What is tried until paths are small enough: how far lines may be off, and ranks left out."""
SETTLED, DISPUTED, CONTROL = 0, 1, 2
_STEP = 2
"""Halves of pixels below which a point is no step on."""


@frozen
class Ground:
    """Paths in halves of pixels, each empty where there is nothing of the kind."""

    land: str
    rivers: str
    provinces: str
    boundaries: str
    disputed: str
    control: str
    names: tuple[str, ...]
    """Of the disputed lines in sight: the line's own name, often empty, and its sides, parted by tabs."""

    @property
    def size(self) -> int:
        """Return about how many bytes the paths take when they travel."""
        paths = (
            self.land, self.rivers, self.provinces, self.boundaries, self.disputed, self.control,
        )  # fmt: skip
        return len(zlib.compress("".join(paths).encode(), 9))


@lru_cache(maxsize=2048)
def ground(window: Window, most: int) -> Ground:
    """Return what a window shows, in as much detail as fits into so many bytes."""
    level = 1 if window.east - window.west > COARSE_FROM else 0
    units = SCALES[level].units
    box = _beyond(window, units)
    filled = world().filled(level, box[:2], "land")
    land = areas(world().outlines(level, box, "land"), box, filled=filled)
    lines: dict[str, list[Feature]] = {
        layer: [
            Feature(piece, feature.rank, feature.kind, feature.name)
            for feature in world().features(level, box, layer)
            for piece in cut(feature.line, box)
        ]
        for layer in ("rivers", "provinces", "boundaries")
    }
    wide = window.east - window.west
    paper = Paper(window, units)
    kinds: dict[int, list[Line]] = {SETTLED: [], DISPUTED: [], CONTROL: []}
    for feature in lines["boundaries"]:
        kinds[feature.kind].append(feature.line)
    rings = [paper.points(ring) for ring in land]
    ranked = {
        "rivers": _ranked(lines["rivers"], RIVERS, wide, paper),
        "provinces": _ranked(lines["provinces"], PROVINCES, wide, paper),
    }
    borders = [[paper.points(line) for line in linked(kinds[kind])] for kind in kinds]
    names = {feature.name for feature in lines["boundaries"] if feature.kind != SETTLED}
    sketch = _Sketch(rings, ranked, borders, tuple(world().names[number] for number in sorted(names)))
    return sketch.within(most)


@frozen
class _Sketch:
    """What is in a window, on paper; ranked lines by how late they are left out."""

    land: list[Whole]
    ranked: dict[str, dict[int, list[Whole]]]
    borders: list[list[Whole]]
    names: tuple[str, ...]

    def within(self, most: int) -> Ground:
        """Return paths that take at most so many bytes, or the plainest ones."""
        sketch = self
        for tolerance, dropped in STEPS:
            sketch = sketch._simpler(tolerance, dropped)
            made = sketch._drawn()
            if made.size <= most:
                break
        return made

    def _simpler(self, tolerance: float, dropped: int) -> _Sketch:
        limits = {"provinces": 2 * dropped, "rivers": dropped}
        ranked = {
            layer: {
                steps: [simplified(line, tolerance) for line in lines]
                for steps, lines in self.ranked[layer].items()
                if steps >= limits[layer]
            }
            for layer in self.ranked
        }
        least = (FINER * tolerance) ** 2
        land = [_halved(ring, tolerance) for ring in self.land if _area(ring) >= least]
        borders = [
            [simplified(line, tolerance) for line in lines if _extent(line) >= 2 * tolerance]
            for lines in self.borders
        ]
        return _Sketch(land, ranked, borders, self.names)

    def _drawn(self) -> Ground:
        provinces, rivers = (
            _lines(line for lines in self.ranked[layer].values() for line in lines)
            for layer in ("provinces", "rivers")
        )
        settled, disputed, control = (_lines(lines) for lines in self.borders)
        return Ground(_rings(self.land), rivers, provinces, settled, disputed, control, self.names)


def _ranked(
    features: Iterable[Feature], ranks: Sequence[tuple[float, int]], wide: float, paper: Paper
) -> dict[int, list[Whole]]:
    """Return lines by how many ranks they lie above the last that is shown; lesser ones are left out."""
    most = next((rank for limit, rank in ranks if wide <= limit), -1)
    found: dict[int, list[Line]] = {}
    for feature in features:
        if feature.rank <= most:
            found.setdefault(most - feature.rank, []).append(feature.line)
    return {steps: [paper.points(line) for line in linked(found[steps])] for steps in sorted(found)}


def _beyond(window: Window, units: int) -> Box:
    """Return a window's edges in units, a little wider, where no point can lie."""
    wide = MARGIN * (window.east - window.west) / window.width
    high = MARGIN / window.scale
    west, south = math.floor((window.west - wide) * units), math.floor((window.south - high) * units)
    east, north = math.ceil((window.east + wide) * units), math.ceil((window.north + high) * units)
    return west - 0.5, max(south, -89.9 * units // 1) - 0.5, east + 0.5, min(north, 89.9 * units // 1) + 0.5


class Paper:
    """Places lines, in units of so many in a degree, on the paper of a window."""

    def __init__(self, window: Window, units: float) -> None:
        self._west, self._north = window.west * units, window.north * units
        self._across = FINER * window.width / (window.east - window.west) / units
        self._down = FINER * window.scale / units

    def points(self, line: Line) -> Whole:
        """Return a line in whole numbers, without points that hardly move on."""
        west, north, across, down = self._west, self._north, self._across, self._down
        made: Whole = []
        last = 0, 0
        for lon, lat in line:
            x, y = round((lon - west) * across), round((north - lat) * down)
            if not made or abs(x - last[0]) + abs(y - last[1]) >= _STEP:
                last = x, y
                made.append(last)
        if (x, y) != last:
            made.append((x, y))
        return made


def _rings(rings: Iterable[Whole]) -> str:
    """Return the path of rings."""
    return "".join(f"{_path(ring[:-1])}z" for ring in rings if len(ring) > 3)


def _lines(lines: Iterable[Whole]) -> str:
    """Return the path of lines."""
    return "".join(_path(line) for line in lines if len(line) > 1)


def outline(window: Window, rings: Iterable[Line]) -> str:
    """Return the path of rings in degrees, cut at the window's edges."""
    box, paper = _beyond(window, 1000), Paper(window, 1000)
    kept = (clipped([(x * 1000, y * 1000) for x, y in ring[:-1]], box) for ring in rings)
    return _rings(_halved(paper.points([*ring, ring[0]]), 1.0) for ring in kept if ring)


def dots(window: Window, lines: Iterable[Line]) -> str:
    """Return the path of points in degrees: strokes without length, which round ends make visible."""
    (west, south, east, north), paper = _beyond(window, 1000), Paper(window, 1000)
    inside = (
        (x * 1000, y * 1000)
        for line in lines
        for x, y in line
        if west <= x * 1000 <= east and south <= y * 1000 <= north
    )
    return "".join(f"M{x}{_number(y)}h0" for point in inside for x, y in paper.points([point]))


def trace(window: Window, lines: Iterable[Line]) -> str:
    """Return the path of lines in degrees, cut at the window's edges."""
    box, paper = _beyond(window, 1000), Paper(window, 1000)
    pieces = (piece for line in lines for piece in cut([(x * 1000, y * 1000) for x, y in line], box))
    return _lines(simplified(paper.points(piece), 1.0) for piece in pieces)


def _halved(ring: Whole, tolerance: float) -> Whole:
    """Return a ring made simpler in two halves, so that it keeps its extent."""
    middle = len(ring) // 2
    return simplified(ring[: middle + 1], tolerance)[:-1] + simplified(ring[middle:], tolerance)


def _extent(line: Whole) -> int:
    """Return how far a line reaches across or down."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _area(ring: Whole) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))) / 2


def _path(points: Whole) -> str:
    """Return the commands of a line: where it begins, then step by step."""
    (x, y), *_ = points
    steps = "".join(f"{_number(b[0] - a[0])}{_number(b[1] - a[1])}" for a, b in itertools.pairwise(points))
    return f"M{x}{_number(y)}l{steps.lstrip()}"


def _number(value: int) -> str:
    return str(value) if value < 0 else f" {value}"
