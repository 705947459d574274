"""Maps: where the story's places lie, in as much detail as is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from explainer.frozen import frozen
from explainer.geography.window import Spot, Window, distance, far_off, fitted, snapped
from explainer.model.place import Precision
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.map_panels import Panel, Pin, Plan, panel
from explainer.views.pieces import DateView, Link, Name

MOST = 40
"""Places on one map; where there are more, those that most records mention."""
WIDE, PHONE, SMALL = 720, 340, 340
"""Pixels across."""
ROOM = {"wide": 3400, "phone": 1900, "inset": 1700, "small": 1100}
"""Bytes that the ground of a map may take."""
CLOSE = 9.0
"""Pixels below which points are told apart only on a map of their own."""
LEAST_KM = 60.0
RADII = {"area": 8.0, "region": 80.0}
"""Kilometres around a rough position where the record says no more."""
VAST = {"country": 1500.0, "region": 500.0, "province": 500.0}
"""Kilometres that the map of a large place is wide; `LOCAL` for all others."""
LOCAL = 320.0


@frozen
class Placed:
    """A place on a map as the list beside it names it."""

    number: str
    link: Link
    names: tuple[Name, ...]
    precision: str


@frozen
class OverlayCredit:
    """Where editors' own lines and areas come from."""

    title: str
    source: Link
    licence: str
    date: DateView | None
    precision: str


@frozen
class MapView:
    """A map and the list of its places."""

    panels: tuple[Panel, ...]
    """The same map at two widths, or one small one."""
    insets: tuple[Panel, ...]
    """What is too close or too far away to show on the map itself."""
    places: tuple[Placed, ...]
    disputed: tuple[tuple[str, tuple[str, ...]], ...]
    """Lines in sight that are not settled, by name, which may be empty, and sides; in English."""
    overlays: tuple[OverlayCredit, ...]
    without: int
    """Places of the story that are on no map, as no position is known or published."""

    @property
    def precisions(self) -> tuple[str, ...]:
        """Return the kinds of marks on it, the closest first."""
        found = {mark.precision for panel in (*self.panels, *self.insets) for mark in panel.marks}
        return tuple(kind for kind in get_args(Precision) if kind in found)


def story_map(context: Context) -> MapView | None:
    """Return the map of the whole story, or nothing where no place has a position."""
    pins = _pins(context, _main_places(context))
    if not pins:
        return None
    far = set(far_off([pin.spot for pin in pins]))
    near = [pin for number, pin in enumerate(pins) if number not in far]
    spots = [pin.spot for pin in near]
    wide = fitted(spots, WIDE, (300, 460), margin=76, least=LEAST_KM)
    phone = fitted(spots, PHONE, (240, 400), margin=44, least=LEAST_KM)
    panels = (
        panel(context, Plan("wide", wide, ROOM["wide"]), near),
        panel(context, Plan("phone", phone, ROOM["phone"]), near),
    )
    insets = []
    if crowd := _crowd(near, wide):
        close = fitted([pin.spot for pin in crowd], SMALL, (180, 240), margin=40, least=24)
        insets.append(panel(context, Plan("detail", close, ROOM["inset"]), crowd))
    if far:
        whole = fitted([pin.spot for pin in pins], SMALL, (150, 240), margin=30, least=LEAST_KM)
        away = [pins[number] for number in sorted(far)]
        insets.append(panel(context, Plan("far", whole, ROOM["inset"], wide), away))
    without = len(context.story.places) - len(context.located)
    shown = _credits(context, (*panels, *insets))
    return MapView(panels, tuple(insets), _listed(context, pins), _disputed(panels), shown, without)


def _main_places(context: Context) -> list[str]:
    """Return the places with a position that most records mention, in the editors' order."""
    kept = set(context.located[:MOST])
    return [id_ for id_ in context.story.places if id_ in kept]


def event_map(context: Context, ids: Sequence[str]) -> MapView | None:
    """Return a small map of some places, or nothing where none of them has a position."""
    places = context.story.places
    pins = _pins(context, [id_ for id_ in ids[:MOST] if id_ in places])
    if not pins:
        return None
    small = panel(context, Plan("small", _small([pin.spot for pin in pins], LOCAL), ROOM["small"]), pins)
    return MapView((small,), (), _listed(context, pins), _disputed((small,)), _credits(context, (small,)), 0)


def place_map(context: Context, id_: str) -> MapView | None:
    """Return a small map of where a place lies, with the story's main places around it, or nothing."""
    place = context.story.places[id_]
    own = _pins(context, [id_], numbered=False)
    if not own:
        return None
    window = _small([own[0].spot], VAST.get(place.kind, LOCAL))
    others = (other for other in context.located[:12] if other != id_)
    beside = [
        pin
        for pin in _pins(context, others, numbered=False, main=False)
        if window.holds(pin.spot, 12) and distance(pin.spot, own[0].spot) > 12
    ]
    small = panel(context, Plan("small", window, ROOM["small"]), [*own, *beside])
    return MapView((small,), (), (), _disputed((small,)), _credits(context, (small,)), 0)


def _small(spots: Sequence[Spot], least: float) -> Window:
    return snapped(fitted(spots, SMALL, (210, 210), margin=36, least=least))


def _pins(context: Context, ids: Iterable[str], *, numbered: bool = True, main: bool = True) -> list[Pin]:
    """Return the points of places that have a position; rough ones with what is around them."""
    made: list[Pin] = []
    for id_ in ids:
        place = context.story.places[id_]
        if place.lat is None or place.lon is None:
            continue
        known = place.precision or ("region" if place.kind in VAST else "near")
        radius = (place.radius_km or RADII[known]) if known in RADII else 0.0
        weight = 1 + len(context.story.mentions.get(Key("places", id_), ()))
        names = context.names(place.names)
        made.append(
            Pin(
                id=id_,
                number=context.language.number(len(made) + 1) if numbered else "",
                link=context.link(Key("places", id_)),
                name=names[0] if names else None,
                spot=Spot(place.lat, place.lon, radius, weight),
                precision=known,
                main=main,
            )
        )
    return made


def _crowd(pins: Sequence[Pin], window: Window) -> list[Pin]:
    """Return the greatest group of three points or more that a map cannot tell apart."""
    best: list[Pin] = []
    for one in pins:
        x, y = window.place(one.spot.lat, one.spot.lon)
        close = []
        for pin in pins:
            px, py = window.place(pin.spot.lat, pin.spot.lon)
            if (px - x) ** 2 + (py - y) ** 2 < (2 * CLOSE) ** 2:
                close.append(pin)
        apart = {(pin.spot.lat, pin.spot.lon) for pin in close}
        if len(apart) > 2 and len(close) > len(best):
            best = close
    return best


def _listed(context: Context, pins: Iterable[Pin]) -> tuple[Placed, ...]:
    places = context.story.places
    return tuple(
        Placed(pin.number, pin.link, context.names(places[pin.id].names), pin.precision) for pin in pins
    )


def _disputed(panels: Iterable[Panel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = dict.fromkeys(name for panel in panels for name in panel.ground.names)
    return tuple((name, tuple(sides)) for name, *sides in (line.split("\t") for line in found))


def _credits(context: Context, panels: Iterable[Panel]) -> tuple[OverlayCredit, ...]:
    if not any(panel.overlays for panel in panels):
        return ()
    return tuple(
        OverlayCredit(
            overlay.title,
            context.link(Key("sources", overlay.source)),
            overlay.licence,
            context.date(overlay.date),
            overlay.precision,
        )
        for overlay in context.story.overlays.values()
    )
