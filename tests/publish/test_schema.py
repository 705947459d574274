"""Schemas: editors' files and the published data keep to them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from explainer.publish.data import story_data
from explainer.publish.edition_schema import edition_schemas
from explainer.publish.schema import DATA_SCHEMA, data_schema, editor_schemas, schema_text
from explainer.reading import read
from explainer.urls import Urls

ROOT = Path(__file__).parent.parent.parent
CONTENTS = [ROOT / "content", *sorted((ROOT / "tests" / "sites").glob("*/content"))]
FILES = [file for content in CONTENTS for file in sorted(content.rglob("*.yml")) if "i18n" not in file.parts]


@pytest.mark.parametrize("name", sorted(editor_schemas()))
def test_editor_schemas_are_schemas(name: str) -> None:
    """Each schema for editors is valid JSON Schema."""
    Draft202012Validator.check_schema(editor_schemas()[name])


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-3:]))
def test_editors_files_keep_to_their_schema(file: Path) -> None:
    """What the loader accepts, an editor with completion does not underline."""
    content = next(content for content in CONTENTS if file.is_relative_to(content))
    name = file.relative_to(content).parts[0].removesuffix(".yml")
    document = json.loads(json.dumps(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)))

    errors = Draft202012Validator(_texts_for_numbers(editor_schemas()[f"{name}.schema.json"])).iter_errors(
        document
    )

    assert [f"{list(error.absolute_path)}: {error.message[:200]}" for error in errors] == []


def _texts_for_numbers(schema: object) -> object:
    """Let texts stand for numbers and truth values: the loader that reads files here keeps every scalar a text."""
    if isinstance(schema, dict):
        plain = {"type": "string"} if schema.get("type") in ("number", "integer", "boolean") else schema
        return {key: _texts_for_numbers(value) for key, value in plain.items()}
    return [_texts_for_numbers(item) for item in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.parent.name)
def test_published_data_keeps_to_its_schema(content: Path) -> None:
    """`/data/story.json` of every sample story is valid against the schema published beside it."""
    data = story_data(read(content).story.published(), Urls())

    Draft202012Validator.check_schema(data_schema())
    errors = Draft202012Validator(data_schema()).iter_errors(json.loads(json.dumps(data)))
    assert [f"{list(error.absolute_path)}: {error.message[:200]}" for error in errors] == []


def test_data_is_in_long_form() -> None:
    """Words and sources are lists, dates have their bounds and words, and what is computed is there."""
    data = story_data(read(ROOT / "tests/sites/full/content").story.published(), Urls())
    quote = next(quote for quote in data["quotes"] if quote["id"] == "residents-blame")

    assert quote["words"] == ["sleeping"]
    assert quote["source"][0] == {"ref": "gazette", "at": None, "basis": "stated"}
    assert quote["verbatim"] == "checked"
    assert quote["passages"] == [
        {"source": "gazette", "paragraph": 5, "checked": "2019-04-11", "insertions": None}
    ]
    assert quote["form"] == "mixed"
    assert quote["chain"] == [
        {"role": "said", "actors": ["residents"], "sources": []},
        {"role": "published", "actors": ["valley-gazette"], "sources": []},
    ]
    assert quote["date"]["earliest"] == "2019-03-11"
    assert quote["date"]["latest"] == "2019-03-14"
    assert "event:dam-breaks" in quote["mentioned_by"]
    assert "dispute:why" in quote["mentioned_by"]


def test_committed_schemas_are_current() -> None:
    """The schemas that the content's files point at are what `make schema` writes."""
    for name, schema in {**editor_schemas(), **edition_schemas()}.items():
        assert (ROOT / "content" / ".schema" / name).read_text("utf-8") == schema_text(schema)


def test_published_schema_is_current() -> None:
    """The schema that is published with the data is what the model makes of it (`EXPLAINER_UPDATE=1 make test`)."""
    if os.environ.get("EXPLAINER_UPDATE"):
        DATA_SCHEMA.write_text(schema_text(data_schema()), "utf-8")
    assert DATA_SCHEMA.read_text("utf-8") == schema_text(data_schema())


@pytest.mark.parametrize(
    "file",
    [*ROOT.glob("content/i18n/*/*.yml"), *ROOT.glob("tests/sites/full/content/i18n/*/*.yml")],
    ids=lambda file: f"{file.parts[-5]}-{file.stem}",
)
def test_editions_files_keep_to_their_schema(file: Path) -> None:
    """What an edition translates is what its schema offers, and the schemas refuse everything else."""
    schema = edition_schemas()[f"edition-{file.stem}.schema.json"]
    validator = Draft202012Validator(schema)
    given = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)

    assert [error.message for error in validator.iter_errors(given)] == []
    first = given if file.stem == "story" else next(iter(given.values()))
    assert not validator.is_valid(
        {**given, "x": {"date": "2016-05-01"}} if file.stem != "story" else {**first, "x": 1}
    )
