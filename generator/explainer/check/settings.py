"""What `story.yml` sets, and what records take from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from zoneinfo import ZoneInfo, available_timezones

from explainer.language import language
from explainer.model.story import INFO, Key, Story
from explainer.near import did_you_mean
from explainer.problems import Problem, Where

_NO_ONE_SIDE = ("both", "all")
"""What a figure's scope may name instead of a side."""


def language_is_known(story: Story) -> Iterator[Problem]:
    """Yield a problem where the story's language is none."""
    try:
        language(story.info.language)
    except ValueError:
        message = f'"{story.info.language}" is no language code that we know'
        yield Problem(_info(story, "language"), "unknown-language", message, "such as en, ar, de, fr or es")


def timezone_is_known(story: Story) -> Iterator[Problem]:
    """Yield a problem where the story's time zone is none."""
    name = story.info.timezone
    zones = () if _is_there(name) else available_timezones()  # which opens every zone's file
    if zones and name not in zones:
        hint = did_you_mean(name, zones) or "such as Asia/Damascus"
        yield Problem(_info(story, "timezone"), "unknown-timezone", f'"{name}" is no time zone', hint)


def _is_there(zone: str) -> bool:
    """Tell whether a time zone is there; other forms of zones, which are there too, are none."""
    with suppress(KeyError, ValueError, OSError):
        ZoneInfo(zone)
        return not zone.startswith(("posix", "right"))
    return False


def sides_exist(story: Story) -> Iterator[Problem]:
    """Yield a problem for each side that `story.yml` does not describe."""
    sides = [side.id for side in story.info.sides]
    for id_, actor in story.actors.items():
        if actor.side is not None and actor.side not in sides and "side" not in actor.withheld:
            yield _no_side(actor.side, sides, story.origins[Key("actors", id_)].step("side"))
    for id_, figure in story.figures.items():
        side = figure.scope.side
        if side is not None and side not in (*sides, *_NO_ONE_SIDE) and "scope" not in figure.withheld:
            where = story.origins[Key("figures", id_)].step("scope", "side")
            yield _no_side(side, [*sides, *_NO_ONE_SIDE], where)


def ids_are_given_once(story: Story) -> Iterator[Problem]:
    """Yield a problem for each side, chapter or question whose id another one has."""
    for name in ("sides", "chapters", "questions"):
        seen: set[str] = set()
        for number, one in enumerate(getattr(story.info, name)):
            if one.id in seen:
                where = _info(story, name).step(number, "id")
                message = f'"{one.id}" is the id of two {name}'
                yield Problem(where, "duplicate-id", message, "give one of them another id")
            seen.add(one.id)


def _no_side(side: str, sides: list[str], where: Where) -> Problem:
    hint = did_you_mean(side, sides) or "add it to `sides` in story.yml"
    return Problem(where, "unknown-side", f'no side called "{side}" in story.yml', hint)


def kinds_have_labels(story: Story) -> Iterator[Problem]:
    """Yield a problem for each kind of event that `story.yml` has no label for."""
    for id_, event in story.events.items():
        if event.kind is not None and event.kind not in story.info.kinds and "kind" not in event.withheld:
            where = story.origins[Key("events", id_)].step("kind")
            label = event.kind.replace("-", " ").capitalize()
            hint = (
                did_you_mean(event.kind, story.info.kinds) or f"add `{event.kind}: {label}` to `kinds` there"
            )
            yield Problem(where, "unknown-kind", f'no kind called "{event.kind}" in story.yml', hint)


def _info(story: Story, name: str) -> Where:
    return story.origins.get(INFO, Where("story.yml")).step(name)
