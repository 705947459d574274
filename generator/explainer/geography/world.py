"""The world's outlines as they are packed: one file of small cells at two scales, read cell by cell."""

from __future__ import annotations

import math
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from struct import Struct

from explainer.frozen import frozen
from explainer.geography.lines import Box, Line, Point, joined

MAGIC = b"world 1\n"
HEAD = Struct("<II")
"""Bytes of the index, and of the names of lines."""
ENTRY = Struct("<BHHI")
"""Of each cell: its scale, column, row, and the bytes it takes."""
LAYERS = ("land", "rivers", "boundaries", "provinces")
AREAS = ("land",)
"""Layers whose lines go around something; lakes are holes in the land."""


@frozen
class Scale:
    """How finely outlines are kept: units in a degree, and degrees in a cell."""

    units: int
    cell: int

    @property
    def span(self) -> int:
        """Return the units in a cell."""
        return self.units * self.cell

    @property
    def around(self) -> int:
        """Return the cells around the globe."""
        return 360 // self.cell


SCALES = (Scale(500, 5), Scale(50, 30))
"""Fine and coarse."""


@frozen
class Feature:
    """A line with its rank, 0 for the greatest, its kind, and its number among the names."""

    line: Line
    rank: int = 0
    kind: int = 0
    name: int = 0


@frozen
class Cell:
    """What is in a cell, by layer; `filled` are the areas that its south-west corner lies in."""

    layers: dict[str, tuple[Feature, ...]]
    filled: frozenset[str]


EMPTY = Cell({}, frozenset())


def encoded(cell: Cell, scale: Scale, column: int, row: int) -> bytes:
    """Return a cell as bytes: sixteen-bit steps, their low bytes before their high ones, deflated."""
    west, south = _corner(scale, column, row)
    numbers = array("h", [sum(1 << AREAS.index(name) for name in cell.filled)])
    for layer in LAYERS:
        features = cell.layers.get(layer, ())
        numbers.append(len(features))
        for feature in features:
            (x, y), *_ = feature.line
            numbers.extend((feature.kind * 32 + feature.rank, feature.name, len(feature.line)))
            numbers.extend((int(x - west), int(y - south)))
            for a, b in zip(feature.line, feature.line[1:], strict=False):
                numbers.extend((int(b[0] - a[0]), int(b[1] - a[1])))
    data = _little(numbers).tobytes()
    return zlib.compress(data[::2] + data[1::2], 9)


