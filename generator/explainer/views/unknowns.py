"""What is not known: said by the editors, and derived from what the records leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.model.edtf import Kind, Shape
from explainer.model.event import Event
from explainer.model.story import Key, Story
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import Link, Prose


@dataclass(frozen=True, slots=True)
class UnknownView:
    """Something that the sources do not say, in the editors' words."""

    says: Prose
    about: tuple[Link, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record that leaves a question open."""

    link: Link
    notes: tuple[int, ...]
    blamed: tuple[Link, ...] = ()
    """Who accuses somebody, where nobody is named as the one who did it."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that records leave open."""

    question: str
    """A part that nobody is named for, `name`, `start`, `end` or `day`."""
    records: tuple[OpenRecord, ...]


def unknowns(context: Context, notes: Notes) -> Iterator[UnknownView]:
    """Yield what the editors say is not known."""
    for unknown in context.story.info.unknown:
        says = context.prose(unknown.says)
        if says:
            yield UnknownView(says, context.targets(unknown.about), notes.cite(unknown.source))


def open_questions(context: Context, notes: Notes) -> tuple[OpenQuestion, ...]:
    """Return the questions that records leave open, without records of which the editors speak themselves."""
    spoken = {context.story.resolve(target) for item in context.story.info.unknown for target in item.about}
    found: dict[str, list[OpenRecord]] = {}
    for question, key in _open(context.story):
        if key not in spoken:
            found.setdefault(question, []).append(_record(question, key, context, notes))
    return tuple(OpenQuestion(question, tuple(records)) for question, records in found.items())


def missing_parts(event: Event, story: Story) -> tuple[str, ...]:
    """Return the parts that an event of this kind has, and for which nobody is named."""
    kind = story.info.kinds.get(event.kind) if event.kind else None
    if kind is None or event.phase not in {"past", "ongoing"} or "who" in event.withheld:
        return ()
    return tuple(part for part in kind.expects if not getattr(event.who, part))


def _open(story: Story) -> Iterator[tuple[str, Key]]:
    events = [(Key("events", id_), event) for id_, event in story.events.items()]
    for key, event in events:
        yield from ((part, key) for part in missing_parts(event, story))
    for id_, actor in story.actors.items():
        if actor.kind == "unnamed-person" and not actor.private:
            yield "name", Key("actors", id_)
    for key, event in events:
        if event.phase in {"past", "ongoing"}:
            yield from ((question, key) for question in _dates(event))


def _dates(event: Event) -> Iterator[str]:
    date = event.date.edtf
    if date.start_kind is Kind.UNKNOWN:
        yield "start"
    if date.end_kind is Kind.UNKNOWN:
        yield "end"
    if date.shape is Shape.ONE_OF:
        yield "day"


def _record(question: str, key: Key, context: Context, notes: Notes) -> OpenRecord:
    record = context.story.collection(key.collection)[key.id]
    accusers = [blame.by for blame in record.blamed] if isinstance(record, Event) and question == "by" else []
    return OpenRecord(context.link(key), notes.cite(record.source), context.actors(dict.fromkeys(accusers)))
