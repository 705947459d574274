"""Sources: what the story's statements rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from explainer.model.fields import ActorRef, Lang, Many, Text, Url
from explainer.model.record import Record
from explainer.model.when import Date

SourceType = Literal["article", "report", "dataset", "video", "post", "book", "webpage", "statement"]


class Source(Record):
    """An article, report, data set or other text that records cite."""

    title: Text
    """The title as published, or a translation of it."""
    original_title: Text | None = None
    """The title as published, where `title` is a translation."""
    type: SourceType = "article"
    """What kind of publication it is."""
    publisher: ActorRef | None = None
    """The actor who published it."""
    author: Many[Text] = ()
    """Authors as printed."""
    published: Date | None = None
    """When it was published."""
    url: Url | None = None
    """Where it can be read."""
    archived: Url | None = None
    """An archived copy."""
    accessed: Date | None = None
    """When the editors last read it."""
    lang: Lang | None = None
    """The language of the text; the story's own when left out."""
    credit: Text | None = None
    """The credit line as printed."""
    text: Text | None = None
    """The name of the file with the full text, looked up in the `source_texts` folders."""
    not_content: Many[Annotated[int, Field(ge=1)]] = ()
    """Numbers of paragraphs that are links, promos or repeated captions."""
    rights: Text | None = None
    """The licence or rights statement."""
