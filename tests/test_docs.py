"""The documentation says what the code does: the reference comes from the model, options are named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from explainer.cli import main
from explainer.model.collections import COLLECTIONS
from explainer.model.fields import Model, is_many, submodels
from explainer.model.info import StoryInfo
from explainer.publish.descriptions import descriptions

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference.md"
HEAD = """# Reference: the fields of every record

Made from the model's own descriptions (`EXPLAINER_UPDATE=1 make test` writes it again). **Bold** fields are needed.
A field marked *list* takes one value or several. A date is written as in [the guide](guide.md#dates).
"""


def choices(annotation: Any) -> list[str]:
    """Return the words a field may hold, where only some words are allowed."""
    found = [str(arg) for arg in get_args(annotation) if isinstance(arg, str)]
    inner = [word for arg in get_args(annotation) if get_origin(arg) is not None for word in choices(arg)]
    return found or inner


def rows(model: type[Model], prefix: str = "") -> Iterator[str]:
    """Yield a table row for each field of a model, and for the fields inside it."""
    for name, field in model.model_fields.items():
        shown = f"{prefix}{field.alias or name}"
        marks = " *list*" if is_many(field) else ""
        words = choices(field.annotation)
        values = f" One of: {', '.join(f'`{word}`' for word in words)}." if words else ""
        title = f"**`{shown}`**" if field.is_required() else f"`{shown}`"
        yield f"| {title}{marks} | {descriptions(model).get(name, '')}{values} |"
        for inner in submodels(field.annotation):
            if inner.__name__ not in {"DateRecord", "CitationRecord"}:
                yield from rows(inner, f"{shown}.")


def reference() -> str:
    """Return the reference page."""
    from explainer.model.record import CitationRecord
    from explainer.model.when import DateRecord

    parts = [HEAD]
    models: list[tuple[str, type[Model]]] = [
        ("story.yml", StoryInfo),
        ("a date", DateRecord),
        ("a source", CitationRecord),
    ]
    models += [(collection.name, collection.model) for collection in COLLECTIONS.values()]
    for name, model in models:
        parts.append(
            f"## {name}\n\n{model.__doc__}\n\n| field | meaning |\n| --- | --- |\n"
            + "\n".join(rows(model))
            + "\n"
        )
    return "\n".join(parts)


def test_reference_is_current() -> None:
    """The reference page is what the model's descriptions make of it."""
    if os.environ.get("EXPLAINER_UPDATE"):
        REFERENCE.write_text(reference(), "utf-8")
    assert REFERENCE.read_text("utf-8") == reference()


def test_every_field_is_described() -> None:
    """Every field that an editor can write has a description."""
    assert not re.findall(r"^\| \S+( \*list\*)? \|  ?\|$", reference(), re.MULTILINE)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_guide(name: str) -> None:
    """Every command is named in the README or the guide."""
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert f"explainer {name}" in text


def test_every_option_is_in_the_guide() -> None:
    """Every option of the plugin is explained in the guide."""
    from explainer.plugin.adapter import ExplainerConfig

    text = (ROOT / "docs" / "guide.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name, _ in ExplainerConfig._schema)
