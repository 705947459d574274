"""Figures: one quantity, with every estimate of it that somebody gave."""

from __future__ import annotations

from math import inf
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from explainer.model.fields import ActorRef, EventRef, FigureRef, Many, Model, PlaceRef, Prose, QuoteRef, Text
from explainer.model.record import Citation, Record
from explainer.model.when import Date

Qualifier = Literal["exact", "at-least", "more-than", "about", "up-to", "vague"]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Scope(Model):
    """What exactly is counted; figures of different scope are never compared."""

    place: PlaceRef | None = None
    """Where."""
    period: Date | None = None
    """In which time."""
    side: Text | None = None
    """On which side: a side of `story.yml`, or `both`."""
    cause: Text | None = None
    """From which cause."""


class Preferred(Model):
    """The estimate that the editors prefer, and why."""

    by: ActorRef
    """Whose estimate."""
    why: Prose
    """The reason, shown to readers."""


class Estimate(Model):
    """One value for the quantity, as somebody gave it."""

    by: ActorRef
    """Who gave it."""
    value: Number | None = None
    """The number."""
    low: Number | None = None
    """The least it can be."""
    high: Number | None = None
    """The most it can be."""
    text: Text | None = None
    """The estimate in the source's words, where there is no number."""
    translation: Text | None = None
    """These words in the story's own language, where they are printed in another; by the editors."""
    qualifier: Qualifier = "exact"
    """How the number is meant."""
    as_of: Date | None = None
    """The day the estimate is for."""
    of_which: dict[Text, Number] = {}
    """Parts of the number, such as `children: 1`."""
    quote: QuoteRef | None = None
    """The quotation that gives it."""
    source: Many[Citation] = ()
    """The evidence."""

    @model_validator(mode="after")
    def _says_something(self) -> Estimate:
        if self.value is None and self.low is None and self.high is None and self.text is None:
            hint = "give a `value`, a `low` and `high`, or the source's words in `text`"
            raise PydanticCustomError("no_value", "this estimate has no value", {"hint": hint})
        if self.low is not None and self.high is not None and self.low > self.high:
            hint = "swap `low` and `high`"
            raise PydanticCustomError(
                "low_above_high", "this estimate's low is above its high", {"hint": hint}
            )
        return self

    @model_validator(mode="after")
    def _holds_together(self) -> Estimate:
        low = self.low if self.low is not None else -inf
        high = self.high if self.high is not None else inf
        if self.value is not None and not low <= self.value <= high:
            raise PydanticCustomError(
                "value_outside",
                "this estimate's value is not between its low and its high",
                {"hint": "correct one of the three numbers"},
            )
        most = self.value if self.value is not None else high
        for what, number in self.of_which.items():
            if self.qualifier in {"exact", "up-to"} and number > most:
                raise PydanticCustomError(
                    "part_above_whole",
                    'more "{what}" than there are in all',
                    {"what": what, "hint": "`of_which` gives parts of the number; correct one of the two"},
                )
        return self


class Figure(Record):
    """A quantity with one or more estimates."""

    title: Text
    """What is counted, where and since when."""
    unit: Text
    """What one of it is: civilians, hours, air strikes."""
    scope: Scope = Scope()
    """What exactly is counted."""
    estimates: Annotated[Many[Estimate], Field(min_length=1)]
    """The values given, each with who gave it."""
    event: EventRef | None = None
    """The event it belongs to."""
    preferred: Preferred | None = None
    """The estimate the editors prefer, with the reason."""
    do_not_combine_with: Many[FigureRef] = ()
    """Figures with an overlapping scope, never to be added to this one."""
    summary: Prose | None = None
    """How to read the figure."""
