"""Events: what happened, is happening or is planned."""

from __future__ import annotations

from typing import Literal

from explainer.model.fields import (
    ActorRef,
    EventRef,
    FigureRef,
    Id,
    ImageRef,
    Many,
    Model,
    PlaceRef,
    Prose,
    QuoteRef,
    Text,
)
from explainer.model.record import Citation, Record
from explainer.model.when import Date

Phase = Literal["past", "ongoing", "planned", "cancelled"]
Role = Literal["by", "against", "affected", "party", "mediator", "participant", "host", "excluded"]


class Who(Model):
    """The parts that actors played in an event."""

    by: Many[ActorRef] = ()
    """Who did it, where the source says so in its own voice or through `according_to`."""
    against: Many[ActorRef] = ()
    """Whom it was aimed at."""
    affected: Many[ActorRef] = ()
    """Who suffered or was otherwise affected."""
    party: Many[ActorRef] = ()
    """Who is a party to it."""
    mediator: Many[ActorRef] = ()
    """Who mediated."""
    participant: Many[ActorRef] = ()
    """Who took part or is to take part."""
    host: Many[ActorRef] = ()
    """Who hosts it."""
    excluded: Many[ActorRef] = ()
    """Who was left out."""


class Blame(Model):
    """An accusation: who is blamed, by whom, in which words."""

    who: Many[ActorRef]
    """The accused."""
    by: ActorRef
    """The accuser."""
    quote: QuoteRef | None = None
    """The accuser's words."""
    source: Many[Citation] = ()
    """The evidence."""


class Account(Model):
    """One source's or speaker's version of an event, where versions differ."""

    by: ActorRef
    """Whose account this is."""
    says: Prose | None = None
    """What they say happened."""
    date: Date | None = None
    """When they say it happened."""
    who: Who | None = None
    """Whom they name."""
    figure: FigureRef | None = None
    """The figure they give."""
    source: Many[Citation] = ()
    """The evidence."""


class Event(Record):
    """Something that happened, is going on or is planned."""

    title: Text
    """What happened, in a headline of our own."""
    date: Date
    """When."""
    kind: Id | None = None
    """The kind of event; its label is in `story.yml` under `kinds`."""
    phase: Phase = "past"
    """Whether it is over, going on, planned or cancelled."""
    place: Many[PlaceRef] = ()
    """Where."""
    who: Who = Who()
    """Who played which part."""
    according_to: Many[ActorRef] = ()
    """Who says so; nobody means that the publisher says it in its own voice."""
    blamed: Many[Blame] = ()
    """Accusations, each with its accuser."""
    accounts: Many[Account] = ()
    """Versions that differ."""
    aggregate: bool = False
    """Whether several incidents are summed up in this one record."""
    part_of: EventRef | None = None
    """The larger event this one belongs to."""
    summary: Prose | None = None
    """What is known, in our own words."""
    key: bool = False
    """Whether a newcomer should see it first."""
    image: ImageRef | None = None
    """A picture."""
    timeline: bool = True
    """Whether the chronology shows it."""
