"""Lighthouse's scores on the phone that it imagines; it is an npm package that has to be installed beside the project."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.reader.server import served

PAGES = ("", "chronology/", "events/basement-shelling/", "ar/")
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100}
FASTEST = {"explainer": 98, "material": 95}


def rows(package: Path, site: Path, skin: str, chromium: str) -> Iterator[str]:
    """Yield a row of scores for some pages of a site; `package` is the unpacked npm package `lighthouse`."""
    with served(site) as url, tempfile.TemporaryDirectory() as made:
        for page in PAGES:
            scores = _scores(package, url + page, Path(made, "report.json"), chromium)
            wanted = {"performance": FASTEST[skin], **LEAST}
            cells = (
                f"{scores[name]}{'' if scores[name] >= least else ' (**missed**)'}"
                for name, least in wanted.items()
            )
            yield f"| {skin} | /{page} | {' | '.join(cells)} |"


def _scores(package: Path, url: str, report: Path, chromium: str) -> dict[str, int]:
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"
    command = [
        "node",
        str(package / "cli" / "index.js"),
        url,
        "--output=json",
        f"--output-path={report}",
        "--quiet",
        flags,
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": chromium})
    found = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round(category["score"] * 100) for name, category in found.items()}
