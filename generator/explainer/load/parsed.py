"""What reading one file gives, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explainer.problems import Problem


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds: one value, made of dicts, lists, strings and None, and its problems."""

    value: Any
    problems: tuple[Problem, ...] = ()
