"""Maps of a story: what stands on them, how closely, and what never does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from explainer.model.overlay import Overlay
from explainer.views.context import Context
from explainer.views.maps import MOST, MapView, event_map, place_map, story_map
from views.story import context


def place(id_: str, lat: float | None, lon: float | None, **more: Any) -> dict[str, Any]:
    """Return a place."""
    return {"id": id_, "name": id_.title(), "kind": "city", "lat": lat, "lon": lon, **more}


SYRIA = [
    place("aleppo", 36.2, 37.16, precision="near", names={"ar": "حلب"}),
    place("damascus", 33.51, 36.29, precision="exact"),
    place("latakia", 35.53, 35.79),
    place("nowhere", None, None),
]
FAR = [*SYRIA, place("geneva", 46.2, 6.15), place("istanbul", 41.01, 28.95)]


def drawn(found: Context) -> MapView:
    """Return the map of a story that has one."""
    shown = story_map(found)
    assert shown is not None
    return shown


def published(places: list[dict[str, Any]], **more: Any) -> Context:
    """Return a story as readers have it."""
    found = context(places=places, **more)
    return replace(found, story=found.story.published())


def test_the_list_names_every_place_on_the_map() -> None:
    """Each point has a number and a place in the list, in the editors' order, and those without are counted."""
    shown = drawn(context(places=FAR))

    assert [(each.number, each.link.text) for each in shown.places] == [
        ("1", "Aleppo"), ("2", "Damascus"), ("3", "Latakia"), ("4", "Geneva"), ("5", "Istanbul"),
    ]  # fmt: skip
    assert shown.without == 1
    for panel in shown.panels:
        assert {mark.link.text for mark in panel.marks} == {"Aleppo", "Damascus", "Latakia"}


def test_labels_carry_numbers_names_and_other_scripts() -> None:
    """A label has the number of the list, the name, and the name in another script."""
    labels = {label.text: label for label in drawn(context(places=SYRIA)).panels[0].labels}

    assert labels["Aleppo"].numbers[0].text == "1"
    assert labels["Aleppo"].name is not None
    assert labels["Aleppo"].name.text == "حلب"


def test_far_places_have_a_map_of_their_own() -> None:
    """Places far from the story's middle stand on an inset that shows where the map is."""
    shown = drawn(context(places=FAR))
    (inset,) = shown.insets

    assert inset.kind == "far"
    assert {mark.link.text for mark in inset.marks} == {"Geneva", "Istanbul"}
    assert inset.frame is not None
    left, top, wide, high = inset.frame
    assert left > 0.5 * inset.width
    assert left + wide <= inset.width
    assert top + high <= inset.height


def test_a_crowd_has_a_closer_map() -> None:
    """Three points or more that lie on top of each other are told apart on a closer inset."""
    quarters = [place(f"quarter-{n}", 36.2 + n / 60, 37.16 + n / 70, precision="exact") for n in range(3)]
    (inset,) = drawn(context(places=[*SYRIA, *quarters])).insets

    assert inset.kind == "detail"
    assert {"Quarter-0", "Quarter-1", "Quarter-2"} <= {mark.link.text for mark in inset.marks}


def test_places_at_one_point_share_a_label() -> None:
    """Places that cannot be told apart share a label with each one's number, each of them leading to its place."""
    same = [place(f"part-{n}", 36.2, 37.16, precision="area") for n in range(6)]
    label = next(each for each in drawn(context(places=same)).panels[0].labels if each.numbers)

    assert [(link.text, link.note) for link in label.numbers] == [(str(n + 1), f"Part-{n}") for n in range(4)]
    assert label.more == "2"


@pytest.mark.parametrize(
    ("written", "kind", "least", "most"),
    [
        ({"precision": "exact"}, "exact", 0, 0),
        ({"precision": "near"}, "near", 0, 0),
        ({}, "near", 0, 0),
        ({"precision": "area"}, "area", 8, 8),
        ({"precision": "area", "radius_km": 40}, "area", 40, 40),
        ({"precision": "region"}, "region", 80, 80),
        ({"kind": "province"}, "region", 80, 80),
        ({"precision": "exact", "coarse": "area"}, "area", 8, 8),
        ({"precision": "exact", "coarse": "region", "radius_km": 0.5}, "region", 80, 80),
        ({"precision": "area", "radius_km": 0.5, "coarse": "area"}, "area", 8, 8),
    ],
)
def test_precision_shows(written: dict[str, Any], kind: str, least: float, most: float) -> None:
    """A mark is as exact as the record says, as wide in kilometres, and never closer than what is published."""
    close = place("close", 34.0, 37.0, precision="exact")
    (shown, *_) = drawn(published([place("place", 36.2, 37.16, **written), close])).panels
    mark = next(each for each in shown.marks if each.link.text == "Place")
    pixel = float(shown.kilometres) / shown.bar

    assert mark.precision == kind
    if most:
        assert least * 0.95 <= mark.radius * pixel <= max(most, 8 * pixel) * 1.05


