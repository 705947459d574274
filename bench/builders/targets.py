"""What we want, and what of it was reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
RECORDS = 10_000
"""The size of story for which most targets are meant; where it was not measured, the largest one that was."""
GROWTH = 10
"""By how much the story grows of which the growth of time is told."""
KILOBYTE = 1000


@dataclass(frozen=True)
class Target:
    """Something wanted: at most so much of it."""

    what: str
    wanted: float
    reached: float
    unit: str = ""

    def row(self) -> str:
        """Return a table's row with the verdict."""
        verdict = (
            "kept"
            if self.reached <= self.wanted
            else f"**missed**, {self.reached / self.wanted:.2f} times it"
        )
        return f"| {self.what} | <= {_short(self.wanted)}{self.unit} | {_short(self.reached)}{self.unit} | {verdict} |"


def targets(results: Results) -> Iterator[Target]:
    """Yield all targets that the results tell of."""
    beside = results.get("peers", {}).get("records", {})
    yield from _beside(beside)
    yield from _sizes(results.get("sizes", {}), beside)
    yield from _warm(results.get("warm", {}))
    yield from _waits(results.get("serve", {}))


def nearest(sizes: Mapping[str, Any], wanted: int = RECORDS) -> str:
    """Return the largest size up to the one that is meant, and nothing where there is none."""
    return max((size for size in sizes if int(size) <= wanted), key=int, default="")


def floor_of(tallies: Mapping[str, Any], size: str) -> float:
    """Return by how many kilobytes a record the peak of memory is above the empty site's."""
    return float((tallies[size]["peak"] - tallies["0"]["peak"]) / int(size) / KILOBYTE)


def _beside(records: Mapping[str, Any]) -> Iterator[Target]:
    size = nearest(records)
    costs = records.get(size, {})
    wanted = (
        ("hugo", "Hugo", "cpu", 0.7),
        ("hugo", "Hugo", "wall", 1.0),
        ("material", "MkDocs and Material", "cpu", 1 / 12),
    )
    for own, ours in (("ours", "ours"), ("pages", "our pages alone")):
        for name, title, what, most in wanted:
            if what in costs.get(name, {}) and what in costs.get(own, {}):
                named = "processor" if what == "cpu" else "clock"
                ratio = costs[own][what] / costs[name][what]
                yield Target(f"{named}, {ours} / {title}, {int(size):,} records", most, ratio)


def _sizes(sizes: Mapping[str, Any], beside: Mapping[str, Any]) -> Iterator[Target]:
    tallies = sizes.get("records", {})
    for large in sorted(tallies, key=int, reverse=True):
        small = str(int(large) // GROWTH)
        if int(large) and small in tallies:
            what = f"clock, {int(large):,} records / {int(small):,} records"
            yield Target(what, 11, tallies[large]["wall"] / tallies[small]["wall"])
            break
    if "0" in tallies and (size := nearest(tallies)) != "0":
        what = f"memory a record above an empty site's, {int(size):,} records"
        yield Target(what, 40, floor_of(tallies, size), " KB")
        if quiet := beside.get(size, {}).get("quiet"):
            alone = {"0": tallies["0"], size: quiet}
            yield Target(f"the same without search, {int(size):,} records", 40, floor_of(alone, size), " KB")
    if {"0", "100"} <= set(tallies):
        ratio = tallies["100"]["wall"] / tallies["0"]["wall"]
        yield Target("clock, 100 records / an empty site of Material's", 1.3, ratio)


def _warm(warm: Mapping[str, Any]) -> Iterator[Target]:
    if warm:
        what = f"clock, built again with nothing changed / from nothing, {warm['size']:,} records"
        yield Target(what, 0.25, warm["builds"]["warm"]["wall"] / warm["builds"]["cold"]["wall"])


def _waits(serve: Mapping[str, Any]) -> Iterator[Target]:
    for what, seconds in serve.get("waits", {}).items():
        yield Target(f"`serve`, from saving {what} to the page, {serve['size']:,} records", 2, seconds, " s")


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
