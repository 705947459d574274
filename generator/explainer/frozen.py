"""Values: made once, told apart by what they hold, never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
Fields = tuple[Field[Any], ...]


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Return a class of values as a dataclass with slots.

    That nobody changes one is proved by the type checker alone: where Python watches over it too, a value
    takes four times as long to be made, and a long story has millions. Its methods do what those of
    dataclasses do, and are compiled when they are first called: a short story needs half of the classes.
    """
    made = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    for name in _METHODS:
        setattr(made, name, _compiled_once(made, name))
    return made


def _compiled_once(cls: type[Any], name: str) -> Callable[..., Any]:
    def method(*given: Any, **named: Any) -> Any:
        held = fields(cls)
        known: dict[str, Any] = {"__name__": cls.__module__, "MISSING": MISSING}
        known |= {f"{field.name}_": _default(field) for field in held}
        exec(_METHODS[name](held), known)  # noqa: S102 - made of the names of fields alone
        compiled = known[name]
        compiled.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, compiled)
        return compiled(*given, **named)

    return method


def _default(field: Field[Any]) -> Any:
    """Return what a field holds where nothing is given, or what makes it."""
    return field.default if field.default_factory is MISSING else field.default_factory


def _init(held: Fields) -> str:
    lines = [f"def __init__(self, {', '.join(map(_parameter, held))}):", *map(_setting, held), " pass"]
    return "\n".join(lines)


def _parameter(field: Field[Any]) -> str:
    if _default(field) is MISSING:
        return field.name
    return f"{field.name}={'MISSING' if field.default is MISSING else f'{field.name}_'}"


def _setting(field: Field[Any]) -> str:
    made = "" if field.default_factory is MISSING else f"{field.name}_() if {field.name} is MISSING else "
    return f" self.{field.name} = {made}{field.name}"


def _repr(held: Fields) -> str:
    shown = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in held if field.repr)
    return f"def __repr__(self): return f'{{self.__class__.__qualname__}}({shown})'"


def _eq(held: Fields) -> str:
    same = f"{_compared('self', held)} == {_compared('other', held)}"
    return f"def __eq__(self, other): return {same} if other.__class__ is self.__class__ else NotImplemented"


def _hash(held: Fields) -> str:
    return f"def __hash__(self): return hash({_compared('self', held)})"


def _compared(value: str, held: Fields) -> str:
    return f"({''.join(f'{value}.{field.name}, ' for field in held if field.compare)})"


_METHODS = {"__init__": _init, "__repr__": _repr, "__eq__": _eq, "__hash__": _hash}
