"""The whole story in one piece, to print or to bind as a book: in volumes where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.cards import card
from explainer.views.context import Context
from explainer.views.entry import Chronicle, chronicle
from explainer.views.frames import Framer, beside
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose
from explainer.views.planned import Planned
from explainer.views.unknowns import UnknownView, said_unknown
from explainer.volumes import moved, whole_anchor

PARTS = ("chronology", "actors", "quotes", "figures", "places", "disputes", "glossary", "sources")
"""The parts of the whole, in their order."""
VOLUME = 80
"""Records of a part in one volume at most: about 200 KB of HTML."""
FIGURES = 32
"""Figures in one, each of which is longer."""
WHOLE = 140
"""Records that still go on a single page: about 280 KB."""


@frozen
class Item:
    """A record in its part."""

    anchor: str
    card: Any
    body: Prose | None = None


@frozen
class Leaf:
    """A part, or a piece of one that is too long."""

    part: str
    title: str
    number: int
    """Which piece it is, from 1."""
    of: int
    """How many pieces the part has."""
    chronicle: Chronicle | None
    items: tuple[Item, ...]


@frozen
class VolumeView:
    """The whole story, or a volume of it."""

    frame: Frame
    opens: bool
    """Whether it is the first volume, with what stands before the parts."""
    standfirst: Prose | None
    as_of: DateView | None
    unknown: tuple[UnknownView, ...]
    leaves: tuple[Leaf, ...]
    volumes: tuple[Link, ...]
    """All volumes under the names of their parts, where there are several."""


@frozen
class Plan:
    """Which records stand in which piece of a part."""

    part: str
    number: int
    of: int
    keys: tuple[Key, ...]


def whole_pages(framer: Framer) -> Iterator[Planned[VolumeView]]:
    """Yield the whole story to print: one page, or a volume for each part or piece of one."""
    context = framer.context
    plans = plan(context)
    few = sum(len(one.keys) for one in plans) <= WHOLE
    volumes = [plans] if few else [[one] for one in plans]
    urls = context.urls
    there = moved(urls, volumes_of(volumes), lambda number: urls.url(urls.whole_file(number)))
    yield from volume_views(framer, volumes, there)


def plan(context: Context) -> list[Plan]:
    """Return the parts of the whole in pieces of a bearable length."""
    plans = []
    for part in PARTS:
        pieces = _pieces(_keys(context, part), FIGURES if part == "figures" else VOLUME)
        plans += [Plan(part, number, len(pieces), keys) for number, keys in enumerate(pieces, 1)]
    return plans


def _pieces(keys: list[Key], most: int) -> list[tuple[Key, ...]]:
    return [tuple(keys[start : start + most]) for start in range(0, len(keys), most)]


def volumes_of(volumes: Iterable[Iterable[Plan]]) -> Mapping[Key, int]:
    """Return the volume that each record stands in; a statement's is the one with all quotations."""
    return {
        key: number
        for number, plans in enumerate(volumes, 1)
        for one in plans
        for key in one.keys
        if (key.collection == "events") == (one.part == "chronology")
    }


def _keys(context: Context, part: str) -> list[Key]:
    story = context.story
    if part == "chronology":
        apart = (Key("events", id_) for id_, event in story.events.items() if not event.timeline)
        return [*context.timeline.keys, *apart]
    if part == "actors":
        sides = [side.id for side in story.info.sides]
        ordered = sorted(story.actors.values(), key=lambda actor: _place(sides, actor.side))
        return [Key(part, actor.id) for actor in ordered]
    if part == "glossary":
        terms = sorted(story.glossary.values(), key=lambda term: (term.term.casefold(), term.id))
        return [Key(part, term.id) for term in terms]
    return [Key(part, id_) for id_ in story.collection(part)]


def _place(sides: Sequence[str], side: str | None) -> int:
    return sides.index(side) if side in sides else len(sides)


def volume_views(
    framer: Framer, volumes: Sequence[Sequence[Plan]], there: Mapping[str, str]
) -> Iterator[Planned[VolumeView]]:
    """Yield volumes, in which records stand `there`, by their addresses in the site."""
    context = framer.context
    links = tuple(
        Link(_name(framer, plans[0]), context.urls.url(context.urls.whole_file(number)))
        for number, plans in enumerate(volumes, 1)
    )
    for number, plans in enumerate(volumes, 1):
        made = partial(_volume, framer, plans, number, links, there)
        yield Planned(context.urls.whole_file(number), made, searchable=False)


def _volume(
    framer: Framer, plans: Sequence[Plan], number: int, links: tuple[Link, ...], there: Mapping[str, str]
) -> VolumeView:
    context, notes, first = framer.context, Notes(framer.context), number == 1
    info = context.story.info
    leaves = tuple(_leaf(framer, one, notes) for one in plans)
    unknown = tuple(said_unknown(context, notes)) if first else ()
    title = info.title if first else f"{info.title}: {_name(framer, plans[0])}"
    near = beside(len(links), number - 1, links.__getitem__)
    return VolumeView(
        frame=framer.whole(
            number, title, notes, f"{info.title}.", moved=there, previous=near[0], next=near[1]
        ),
        opens=first,
        standfirst=context.prose(info.standfirst) if first else None,
        as_of=context.date(info.as_of),
        unknown=unknown,
        leaves=leaves,
        volumes=links if len(links) > 1 else (),
    )


def _name(framer: Framer, one: Plan) -> str:
    title = framer.title(one.part)
    return title if one.of == 1 else f"{title} {one.number}/{one.of}"


def _leaf(framer: Framer, one: Plan, notes: Notes) -> Leaf:
    context = framer.context
    dated = chronicle(context, one.keys, notes) if one.part == "chronology" else None
    items = () if dated else tuple(_item(context, key, notes) for key in one.keys)
    return Leaf(one.part, _name(framer, one), one.number, one.of, dated, items)


def _item(context: Context, key: Key, notes: Notes) -> Item:
    record = context.story.collection(key.collection)[key.id]
    return Item(whole_anchor(key), card(key, context, notes), context.prose(record.body))
