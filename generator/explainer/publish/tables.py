"""Every collection as a table in CSV (RFC 4180), in the columns that Explainer itself reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from explainer.files import table_file
from explainer.model.collections import COLLECTIONS

_LEFT_OUT = {"chain", "passages"}
"""What is computed and would take many columns; it is in the JSON."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would compute."""
Cells = dict[tuple[str, ...], str]


def tables(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the path and text of a table for each collection with records, from the story's exported data.

    A column is a field (`date.edtf`, `estimates.0.value`); several values in a cell are separated by `;`.
    The byte order mark tells spreadsheets that the text is UTF-8.
    """
    for name in COLLECTIONS:
        if data[name]:
            yield table_file(name), table(data[name])


def table(records: Iterable[Mapping[str, Any]]) -> str:
    """Return records as CSV; columns in which nothing stands are left out."""
    rows = [dict(_cells((), {k: v for k, v in record.items() if k not in _LEFT_OUT})) for record in records]
    columns = _in_order(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(".".join(column) for column in columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return "\ufeff" + out.getvalue()


def _cells(way: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the way to each value inside a record, and the value as a cell holds it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _cells((*way, str(name)), inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for number, item in enumerate(value):
            yield from _cells((*way, str(number)), item)
    elif isinstance(value, list):
        if value:
            yield way, _safe("; ".join(map(str, value)))
    elif isinstance(value, bool):
        yield way, str(value).lower()
    elif value is not None:
        yield way, _safe(value) if isinstance(value, str) else str(value)


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _in_order(rows: Iterable[Cells]) -> list[tuple[str, ...]]:
    """Return the columns in the order of the fields, the items of a list in their own."""
    seen: dict[tuple[str, ...], int] = {}
    columns: dict[tuple[str, ...], None] = {}
    for row in rows:
        for column in row:
            columns[column] = None
            general = tuple("" if step.isdigit() else step for step in column)
            for length in range(1, len(general) + 1):
                seen.setdefault(general[:length], len(seen))

    def rank(column: tuple[str, ...]) -> list[int]:
        general = tuple("" if step.isdigit() else step for step in column)
        steps = enumerate(column, 1)
        return [int(step) if step.isdigit() else seen[general[:length]] for length, step in steps]

    return sorted(columns, key=rank)
