"""Actor profiles and the page of all actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from explainer.frozen import frozen
from explainer.model.relation import VOCABULARY
from explainer.model.story import Key
from explainer.views.actor_cards import ActorCard, actor_card
from explainer.views.chronology import chronology_of
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.entry import Chronicle, disputes_about
from explainer.views.figure_cards import MOST_FIGURES, FigureCard, figure_card
from explainer.views.frames import Framer, neighbours
from explainer.views.listing import Listing, Rest, named, pointing, rest
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.network import Edge, Network, Node, fan
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link, Picture, Prose
from explainer.views.planned import Planned, record_pages
from explainer.views.profile import Held, in_story, opening, positions, positions_of
from explainer.views.quote_cards import MOST_QUOTES, QuoteCard, quote_card
from explainer.views.quote_groups import quotes_of
from explainer.views.relations import RelationView, edges_of, relations_of
from explainer.views.roles import RoleView, role_view

MOST_RELATIONS = 60
"""Relations of an actor on its own page."""
MOST_POSITIONS = 30
"""What an actor holds in disputes, on its own page."""
FEWEST_NEIGHBOURS = 2
"""Below that a drawing shows no more than a sentence does."""


@frozen
class Group:
    """Actors of one side, or of none."""

    id: str
    name: str
    """Empty for actors without a side."""
    summary: Prose | None
    actors: tuple[ActorCard, ...]


@frozen
class ActorsView:
    """The page of all actors, by side."""

    frame: Frame
    groups: tuple[Group, ...]


@frozen
class ActorView:
    """An actor's profile."""

    frame: Frame
    card: ActorCard
    roles: tuple[RoleView, ...]
    aliases: tuple[str, ...]
    part_of: Link | None
    members: Listing
    """Actors that are part of this one."""
    place: Link | None
    share: str
    """How much of the story the actor has, in a sentence."""
    relations: tuple[RelationView, ...]
    """The first of them, as of what follows, where they are too many for a profile."""
    more_relations: Rest
    network: Network | None
    positions: tuple[Held, ...]
    """What they hold in disputes."""
    more_positions: Rest
    chronicle: Chronicle
    quotes_by: tuple[QuoteCard, ...]
    all_quotes: Link | None
    """Where all of them are; nothing where they are here."""
    quotes_about: tuple[QuoteCard, ...]
    figures: tuple[FigureCard, ...]
    """Figures they gave."""
    more_figures: Listing
    disputes: Listing
    sources: tuple[Link, ...]
    """Every source that a statement on the page rests on."""
    published: Listing
    """Sources that the actor published."""
    links: tuple[Link, ...]
    image: Picture | None
    body: Prose | None
    private: bool
    mentions: Mentions


def actors_page(framer: Framer) -> ActorsView:
    """Return the page of all actors, sides in the order of `story.yml`, those without a side last."""
    context, notes = framer.context, Notes(framer.context)
    groups = []
    for side in (*context.story.info.sides, None):
        members = [
            id_ for id_, actor in context.story.actors.items() if actor.side == (side.id if side else None)
        ]
        cards = tuple(actor_card(id_, context, notes) for id_ in members)
        if cards:
            groups.append(
                Group(
                    side.id if side else "other",
                    side.name if side else "",
                    context.prose(side.summary) if side else None,
                    cards,
                )
            )
    said = description(context, "actors", sum(len(group.actors) for group in groups))
    return ActorsView(framer.collection("actors", notes, said), tuple(groups))


def actor_pages(framer: Framer) -> list[Planned[ActorView]]:
    """Return a profile for each actor, in the order of the page of all actors."""
    keys = [Key("actors", id_) for id_ in framer.context.story.actors]
    return record_pages(framer, keys, _profile)


