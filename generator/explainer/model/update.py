"""Updates: what the editors added, changed or corrected, for readers to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from explainer.model.fields import AnyRef, Id, Many, Prose, Text
from explainer.model.record import Record
from explainer.model.when import Date

UNFINISHED = "UNFINISHED"
"""Begins a proposed sentence that an editor has to finish before it is published."""
UpdateKind = Literal["added", "updated", "corrected", "clarified", "removed"]


class Update(Record):
    """One change to what was published."""

    id: Annotated[Id, "made from the date, the kind and the first item when left out"]
    """May be left out: made from the date, the kind and the first record it concerns."""
    date: Date
    """When the change was made."""
    kind: UpdateKind = "updated"
    """What kind of change it is."""
    items: Many[AnyRef] = ()
    """The records it concerns."""
    says: Prose
    """What changed and why."""
    was: Text | None = None
    """What was published before."""
    now: Text | None = None
    """What is published now."""


def newest_first(updates: Iterable[Update]) -> list[Update]:
    """Return updates in the order of the log; of one day the one written last comes first."""
    ordered = sorted(updates, key=lambda update: update.date.edtf.latest or "")
    return ordered[::-1]
