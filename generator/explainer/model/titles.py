"""What records are called where the whole story is at hand."""

from __future__ import annotations

from explainer.language import language
from explainer.model.collections import title_of
from explainer.model.record import Record
from explainer.model.relation import Relation
from explainer.model.story import Story
from explainer.model.update import Update


def full_title(story: Story, record: Record) -> str:
    """Return a record's title; a relation's names both actors, an update's the records it concerns."""
    if isinstance(record, Update):
        return _headline(story, record)
    if not isinstance(record, Relation):
        return title_of(record)
    names = [actor.name for end in (record.a, record.b) if (actor := story.actors.get(end))]
    between = language(story.info.language).gettext(record.meaning.forward)
    return f" {between} ".join(names) if len(names) == 2 else record.id


def _headline(story: Story, update: Update) -> str:
    """Return the kind of update with the records it concerns."""
    words = language(story.info.language)
    found = (story.resolve(item) for item in update.items)
    records = [record for key in found if key and (record := story.get(key))]
    names = words.list(full_title(story, record) for record in records if not isinstance(record, Update))
    kind = words.gettext(update.kind.capitalize())
    return f"{kind}: {names}" if names else kind
