"""JSON for people too: a line for each thing in it, without the cost of a line for everything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

on_one_line = json.JSONEncoder(ensure_ascii=False).encode
"""Returns a value as JSON text on one line."""
dense = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns it on one line without spaces, for what nobody reads."""
_MARK = "\0"
"""Begins the names of an object's own fields until they are written; no name begins with it."""
_NAME = on_one_line(_MARK)[:-1]


class Object:
    """An object, encoded once however often it is written: on one line, or with a line for each field."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._marked = on_one_line({_MARK + name: value for name, value in fields.items()})

    def line(self) -> str:
        """Return it on one line."""
        return self._marked.replace(_NAME, '"')

    def lines(self, indent: str = "") -> str:
        """Return it with a line for each field."""
        fields = self._marked[1:-1].replace(f", {_NAME}", f',\n{indent} "').replace(_NAME, '"', 1)
        return f"{{\n{indent} {fields}\n{indent}}}"


def json_text(value: Any, depth: int = 1) -> str:
    """Return a value as JSON text; down to `depth` every field and item has a line of its own."""
    return _opened(value, depth, "") + "\n"


def _opened(value: Any, depth: int, indent: str) -> str:
    if isinstance(value, Object):
        return value.lines(indent) if depth else value.line()
    if not depth or not value or not isinstance(value, dict | list):
        return on_one_line(value)
    inner = indent + " "
    if isinstance(value, list):
        items: Iterable[str] = (_opened(item, depth - 1, inner) for item in value)
        return f"[\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}]"
    if depth == 1:
        return Object(value).lines(indent)
    items = (f"{on_one_line(name)}: {_opened(item, depth - 1, inner)}" for name, item in value.items())
    return f"{{\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}}}"
