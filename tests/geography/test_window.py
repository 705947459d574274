"""Windows: every place is on the map, the far ones apart, distances are right."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.geography.window import Spot, distance, far_off, fitted, snapped

LATS, LONS = st.floats(-70, 75), st.floats(-180, 180)
SPOTS = st.lists(st.builds(Spot, LATS, LONS), min_size=1, max_size=8)
CLOSE = st.tuples(LATS, LONS).flatmap(
    lambda middle: st.lists(
        st.builds(
            lambda lat, lon: Spot(lat + middle[0], (lon + middle[1] + 180) % 360 - 180),
            st.floats(-3, 3),
            st.floats(-3, 3),
        ),
        min_size=1,
        max_size=8,
    )
)
ALEPPO, DAMASCUS, LATAKIA = Spot(36.2, 37.16, weight=9), Spot(33.51, 36.29), Spot(35.53, 35.79)
ISTANBUL, GENEVA, WASHINGTON = Spot(41.01, 28.95), Spot(46.2, 6.15), Spot(38.9, -77.04)


@given(CLOSE)
def test_every_position_is_on_the_map(spots: list[Spot]) -> None:
    """Positions close together are all on paper, off its edges, also across the 180th meridian."""
    window = fitted(spots, 720, (300, 460), margin=40, least=60)

    assert all(window.holds(spot, 30) for spot in spots)
    assert 300 <= window.height <= 460
    assert window.east - window.west < 60  # six degrees of height are many of width near the poles


@given(SPOTS)
def test_positions_anywhere_are_on_the_map(spots: list[Spot]) -> None:
    """Positions all over the world are on a map of it, never wider than the globe."""
    window = fitted(spots, 340, (150, 400), margin=30, least=60)

    assert window.east - window.west <= 360.01
    assert all(window.holds(spot, -1) for spot in spots)


@given(CLOSE)
def test_a_window_on_a_grid_still_holds_its_positions(spots: list[Spot]) -> None:
    """Moving a window to a grid keeps its positions on paper and its size."""
    exact = fitted(spots, 340, (210, 210), margin=36, least=320)
    window = snapped(exact)

    assert all(window.holds(spot, 4) for spot in spots)
    assert (window.width, window.height) == (340, 210)


def test_places_far_away_are_set_apart() -> None:
    """A story around Aleppo with a capital and a port in the country has distant cities on a map of their own."""
    spots = [ALEPPO, DAMASCUS, LATAKIA, ISTANBUL, GENEVA, WASHINGTON]

    assert far_off(spots) == [3, 4, 5]
    assert far_off([ALEPPO, DAMASCUS, LATAKIA]) == []
    assert far_off([GENEVA]) == []


@pytest.mark.parametrize(
    ("one", "other", "kilometres"), [(ALEPPO, DAMASCUS, 310), (GENEVA, ISTANBUL, 1920), (ALEPPO, ALEPPO, 0)]
)
def test_distances(one: Spot, other: Spot, kilometres: float) -> None:
    """Distances are those of the globe."""
    assert distance(one, other) == pytest.approx(kilometres, abs=10)


def test_the_scale_bar_is_true() -> None:
    """A bar is as long as its kilometres north and south, and along the middle of the map east and west."""
    window = fitted([ALEPPO, DAMASCUS], 720, (300, 460), margin=40, least=60)
    kilometres, pixels = window.bar(180)
    lat, lon = (window.south + window.north) / 2, (window.west + window.east) / 2
    north = lat + kilometres / 111.195
    east = lon + kilometres / 111.195 / math.cos(math.radians(lat))

    assert kilometres == 100
    assert math.dist(window.place(lat, lon), window.place(north, lon)) == pytest.approx(pixels, rel=0.01)
    assert math.dist(window.place(lat, lon), window.place(lat, east)) == pytest.approx(pixels, rel=0.01)
