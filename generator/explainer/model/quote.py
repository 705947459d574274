"""Quotations: what somebody said, verbatim, in part, or in our words."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from explainer.model.fields import ActorRef, AnyRef, Lang, Many, Prose, Text
from explainer.model.record import Record
from explainer.model.when import Date

Act = Literal[
    "say", "report", "announce", "demand", "urge", "call-for", "accuse", "blame", "condemn", "refuse", "deny",
    "warn", "assess", "express-concern", "promise",
]  # fmt: skip
Stance = Literal["supports", "neutral", "critical", "accuses", "refuses"]
INSERTION = re.compile(r"\[[^\[\]]*\]")
"""A text in square brackets, which the speaker did not say."""
Form = Literal["direct", "mixed", "indirect"]


class Quote(Record):
    """A statement by an actor, with the chain through which it reached us."""

    speaker: ActorRef
    """Who said it."""
    label: Text | None = None
    """How the source describes an unnamed speaker."""
    on_behalf_of: Annotated[ActorRef | None, Field(alias="for")] = None
    """For whom they spoke; written `for`."""
    act: Act = "say"
    """What the speaker did by saying it."""
    date: Date
    """When it was said, which is not when what it tells of happened."""
    words: Many[Text] = ()
    """The words, letter for letter; several pieces where the source splits the quotation."""
    says: Prose | None = None
    """What was said, in our words, beginning with a verb."""
    told: ActorRef | None = None
    """Who heard it."""
    via: Many[ActorRef] = ()
    """Through whom it was passed on."""
    to: Many[ActorRef] = ()
    """Whom it was addressed to."""
    about: Many[AnyRef] = ()
    """What it is about."""
    stance: dict[ActorRef, Stance] = {}
    """How the speaker stands towards others in these words."""
    lang: Lang | None = None
    """The language of the words as printed; the source's own when left out."""
    translated_by: Text | None = None
    """Who translated the words."""
    translation: Many[Text] = ()
    """The words in the story's language, piece by piece, where they are in another; by the editors."""
    inserted: bool = False
    """Whether square brackets in the words are ours rather than the publisher's."""
    timeline: bool | None = None
    """Whether the chronology shows it; by default unless the act is `say` or `report`."""

    @model_validator(mode="after")
    def _has_content(self) -> Quote:
        if not self.words and not self.says and not {"words", "says"} & set(self.withheld):
            hint = "give the verbatim words in `words`, or what was said in our words in `says`"
            raise PydanticCustomError("no_words", "this quotation has neither words nor says", {"hint": hint})
        return self

    @model_validator(mode="after")
    def _is_translated_whole(self) -> Quote:
        if self.translation and len(self.translation) != len(self.words) and "words" not in self.withheld:
            hint = "translate each piece of `words` by itself, in the same order"
            raise PydanticCustomError(
                "pieces", "the translation has not as many pieces as the words", {"hint": hint}
            )
        return self

    @property
    def form(self) -> Form:
        """Return whether the quotation is direct (words only), mixed (both) or indirect (ours only)."""
        if not self.words:
            return "indirect"
        return "mixed" if self.says else "direct"

    @property
    def originals(self) -> tuple[str, ...]:
        """Return what stands in the source of each piece: its longest stretch without insertions of ours."""
        if not self.inserted:
            return self.words
        return tuple(max(map(str.strip, INSERTION.split(piece)), key=len) for piece in self.words)

    @property
    def on_timeline(self) -> bool:
        """Tell whether the chronology shows this quotation."""
        return self.act not in {"say", "report"} if self.timeline is None else self.timeline
