"""Values: made once, told apart by what they hold, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Return a class of values as a dataclass with slots.

    That nobody changes one is proved by the type checker alone: where Python watches over it too, a value
    takes four times as long to be made, and a long story has millions.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
