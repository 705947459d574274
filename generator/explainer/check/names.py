"""Ids and names mean one thing each."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.model.collections import COLLECTIONS
from explainer.model.private import STAND_IN
from explainer.model.story import Key, Story
from explainer.problems import Path, Problem

RESERVED = frozenset({"index"})
"""Ids whose address is a collection's own page."""


def ids_are_free(story: Story) -> Iterator[Problem]:
    """Yield a problem for each id, and each kind of event, that would take a collection page's address."""
    for name in COLLECTIONS:
        for id_ in RESERVED & story.collection(name).keys():
            message = f'"{id_}" cannot be an id: it is the address of the page of all {name}'
            where = story.origins[Key(name, id_)].step("id")
            yield Problem(where, "reserved-id", message, "choose another id")
    if STAND_IN in story.actors:
        message = f'"{STAND_IN}" cannot be an id: it stands for private persons in published data'
        where = story.origins[Key("actors", STAND_IN)].step("id")
        yield Problem(where, "reserved-id", message, "choose another id")
    for id_, event in story.events.items():
        if event.kind in RESERVED:
            where = story.origins[Key("events", id_)].step("kind")
            yield Problem(
                where, "reserved-id", f'"{event.kind}" cannot be a kind of event', "choose another word"
            )


def former_ids_are_free(story: Story) -> Iterator[Problem]:
    """Yield a problem for each former id that is in use, or is claimed by two records."""
    claimed: dict[Key, Key] = {}
    for key, record in story.records:
        for number, former in enumerate(record.former_ids):
            where = story.origins[key].step("former_ids", number)
            old = Key(key.collection, former)
            if story.get(old) is not None:
                message = f'"{former}" is the id of a record, so it cannot be a former id of "{key.id}"'
                yield Problem(where, "former-id", message, "delete one of the two")
            elif old in claimed:
                message = f'"{former}" is a former id of "{claimed[old].id}" already'
                yield Problem(where, "former-id", message, "keep it in one record")
            claimed.setdefault(old, key)


def aliases_mean_one_actor(story: Story) -> Iterator[Problem]:
    """Yield a warning for each name or alias that two actors share."""
    owners: dict[str, str] = {}
    for id_ in story.actors:
        for path, name in _names(story, id_):
            owner = owners.setdefault(name.casefold(), id_)
            if owner != id_:
                where = story.origins[Key("actors", id_)].step(*path)
                message = f'"{name}" means both "{owner}" and "{id_}"'
                yield Problem(where, "shared-alias", message, "move it to `weak_aliases` in both", "warning")


def _names(story: Story, id_: str) -> Iterator[tuple[Path, str]]:
    actor = story.actors[id_]
    if "name" not in actor.withheld:
        yield ("name",), actor.name
    for number, alias in enumerate(actor.aliases):
        yield ("aliases", number), alias
