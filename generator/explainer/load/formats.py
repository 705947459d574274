"""The file formats: each turns a text into raw items with the path to every one."""

from __future__ import annotations

import json
import re
from typing import Any

from explainer.load import table, yaml_text
from explainer.load.parsed import Parsed
from explainer.load.unseen import may_hold_unseen, unseen, without_unseen
from explainer.problems import Problem, Where

_COMMA = "there is often a comma too many, or too few, just before this place"
FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$\n?(?P<body>.*)\Z", re.DOTALL | re.MULTILINE
)


def parse(text: str, name: str) -> Parsed:
    """Return what a file holds, by the ending of its name."""
    parsed = _parsed(text, name)
    if may_hold_unseen(text):
        problems = (*parsed.problems, *unseen(parsed.value, name))
        return Parsed(without_unseen(parsed.value), problems)
    return parsed


def _parsed(text: str, name: str) -> Parsed:
    ending = name.rpartition(".")[2].lower()
    if ending in {"json", "geojson"}:
        return _json(text, name)
    if ending == "csv":
        return table.parse(text, name)
    if ending == "md":
        return _markdown(text, name)
    value, problems = yaml_text.parse(text, name)
    return Parsed(value, tuple(problems))


class _DuplicateError(ValueError):
    """A JSON object with the same name twice."""


def _json(text: str, name: str) -> Parsed:
    if not text.strip():
        return Parsed(None)
    try:
        return Parsed(
            json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_object)
        )
    except json.JSONDecodeError as error:
        where = Where(name, error.lineno, error.colno)
        return Parsed(None, (Problem(where, "json-syntax", f"this is not JSON: {error.msg}", _COMMA),))
    except _DuplicateError:
        # JSON is YAML, and the YAML reader knows the place.
        value, problems = yaml_text.parse(text, name)
        return Parsed(value, tuple(problems))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {key: str(value).lower() if isinstance(value, bool) else value for key, value in pairs}
    if len(found) < len(pairs):
        raise _DuplicateError
    return found


def _markdown(text: str, name: str) -> Parsed:
    found = FRONT_MATTER.match(text)
    if not found:
        hint = "begin with a line “---”, the fields, and another line “---”"
        return Parsed(
            None, (Problem(Where(name, 1, 1), "front-matter", "this file has no front matter", hint),)
        )
    value, problems = yaml_text.parse("\n" + found["yaml"], name)
    body = found["body"].strip()
    if isinstance(value, dict) and body:
        if "body" in value:
            where = Where(name, 0, 0, ("body",), on_key=True)
            hint = "keep one: the field “body”, or the text below the front matter"
            problems.append(Problem(where, "duplicate-field", '"body" is written twice here', hint))
        value["body"] = body
    return Parsed(value, tuple(problems))
