"""Relations between two actors, in a fixed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from explainer.language import N_
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
    "fights": Meaning(N_("fights"), N_("fights"), -1),
    "ally-of": Meaning(N_("is an ally of"), N_("is an ally of"), 1),
    "affiliate-of": Meaning(N_("is an affiliate of"), N_("has the affiliate")),
    "part-of": Meaning(N_("is part of"), N_("includes")),
    "member-of": Meaning(N_("is a member of"), N_("has the member")),
    "heads": Meaning(N_("heads"), N_("is headed by")),
    "represents": Meaning(N_("represents"), N_("is represented by")),
    "supports": Meaning(N_("supports"), N_("is supported by"), 1),
    "opposes": Meaning(N_("opposes"), N_("is opposed by"), -1),
    "brokers-with": Meaning(N_("brokers together with"), N_("brokers together with")),
    "mediates": Meaning(N_("mediates for"), N_("has the mediator")),
    "backs-talks": Meaning(N_("backs talks with"), N_("has talks backed by")),
    "reports-on": Meaning(N_("reports on"), N_("is reported on by")),
    "employs": Meaning(N_("employs"), N_("works for")),
    "family-of": Meaning(N_("is family of"), N_("is family of")),
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
