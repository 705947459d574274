"""Updates: what the editors added, changed or corrected, for readers to see."""

from __future__ import annotations

from typing import Annotated, Literal

from explainer.model.fields import AnyRef, Id, Many, Prose, Text
from explainer.model.record import Record
from explainer.model.when import Date

UpdateKind = Literal["added", "updated", "corrected", "clarified", "removed"]


class Update(Record):
    """One change to what was published."""

    id: Annotated[Id, "made from the date and the kind when left out"]
    """May be left out: made from the date and the kind."""
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