@pytest.mark.parametrize("coarse", ["area", "region"])
def test_a_rough_circle_holds_the_place_and_not_at_its_middle(coarse: str) -> None:
    """The circle around a position that is published roughly reaches the true one, which is nowhere drawn."""
    lat, lon = 36.2442, 37.1458
    hidden = place("hidden", lat, lon, precision="exact", coarse=coarse)
    (panel, *_) = drawn(published([hidden, place("other", 34.0, 37.0)])).panels
    (true, *_) = drawn(published([{**hidden, "coarse": None}, place("other", 34.0, 37.0)])).panels
    mark = next(each for each in panel.marks if each.link.text == "Hidden")
    pixel = float(panel.kilometres) / panel.bar

    assert mark.radius * pixel >= {"area": 7.9, "region": 79}[coarse]
    assert (mark.x, mark.y) != next((each.x, each.y) for each in true.marks if each.link.text == "Hidden")
    exact = published([{**hidden, "lat": round(lat, 1 if coarse == "area" else 0), "lon": round(lon, 1 if coarse == "area" else 0)},
                       place("other", 34.0, 37.0)])  # fmt: skip
    assert drawn(exact) == drawn(published([hidden, place("other", 34.0, 37.0)]))


@pytest.mark.parametrize(
    "hidden", [{"coarse": "country"}, {"withheld": {"lat": "feared reprisals"}}, {"draft": True}]
)
def test_what_is_not_published_is_on_no_map(hidden: dict[str, Any]) -> None:
    """A place whose position is withheld, left out or a draft's is on no map of the site."""
    found = published([*SYRIA, place("hidden", 36.0, 38.0, **hidden)])

    assert "Hidden" not in repr(story_map(found))
    assert "Hidden" not in repr(place_map(found, "aleppo"))
    if "hidden" in found.story.places:
        assert place_map(found, "hidden") is None
        assert event_map(found, ["hidden"]) is None


def test_stories_without_positions_have_no_map() -> None:
    """Nothing is drawn where no place has a position."""
    assert story_map(context(places=[place("nowhere", None, None)])) is None
    assert story_map(context()) is None


def test_a_large_story_shows_its_main_places() -> None:
    """Of many places those that most records mention are on the map."""
    many = [place(f"p-{n}", 30 + n / 40, 36 + n % 7) for n in range(200)]
    events = [{"id": "e", "title": "E", "date": "2016", "place": ["p-150", "p-199"]}]
    shown = drawn(context(places=many, events=events))

    assert len(shown.places) == MOST
    assert {"P-150", "P-199"} <= {each.link.text for each in shown.places}


def test_a_place_and_an_event_have_small_maps() -> None:
    """A place's map shows it among the story's other places, an event's the places of the event with their list."""
    found = context(places=SYRIA)
    own, event = place_map(found, "latakia"), event_map(found, ["aleppo", "nowhere", "latakia"])

    assert own is not None
    assert [(mark.link.text, mark.main) for mark in own.panels[0].marks if mark.main] == [("Latakia", True)]
    assert own.places == ()
    assert event is not None
    assert [each.link.text for each in event.places] == ["Aleppo", "Latakia"]
    assert len(event.panels) == 1


def overlay(**more: Any) -> Overlay:
    """Return editors' own line near Aleppo."""
    line = {"type": "LineString", "coordinates": [[37.0, 36.1], [37.2, 36.3]]}
    return Overlay.model_validate(
        {
            "type": "FeatureCollection", "title": "Front line", "source": "s", "licence": "CC0", "date": "2016-05-01",
            "precision": "near", "features": [{"type": "Feature", "geometry": line}], **more,
        }
    )  # fmt: skip


def test_editors_own_lines_are_drawn_and_credited() -> None:
    """A line of the editors is on the map with its title, source, licence, date and precision."""
    found = context(places=SYRIA)
    shown = drawn(replace(found, story=replace(found.story, overlays={"front": overlay()})))

    assert all([each.form for each in panel.overlays] == ["lines"] for panel in shown.panels)
    (credit,) = shown.overlays
    assert (credit.title, credit.source.text, credit.licence, credit.precision) == (
        "Front line",
        "S",
        "CC0",
        "near",
    )
    assert credit.date is not None
    assert credit.date.text == "1 May 2016"


@pytest.mark.parametrize("hidden", [overlay(draft=True), overlay(source="draft-source")])
def test_drafts_are_not_drawn(hidden: Overlay) -> None:
    """A drawing that is a draft, or whose source is one, is on no map."""
    sources = [{"id": "s", "title": "S"}, {"id": "draft-source", "title": "D", "draft": True}]
    found = context(places=SYRIA, sources=sources)
    story = replace(found.story, overlays={"front": hidden}).published()

    assert story.overlays == {}
    assert drawn(replace(found, story=story)).overlays == ()


def test_a_map_is_the_same_every_time() -> None:
    """The same story gives the same map."""
    assert drawn(context(places=FAR)) == drawn(context(places=FAR))