def decoded(data: bytes, scale: Scale, column: int, row: int) -> Cell:
    """Return the cell that bytes hold, in units of its scale."""
    planes = zlib.decompress(data)
    mixed = bytearray(len(planes))
    mixed[::2], mixed[1::2] = planes[: len(planes) // 2], planes[len(planes) // 2 :]
    numbers = array("h", bytes(mixed))
    west, south = _corner(scale, column, row)
    layers, at = {}, 1
    values = _little(numbers)
    for layer in LAYERS:
        features, at = [], at + 1
        for _ in range(values[at - 1]):
            code, name, count = values[at : at + 3]
            steps = values[at + 3 : at + 3 + 2 * count]
            at += 3 + 2 * count
            xs = accumulate(steps[2::2], initial=steps[0] + west)
            ys = accumulate(steps[3::2], initial=steps[1] + south)
            features.append(Feature(list(zip(xs, ys, strict=True)), code % 32, code // 32, name))
        layers[layer] = tuple(features)
    return Cell(layers, frozenset(name for bit, name in enumerate(AREAS) if values[0] >> bit & 1))


def _little(numbers: array[int]) -> array[int]:
    """Return numbers in the packed order of bytes, or back in the machine's."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers


def _corner(scale: Scale, column: int, row: int) -> tuple[int, int]:
    return column * scale.span - 180 * scale.units, row * scale.span - 90 * scale.units


class World:
    """The packed outlines; a cell is read when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not a file of outlines")
        length, named = HEAD.unpack_from(data, len(MAGIC))
        start = len(MAGIC) + HEAD.size
        self.names = zlib.decompress(data[start + length : start + length + named]).decode().split("\n")
        self._data, self._places = data, {}
        at = start + length + named
        for scale, column, row, size in ENTRY.iter_unpack(zlib.decompress(data[start : start + length])):
            self._places[scale, column, row] = at, size
            at += size
        self._cell = lru_cache(maxsize=64)(self._read)

    def _read(self, scale: int, column: int, row: int) -> Cell:
        at, size = self._places.get((scale, column, row), (0, 0))
        return decoded(self._data[at : at + size], SCALES[scale], column, row) if size else EMPTY

    def cells(self, scale: int, box: Box) -> Iterator[tuple[int, Cell]]:
        """Yield the cells under a box in units, each with the units it is moved by to lie there."""
        rule = SCALES[scale]
        west, south, east, north = box
        rows = range(max(_cell(south, 90, rule), 0), min(_cell(north, 90, rule), 180 // rule.cell - 1) + 1)
        for column in range(_cell(west, 180, rule), _cell(east, 180, rule) + 1):
            turns, place = divmod(column, rule.around)
            for row in rows:
                yield turns * 360 * rule.units, self._cell(scale, place, row)

    def features(self, scale: int, box: Box, layer: str) -> list[Feature]:
        """Return the lines of a layer in the cells under a box."""
        return [
            Feature([(x + moved, y) for x, y in each.line], each.rank, each.kind, each.name)
            if moved
            else each
            for moved, cell in self.cells(scale, box)
            for each in cell.layers.get(layer, ())
        ]

    def outlines(self, scale: int, box: Box, layer: str) -> list[list[Point]]:
        """Return the outlines of an area in the cells under a box, put together across cells."""
        return joined(feature.line for feature in self.features(scale, box, layer))

    def filled(self, scale: int, point: Point, layer: str) -> bool:
        """Tell whether a point in units, none of them whole, lies in an area."""
        rule = SCALES[scale]
        ((moved, cell),) = self.cells(scale, (*point, *point))
        west = math.floor(point[0] / rule.span) * rule.span
        row = _cell(point[1], 90, rule)
        start = west + 0.5, row * rule.span - 90 * rule.units + 0.5
        inside = layer in cell.filled
        for feature in cell.layers.get(layer, ()):
            for (ax, ay), (bx, by) in zip(feature.line, feature.line[1:], strict=False):
                inside ^= _crosses(start, point, (ax + moved, ay), (bx + moved, by))
        return inside


def _cell(units: float, offset: int, scale: Scale) -> int:
    return math.floor((units + offset * scale.units) / scale.span)


def _crosses(start: Point, point: Point, a: Point, b: Point) -> bool:
    """Tell whether an edge is crossed an odd number of times going first east and then north."""
    (sx, sy), (px, py) = start, point
    odd = False
    if (a[1] < sy) != (b[1] < sy):
        odd ^= sx < a[0] + (b[0] - a[0]) * (sy - a[1]) / (b[1] - a[1]) < px
    if (a[0] < px) != (b[0] < px):
        odd ^= sy < a[1] + (b[1] - a[1]) * (px - a[0]) / (b[0] - a[0]) < py
    return odd


def packed(names: Iterable[str], cells: Iterable[tuple[tuple[int, int, int], bytes]]) -> bytes:
    """Return a file of outlines; cells are named by scale, column and row."""
    cells = sorted(cells)
    index = zlib.compress(b"".join(ENTRY.pack(*key, len(data)) for key, data in cells), 9)
    named = zlib.compress("\n".join(names).encode(), 9)
    return MAGIC + HEAD.pack(len(index), len(named)) + index + named + b"".join(data for _, data in cells)


@lru_cache(maxsize=1)
def world() -> World:
    """Return the outlines that come with the package."""
    return World((files("explainer.geography") / "world.bin").read_bytes())
