"""JSON Schemas of the files of an edition in another language: only what is translated."""

from __future__ import annotations

from explainer.model.collections import COLLECTIONS
from explainer.model.fields import Model
from explainer.model.info import StoryInfo
from explainer.model.quote import Quote
from explainer.model.translatable import Slot, key_field, main_field, slots, submodel
from explainer.publish.descriptions import descriptions
from explainer.publish.schema import DIALECT, Schema

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def edition_schemas() -> dict[str, Schema]:
    """Return, by file name, a schema for an edition's `story.yml` and one for each collection's file."""
    schemas = {"edition-story.schema.json": {"$schema": DIALECT, **_fields(StoryInfo)}}
    for collection in COLLECTIONS.values():
        schemas[f"edition-{collection.name}.schema.json"] = {
            "$schema": DIALECT,
            "title": f"{collection.name} in another language, by id",
            "type": "object",
            "additionalProperties": _one(collection.model),
        }
    return schemas


def _fields(model: type[Model]) -> Schema:
    """Return the schema of what is translated inside a model."""
    properties = {
        slot.alias: {**_value(model, slot), "description": descriptions(model).get(slot.name, "")}
        for slot in slots(model)
        if slot.kind not in {"same", "printed"}
    }
    if model is Quote:
        properties["translation"] = {**_TEXTS, "description": "The words, piece by piece."}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _one(model: type[Model]) -> Schema:
    """Return the schema of an item, which may be its main text alone."""
    return {"anyOf": [_TEXT, _fields(model)]} if main_field(model) else _fields(model)


def _value(model: type[Model], slot: Slot) -> Schema:
    if slot.kind == "text":
        return _TEXT
    if slot.kind == "texts":
        return _TEXTS
    if slot.kind in {"keys", "values"}:
        return {"type": "object", "additionalProperties": _TEXT}
    inner = submodel(model, slot)
    if slot.kind == "model":
        return _one(inner)
    if slot.kind == "by-key":
        return {"type": "object", "additionalProperties": _one(inner)}
    listed: list[Schema] = [_one(inner), {"type": "array", "items": _one(inner)}]
    if key_field(inner):
        listed.append({"type": "object", "additionalProperties": _one(inner)})
    return {"anyOf": listed}
