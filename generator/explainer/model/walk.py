"""The records inside a record, whatever fields they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from explainer.model.fields import Model, submodels
from explainer.problems import Path

M = TypeVar("M", bound=Model)


def inside(model: Model, kind: type[M], path: Path = ()) -> Iterator[tuple[Path, M]]:
    """Yield every model of one kind in a record, with the path to it."""
    values = model.__dict__
    for name, alias in _fields(type(model), kind):
        value = values[name]
        if not value:
            continue
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _at(item, kind, (*path, alias, number))
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from _at(item, kind, (*path, alias, key))
        else:
            yield from _at(value, kind, (*path, alias))


def _at(item: object, kind: type[M], path: Path) -> Iterator[tuple[Path, M]]:
    if isinstance(item, kind):
        yield path, item
    elif isinstance(item, Model):
        yield from inside(item, kind, path)


@cache
def _fields(model: type[Model], kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that may hold a model of one kind: attribute and name in files."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if any(
            _holds(inner, kind) for part in (field.annotation, *field.metadata) for inner in submodels(part)
        )
    )


def _holds(model: type[Model], kind: type[Model]) -> bool:
    return issubclass(model, kind) or bool(_fields(model, kind))
