"""Actors: who acts, speaks, suffers or reports in the story."""

from __future__ import annotations

from typing import Literal

from explainer.model.fields import ActorRef, ImageRef, Lang, Many, Model, PlaceRef, Prose, Text, Url
from explainer.model.record import Citation, Record
from explainer.model.when import Date

ActorKind = Literal[
    "person", "unnamed-person", "state", "government", "ministry", "armed-forces", "armed-group",
    "political-group", "igo", "ngo", "media", "service", "population", "group",
]  # fmt: skip


class Role(Model):
    """A position somebody holds or held."""

    title: Text
    """The position's name."""
    org: ActorRef | None = None
    """The organisation it is held in."""
    when: Date | None = None
    """From when to when."""
    as_of: Date | None = None
    """A day for which the role is attested."""
    source: Many[Citation] = ()
    """The evidence for the role."""


class Link(Model):
    """A page elsewhere about the actor."""

    title: Text
    """What the link leads to."""
    url: Url
    """Its address."""


class Actor(Record):
    """A person, group, institution or state in the story."""

    name: Text
    """The name as the story uses it."""
    kind: ActorKind
    """What kind of actor this is."""
    names: dict[Lang, Text] = {}
    """The name in other languages and scripts, by language code."""
    aliases: Many[Text] = ()
    """Other names and spellings."""
    weak_aliases: Many[Text] = ()
    """Names that mean this actor only sometimes; never linked by themselves."""
    roles: Many[Role] = ()
    """Positions held, each with its own date and evidence."""
    side: Text | None = None
    """The id of a side in `story.yml`."""
    part_of: ActorRef | None = None
    """The larger actor this one belongs to."""
    place: PlaceRef | None = None
    """Where the actor is based."""
    summary: Prose | None = None
    """Who this is, in a sentence or two."""
    image: ImageRef | None = None
    """A picture."""
    wikidata: Text | None = None
    """The Wikidata item, such as Q22686."""
    links: Many[Link] = ()
    """Pages elsewhere."""
    private: bool = False
    """A private person: kept out of search and of machine-readable descriptions."""
