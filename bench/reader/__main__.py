"""What reading costs: bytes, requests and a slowed phone's time, beside TimelineJS3 on the same events.

Run as `python -m bench.reader [--events 10000] [--timelinejs FOLDER] [--lighthouse FOLDER]` with the test extra installed;
The folders are the unpacked npm packages `@knight-lab/timelinejs` and `lighthouse`. Writes `bench/reader/RESULTS.md`.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.reader import lighthouse
from bench.reader.build import ROOT, SKINS, build, heaviest
from bench.reader.server import served, squeezed
from bench.reader.timelinejs import write_timeline
from bench.reader.visit import SLOWER, filtered, searched, visit
from bench.stories import write_story

RECORDS = ("actors", "events", "quotes", "figures", "places", "sources")
RESULTS = Path(__file__).with_name("RESULTS.md")


@dataclass(frozen=True)
class Measure:
    """Something measured, with the most that it may be (or the least, for frames)."""

    name: str
    skin: str
    value: float
    budget: float
    unit: str = "bytes"
    least: bool = False

    def row(self) -> str:
        """Return a row of the table."""
        kept = self.value >= self.budget if self.least else self.value <= self.budget
        share = f", {self.value / self.budget:.2f} of it" if self.budget else ""
        bound = ">=" if self.least else "<="
        number = f"{self.value:,.3f}" if self.budget < 1 and self.value else f"{self.value:,.0f}"
        said = "kept" if kept else "**missed**"
        return (
            f"| {self.name} | {self.skin} | {number} {self.unit} | {bound} {self.budget:,} | {said}{share} |"
        )


def weights(browser: Browser, site: Path, skin: str) -> Iterator[Measure]:
    """Yield what the heaviest record page of the published story costs to fetch."""
    ours = skin == "explainer"
    page = heaviest(site, RECORDS)
    assets = site / "assets"
    with served(site) as address:
        url = address + page.parent.relative_to(site).as_posix() + "/"
        with visit(browser, url) as seen:
            asked = [one for one in seen.loaded.requests if not one.startswith(("data:", "blob:"))]
            total = seen.loaded.total()
    foreign = [one for one in asked if not one.startswith(address)]
    fonts = [one for one in asked if one.endswith((".woff", ".woff2", ".ttf"))]
    yield Measure(
        f"HTML of the heaviest record page ({page.parent.relative_to(site)})",
        skin,
        len(squeezed(page)),
        8_000 if ours else 14_000,
    )
    yield Measure("our stylesheet", skin, len(squeezed(assets / "explainer.css")), 8_000)
    yield Measure("our script on load", skin, len(squeezed(assets / "explainer.js")), 6_000)
    yield Measure("the whole page, cold", skin, total, 25_000 if ours else 90_000)
    yield Measure("requests", skin, len(asked), 6 if ours else 9, "")
    yield Measure(f"requests to other hosts {' '.join(foreign)}".strip(), skin, len(foreign), 0, "")
    yield Measure("fonts fetched", skin, len(fonts), 0, "")


def large(browser: Browser, site: Path, skin: str) -> Iterator[Measure]:
    """Yield what a large story's fullest chronology page costs, and its filter and search."""
    page = heaviest(site, ("chronology",))
    yield Measure(
        "fullest page of the chronology", skin, len(squeezed(page)), 40_000 if skin == "explainer" else 46_000
    )
    with served(site) as address:
        url = address + page.parent.relative_to(site).as_posix() + "/"
        with visit(browser, url) as seen:
            found = seen.measured()
            yield Measure("interactive", skin, found["interactive"], 1000, "ms")
            yield Measure("blocked", skin, found["blocking"], 100, "ms")
            yield Measure("layout shift", skin, found["shift"], 0.05, "")
            yield Measure("memory of the page's process", skin, seen.memory(), 170, "MB")
            yield Measure("scrolling", skin, seen.frames_a_second(), 50, "frames/s", least=True)
        index = f"{address}chronology/"
        with visit(browser, index) as seen:
            bytes_, took = filtered(seen)
            yield Measure("index of the filter", skin, bytes_, 40_000)
            yield Measure("a filter, from the choice to the next picture", skin, took, 100, "ms")
        with visit(browser, index) as seen:
            yield Measure("first search", skin, searched(seen, "harbour"), 200_000)


