"""Relations between actors: as one of the two has them, and all of them on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from explainer.files import group_file
from explainer.frozen import frozen
from explainer.model.relation import VOCABULARY, Relation
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer, beside
from explainer.views.matrix import Matrix, matrix
from explainer.views.network import Edge, Network, Node, banded
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose, Step, Withheld
from explainer.views.planned import Planned

MOST = 200
"""Relations on one page: about 200 KB of HTML."""
MOST_DRAWN = 60
"""Actors beyond which a drawing gives way to a table of who stands how to whom."""


@frozen
class RelationView:
    """A relation as seen from one actor."""

    anchor: str
    one: Link
    words: str
    """The relation in words, such as `is an ally of`."""
    other: Link
    when: DateView | None
    says: Prose | None
    chain: tuple[Step, ...]
    notes: tuple[int, ...]
    polarity: int
    withheld: tuple[Withheld, ...]


@frozen
class RelationGroup:
    """All relations of one kind."""

    id: str
    words: str
    relations: tuple[RelationView, ...]
    """None on the page of all where these are too many for it."""
    pages: tuple[Link, ...]
    """Where they are then, under their numbers."""


@frozen
class RelationsView:
    """The page of all relations: drawn, or in a table where they are many, then one by one."""

    frame: Frame
    network: Network | None
    matrix: Matrix | None
    groups: tuple[RelationGroup, ...]


@frozen
class RelationGroupView:
    """A page of the relations of one kind, where all are too many for a page."""

    frame: Frame
    group: RelationGroup


def relations_of(actor: str, context: Context, notes: Notes) -> Iterator[RelationView]:
    """Yield the relations of an actor, in the editors' order, each read from that actor."""
    for relation in _having(actor, context):
        yield relation_view(relation, actor, context, notes)


def edges_of(actor: str, context: Context) -> Iterator[Edge]:
    """Yield the relations of an actor for a drawing."""
    return (_edge(relation) for relation in _having(actor, context))


def _having(actor: str, context: Context) -> Iterator[Relation]:
    relations = context.story.relations
    for id_ in context.mentioning(Key("actors", actor), "relations"):
        if actor in (relations[id_].a, relations[id_].b):
            yield relations[id_]


def relation_view(relation: Relation, actor: str, context: Context, notes: Notes) -> RelationView:
    """Return a relation as read from one of its two actors."""
    forward = relation.a == actor
    meaning = relation.meaning
    return RelationView(
        anchor=f"relation-{relation.id}",
        one=context.link(Key("actors", actor)),
        words=context.language.gettext(meaning.forward if forward else meaning.inverse),
        other=context.link(Key("actors", relation.b if forward else relation.a)),
        when=context.date(relation.when),
        says=context.prose(relation.says),
        chain=context.chain(relation),
        notes=notes.cite(relation.source),
        polarity=meaning.polarity,
        withheld=context.withheld(relation),
    )


def _edge(relation: Relation) -> Edge:
    return Edge(relation.a, relation.b, relation.rel, relation.meaning.polarity, relation.meaning.symmetric)


def relations_page(framer: Framer) -> RelationsView:
    """Return the page of all relations, kind by kind."""
    context, notes = framer.context, Notes(framer.context)
    relations = context.story.relations.values()
    edges = [_edge(relation) for relation in relations]
    actors = dict.fromkeys(actor for edge in edges for actor in (edge.a, edge.b))
    few = len(actors) <= MOST_DRAWN
    groups = tuple(_groups(context, notes))
    return RelationsView(
        frame=framer.collection("relations", notes, description(context, "relations", len(relations))),
        network=banded(_bands(context, actors), edges) if few else None,
        matrix=None if few else matrix(context, edges, MOST_DRAWN),
        groups=groups,
    )


def _groups(context: Context, notes: Notes) -> Iterator[RelationGroup]:
    """Yield the relations by kind, in the order of the vocabulary."""
    apart = len(context.story.relations) > MOST
    for kind, found in _by_kind(context).items():
        words = context.language.gettext(VOCABULARY[kind].forward)
        views = () if apart else _views(context, found, notes)
        yield RelationGroup(kind, words, views, _pages(context, kind, len(found)) if apart else ())


def _by_kind(context: Context) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {kind: [] for kind in VOCABULARY}
    for relation in context.story.relations.values():
        found[relation.rel].append(relation)
    return {kind: relations for kind, relations in found.items() if relations}


def _views(context: Context, relations: Iterable[Relation], notes: Notes) -> tuple[RelationView, ...]:
    return tuple(relation_view(relation, relation.a, context, notes) for relation in relations)


def _file(context: Context, kind: str, number: int) -> str:
    return group_file(context.urls.folder("relations"), "kind", kind, number)


def _pages(context: Context, kind: str, total: int) -> tuple[Link, ...]:
    """Return the pages of a kind, each under the numbers of its first relation and its last."""
    firsts = range(1, total + 1, MOST)
    say = context.language.number
    return tuple(
        Link(
            f"{say(first)}–{say(min(first + MOST - 1, total))}",
            context.urls.url(_file(context, kind, number)),
        )
        for number, first in enumerate(firsts, 1)
    )


def shelved(context: Context) -> Iterator[tuple[Key, str]]:
    """Yield the relations with the source path of their page, where they are too many for one."""
    if len(context.story.relations) > MOST:
        for kind, found in _by_kind(context).items():
            for place, relation in enumerate(found):
                yield Key("relations", relation.id), _file(context, kind, place // MOST + 1)


def relation_pages(framer: Framer) -> Iterator[Planned[RelationGroupView]]:
    """Yield the pages of each kind of relation, where all are too many for one."""
    context = framer.context
    for kind, found in _by_kind(context).items() if len(context.story.relations) > MOST else ():
        for number in range(1, -(-len(found) // MOST) + 1):
            made = partial(_group_page, framer, kind, found, number)
            yield Planned(_file(context, kind, number), made)


def _group_page(framer: Framer, kind: str, found: list[Relation], number: int) -> RelationGroupView:
    context, notes = framer.context, Notes(framer.context)
    words, pages = context.language.gettext(VOCABULARY[kind].forward), _pages(context, kind, len(found))
    shown = _views(context, found[(number - 1) * MOST : number * MOST], notes)
    near = beside(len(pages), number - 1, pages.__getitem__)
    frame = framer.part(
        "relations",
        _file(context, kind, number),
        f"{framer.title('relations')}: {words}" + (f" ({pages[number - 1].text})" if len(pages) > 1 else ""),
        notes,
        description(context, "relations", len(shown)),
        template="relation_group",
        previous=near[0],
        next=near[1],
    )
    return RelationGroupView(frame, RelationGroup(kind, words, shown, pages))


def _bands(context: Context, actors: dict[str, None]) -> list[tuple[str, list[Node]]]:
    """Return the actors by side, in the order of `story.yml`, those of none last."""
    found = context.story.actors
    bands = []
    for side in (*context.story.info.sides, None):
        members = [id_ for id_ in actors if id_ in found and found[id_].side == (side.id if side else None)]
        if members:
            nodes = [Node(id_, context.link(Key("actors", id_))) for id_ in members]
            bands.append((side.name if side else "", nodes))
    return bands
