"""Private persons: what machines may know of them, in pages' titles and search, and in downloads.

`masked` is for all that is found by machines beside what readers see; `exported` for every download.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from explainer.language import language
from explainer.model.actor import Actor
from explainer.model.collections import COLLECTIONS
from explainer.model.fields import RefTo
from explainer.model.links import LINK, links_in
from explainer.model.references import rewritten
from explainer.model.story import Key, Story

STAND_IN = "private"
"""What downloads hold in the place of a private person's id, and of each relation with one."""
_KEPT = {"id", "kind", "side", "private"}
"""Fields of a private person that say nothing about who it is."""


def neutral_name(story: Story) -> str:
    """Return what a private person is called in the story's language."""
    return language(story.info.language).gettext("A private person")


def masked(story: Story) -> Story:
    """Return the story with private persons under a neutral name and without anything else about them.

    A story without private persons is returned as it is.
    """
    if not any(actor.private for actor in story.actors.values()):
        return story
    name = neutral_name(story)
    return replace(story, actors={id_: _masked(actor, name) for id_, actor in story.actors.items()})


def _masked(actor: Actor, name: str) -> Actor:
    if not actor.private:
        return actor
    kept = {field: getattr(actor, field) for field in _KEPT}
    return Actor.model_construct(name=name, **kept)


def exported(story: Story) -> Story:
    """Return the story without private persons; whatever refers to one refers to `STAND_IN`."""
    hidden = {Key("actors", id_): STAND_IN for id_, actor in story.actors.items() if actor.private}
    if not hidden:
        return story
    relations = [
        relation
        for relation in story.relations.values()
        if any(Key("actors", end) in hidden for end in (relation.a, relation.b))
    ]
    renamed = {Key("relations", one.id): f"{STAND_IN}-{number}" for number, one in enumerate(relations, 1)}
    change = _Change(story, {**hidden, **renamed})
    kept = {
        name: dict(
            change.record(Key(name, id_), record)
            for id_, record in story.collection(name).items()
            if Key(name, id_) not in hidden
        )
        for name in COLLECTIONS
    }
    info = rewritten(story.info, change.reference, change.prose)
    return replace(story, info=info, **kept)  # type: ignore[arg-type]


class _Change:
    """Puts new ids in the place of some, in references and in prose."""

    def __init__(self, story: Story, ids: Mapping[Key, str]) -> None:
        self._story, self._ids = story, ids
        self._name = neutral_name(story)

    def record(self, key: Key, record: Any) -> tuple[str, Any]:
        """Return a record and its id as they are exported."""
        id_ = self._ids.get(key, key.id)
        return id_, rewritten(record, self.reference, self.prose).model_copy(update={"id": id_})

    def reference(self, mark: RefTo, target: str) -> str:
        """Return a reference as it is exported."""
        key = self._story.resolve(target, mark.collections)
        if key is None or key not in self._ids:
            return target
        return self._ids[key] if len(mark.collections) == 1 else str(Key(key.collection, self._ids[key]))

    def prose(self, text: str) -> str:
        """Return prose in which links to what is not exported are plain words."""
        for link in reversed(list(links_in(text))):
            key = self._story.resolve(link.target)
            if key is not None and key in self._ids and (found := LINK.match(text, link.start)):
                words = link.label or (self._name if key.collection == "actors" else self._ids[key])
                text = text[: link.start] + words + text[found.end() :]
        return text
