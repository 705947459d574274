"""Disputes: questions on which positions in the sources differ."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from explainer.model.fields import ActorRef, AnyRef, Many, Model, Prose, QuoteRef, Text
from explainer.model.record import Citation, Record


class Position(Model):
    """One side of a dispute."""

    by: ActorRef
    """Who takes it."""
    says: Prose
    """What they hold."""
    quote: QuoteRef | None = None
    """Their words."""
    source: Many[Citation] = ()
    """The evidence."""


class Dispute(Record):
    """A question that is answered differently by different actors."""

    title: Text
    """The question."""
    about: Many[AnyRef] = ()
    """What it concerns."""
    positions: Annotated[Many[Position], Field(min_length=2)]
    """Two or more positions."""
    summary: Prose | None = None
    """What is and what is not disputed."""
