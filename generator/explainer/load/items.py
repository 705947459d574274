"""One raw item to one record, or to the problems that keep it from being one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from explainer.load import table
from explainer.load.messages import problems_in
from explainer.model.collections import COLLECTIONS
from explainer.model.fields import Model, is_many, submodels
from explainer.model.info import StoryInfo
from explainer.problems import Path, Problem, Where


def _names(model: type[Model], seen: set[type[Model]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in submodels(field.annotation):
            yield from _names(inner, seen)


_FIELD_NAMES = {
    name
    for model in (StoryInfo, *(collection.model for collection in COLLECTIONS.values()))
    for name in _names(model, set())
}


M = TypeVar("M", bound=Model)


def validate(value: Any, model: type[M], where: Where) -> tuple[M | None, list[Problem]]:
    """Return the item as a record of the model, or nothing, and every problem in it."""
    empty: list[Path] = []
    filled = _without_empty(value, (), empty)
    try:
        record = model.model_validate(filled)
    except ValidationError as error:
        found = list(problems_in(error, where, model))
        missing = {problem.where.path for problem in found if problem.code == "missing-field"}
        left = [path for path in empty if (*where.path, *path) not in missing]
        return None, [_empty_is_missing(problem, where, empty) for problem in found] + _warnings(left, where)
    return record, _warnings(empty, where)


def _without_empty(value: Any, path: Path, empty: list[Path]) -> Any:
    """Leave out known fields with nothing behind them, and note each; unknown ones are the schema's to report."""
    if isinstance(value, list):
        return [_without_empty(item, (*path, index), empty) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    filled = {}
    for key, item in value.items():
        if item is None and key in _FIELD_NAMES:
            empty.append((*path, key))
        else:
            filled[key] = _without_empty(item, (*path, key), empty)
    return filled


def _empty_is_missing(problem: Problem, where: Where, empty: list[Path]) -> Problem:
    path = problem.where.path[len(where.path) :]
    if problem.code != "missing-field" or path not in empty:
        return problem
    return Problem(problem.where, "empty-field", f'"{path[-1]}" is empty, and is needed', "write something after it")


def _warnings(empty: list[Path], where: Where) -> list[Problem]:
    hint = "write something after it, or delete the line"
    return [
        Problem(where.step(*path, on_key=True), "empty-field", f'"{path[-1]}" is empty', hint, "warning")
        for path in empty
    ]


def split_lists(item: Any, model: type[Model]) -> Any:
    """Return a row of a table with the cells of list fields split at `;`."""
    if not isinstance(item, dict):
        return item
    result = dict(item)
    for name, field in model.model_fields.items():
        key = field.alias or name
        inner = next(submodels(field.annotation), None)
        if isinstance(item.get(key), str) and is_many(field):
            result[key] = [part.strip() for part in item[key].split(table.LIST_SEPARATOR) if part.strip()]
        elif inner is not None and isinstance(item.get(key), dict):
            result[key] = split_lists(item[key], inner)
    return result
