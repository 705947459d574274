"""What reading costs: bytes, requests and a slowed phone's time, beside TimelineJS3 on the same events.

Run as `python -m bench.reader [--events 10000] [--timelinejs FOLDER]` in an environment with the test extra;
`FOLDER` is the unpacked npm package `@knight-lab/timelinejs`. Writes `bench/reader/RESULTS.md`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser

from bench.reader.server import served, squeezed
from bench.reader.visit import visit

ROOT = Path(__file__).parent.parent.parent
SKINS = ("explainer", "material")
RECORDS = ("actors", "events", "quotes", "figures", "places", "sources")
BUDGETS = {  # brotli bytes by skin: our own, Material
    "HTML of a record page": (8_000, 14_000),
    "CSS of ours": (8_000, 8_000),
    "JS of ours on load": (6_000, 6_000),
    "whole page, cold": (25_000, 90_000),
    "requests": (6, 9),
    "other hosts": (0, 0),
    "fonts": (0, 0),
    "chronology page": (40_000, 46_000),
}
Row = tuple[str, str, str, str, str]


def build(folder: Path, site: Path, skin: str) -> Path:
    """Build a project's site in one of the skins."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--theme", skin, "--site-dir", str(site)]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return site


def heaviest(site: Path, folders: Iterable[str]) -> Path:
    """Return the heaviest page in these folders of a site."""
    pages = [page for folder in folders for page in (site / folder).glob("*/index.html")]
    return max(pages, key=lambda page: len(squeezed(page)))


def weights(browser: Browser, site: Path) -> dict[str, float]:
    """Return what the heaviest record page of a site costs to fetch."""
    page = heaviest(site, RECORDS)
    with (
        served(site) as address,
        visit(browser, address + page.parent.relative_to(site).as_posix() + "/") as seen,
    ):
        asked = seen.loaded.requests
        return {
            "HTML of a record page": len(squeezed(page)),
            "CSS of ours": len(squeezed(site / "assets" / "explainer.css")),
            "JS of ours on load": len(squeezed(site / "assets" / "explainer.js")),
            "whole page, cold": seen.loaded.total(),
            "requests": len([url for url in asked if not url.startswith("data:")]),
            "other hosts": len([url for url in asked if not url.startswith((address, "data:", "blob:"))]),
            "fonts": len([url for url in asked if url.endswith((".woff", ".woff2", ".ttf"))]),
        }


def phone(browser: Browser, url: str) -> dict[str, float]:
    """Return a slowed phone's milliseconds, layout shift, frames a second and megabytes on a page."""
    with visit(browser, url) as seen:
        found = dict(seen.measured())
        found["memory"] = seen.memory()
        found["frames"] = seen.frames_a_second()
        found["bytes"] = seen.loaded.total()
    return found


def verdict(value: float, budget: float, *, least: bool = False) -> str:
    """Return whether a value keeps its budget."""
    return (
        "kept" if (value >= budget if least else value <= budget) else f"**missed** ({value / budget:.2f} x)"
    )
