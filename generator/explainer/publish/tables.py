"""Every collection as a table in CSV (RFC 4180), in the columns that Explainer itself reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
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
    rows = list(map(_row, records))
    columns = _in_order(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(".".join(column) for column in columns)
    writer.writerows(map(row.get, columns) for row in rows)
    return "\ufeff" + out.getvalue()


def _row(record: Mapping[str, Any]) -> Cells:
    """Return the values inside a record as cells hold them, by the way to each."""
    row: Cells = {}
    for name, value in record.items():
        if name not in _LEFT_OUT:
            _fill(row, (name,), value)
    return row


def _fill(row: Cells, way: tuple[str, ...], value: Any) -> None:
    if isinstance(value, str):
        row[way] = _safe(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if inner is not None:
                _fill(row, (*way, str(name)), inner)
    elif isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            for number, item in enumerate(value):
                _fill(row, (*way, str(number)), item)
        elif value:
            row[way] = _safe("; ".join(map(str, value)))
    elif value is not None:
        row[way] = str(value).lower() if isinstance(value, bool) else str(value)


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _in_order(rows: Iterable[Cells]) -> list[tuple[str, ...]]:
    """Return the columns in the order of the fields, the items of a list in their own."""
    seen: dict[tuple[str, ...], int] = {}
    columns = dict.fromkeys(chain.from_iterable(rows))
    for column in columns:
        general = tuple("" if step.isdigit() else step for step in column)
        for length in range(1, len(general) + 1):
            seen.setdefault(general[:length], len(seen))

    def rank(column: tuple[str, ...]) -> list[int]:
        general = tuple("" if step.isdigit() else step for step in column)
        steps = enumerate(column, 1)
        return [int(step) if step.isdigit() else seen[general[:length]] for length, step in steps]

    return sorted(columns, key=rank)
