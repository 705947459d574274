"""Dates agree with the words they were read from, with the phase, and with the sources."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.language import language
from explainer.model.event import Event
from explainer.model.phrases import phrase, weekday_name, weekday_named
from explainer.model.story import Key, Story
from explainer.model.walk import inside
from explainer.model.when import DateRecord
from explainer.problems import Problem


def weekdays_agree(story: Story) -> Iterator[Problem]:
    """Yield a problem for each date whose weekday is not the one the source names."""
    english = language("en")
    for key, record in story.records:
        for path, date in inside(record, DateRecord):
            named = weekday_named(date.says, english) if date.says else None
            actual = date.edtf.weekday if named is not None else None
            if named is not None and actual is not None and named != actual:
                day = f"{date.edtf.earliest} is a {weekday_name(actual, english)}"
                message = f'{day}, but the source says "{date.says}"'
                hint = "correct the date, or `says`"
                yield Problem(story.origins[key].step(*path, "edtf"), "weekday", message, hint)


def phases_fit_dates(story: Story) -> Iterator[Problem]:
    """Yield a warning for each planned event before, and each past event after, the story's as-of date."""
    if story.info.as_of is None:
        return
    today = story.info.as_of.edtf
    for id_, event in story.events.items():
        start, end = event.date.edtf.start, event.date.edtf.end
        if event.phase == "planned" and end and today.start and end < today.start:
            as_of = phrase(today, language("en"))
            message = f"this event is planned, but its date is before {as_of}, the story's as_of"
            where = story.origins[Key("events", id_)].step("phase")
            yield Problem(where, "phase", message, "correct the date, or the phase", "warning")
        if event.phase == "past" and start and today.end and start > today.end:
            as_of = phrase(today, language("en"))
            message = f"this event is past, but its date is after {as_of}, the story's as_of"
            hint = "add `phase: planned`, or correct the date"
            where = story.origins[Key("events", id_)].step("date", "edtf")
            yield Problem(where, "phase", message, hint, "warning")


def sources_come_after_events(story: Story) -> Iterator[Problem]:
    """Yield a warning for each past event that begins after all its sources were published."""
    for id_, event in story.events.items():
        if event.phase != "past":
            continue
        published = [_published(story, citation.ref) for citation in event.source]
        if not published or any(date is None for date in published):
            continue
        if _is_after_all(event, [date for date in published if date is not None]):
            where = story.origins[Key("events", id_)].step("date", "edtf")
            message = "this event begins after its sources were published"
            yield Problem(
                where, "after-source", message, "correct the date, or add `phase: planned`", "warning"
            )


def _published(story: Story, source_id: str) -> DateRecord | None:
    source = story.sources.get(source_id)
    return source.published if source else None


def _is_after_all(event: Event, published: list[DateRecord]) -> bool:
    start = event.date.edtf.start
    return start is not None and all(
        date.edtf.end is not None and start > date.edtf.end for date in published
    )
