"""What records are called where the whole story is at hand."""

from __future__ import annotations

from explainer.language import language
from explainer.model.collections import title_of
from explainer.model.record import Record
from explainer.model.relation import Relation
from explainer.model.story import Story


def full_title(story: Story, record: Record) -> str:
    """Return a record's title; a relation's names both actors."""
    if not isinstance(record, Relation):
        return title_of(record)
    names = [actor.name for end in (record.a, record.b) if (actor := story.actors.get(end))]
    between = language(story.info.language).gettext(record.meaning.forward)
    return f" {between} ".join(names) if len(names) == 2 else record.id
