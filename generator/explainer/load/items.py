"""One raw item to one record, or to the problems that keep it from being one."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError

from explainer.load import table
from explainer.load.messages import problems_in
from explainer.load.withheld import cannot_withhold, with_stand_ins
from explainer.model.fields import Model, is_many, submodels
from explainer.model.record import Record
from explainer.problems import Path, Problem, Where

M = TypeVar("M", bound=Model)


def validate(value: Any, model: type[M], where: Where) -> tuple[M | None, list[Problem]]:
    """Return the item as a record of the model, or nothing, and every problem in it."""
    empty: list[Path] = []
    filled = _without_empty(value, model, (), empty)
    if issubclass(model, Record) and isinstance(filled, dict):
        wrong = list(cannot_withhold(filled, model, where))
        filled = with_stand_ins(filled, model)
    else:
        wrong = []
    try:
        record = model.model_validate(filled)
    except ValidationError as error:
        found = [*problems_in(error, where, model), *wrong]
        missing = {problem.where.path for problem in found if problem.code == "missing-field"}
        left = [path for path in empty if (*where.path, *path) not in missing]
        return None, [_empty_is_missing(problem, where, empty) for problem in found] + _warnings(left, where)
    left = [path for path in empty if not _withheld(path, filled)]
    return record, [*wrong, *_warnings(left, where)]


def _withheld(path: Path, item: Any) -> bool:
    """Tell whether a field may stand there empty because its value is withheld."""
    return isinstance(item, dict) and path[0] in (item.get("withheld") or ())


def _without_empty(value: Any, model: type[Model] | None, path: Path, empty: list[Path]) -> Any:
    """Leave out known fields with nothing behind them, and note each; the schema reports unknown ones."""
    if not _has_gaps(value):
        return value
    if isinstance(value, list):
        return [_without_empty(item, model, (*path, index), empty) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    inner = _inner_models(model) if model else {}
    filled = {}
    for key, item in value.items():
        if item is None and key in inner:
            empty.append((*path, key))
        else:
            filled[key] = _without_empty(item, inner.get(key), (*path, key), empty)
    return filled


def _has_gaps(value: Any) -> bool:
    """Tell whether there is nothing somewhere in a value: most often there is something everywhere."""
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return value is None
    for item in value:  # noqa: SIM110 - half the time of `any`
        if item is None or (not isinstance(item, str) and _has_gaps(item)):
            return True
    return False


@cache
def _inner_models(model: type[Model]) -> dict[str, type[Model] | None]:
    """Return the names of a model's fields, each with the model of what stands inside it."""
    return {
        field.alias or name: next(submodels(field.annotation), None)
        for name, field in model.model_fields.items()
    }


def _empty_is_missing(problem: Problem, where: Where, empty: list[Path]) -> Problem:
    path = problem.where.path[len(where.path) :]
    if problem.code != "missing-field" or path not in empty:
        return problem
    return Problem(
        problem.where, "empty-field", f'"{path[-1]}" is empty, and is needed', "write something after it"
    )


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
    inner, lists = _inner_models(model), _lists(model)
    for key, value in item.items():
        if isinstance(value, str):
            if key in lists:
                parts = value.split(table.LIST_SEPARATOR)
                result[key] = [part.strip() for part in parts if part and not part.isspace()]
        elif isinstance(value, dict) and (kind := inner.get(key)) is not None:
            result[key] = split_lists(value, kind)
    return result


@cache
def _lists(model: type[Model]) -> frozenset[str]:
    """Return the names of a model's fields that keep a list."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if is_many(field))
