"""Rounds: each builds every project once, so that what else the machine does meets all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

from bench.builders.process import CommandError, Cost
from bench.builders.projects import Project


@dataclass
class Tally:
    """What the builds of one project cost, and what they made."""

    costs: list[Cost] = field(default_factory=list)
    pages: int = 0
    files: int = 0
    size: int = 0
    note: str = ""
    """Why there are fewer runs than asked for, or none."""

    def middle(self) -> dict[str, Any]:
        """Return medians, the least and the most seconds on the clock, and what was made, as plain values."""
        seconds = [cost.wall for cost in self.costs]
        medians = {
            name: median(getattr(cost, name) for cost in self.costs) for name in ("wall", "cpu", "peak")
        }
        made = {name: value for name, value in asdict(self).items() if name != "costs"}
        return {**medians, "least": min(seconds), "most": max(seconds), "runs": len(seconds), **made}


def alternate(
    projects: Mapping[str, Project],
    runs: int,
    *,
    most: float = float("inf"),
    say: Callable[[str], object] = print,
) -> dict[str, Tally]:
    """Build all projects in turn, so many times; one whose first build takes over `most` seconds is not built again."""
    tallies = {name: Tally() for name in projects}
    for number in range(runs):
        for name, project in projects.items():
            tally = tallies[name]
            if not tally.note:
                _once(project, tally, most)
                say(f"  round {number + 1}: {name} {tally.note or f'{tally.costs[-1].wall:.2f} s'}")
    return tallies


def _once(project: Project, tally: Tally, most: float) -> None:
    try:
        tally.costs.append(project.build())
    except CommandError as error:
        tally.note = f"failed: {str(error).splitlines()[-1][:200]}"
        return
    if len(tally.costs) == 1:
        tally.pages, tally.files, tally.size = project.output()
        if tally.costs[0].wall > most:
            tally.note = f"one run, as it takes more than {most:.0f} s"
