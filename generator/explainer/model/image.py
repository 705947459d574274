"""Images, with the text that stands in for them and their credit."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from explainer.model.fields import AnyRef, Many, Prose, Text, Url
from explainer.model.record import Record


class Image(Record):
    """A picture in the `images` folder."""

    file: Text
    """The file's path inside the content folder."""
    alt: str
    """What the picture shows, for those who do not see it."""
    credit: Text
    """Whose picture it is."""
    decorative: bool = False
    """Whether the picture says nothing that the text does not; allows `alt: ""`."""
    caption: Prose | None = None
    """The caption."""
    licence: Text | None = None
    """The licence."""
    source_url: Url | None = None
    """Where it comes from."""
    shows: Many[AnyRef] = ()
    """The records it shows."""

    @model_validator(mode="after")
    def _has_alternative(self) -> Image:
        if not self.alt and not self.decorative:
            hint = "say what it shows, or add `decorative: true`"
            raise PydanticCustomError("no_alt", "this image has no text alternative", {"hint": hint})
        return self