def _profile(framer: Framer, keys: Sequence[Key], index: int) -> ActorView:
    key, near = keys[index], neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    story, actor = context.story, context.story.actors[key.id]
    card = actor_card(key.id, context, notes)
    roles = tuple(role_view(role, actor, context, notes) for role in actor.roles)
    relations = tuple(islice(relations_of(key.id, context, notes), MOST_RELATIONS))
    held = tuple(islice(positions(key.id, context, notes), MOST_POSITIONS))
    shown = chronology_of(context, key, notes)
    quotes = context.mentioning(key, "quotes")
    by = [id_ for id_ in quotes if key.id in (story.quotes[id_].speaker, story.quotes[id_].on_behalf_of)]
    spoken = set(by)
    about = [id_ for id_ in quotes if id_ not in spoken]
    quotes_by = tuple(quote_card(id_, context, notes) for id_ in by[:MOST_QUOTES])
    quotes_about = tuple(quote_card(id_, context, notes) for id_ in about[:MOST_QUOTES])
    given, edges = _figures_given(context, key), list(edges_of(key.id, context))
    figures = tuple(figure_card(id_, context, notes) for id_ in given[:MOST_FIGURES])
    said = context.plain(actor.summary) if actor.summary else opening(actor, context)
    return ActorView(
        frame=framer.record(
            key, notes, said, "actor", previous=near[0], next=near[1], searchable=not actor.private
        ),
        card=card,
        roles=roles,
        aliases=(*actor.aliases, *actor.weak_aliases),
        part_of=context.link(Key("actors", actor.part_of)) if actor.part_of else None,
        members=pointing(context, key, "actors", "part_of"),
        place=context.link(Key("places", actor.place)) if actor.place else None,
        share=in_story(key.id, context),
        relations=relations,
        more_relations=rest(context, "relations", len(edges) - MOST_RELATIONS),
        network=_network(key, context, edges),
        positions=held,
        more_positions=rest(context, "disputes", positions_of(key.id, context) - MOST_POSITIONS),
        chronicle=shown,
        quotes_by=quotes_by,
        all_quotes=_all_quotes(key.id, context),
        quotes_about=quotes_about,
        figures=figures,
        more_figures=named(context, "figures", given[MOST_FIGURES:]),
        disputes=disputes_about(context, key),
        sources=tuple(dict.fromkeys(note.source for note in notes.all())),
        published=pointing(context, key, "sources", "publisher"),
        links=tuple(Link(link.title, link.url) for link in actor.links),
        image=context.picture(actor.image),
        body=context.prose(actor.body),
        private=actor.private,
        mentions=mentions_of(context, key),
    )


def _network(key: Key, context: Context, edges: Iterable[Edge]) -> Network | None:
    """Return an actor with its neighbours, those with the most records first; nothing below two of them."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.b if edge.a == key.id else edge.a, []).append(edge)
    if len(found) < FEWEST_NEIGHBOURS:
        return None
    mentions = context.story.mentions
    ordered = sorted(found, key=lambda id_: -len(mentions.get(Key("actors", id_), ())))
    rows = [
        (Node(id_, context.link(Key("actors", id_))), _in_words(key.id, found[id_], context), found[id_][0])
        for id_ in ordered
    ]
    return fan(Node(key.id, context.link(key)), rows)


def _in_words(actor: str, edges: list[Edge], context: Context) -> str:
    meanings = ((VOCABULARY[edge.rel], edge.a == actor) for edge in edges)
    words = (meaning.forward if forward else meaning.inverse for meaning, forward in meanings)
    return "; ".join(dict.fromkeys(map(context.language.gettext, words)))


def _all_quotes(actor: str, context: Context) -> Link | None:
    own = len(context.said.get(actor, ()))
    return quotes_of(context, actor) if own > MOST_QUOTES else None


def _figures_given(context: Context, key: Key) -> list[str]:
    figures = context.story.figures
    return [
        id_
        for id_ in context.mentioning(key, "figures")
        if any(estimate.by == key.id for estimate in figures[id_].estimates)
    ]
