"""The records inside a record, whatever fields they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from explainer.model.fields import Model
from explainer.problems import Path

M = TypeVar("M", bound=Model)


def inside(model: Model, kind: type[M], path: Path = ()) -> Iterator[tuple[Path, M]]:
    """Yield every model of one kind in a record, with the path to it."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        for place, item in _items(value, (*path, field.alias or name)):
            if isinstance(item, kind):
                yield place, item
            elif isinstance(item, Model):
                yield from inside(item, kind, place)


def _items(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, tuple):
        yield from (((*path, number), item) for number, item in enumerate(value))
    elif isinstance(value, Mapping):
        yield from (((*path, key), item) for key, item in value.items())
    else:
        yield path, value