def peers(
    browser: Browser, package: Path, folder: Path, events: list[dict[str, str]], counts: list[int]
) -> Iterator[str]:
    """Yield rows for TimelineJS3 with so many of the events; a page that never settles says so."""
    for count in counts:
        write_timeline(package, folder / str(count), events[:count])
        with served(folder / str(count)) as address:
            try:
                with visit(browser, address) as seen:
                    seen.page.locator(".tl-timemarker").first.wait_for(state="attached", timeout=120_000)
                    seen.settle()
                    found = seen.measured()
                    yield _peer(f"TimelineJS3, {count:,} events", found, seen.loaded.total(), seen.memory())
            except Exception as error:
                yield f"| TimelineJS3, {count:,} events | not after 120 s ({type(error).__name__}) | | | | |"


def _peer(name: str, found: dict[str, float], size: float, memory: float) -> str:
    return (
        f"| {name} | {found['interactive']:,.0f} ms | {found['blocking']:,.0f} ms | {found['elements']:,.0f} "
        f"| {size:,.0f} | {memory:,.0f} MB |"
    )


def ours(browser: Browser, site: Path, skin: str) -> str:
    """Return the row of our fullest chronology page for the table of peers."""
    page = heaviest(site, ("chronology",))
    with (
        served(site) as address,
        visit(browser, address + page.parent.relative_to(site).as_posix() + "/") as seen,
    ):
        return _peer(
            f"Explainer, {skin} skin, fullest page", seen.measured(), seen.loaded.total(), seen.memory()
        )


def main() -> None:
    """Build, visit, write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--timelinejs", type=Path)
    parser.add_argument("--lighthouse", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    small, big, beside, scores = [], [], [], []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=["--no-sandbox"])
        version = browser.version
        story = write_story(Path(made, "story"), asked.events)
        for skin in SKINS:
            own = build(ROOT, Path(made, f"small-{skin}"), skin)
            small += weights(browser, own, skin)
            if asked.lighthouse:
                scores += lighthouse.rows(asked.lighthouse, own, skin, asked.chromium)
            site = build(story.folder, Path(made, f"big-{skin}"), skin)
            big += large(browser, site, skin)
            beside.append(ours(browser, site, skin))
        if asked.timelinejs:
            counts = [count for count in (100, 1_000, 10_000) if count <= asked.events]
            beside += peers(browser, asked.timelinejs, Path(made, "peers"), list(story.events), counts)
    write(small, big, beside, scores, asked.events, version)


def write(
    small: list[Measure], big: list[Measure], beside: list[str], scores: list[str], events: int, chromium: str
) -> None:
    """Write the report."""
    head = "| what | skin | measured | budget | |\n| --- | --- | --- | --- | --- |\n"
    rows = "\n".join(measure.row() for measure in small)
    large_rows = "\n".join(measure.row() for measure in big)
    missing = (
        ""
        if any("TimelineJS3" in row for row in beside)
        else "\nTimelineJS3 was not installed for this run.\n"
    )
    RESULTS.write_text(
        f"# What reading costs\n\nWritten by `python -m bench.reader --events {events}` on {date.today()}: Chromium {chromium}, headless, "
        f"{platform.machine()}, a window of 390 by 800, the processor slowed {SLOWER} times, nothing cached, brotli 11. "
        f"Real phones, other browsers and real networks were not measured.\n\n"
        f"## The published story\n\n{head}{rows}\n\n{_lighthouse(scores)}## A story of {events:,} events\n\n{head}{large_rows}\n\n"
        f"## Beside TimelineJS3, the same events in the same run\n\n"
        f"| page | interactive | blocked | elements | bytes | memory |\n| --- | --- | --- | --- | --- | --- |\n"
        + "\n".join(beside)
        + f"\n{missing}",
        "utf-8",
    )
    print(RESULTS.read_text("utf-8"))


def _lighthouse(scores: list[str]) -> str:
    head = "| skin | page | performance | accessibility | best practices | SEO |\n| --- | --- | --- | --- | --- | --- |\n"
    rows = "\n".join(scores)
    return (
        f"## Lighthouse, on its phone\n\n{head}{rows}\n\n"
        if scores
        else "Lighthouse was not installed for this run.\n\n"
    )


if __name__ == "__main__":
    main()
