"""CSV collections: a row is a record, a column a field; `date.edtf` and `estimates.0.value` reach inside."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from explainer.load.parsed import Parsed
from explainer.problems import Path, Problem, Where

LIST_SEPARATOR = ";"
"""What separates the values of a list in one cell."""


def parse(text: str, name: str) -> Parsed:
    """Return the rows of a CSV text as nested dicts of strings; empty cells are left out."""
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        header = next(rows, None)
        if header is None:
            return Parsed(None)
        columns = [column.strip() for column in header]
        if wrong := _header_problem(columns, name):
            return Parsed(None, (wrong,))
        items, problems = [], []
        ways = [_way(column) for column in columns]
        numbered = any(step.isdigit() for way, last in ways for step in (*way, last))
        for row in rows:
            if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
                problems.append(_too_long(Where(name, rows.line_num, 1), len(row), len(columns)))
            elif item := _item(ways, row):
                items.append(_lists(item) if numbered else item)
        return Parsed(items, tuple(problems))
    except csv.Error as error:
        where = Where(name, rows.line_num, 1)
        return Parsed(
            None, (Problem(where, "csv-syntax", f"this is not CSV: {error}", "close every double quote"),)
        )


def _too_long(where: Where, cells: int, columns: int) -> Problem:
    message = f"this row has {cells} cells, the first row {columns}"
    return Problem(where, "csv-row", message, "put a text with commas in double quotes")


def _header_problem(columns: list[str], name: str) -> Problem | None:
    taken: set[str] = set()
    for column in columns:
        clash = column in taken or any(other.startswith(f"{column}.") for other in taken)
        inside = any(column.startswith(f"{other}.") for other in taken)
        if clash or inside:
            message = f'the column "{column}" stands twice in the first row, whole or in part'
            return Problem(Where(name, 1, 1), "duplicate-field", message, "keep one of them")
        taken.add(column)
    return None


def _way(column: str) -> tuple[tuple[str, ...], str]:
    """Return the steps that lead to a column's value, and the last one."""
    *way, last = column.split(".")
    return tuple(way), last


def _item(ways: list[tuple[tuple[str, ...], str]], row: list[str]) -> dict[str, Any]:
    item: dict[str, Any] = {}
    for (way, last), cell in zip(ways, row, strict=False):
        if not cell or cell.isspace():
            continue
        level = item
        for step in way:
            level = level.setdefault(step, {})
        level[last] = cell
    return item


def _lists(value: Any) -> Any:
    """Turn `{0: …, 1: …}`, made from numbered columns, into a list."""
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    return list(inner.values()) if inner and all(key.isdigit() for key in inner) else inner


def place(text: str, path: Path, *, on_key: bool = False) -> tuple[int, int]:
    """Return line and column, from 1, of the cell that a path leads to; of the row where no cell fits.

    With `on_key` it is the column's name in the first row, if the row has that cell or no row can.
    """
    row_number = path[0] if path and isinstance(path[0], int) else 0
    wanted = ".".join(str(step) for step in path[1:])
    rows = csv.reader(io.StringIO(text))
    columns = [column.strip() for column in next(rows, [])]
    line = rows.line_num
    for number, (start, row) in enumerate(_filled(rows)):
        line = start
        if number == row_number:
            cell = _cell(columns, wanted)
            if on_key and (wanted not in columns or row[cell].strip()):
                line = 1
            return line, _column(text.splitlines()[line - 1], cell, len(columns))
    return line, 1


def _filled(rows: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the line it starts in."""
    start = rows.line_num + 1
    for row in rows:
        if any(cell.strip() for cell in row):
            yield start, row
        start = rows.line_num + 1


def _cell(columns: list[str], wanted: str) -> int:
    while wanted:
        if wanted in columns:
            return columns.index(wanted)
        wanted = wanted.rpartition(".")[0]
    return 0


def _column(line: str, cell: int, cells: int) -> int:
    quoted, seen = False, 0
    for position, letter in enumerate(line):
        if seen == min(cell, cells):
            return position + 1
        quoted ^= letter == '"'
        seen += letter == "," and not quoted
    return 1 if seen < cell else len(line) + 1
