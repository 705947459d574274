"""Rounds: each builds every project once, so that what else the machine does meets all of them alike."""

from __future__ import annotations

from collections.abc import Mapping
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
    projects: Mapping[str, Project], runs: int, *, most: float = float("inf"), always: str = ""
) -> dict[str, Tally]:
    """Build all projects in turn, so many times; those whose first build took over `most` seconds only once.

    The one that is to be built `always` is no exception, however long it takes.
    """
    tallies = {name: Tally() for name in projects}
    for number in range(runs):
        for name, project in projects.items():
            tally = tallies[name]
            if not tally.note:
                _once(project, tally, float("inf") if name == always else most)
                took = f"{tally.costs[-1].wall:.2f} s" if tally.costs else tally.note
                print(f"  round {number + 1}: {name} {took}", flush=True)
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


def slow(before: int, costs: Mapping[str, Any], records: int, most: float) -> dict[str, dict[str, Any]]:
    """Return notes on what would take over `most` seconds to build, going by what a smaller story took."""
    notes = {}
    for name, cost in costs.items():
        likely = cost.get("wall", 0) * records / before
        if likely > most:
            notes[name] = {"note": f"left out, as it would take about {likely:,.0f} s"}
        elif "wall" not in cost:
            notes[name] = {"note": cost["note"]}
    return notes
