"""Relations between two actors, in a fixed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from explainer.model.fields import ActorRef, Id, Many, Prose
from explainer.model.record import Record
from explainer.model.when import Date

Rel = Literal[
    "fights", "ally-of", "affiliate-of", "part-of", "member-of", "heads", "represents", "supports", "opposes",
    "brokers-with", "mediates", "backs-talks", "reports-on", "employs", "family-of",
]  # fmt: skip


@dataclass(frozen=True)
class Meaning:
    """How a relation reads from either end, and whether it is friendly (1), hostile (-1) or neither (0)."""

    forward: str
    inverse: str
    polarity: int = 0

    @property
    def symmetric(self) -> bool:
        """Tell whether the relation reads the same from both ends."""
        return self.forward == self.inverse


VOCABULARY: dict[str, Meaning] = {
    "fights": Meaning("fights", "fights", -1),
    "ally-of": Meaning("is an ally of", "is an ally of", 1),
    "affiliate-of": Meaning("is an affiliate of", "has the affiliate"),
    "part-of": Meaning("is part of", "includes"),
    "member-of": Meaning("is a member of", "has the member"),
    "heads": Meaning("heads", "is headed by"),
    "represents": Meaning("represents", "is represented by"),
    "supports": Meaning("supports", "is supported by", 1),
    "opposes": Meaning("opposes", "is opposed by", -1),
    "brokers-with": Meaning("brokers together with", "brokers together with"),
    "mediates": Meaning("mediates for", "has the mediator"),
    "backs-talks": Meaning("backs talks with", "has talks backed by"),
    "reports-on": Meaning("reports on", "is reported on by"),
    "employs": Meaning("employs", "works for"),
    "family-of": Meaning("is family of", "is family of"),
}


class Relation(Record):
    """How one actor stands to another, and when."""

    id: Annotated[Id, "made from a, rel and b when left out"]
    """May be left out: made from `a`, `rel` and `b`."""
    a: ActorRef
    """The first actor."""
    rel: Rel
    """The relation, read from `a` to `b`."""
    b: ActorRef
    """The second actor."""
    when: Date | None = None
    """When it held."""
    says: Prose | None = None
    """The relation in words."""
    according_to: Many[ActorRef] = ()
    """Who says so."""

    @property
    def meaning(self) -> Meaning:
        """Return how the relation reads from either end."""
        return VOCABULARY[self.rel]
