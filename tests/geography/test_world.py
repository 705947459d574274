"""The packed outlines: what goes in comes out, and the world is where it is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.geography import world as part
from explainer.geography.world import LAYERS, SCALES, Cell, Feature, World, decoded, encoded, packed, world

SCALE = SCALES[0]
PLACES = st.integers(0, SCALE.span)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    """Draw what may be in the cell of column 3 and row 5."""
    west, south = 3 * SCALE.span - 180 * SCALE.units, 5 * SCALE.span - 90 * SCALE.units
    lines = st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=9).map(
        lambda line: [(x + west, y + south) for x, y in line]
    )
    features = st.builds(Feature, lines, st.integers(0, 31), st.integers(0, 3), st.integers(0, 99))
    layers = {layer: tuple(draw(st.lists(features, max_size=3))) for layer in LAYERS}
    return Cell(layers, frozenset(draw(st.sets(st.sampled_from(part.AREAS)))))


@given(cells())
def test_a_cell_comes_out_as_it_went_in(cell: Cell) -> None:
    """Packing a cell and reading it again gives the same lines, ranks, kinds and names."""
    assert decoded(encoded(cell, SCALE, 3, 5), SCALE, 3, 5) == cell


@given(cells())
def test_a_file_comes_out_as_it_went_in(cell: Cell) -> None:
    """A file of outlines gives back each cell under a box, moved by whole turns of the globe, and the names."""
    read = World(packed(["", "A line"], [((0, 3, 5), encoded(cell, SCALE, 3, 5))]))
    middle = 3.5 * SCALE.cell - 180, 5.5 * SCALE.cell - 90
    box = (middle[0] * 500 - 1, middle[1] * 500 - 1, middle[0] * 500 + 1, middle[1] * 500 + 1)
    turned = (box[0] + 180_000, box[1], box[2] + 180_000, box[3])

    assert read.names == ["", "A line"]
    assert list(read.cells(0, box)) == [(0, cell)]
    assert list(read.cells(0, turned)) == [(180_000, cell)]


def test_other_files_are_refused() -> None:
    """A file that is something else is an error, not an empty world."""
    with pytest.raises(ValueError, match="outlines"):
        World(b"something else")


@pytest.mark.parametrize(
    ("lat", "lon", "land"),
    [
        (36.2, 37.16, True),
        (35.0, 34.9, False),
        (46.45, 6.6, False),
        (42.0, 50.5, False),
        (-17.8, 178.0, True),
        (-17.8, 538.0, True),
        (0.0, -150.0, False),
        (-82.0, 60.0, True),
        (71.0, -40.0, True),
        (66.5, 181.5 - 360, True),
    ],
    ids=["aleppo", "off cyprus", "lake geneva", "caspian", "fiji", "fiji again", "pacific", "antarctica",
         "greenland", "chukotka"],
)  # fmt: skip
@pytest.mark.parametrize("level", [0, 1])
def test_land_is_where_it_is(lat: float, lon: float, land: bool, level: int) -> None:
    """At both scales a position is on land, or in a lake or at sea, as everybody knows."""
    units = SCALES[level].units
    point = int(lon * units) + 0.5, int(lat * units) + 0.5

    assert world().filled(level, point, "land") is land


def test_the_file_is_small() -> None:
    """The outlines that come with the package take less than 2 MB."""
    assert len(world()._data) < 2_000_000


def test_nothing_is_read_before_a_map_is_drawn() -> None:
    """Importing the views reads no outlines."""
    code = "import explainer.views.site, explainer.geography.world as w; print(w.world.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "0\n"
