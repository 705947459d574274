"""`/data/story.json`: every record under its YAML field names in long form, with what is computed."""

from __future__ import annotations

from functools import cache
from typing import Any

from explainer.language import language
from explainer.model.attribution import chain
from explainer.model.collections import COLLECTIONS
from explainer.model.fields import Model
from explainer.model.findings import Passage
from explainer.model.phrases import phrase
from explainer.model.private import exported
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.story import Key, Story
from explainer.model.when import DateRecord
from explainer.urls import Urls

UNPUBLISHED = ("note", "draft")
"""Fields that stay with the editors."""


def story_data(story: Story, urls: Urls) -> dict[str, Any]:
    """Return the whole story as plain values: `story`, then each collection as a list of records.

    Private persons are left out of it.
    """
    story = exported(story)
    data: dict[str, Any] = {"story": _fields(story.info, story)}
    for name in COLLECTIONS:
        data[name] = [
            _record(Key(name, id_), record, story, urls) for id_, record in story.collection(name).items()
        ]
    return data


def _record(key: Key, record: Record, story: Story, urls: Urls) -> dict[str, Any]:
    data = _fields(record, story)
    data["page"] = urls.record(key)
    data["mentioned_by"] = [str(other) for other in story.mentions.get(key, ())]
    if key.collection in {"events", "quotes"}:
        data["chain"] = [
            {"role": step.role, "actors": list(step.actors), "sources": list(step.sources)}
            for step in chain(story, record)
        ]
    if isinstance(record, Quote):
        data["form"] = record.form
        data["verbatim"] = _verbatim(record, story)
        data["passages"] = [_passage(passage) for passage in story.findings.words.get(record.id, ())]
        data["timeline"] = record.on_timeline
    return data


def _verbatim(quote: Quote, story: Story) -> str | None:
    """Return whether the words were found in the source; nothing for a quotation without verbatim words."""
    if not quote.words:
        return None
    return "checked" if quote.id in story.findings.words else "not checked"


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "source": passage.source,
        "paragraph": passage.paragraph,
        "checked": passage.checked or None,
        "insertions": passage.insertions or None,
    }


def _fields(model: Model, story: Story) -> dict[str, Any]:
    held = vars(model)
    return {
        name: value if (value := held[field]) is None or type(value) is str else _value(value, story)
        for name, field in _names(type(model))
    }


@cache
def _names(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the published fields of a model: as editors write them, and as they are called here."""
    fields = model.model_fields.items()
    return tuple((field.alias or name, name) for name, field in fields if name not in UNPUBLISHED)


def _value(value: Any, story: Story) -> Any:
    if isinstance(value, tuple):
        return [_value(item, story) for item in value]
    if isinstance(value, str):
        return value
    if isinstance(value, DateRecord):
        return _date(value, story)
    if isinstance(value, Model):
        return _fields(value, story)
    if isinstance(value, dict):
        return {key: _value(item, story) for key, item in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _date(date: DateRecord, story: Story) -> dict[str, Any]:
    return {
        "edtf": date.edtf.normal,
        "earliest": date.edtf.earliest or None,
        "latest": date.edtf.latest or None,
        "display": phrase(date.edtf, language(story.info.language), part=date.part),
        "basis": date.basis,
        "says": date.says,
        "part": date.part,
        "why": date.why,
    }
