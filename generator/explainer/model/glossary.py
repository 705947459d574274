"""The glossary: what terms mean."""

from __future__ import annotations

from explainer.model.fields import Many, Prose, Text
from explainer.model.record import Record


class Term(Record):
    """A term and its meaning."""

    term: Text
    """The term."""
    means: Prose
    """Its meaning in one sentence that stands alone."""
    aliases: Many[Text] = ()
    """Other forms of the term."""
