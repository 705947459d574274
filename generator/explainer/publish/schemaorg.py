"""What our words are in schema.org's vocabulary."""

from __future__ import annotations

from typing import Any

from explainer.model.actor import Actor
from explainer.model.when import DateRecord

Node = dict[str, Any]

_ACTOR_TYPES = {
    "person": "Person",
    "unnamed-person": "Person",
    "state": "Country",
    "government": "GovernmentOrganization",
    "ministry": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "ngo": "NGO",
}
SOURCE_TYPES = {
    "article": "NewsArticle",
    "report": "Report",
    "dataset": "Dataset",
    "video": "VideoObject",
    "post": "SocialMediaPosting",
    "book": "Book",
    "webpage": "WebPage",
    "statement": "CreativeWork",
}
STATUS = {"planned": "https://schema.org/EventScheduled", "cancelled": "https://schema.org/EventCancelled"}


def actor_type(actor: Actor) -> str:
    """Return the type of an actor."""
    return _ACTOR_TYPES.get(actor.kind, "Organization")


def when(date: DateRecord) -> Node:
    """Return when an event was; a `startDate` only where the day is known."""
    if date.edtf.is_day:
        return {"startDate": date.edtf.earliest}
    return {"temporalCoverage": date.edtf.normal}


def value_of(
    value: float | None, low: float | None, high: float | None, text: str | None, qualifier: str
) -> Node:
    """Return the value of an estimate, open where the estimate is."""
    if text is not None:
        return {"value": text}
    least = value if value is not None else low
    if qualifier in {"at-least", "more-than"}:
        return {"value": {"@type": "QuantitativeValue", "minValue": least}}
    if qualifier == "up-to":
        return {"value": {"@type": "QuantitativeValue", "maxValue": high if high is not None else least}}
    if high is not None or value is None:
        return {"value": {"@type": "QuantitativeValue", "minValue": low, "maxValue": high}}
    return {"value": value}
