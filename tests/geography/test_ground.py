"""The ground of a map: small, the same every time, with what is disputed told apart."""

from __future__ import annotations

import re

import pytest

from explainer.geography.ground import Ground, dots, ground, outline, trace
from explainer.geography.window import Spot, Window, fitted

SYRIA = fitted([Spot(36.2, 37.16), Spot(33.5, 36.3)], 720, (300, 460), margin=40, least=60)
EUROPE = fitted([Spot(46.2, 6.15), Spot(36.2, 37.16), Spot(60, 10)], 720, (300, 460), margin=40, least=60)
WORLD = fitted([Spot(38.9, -77), Spot(-33.9, 151), Spot(55.7, 37.6)], 340, (150, 400), margin=30, least=60)
COMMANDS = re.compile(r"(M\d+|M-\d+|h0| -?\d+|-\d+|l|z|\d+)*")


@pytest.mark.parametrize("window", [SYRIA, EUROPE, WORLD], ids=["syria", "europe", "world"])
@pytest.mark.parametrize("most", [3400, 1900])
def test_the_ground_fits_into_its_bytes(window: Window, most: int) -> None:
    """Whatever it shows, the paths of a map take no more bytes than they may, and they are paths."""
    made = ground(window, most)

    assert made.size <= most
    assert made.land.startswith("M")
    assert made.land.endswith("z")
    for path in (made.land, made.rivers, made.provinces, made.boundaries, made.disputed):
        assert COMMANDS.fullmatch(path), path[:80]


def test_the_ground_is_the_same_every_time() -> None:
    """Drawing a window twice from the file gives the same paths."""
    assert ground.__wrapped__(SYRIA, 3400) == ground.__wrapped__(SYRIA, 3400)


def test_disputed_lines_are_told_apart_and_named() -> None:
    """A ceasefire line is not drawn as a boundary, and carries its name and its sides."""
    made = ground(SYRIA, 3400)

    assert made.control
    assert "Ceasefire Lines 1974\tIsrael\tSyria" in made.names
    assert all(line not in made.boundaries for line in made.control.split("M") if line)


def test_the_open_sea_is_empty() -> None:
    """A window on nothing but water has no paths, one inland is land to its edges."""
    sea = fitted([Spot(36, -40)], 340, (210, 210), margin=36, least=60)
    inland = fitted([Spot(22, 13)], 340, (210, 210), margin=36, least=60)

    assert ground(sea, 1000) == Ground("", "", "", "", "", "", ())
    assert ground(inland, 1000).land.count("M") == 1


def test_lines_of_editors_are_cut_at_the_edges() -> None:
    """A line is drawn as far as the window goes, an area closed, a point where it stands, and nothing outside."""
    square = [(36.0, 35.0), (38.0, 35.0), (38.0, 36.0), (36.0, 36.0), (36.0, 35.0)]
    far = [(x + 50, y) for x, y in square]

    assert trace(SYRIA, [[(0.0, 35.0), (90.0, 35.0)]]).count("l") == 1
    assert outline(SYRIA, [square]).endswith("z")
    assert dots(SYRIA, [[(37.0, 35.0)]]).endswith("h0")
    assert [trace(SYRIA, [far]), outline(SYRIA, [far]), dots(SYRIA, [far])] == ["", "", ""]
