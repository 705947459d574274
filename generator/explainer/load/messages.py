"""What the schema's complaints mean, in words for editors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from explainer.model.fields import submodels
from explainer.near import did_you_mean
from explainer.problems import Path, Problem, Where

Said = tuple[str, str, str]
"""A problem's code, message and hint."""

_PATTERNS = {
    "id": ("an id is made of lower-case letters, digits and single hyphens", "such as john-kerry"),
    "former_ids": ("an id is made of lower-case letters, digits and single hyphens", "such as john-kerry"),
    "kind": ("a kind is made of lower-case letters, digits and single hyphens", "such as air-strike"),
    "url": ("a web address begins with https:// and has no spaces or quotes", ""),
    "timezone": ("a time zone is called like Asia/Damascus", ""),
}
_LANGUAGE = ("a language is written as its code", "such as en, ar or ku-Latn")


def problems_in(error: ValidationError, where: Where, model: type[BaseModel]) -> Iterable[Problem]:
    """Yield what the schema found wrong with one item, each at its own place."""
    for details in error.errors(include_url=False):
        path = tuple(step for step in details["loc"] if step != "[key]")
        code, message, hint = _said(details, path, model)
        on_key = details["type"] in {"extra_forbidden", "missing"}
        yield Problem(where.step(*path, on_key=on_key), code, message, hint)


def _said(details: ErrorDetails, path: Path, model: type[BaseModel]) -> Said:
    kind, given = details["type"], details["input"]
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        return _unknown_field(name, given, path, model)
    if given is None and kind != "missing":
        return (
            "empty-field",
            f'"{name}" is empty' if name else "this item is empty",
            "write something, or delete it",
        )
    if kind in {"model_type", "model_attributes_type"}:
        return _object(name, given, {"fields": _fields_at(model, path)})
    if teller := _TELLERS.get(kind):
        return teller(name, given, details.get("ctx", {}))
    context = details.get("ctx", {})
    return kind, str(context.get("message", details["msg"])), str(context.get("hint", ""))


def _unknown_field(name: str, given: Any, path: Path, model: type[BaseModel]) -> Said:
    message = f'unknown field "{name}"'
    if given is None:
        return "unknown-field", message, "a text with a comma inside { } must be in quotes"
    return "unknown-field", message, did_you_mean(name, _fields_at(model, path[:-1]))


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names that may stand in the object that a path leads to."""
    for step in path:
        field = next((f for n, f in model.model_fields.items() if step in (n, f.alias)), None)
        inner = next((kind for kind in submodels(field.annotation)), None) if field else None
        model = inner or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _missing(name: str, given: Any, context: dict[str, Any]) -> Said:
    return "missing-field", f'"{name}" is missing', f"add a line “{name}: …”"


def _not_text(name: str, given: Any, context: dict[str, Any]) -> Said:
    if isinstance(given, dict):
        hint = "put the text in quotes: a colon followed by a space, or { }, makes fields of it"
    else:
        hint = "write one text; a text that begins with [ must be in quotes"
    return "not-text", f'"{name}" must be a text', hint


def _pattern(name: str, given: Any, context: dict[str, Any]) -> Said:
    what, example = _PATTERNS.get("url" if name in {"archived", "source_url"} else name, _LANGUAGE)
    return "bad-form", f'"{given}" cannot stand here: {what}', example


def _choice(name: str, given: Any, context: dict[str, Any]) -> Said:
    choices = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    hint = did_you_mean(str(given), choices) or f"one of: {', '.join(choices)}"
    return "unknown-value", f'"{given}" is no value that "{name}" can have', hint


def _number(name: str, given: Any, context: dict[str, Any]) -> Said:
    return (
        "not-a-number",
        f'"{given}" is not a number',
        "write digits only, with a point for decimals: 270000, 0.5",
    )


def _truth(name: str, given: Any, context: dict[str, Any]) -> Said:
    return "not-yes-or-no", f'"{name}" is either true or false, not "{given}"', "write true or false"


def _object(name: str, given: Any, context: dict[str, Any]) -> Said:
    shown = f'"{given}"' if isinstance(given, str) else "a list"
    what = f'"{name}"' if name else "a record"
    fields = context.get("fields", ())
    hint = (
        f"such as `{name}: {{{fields[0]}: …}}`" if name and fields else "write `name: value` lines, indented"
    )
    return "not-fields", f"{what} must have fields inside, not {shown}", hint


def _too_few(name: str, given: Any, context: dict[str, Any]) -> Said:
    least = context["min_length"]
    return "too-few", f'"{name}" needs at least {least}, and has {context["actual_length"]}', "add another"


def _too_short(name: str, given: Any, context: dict[str, Any]) -> Said:
    return "empty-field", f'"{name}" is empty', "write something, or delete it"


def _too_long(name: str, given: Any, context: dict[str, Any]) -> Said:
    return "too-long", f'"{name}" has {len(given)} characters, {context["max_length"]} at most', "shorten it"


def _bounds(name: str, given: Any, context: dict[str, Any]) -> Said:
    limits = [
        f"{word} {context[key]:g}" for key, word in (("ge", "at least"), ("le", "at most")) if key in context
    ]
    return "out-of-range", f'"{name}" is {given}, but must be {" and ".join(limits)}', ""


_TELLERS: dict[str, Callable[[str, Any, dict[str, Any]], Said]] = {
    "missing": _missing,
    "string_type": _not_text,
    "string_pattern_mismatch": _pattern,
    "literal_error": _choice,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "float_parsing": _number,
    "float_type": _number,
    "finite_number": _number,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "dict_type": _object,
    "too_short": _too_few,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
}
