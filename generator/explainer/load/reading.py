"""The state of one reading of a content folder: what has been read so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from explainer.load.store import Store
from explainer.model.collections import COLLECTIONS
from explainer.model.info import StoryInfo
from explainer.model.record import Record
from explainer.model.story import Key
from explainer.problems import Problem, Where


@dataclass
class Reading:
    """The state of one run: what has been read so far."""

    problems: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in COLLECTIONS})
    origins: dict[Key, Where] = field(default_factory=dict)
    rejected: set[Key] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    """Collections, or `story`, of which a file could not be read."""
    info: StoryInfo | None = None
    default_source: str | None = None
    store: Store = field(default_factory=Store)

    def enter(self, key: Key, record: Record | None, where: Where) -> None:
        """Put a record among the others, unless one of them has its id."""
        if not self._is_new(key, where):
            return
        if record is None:
            self.rejected.add(key)
        else:
            self.records[key.collection][record.id] = record

    def has(self, key: Key) -> bool:
        """Tell whether a record of that key was read, or was to be."""
        return key.id in self.records[key.collection] or key in self.rejected

    def _is_new(self, key: Key, where: Where) -> bool:
        first = self.origins.setdefault(key, where)
        if first is where:
            return True
        message = f'"{key.id}" is the id of two {key.collection}'
        self.problems.append(
            Problem(where.step("id"), "duplicate-id", message, "give one of them another id")
        )
        if first.file != where.file or first.path != where.path:
            self.problems.append(
                Problem(first.step("id"), "duplicate-id", message, "give one of them another id")
            )
        return False
