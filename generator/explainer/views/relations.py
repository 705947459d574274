"""Relations between actors: as one of the two has them, and all of them on one page."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.relation import VOCABULARY, Relation
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.frames import Framer
from explainer.views.matrix import Matrix, matrix
from explainer.views.network import Edge, Network, Node, banded
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose, Step, Withheld

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


@frozen
class RelationsView:
    """The page of all relations: drawn, or in a table where they are many, then one by one."""

    frame: Frame
    network: Network | None
    matrix: Matrix | None
    groups: tuple[RelationGroup, ...]


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
    count = context.language.ngettext("{count} relation", "{count} relations", len(relations))
    description = f"{context.story.info.title}: {count.format(count=len(relations))}."
    return RelationsView(
        frame=framer.collection("relations", notes, description),
        network=banded(_bands(context, actors), edges) if few else None,
        matrix=None if few else matrix(context, edges, MOST_DRAWN),
        groups=groups,
    )


def _groups(context: Context, notes: Notes) -> Iterator[RelationGroup]:
    """Yield the relations by kind, in the order of the vocabulary."""
    by_kind: dict[str, list[Relation]] = {}
    for relation in context.story.relations.values():
        by_kind.setdefault(relation.rel, []).append(relation)
    for kind, meaning in VOCABULARY.items():
        if found := by_kind.get(kind):
            views = tuple(relation_view(relation, relation.a, context, notes) for relation in found)
            yield RelationGroup(kind, context.language.gettext(meaning.forward), views)


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
