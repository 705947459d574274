"""What differs between two states of a story, record by record and field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from explainer.changes.values import as_words
from explainer.frozen import frozen
from explainer.model.fields import Model
from explainer.model.private import masked
from explainer.model.record import Record
from explainer.model.story import INFO, Key, Story
from explainer.model.titles import full_title

Kind = Literal["added", "removed", "renamed", "changed"]
_OURS = {"id", "note", "draft", "former_ids", "tags", "timeline", "key", "text", "not_content", "accessed"}
"""Fields that tell readers no fact: how the story is filed, ordered and looked after."""


@frozen
class Change:
    """One difference that readers can see."""

    key: Key
    """The record now; the record before where there is none now."""
    kind: Kind
    title: str
    field: str = ""
    """The field that changed, as editors write it."""
    was: str = ""
    now: str = ""
    """Both in words; empty where nothing was, or is, said."""

    def __str__(self) -> str:
        """Return the change as a line for editors."""
        name = f"{self.key} “{self.title}”" if self.key != INFO else "the story"
        if self.kind != "changed":
            return f"{name}: {self.kind}" + (f" (was {self.was})" if self.was else "")
        if not self.was:
            return f"{name}: {self.field} is new: {self.now}"
        if not self.now:
            return f"{name}: {self.field} was taken out; it was: {self.was}"
        return f"{name}: {self.field} was: {self.was}; is now: {self.now}"


def changes(before: Story, after: Story) -> Iterator[Change]:
    """Yield what readers see differently in the second story, in its order; what was removed comes last.

    Drafts, notes, the order of records and what editors keep for themselves are no differences. Private
    persons go by their neutral name, as what is proposed here is to be published.
    """
    yield from _Comparison(masked(before.published()), masked(after.published())).changes()


class _Comparison:
    """Two published stories, side by side."""

    def __init__(self, old: Story, new: Story) -> None:
        self._old, self._new = old, new

    def changes(self) -> Iterator[Change]:
        old, new = self._old, self._new
        yield from self._fields(INFO, old.info, new.info, new.info.title)
        left = {key for key, _ in old.records if key.collection != "updates"}
        for key, record in new.records:
            if key.collection == "updates":
                continue
            then = self._before(key, record.former_ids)
            left.discard(then or key)
            yield from self._record(key, record, then)
        for key, record in old.records:
            if key in left:
                yield Change(key, "removed", full_title(old, record))

    def _before(self, key: Key, former: tuple[str, ...]) -> Key | None:
        """Return what a record was called before, if it was there."""
        for id_ in (key.id, *former):
            if self._old.get(Key(key.collection, id_)) is not None:
                return Key(key.collection, id_)
        return None

    def _record(self, key: Key, record: Record, then: Key | None) -> Iterator[Change]:
        title = full_title(self._new, record)
        known = self._old.get(then) if then else None
        if then is None or known is None:
            yield Change(key, "added", title)
            return
        if then != key:
            yield Change(key, "renamed", title, was=then.id)
        yield from self._fields(key, known, record, title)

    def _fields(self, key: Key, before: Model, after: Model, title: str) -> Iterator[Change]:
        for name, field in type(after).model_fields.items():
            was, now = getattr(before, name), getattr(after, name)
            if name in _OURS or was == now:
                continue
            shown, shows = as_words(was, field, self._old), as_words(now, field, self._new)
            if shown != shows:
                yield Change(key, "changed", title, field.alias or name, shown, shows)
