"""Values are dataclasses in everything but the time they take to come into being."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields, replace
from itertools import count

import pytest

from explainer.frozen import frozen

NUMBERS = count()


@frozen
class Ours:
    """A value."""

    name: str
    size: int = 1
    parts: list[str] = field(default_factory=list)
    number: int = field(default_factory=lambda: next(NUMBERS), compare=False, repr=False)


@frozen
class Empty:
    """A value that holds nothing."""


@dataclass(slots=True, unsafe_hash=True)
class Theirs:
    """A value as dataclasses make it."""

    name: str
    size: int = 1
    parts: list[str] = field(default_factory=list)
    number: int = field(default_factory=lambda: next(NUMBERS), compare=False, repr=False)


def test_values_are_told_apart_by_what_they_hold() -> None:
    """Values of one class with the same fields are equal, and fields that do not count do not count."""
    assert Ours("a") == Ours("a", 1, []) != Ours("a", 2)
    assert Ours("a").number != Ours("a").number
    assert Ours("a") != Theirs("a")
    assert Empty() == Empty()
    assert hash(Ours("a", parts=())) == hash(Theirs("a", parts=())) != hash(Ours("b", parts=()))  # type: ignore[arg-type]


def test_values_are_dataclasses() -> None:
    """They are shown, copied with changes, taken apart and pickled as dataclasses are, and have slots."""
    value = Ours("a", parts=["b"])

    assert repr(value) == repr(Theirs("a", parts=["b"])).replace("Theirs", "Ours")
    assert replace(value, size=3) == Ours("a", 3, ["b"])
    assert [one.name for one in fields(Ours)] == [one.name for one in fields(Theirs)]
    assert Ours.__match_args__ == Theirs.__match_args__  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(value)) == value
    assert not hasattr(value, "__dict__")


def test_what_is_left_out_is_named() -> None:
    """A field without a value has to be given, and one that is not there cannot."""
    with pytest.raises(TypeError, match=r"Ours.__init__\(\) missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'nome'"):
        Ours(nome="a")  # type: ignore[call-arg]
