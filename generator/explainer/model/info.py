"""What `story.yml` says about the story as a whole."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from explainer.model.event import Role
from explainer.model.fields import (
    ActorRef,
    AnyRef,
    FigureRef,
    Id,
    Lang,
    Many,
    Model,
    PlaceRef,
    Prose,
    Shorthand,
    SourceRef,
    Text,
)
from explainer.model.record import Citation
from explainer.model.when import Date


class Side(Model):
    """A side in the story that actors and figures can belong to."""

    id: Id
    """The side's id."""
    name: Text
    """Its name, in neutral words."""
    summary: Prose | None = None
    """Who belongs to it."""


class Chapter(Model):
    """A stretch of the story."""

    id: Id
    """The chapter's id."""
    title: Text
    """Its title."""
    when: Date | None = None
    """From when to when."""
    summary: Prose | None = None
    """What happened in it."""


class KindRecord(Model):
    """A kind of event."""

    label: Text
    """What readers call it."""
    expects: Many[Role] = ()
    """Parts that an event of this kind has; one that a record does not name is listed as not known."""


Kind = Annotated[KindRecord, Shorthand("label")]


Gap = Literal[Role, "person", "day", "began", "ended", "other"]
"""What a record can leave open: a part in an event, who somebody is, a date, or something else."""


class Unknown(Model):
    """Something that the sources do not say."""

    says: Prose
    """What is not known."""
    about: Many[AnyRef] = ()
    """The records it concerns."""
    covers: Many[Gap] = ()
    """The open questions of these records that it puts into words; all, when left out."""
    source: Many[Citation] = ()
    """Where a source says that it is not known."""


class Question(Model):
    """A question that readers ask, with its answer: a page of its own."""

    id: Id
    """The question's id, which its address is made of."""
    question: Text
    """The question, as a reader would ask it."""
    answer: Prose
    """The answer; its first paragraph stands alone."""
    about: Many[AnyRef] = ()
    """The records it concerns, beside those that the answer links to."""
    source: Many[Citation] = ()
    """What it rests on beyond the records that the answer links to."""


class KeyRecords(Model):
    """What the home page shows first."""

    actors: Many[ActorRef] = ()
    """Actors, in order."""
    places: Many[PlaceRef] = ()
    """Places, in order."""
    figures: Many[FigureRef] = ()
    """Figures, in order."""


class StoryInfo(Model):
    """The story's title, language, dates, sides and chapters."""

    title: Text
    """The story's title."""
    standfirst: Prose | None = None
    """What the story is about, in one to three sentences."""
    language: Lang = "en"
    """The language the records are written in."""
    timezone: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_+\-/0-9]+$")] = "UTC"
    """The IANA time zone of clock times, such as Asia/Damascus."""
    default_source: SourceRef | None = None
    """The source of every record that names none."""
    as_of: Date | None = None
    """The day up to which the story is told."""
    sides: Many[Side] = ()
    """The sides in the story."""
    chapters: Many[Chapter] = ()
    """The story's chapters, in order."""
    kinds: dict[Id, Kind] = {}
    """The kinds of event: a label, or `{label, expects}`."""
    key: KeyRecords = KeyRecords()
    """What the home page shows first; what is mentioned most, when left out."""
    questions: Many[Question] = ()
    """What readers ask, in the order in which it is best read."""
    unknown: Many[Unknown] = ()
    """What is not known."""
    note: Text | None = None
    """For editors only; never published."""
