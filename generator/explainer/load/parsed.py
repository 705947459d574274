"""What reading one file gives, whatever its format."""

from __future__ import annotations

from typing import Any

from explainer.frozen import frozen
from explainer.problems import Problem


@frozen
class Parsed:
    """What a file holds: one value, made of dicts, lists, strings and None, and its problems."""

    value: Any
    problems: tuple[Problem, ...] = ()
