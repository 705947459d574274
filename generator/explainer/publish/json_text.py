"""JSON for people too: a line for each thing in it, without the cost of a line for everything."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

_compact = json.JSONEncoder(ensure_ascii=False).encode


def json_text(value: Any, depth: int = 1) -> str:
    """Return a value as JSON text; down to `depth` every field and item has a line of its own."""
    return _opened(value, depth, "") + "\n"


def _opened(value: Any, depth: int, indent: str) -> str:
    if not depth or not value or not isinstance(value, dict | list):
        return _compact(value)
    inner = indent + " "
    if isinstance(value, dict):
        items: Iterable[str] = (
            f"{_compact(name)}: {_opened(item, depth - 1, inner)}" for name, item in value.items()
        )
        begin, end = "{", "}"
    else:
        items = (_opened(item, depth - 1, inner) for item in value)
        begin, end = "[", "]"
    return f"{begin}\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}{end}"
