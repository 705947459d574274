"""One drawing of a map: its ground, its points and their labels, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.frozen import frozen
from explainer.geography.ground import Ground, dots, ground, outline, trace
from explainer.geography.labels import Anchor, Label, placed
from explainer.geography.window import KM_A_DEGREE, Spot, Window
from explainer.views.context import Context
from explainer.views.pieces import Link, Name

SIZES = {"wide": 13.0, "phone": 12.0}
"""Pixels of type; `SMALL_TYPE` for all others."""
SMALL_TYPE = 12.0
POINT, AROUND = 5.0, 8.0
"""Pixels of a point, and at least of what is drawn around a rough position."""
CLOSE = 9.0
"""Pixels between points below which they share a label."""
NUMBERS = 4
"""Numbers that a shared label holds at most."""


@frozen
class Pin:
    """A place with its position."""

    id: str
    number: str
    link: Link
    name: Name | None
    """Its name in another script."""
    spot: Spot
    precision: str
    main: bool = True
    """Whether the map is about it; others are there to find one's way."""


@frozen
class Plan:
    """What a panel is to be: its kind, its window, bytes for its ground, and a window to mark in it."""

    kind: str
    window: Window
    room: int
    marks: Window | None = None


@frozen
class Mark:
    """A point, or the circle around a rough position."""

    x: float
    y: float
    radius: float
    precision: str
    link: Link
    main: bool


@frozen
class Written:
    """A label: numbers that lead to places, the first place's name, and that in another script below it."""

    x: float
    y: float
    numbers: tuple[Link, ...]
    """Each with its place's name as a note."""
    more: str
    """How many numbers there was no room for."""
    text: str
    url: str
    name: Name | None
    main: bool


@frozen
class Drawn:
    """Editors' own points, lines or areas, as a path in halves of pixels."""

    form: str
    path: str


@frozen
class Panel:
    """A drawing of a map."""

    kind: str
    """wide, phone, small, detail or far."""
    width: int
    height: int
    ground: Ground
    marks: tuple[Mark, ...]
    labels: tuple[Written, ...]
    overlays: tuple[Drawn, ...]
    bar: float
    """The length of the scale bar."""
    kilometres: str
    frame: tuple[float, float, float, float] | None
    """Where another map lies on this one: from the left, from the top, width, height."""
    line: float
    """Pixels from line to line."""


def panel(context: Context, plan: Plan, pins: Sequence[Pin]) -> Panel:
    """Return a drawing of a window with points in it."""
    window = plan.window
    size = SIZES.get(plan.kind, SMALL_TYPE)
    marks = [_mark(pin, window) for pin in pins]
    kilometres, bar = window.bar(window.width / 4)
    return Panel(
        kind=plan.kind,
        width=window.width,
        height=window.height,
        ground=ground(window, plan.room),
        marks=tuple(sorted(marks, key=lambda mark: -mark.radius)),
        labels=tuple(_labels(context, pins, marks, window, size)),
        overlays=tuple(_overlays(context, window)),
        bar=round(bar, 1),
        kilometres=context.language.number(kilometres),
        frame=_frame(plan.marks, window) if plan.marks else None,
        line=round(size * 1.15, 1),
    )


def _overlays(context: Context, window: Window) -> Iterator[Drawn]:
    middle = (window.west + window.east) / 2
    for overlay in context.story.overlays.values():
        for shape in overlay.shapes():
            turns = 360 * round((middle - shape.coordinates[0][0][0]) / 360)
            lines = [[(lon + turns, lat) for lon, lat in line] for line in shape.coordinates]
            draw = {"points": dots, "lines": trace, "areas": outline}[shape.form]
            if path := draw(window, lines):
                yield Drawn(shape.form, path)


def _mark(pin: Pin, window: Window) -> Mark:
    x, y = window.place(pin.spot.lat, pin.spot.lon)
    rough = pin.precision not in {"exact", "near"}
    radius = max(pin.spot.radius * window.scale / KM_A_DEGREE, AROUND) if rough else POINT
    return Mark(round(x, 1), round(y, 1), round(radius, 1), pin.precision, pin.link, pin.main)


def _labels(
    context: Context, pins: Sequence[Pin], marks: Sequence[Mark], window: Window, size: float
) -> Iterator[Written]:
    groups = _groups(marks)
    forms = [_forms(context, pins, group) for group in groups]
    anchors = [
        Anchor(marks[group[0]].x, marks[group[0]].y, _reach(marks[group[0]]), lines)
        for group, lines in zip(groups, forms, strict=True)
    ]
    labels = placed(anchors, window.width, window.height, size)
    for group, lines, label in zip(groups, forms, labels, strict=True):
        if label is not None:
            yield _written(context, pins, group, label, bare=len(lines) > 1 and label.form == len(lines) - 1)


def _groups(marks: Sequence[Mark]) -> list[list[int]]:
    """Return the numbers of marks, those too close to be told apart together."""
    groups: list[list[int]] = []
    for number, mark in enumerate(marks):
        for group in groups:
            first = marks[group[0]]
            if abs(first.x - mark.x) < CLOSE and abs(first.y - mark.y) < CLOSE:
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def _written(
    context: Context, pins: Sequence[Pin], group: Sequence[int], label: Label, *, bare: bool
) -> Written:
    first, more = pins[group[0]], len(group) - NUMBERS
    bare = bare and bool(first.number)
    return Written(
        x=label.x,
        y=label.y,
        numbers=tuple(
            Link(pins[one].number, pins[one].link.url, pins[one].link.text)
            for one in group[:NUMBERS]
            if pins[one].number
        ),
        more=context.language.number(more) if more > 0 else "",
        text="" if bare else first.link.text,
        url=first.link.url,
        name=first.name if label.form == 0 and not bare else None,
        main=first.main,
    )


def _reach(mark: Mark) -> float:
    """Return the pixels that a label keeps away from; it may stand inside a large circle."""
    return min(mark.radius, 2 * AROUND)


def _forms(context: Context, pins: Sequence[Pin], group: Sequence[int]) -> list[list[str]]:
    """Return the lines of a label from the fullest form to bare numbers."""
    first = pins[group[0]]
    numbers = " · ".join(pins[one].number for one in group[:NUMBERS] if pins[one].number)
    if len(group) > NUMBERS:
        numbers += f" +{context.language.number(len(group) - NUMBERS)}"
    named = f"{numbers} {first.link.text}".strip()
    forms = [[named], [numbers]] if numbers else [[named]]
    return [[named, first.name.text], *forms] if first.name else [[named], *forms]


def _frame(inner: Window, window: Window) -> tuple[float, float, float, float]:
    left, top = window.place(inner.north, inner.west)
    scale = window.scale / inner.scale
    across = (inner.east - inner.west) / (window.east - window.west) * window.width
    return round(left, 1), round(top, 1), round(across, 1), round(inner.height * scale, 1)
