"""Which records a record refers to: found from the types of its fields, once per model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

from explainer.frozen import frozen
from explainer.model.fields import Model, ProseMark, RefTo, marks, submodels
from explainer.model.links import links_in
from explainer.problems import Path

M = TypeVar("M", bound=Model)


Target = tuple[tuple[str, ...], str]
"""Which collections a reference may mean, any if none is named, and the reference as written."""


@frozen
class Reference:
    """A mention of another record: where it stands, which collections it may mean, and as written."""

    path: Path
    collections: tuple[str, ...]
    target: str
    in_prose: bool = False


@frozen
class _Slot:
    """A field that holds references, prose or records within the record."""

    name: str
    alias: str
    mark: RefTo | ProseMark | None
    nested: bool


@cache
def _slots(model: type[Model]) -> tuple[_Slot, ...]:
    slots = []
    for name, field in model.model_fields.items():
        whole = (field.annotation, *field.metadata)
        found = [mark for part in whole for mark in marks(part)]
        nested = any(True for part in whole for _ in submodels(part))
        if found or nested:
            slots.append(_Slot(name, field.alias or name, found[0] if found else None, nested))
    return tuple(slots)


def references(model: Model) -> Iterator[Reference]:
    """Yield every reference in a record, in typed fields and in prose, with the path to it."""
    for path, mark, text in _marked(model, ()):
        if isinstance(mark, RefTo):
            yield Reference(path, mark.collections, text)
        else:
            yield from (Reference(path, (), link.target, in_prose=True) for link in links_in(text))


@frozen
class Mentions:
    """What a record mentions, without the paths to it."""

    targets: tuple[Target, ...]
    named: tuple[Target, ...]
    """Those that stand in fields of their own, not in prose."""
    unclosed: bool
    """Whether a prose text in it has the signs that begin a link where none is, be it in code."""


def mentions(model: Model) -> Mentions:
    """Return what a record mentions; it is looked up once, as records never change."""
    found: Mentions | None = getattr(model, "_mentions", None)
    if found is None:
        found = _mentions(model)
        object.__setattr__(model, "_mentions", found)
    return found


def _mentions(model: Model) -> Mentions:
    texts: list[tuple[RefTo | ProseMark | None, str]] = []
    _gather(model, texts)
    found: list[Target] = []
    named: list[Target] = []
    unclosed = False
    for mark, text in texts:
        if isinstance(mark, RefTo):
            named.append(_target(mark.collections, text))
            found.append(named[-1])
        elif "[[" in text:
            links = [_target((), link.target) for link in links_in(text)]
            unclosed = unclosed or len(links) != text.count("[[")
            found += links
    targets = tuple(found)
    return Mentions(targets, tuple(named) if len(named) < len(found) else targets, unclosed)


@lru_cache(maxsize=1 << 16)
def _target(collections: tuple[str, ...], written: str) -> Target:
    """Return one object for all equal references, of which a large story has many."""
    return collections, written


def _gather(model: Model, texts: list[tuple[RefTo | ProseMark | None, str]]) -> None:
    """Add what `_marked` yields, without paths: most often nobody asks for them."""
    values = model.__dict__
    for slot in _slots(type(model)):
        value = values[slot.name]
        if not value and value != "":  # an id that was left empty leads nowhere, and is told so
            continue
        if not slot.nested:
            items = (value,) if isinstance(value, str) else value
            texts += [(slot.mark, item) for item in items]
        elif isinstance(value, Model):
            _gather(value, texts)
        else:
            for item in value.values() if isinstance(value, dict) else value:
                _gather(item, texts)


def proses(model: Model) -> Iterator[tuple[Path, str]]:
    """Yield every prose text in a record with the path to it."""
    yield from ((path, text) for path, mark, text in _marked(model, ()) if isinstance(mark, ProseMark))


def rewritten(model: M, reference: Callable[[RefTo, str], str], prose: Callable[[str], str]) -> M:
    """Return a record with every reference and every prose text in it changed by these functions."""

    def one(slot: _Slot, item: Any) -> Any:
        if slot.nested:
            return rewritten(item, reference, prose)
        return reference(slot.mark, item) if isinstance(slot.mark, RefTo) else prose(item)

    changes: dict[str, Any] = {}
    for slot in _slots(type(model)):
        value = getattr(model, slot.name)
        if isinstance(value, tuple):
            changes[slot.name] = tuple(one(slot, item) for item in value)
        elif isinstance(value, Mapping):
            changed = (
                (key, one(slot, item)) if slot.nested else (one(slot, key), item)
                for key, item in value.items()
            )
            changes[slot.name] = dict(changed)
        elif value is not None:
            changes[slot.name] = one(slot, value)
    return model.model_copy(update=changes)


def _marked(model: Model, path: Path) -> Iterator[tuple[Path, RefTo | ProseMark | None, str]]:
    for slot in _slots(type(model)):
        value = getattr(model, slot.name)
        if value is None or value == ():
            continue
        for where, item in _items(value, (*path, slot.alias)):
            if slot.nested:
                yield from _marked(item, where)
            else:
                yield where, slot.mark, item


def _items(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        yield from (((*path, index), item) for index, item in enumerate(value))
    elif isinstance(value, Mapping):
        yield from (((*path, key), item if isinstance(item, Model) else key) for key, item in value.items())
    else:
        yield path, value
