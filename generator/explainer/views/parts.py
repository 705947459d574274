"""Collections that are too long for a page: in parts by letter, with what matters most on the first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from explainer.files import part_file
from explainer.folding import initial, sort_key
from explainer.frozen import frozen
from explainer.model.private import neutral_name
from explainer.model.story import Key
from explainer.urls import LISTED, letter_anchor
from explainer.views.cards import card
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer, beside
from explainer.views.letters import Choice, Choices, by_script, script_name
from explainer.views.maps import MapView, story_map
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link
from explainer.views.planned import Planned
from explainer.views.updates import updates_in

ROOM: Mapping[str, int] = {
    "actors": 110,
    "figures": 34,
    "places": 210,
    "disputes": 80,
    "glossary": 130,
    "sources": 400,
}
"""Records that a page of a collection holds: about 250 KB of HTML."""
FIRST = 12
"""Records on the first page of a collection in parts: those that most others mention."""


@frozen
class PartView:
    """A page of a collection in parts."""

    frame: Frame
    collection: str
    choices: Choices
    opens: bool
    """Whether it is the first one, which has the records that matter most."""
    cards: tuple[Any, ...]
    map: MapView | None


@frozen
class Part:
    """The records under one letter, or as many of them as a page holds."""

    name: str
    """What its address holds."""
    choice: Choice
    ids: tuple[str, ...]


def collection_pages(
    framer: Framer, collection: str, page: Callable[[Framer], Any]
) -> Iterator[Planned[Any]]:
    """Yield the page of a collection, made by `page`; if it is long, a first page and those of its parts."""
    context, file = framer.context, framer.context.urls.list_file(collection)
    if collection not in ROOM or len(context.story.collection(collection)) <= ROOM[collection]:
        yield Planned(file, partial(page, framer))
        return
    parts = tuple(_parts(context, collection))
    yield Planned(file, partial(_first, framer, collection, parts))
    for number, part in enumerate(parts):
        made = partial(_part, framer, collection, parts, number)
        yield Planned(_file(context, collection, part.name), made)


def shelved(context: Context, collection: str) -> Iterator[tuple[Key, str]]:
    """Yield the records of a long collection with the source path of the part that they stand in."""
    if len(context.story.collection(collection)) > ROOM[collection]:
        for part in _parts(context, collection):
            yield from ((Key(collection, id_), _file(context, collection, part.name)) for id_ in part.ids)


def _parts(context: Context, collection: str) -> Iterator[Part]:
    room = ROOM[collection]
    names = {id_: _name(context, collection, id_) for id_ in context.story.collection(collection)}
    ids = sorted(names, key=lambda id_: (sort_key(names[id_]), id_))
    for (script, letter), group in groupby(ids, key=lambda id_: initial(names[id_])):
        under = tuple(group)
        for number, start in enumerate(range(0, len(under), room), 1):
            name = letter_anchor(script, letter) + (f"-{number}" if number > 1 else "")
            some = under[start : start + room]
            url = context.urls.url(_file(context, collection, name))
            part = number if len(under) > room else 0
            yield Part(name, Choice(script_name(context, script), letter, part, url, len(some)), some)


def _name(context: Context, collection: str, id_: str) -> str:
    """Return the name that decides where a record stands, which must not betray a private person's."""
    actor = context.story.actors.get(id_) if collection == "actors" else None
    if actor and actor.private:
        return neutral_name(context.story)
    return context.link(Key(collection, id_)).text


def _file(context: Context, collection: str, name: str) -> str:
    return part_file(context.urls.folder(collection), name)


def _first(framer: Framer, collection: str, parts: Sequence[Part]) -> PartView:
    context = framer.context
    ids, mentions = context.story.collection(collection), context.story.mentions
    most = sorted(ids, key=lambda id_: -len(mentions.get(Key(collection, id_), ())))[:FIRST]
    notes = Notes(context)
    cards = _cards(context, collection, most, notes)
    frame = framer.collection(collection, notes, description(context, collection, len(ids)), "part")
    return PartView(
        frame,
        collection,
        by_script(part.choice for part in parts),
        opens=True,
        cards=cards,
        map=story_map(context) if collection == "places" else None,
    )


def _part(framer: Framer, collection: str, parts: Sequence[Part], number: int) -> PartView:
    context, part, notes = framer.context, parts[number], Notes(framer.context)
    cards = _cards(context, collection, part.ids, notes)
    near = beside(
        len(parts),
        number,
        lambda other: Link(_title(framer, collection, parts[other]), parts[other].choice.url),
    )
    frame = framer.part(
        collection,
        _file(context, collection, part.name),
        _title(framer, collection, part),
        notes,
        description(context, collection, len(part.ids)),
        previous=near[0],
        next=near[1],
        updates=updates_in(context, collection, part.ids) if collection in LISTED else (),
    )
    choices = by_script(one.choice for one in parts)
    return PartView(frame, collection, choices, opens=False, cards=cards, map=None)


def _cards(context: Context, collection: str, ids: Sequence[str], notes: Notes) -> tuple[Any, ...]:
    return tuple(card(Key(collection, id_), context, notes) for id_ in ids)


def _title(framer: Framer, collection: str, part: Part) -> str:
    return f"{framer.title(collection)}: {part.choice.text}"
