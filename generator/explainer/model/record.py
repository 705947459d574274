"""What all records have in common: an id, their evidence, and notes that are never published."""

from __future__ import annotations

from typing import Annotated

from explainer.model.fields import Id, Many, Model, Prose, Shorthand, SourceRef, Text
from explainer.model.when import Basis


class CitationRecord(Model):
    """A pointer to the source that a statement rests on, and to the words in it."""

    ref: SourceRef
    """The source's id."""
    at: Text | None = None
    """At most eight words copied from the source, just enough to find the place."""
    basis: Basis = "stated"
    """`background` for what readers need to know but the story's own sources do not say."""


Citation = Annotated[CitationRecord, Shorthand("ref")]


class Record(Model):
    """One item of a collection."""

    id: Id
    """Lower-case letters, digits and hyphens; unique in its collection; part of the page's address."""
    source: Many[Citation] = ()
    """The evidence: a source's id, or `{ref, at}` with a few words of the source, or several of them."""
    unsourced: Text | None = None
    """Why this record has no source, where it has none."""
    tags: Many[Text] = ()
    """Words to group records by."""
    note: Text | None = None
    """For editors only; never published."""
    draft: bool = False
    """A draft is checked but not published."""
    former_ids: Many[Id] = ()
    """Ids this record had before; their addresses lead here."""
    withheld: dict[Text, Text] = {}
    """Fields whose values never leave the content folder, each with the reason that readers are given."""
    body: Prose | None = None
    """Longer prose in Markdown; the text below the front matter of a `.md` record."""
