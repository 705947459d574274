"""JSON Schemas: of the YAML that editors write, and of the data that the site publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import ModelSchema

from explainer.model.collections import COLLECTIONS
from explainer.model.fields import Model
from explainer.model.info import StoryInfo
from explainer.model.private import STAND_IN
from explainer.model.record import Record
from explainer.model.withheld import withholdable
from explainer.publish.data import UNPUBLISHED
from explainer.publish.descriptions import descriptions

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DATA_SCHEMA = Path(__file__).with_name("data.schema.json")
"""The schema of the published data, as a file: to make it takes longer than to read a short story."""
Schema = dict[str, Any]


class _Described(GenerateJsonSchema):
    """Gives fields the texts beneath them as descriptions."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model."""
        made = super().model_schema(schema)
        model: type[Model] = schema["cls"]
        for name, text in descriptions(model).items():
            made["properties"][model.model_fields[name].alias or name]["description"] = text
        return made


def editor_schemas() -> dict[str, Schema]:
    """Return, by file name, a schema for `story.yml` and one for each collection's file."""
    schemas = {
        "story.schema.json": {"$schema": DIALECT, **StoryInfo.model_json_schema(schema_generator=_Described)}
    }
    for collection in COLLECTIONS.values():
        one = collection.model.model_json_schema(schema_generator=_Described)
        definitions = one.pop("$defs", {})
        one["required"].remove("id")
        _allow_withholding(one, collection.model)
        definitions[collection.model.__name__] = one
        single = _ref(collection.model.__name__)
        # A record alone in its file is named by the file; relations and updates name themselves.
        listed = single if collection.name in {"relations", "updates"} else {**single, "required": ["id"]}
        schemas[f"{collection.name}.schema.json"] = {
            "$schema": DIALECT,
            "title": collection.name,
            "anyOf": [{"type": "array", "items": listed}, single],
            "$defs": definitions,
        }
    return schemas


def _written(model: type[Model]) -> Schema:
    return model.model_json_schema(schema_generator=_Described)


def _allow_withholding(schema: Schema, model: type[Record]) -> None:
    """Offer the fields that can be withheld, and let a needed one be left out where it is."""
    names = withholdable(model)
    schema["properties"]["withheld"]["propertyNames"] = {"enum": sorted(names)}
    for name in [name for name in schema["required"] if name in names]:
        schema["required"].remove(name)
        instead = {"required": ["withheld"], "properties": {"withheld": {"required": [name]}}}
        schema.setdefault("allOf", []).append({"anyOf": [{"required": [name]}, instead]})


def schema_text(schema: Schema) -> str:
    """Return a schema as JSON text, the same for the same model."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


_TEXT: Schema = {"type": "string"}
_TEXT_OR_NONE: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}


def data_schema() -> Schema:
    """Return the schema of `/data/story.json` as the model says it."""
    models: list[tuple[type[Model], Any]] = [(StoryInfo, "serialization")]
    models += [(collection.model, "serialization") for collection in COLLECTIONS.values()]
    _, whole = models_json_schema(models, by_alias=True, schema_generator=_Described)
    definitions = whole["$defs"]
    for schema in definitions.values():
        _published(schema)
    definitions["DateRecord"] = _date(definitions["DateRecord"])
    definitions["Step"] = _step()
    definitions["Passage"] = _passage()
    for collection in COLLECTIONS.values():
        _add(definitions[collection.model.__name__], _computed(collection.name))
    lists = {
        name: {"type": "array", "items": _ref(item.model.__name__)} for name, item in COLLECTIONS.items()
    }
    return {
        "$schema": DIALECT,
        "title": "A story published by Explainer",
        "description": f"Private persons are left out; `{STAND_IN}` stands wherever a record refers to one.",
        "type": "object",
        "properties": {"story": _ref("StoryInfo"), **lists},
        "required": ["story", *lists],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _published(schema: Schema) -> None:
    """Take out what stays with the editors; every other field is always there."""
    for name in UNPUBLISHED:
        schema.get("properties", {}).pop(name, None)
    if "properties" in schema:
        schema["required"] = list(schema["properties"])


def _date(schema: Schema) -> Schema:
    moment = {
        **_TEXT_OR_NONE,
        "description": "A day in ISO 8601, years before 1 astronomical; null where there is none.",
    }
    computed = {
        "earliest": moment,
        "latest": moment,
        "display": {**_TEXT, "description": "In the story's language."},
    }
    _add(schema, computed)
    return schema


def _step() -> Schema:
    properties = {
        "role": {"enum": ["said", "according-to", "told", "via", "published"]},
        "actors": _TEXTS,
        "sources": _TEXTS,
    }
    return {
        "type": "object",
        "description": "One hand that a statement passed through.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _passage() -> Schema:
    properties = {
        "source": _TEXT,
        "paragraph": {"type": "integer", "minimum": 1},
        "checked": {**_TEXT_OR_NONE, "description": "The day of the check, where it is on record."},
        "insertions": {"enum": ["editors", "publisher", None], "description": "Whose text in brackets is."},
    }
    return {
        "type": "object",
        "description": "Where a piece of a quotation stands in its source.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _computed(collection: str) -> Schema:
    computed: Schema = {
        "page": {
            **_TEXT,
            "description": "The record's page, relative to the site's root; empty where it has none.",
        },
        "mentioned_by": {**_TEXTS, "description": "Records that mention this one, as `kind:id`."},
    }
    if collection in {"events", "quotes"}:
        computed["chain"] = {"type": "array", "items": _ref("Step"), "description": "The attribution chain."}
    if collection == "quotes":
        computed["verbatim"] = {
            "enum": ["checked", "not checked", None],
            "description": "Whether the words were found in the source; null where there are none.",
        }
        computed["passages"] = {"type": "array", "items": _ref("Passage")}
        computed["form"] = {"enum": ["direct", "mixed", "indirect"]}
        computed["timeline"] = {"type": "boolean"}
    return computed


def _add(schema: Schema, properties: Schema) -> None:
    schema["properties"].update(properties)
    schema["required"] = list(schema["properties"])
