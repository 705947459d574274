"""What editors may leave out of a record: its id, and the story's default source."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from explainer.load.folder import ContentFile
from explainer.load.reading import Reading
from explainer.model.story import Key
from explainer.problems import Problem, Where

_SELF_EVIDENT = {"sources", "updates", "images"}
"""Collections whose records stand for themselves and cite nothing by default."""


def completed(item: dict[str, Any], where: Where, file: ContentFile, reading: Reading) -> dict[str, Any]:
    """Fill in what may be left out: the id, and the story's default source."""
    item = dict(item)
    if file.in_folder and where.path == ():
        _name_by_file(item, where, file, reading)
    elif item.get("id") is None and file.collection in {"relations", "updates"}:
        item["id"] = _made_id(item, file.collection, reading)
    if (
        not item.get("source")
        and not item.get("unsourced")
        and file.collection not in _SELF_EVIDENT
        and reading.default_source
    ):
        item["source"] = reading.default_source
    return item


def _name_by_file(item: dict[str, Any], where: Where, file: ContentFile, reading: Reading) -> None:
    written = item.setdefault("id", file.stem)
    if written != file.stem:
        message = f'the id is "{written}", but the file is called {file.path.name}'
        hint = f"rename the file to {written}{file.path.suffix}, or delete the id"
        reading.problems.append(Problem(where.step("id"), "id-and-file", message, hint))


def _made_id(item: dict[str, Any], collection: str, reading: Reading) -> str:
    if collection == "relations":
        parts: tuple[Any, ...] = (item.get("a"), item.get("rel"), item.get("b"))
    else:
        parts = (_written_date(item.get("date")), item.get("kind", "updated"), _first(item.get("items")))
    base = "-".join(_slug(part) for part in parts if isinstance(part, str))[:70].strip("-") or collection
    names = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(name for name in names if not reading.has(Key(collection, name)))


def _written_date(value: Any) -> Any:
    return value.get("edtf") if isinstance(value, dict) else value


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _slug(part: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")
