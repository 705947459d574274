"""Problems: the one way in which anything wrong with a story is reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""The way from a file's top to a value: item numbers (from 0) and field names."""


@dataclass(frozen=True, order=True, slots=True)
class Where:
    """A place in an editor's file; line and column count from 1, 0 means not looked up yet."""

    file: str
    line: int = 0
    column: int = 0
    path: Path = field(default=(), compare=False)
    on_key: bool = field(default=False, compare=False)
    """Whether the field's name is meant rather than its value."""

    def step(self, *more: str | int, on_key: bool = False) -> Where:
        """Return the place of a value further down."""
        return Where(self.file, self.line, self.column, (*self.path, *more), on_key)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong with a story: what and why in `message`, what to do in `hint`, and where."""

    where: Where
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the problem as `file:line:column: message - hint`."""
        place = f"{self.where.file}:{self.where.line}:{self.where.column}"
        return f"{place}: {self.message}" + (f" - {self.hint}" if self.hint else "")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that must stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that a build may live with."""
    return [problem for problem in problems if problem.severity == "warning"]


def tally(problems: Iterable[Problem]) -> str:
    """Return the count in words, such as `2 errors, 1 warning`."""
    found = list(problems)
    counts = (len(errors(found)), "error"), (len(warnings(found)), "warning")
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts if n) or "no problems"
