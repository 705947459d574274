"""Sites to measure: a project in one of the skins."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.reader.server import squeezed

ROOT = Path(__file__).parent.parent.parent
SKINS = ("explainer", "material")


def build(project: Path, site: Path, skin: str) -> Path:
    """Build a project's site in its own skin, which is Material's, or in another one, and return it."""
    theme = [] if skin == "material" else ["--theme", skin]
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *theme, "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return site


def heaviest(site: Path, folders: Iterable[str]) -> Path:
    """Return the heaviest page in these folders of a site."""
    pages = [page for folder in folders for page in (site / folder).rglob("index.html")]
    likely = sorted(pages, key=lambda page: -page.stat().st_size)[:20]
    return max(likely, key=lambda page: len(squeezed(page)))
