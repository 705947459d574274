"""Projects to build: where they lie, how they are made as good as new, and what they have built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench.builders.pages import page_files
from bench.builders.process import Cost, measured
from bench.mixed import write_mixed

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Project:
    """A folder in which one command builds a site."""

    folder: Path
    command: list[str]
    site: Path
    kept: frozenset[str]
    """Names in the folder before the first build; the rest is what builds leave behind."""
    warm: bool = False
    """Whether what the build before left behind stays, the site included."""

    def build(self) -> Cost:
        """Build the site, from nothing unless the project is warm, and return what it cost."""
        if self.warm and not self.site.exists():
            measured(self.command, self.folder, self.environment())
        elif not self.warm:
            self.clear()
        return measured(self.command, self.folder, self.environment())

    def clear(self) -> None:
        """Take away whatever builds have left behind."""
        for path in self.folder.iterdir():
            if path.name not in self.kept:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def environment(self) -> dict[str, str]:
        """Return the variables to build with: all that programs keep for later lies in the folder too."""
        kept = self.folder / ".kept"
        kept.mkdir(exist_ok=True)
        # What Python compiles is kept, as it is where people build sites.
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {
            **usual,
            "NO_MKDOCS_2_WARNING": "1",
            "NO_COLOR": "1",
            "XDG_CACHE_HOME": str(kept),
            "TMPDIR": str(kept),
        }

    def output(self) -> tuple[int, int, int]:
        """Return how many pages and files the site has, and how many bytes."""
        sizes = [path.stat().st_size for path in self.site.rglob("*") if path.is_file()]
        return len(page_files(self.site)), len(sizes), sum(sizes)


def project(folder: Path, command: Sequence[str], site: str) -> Project:
    """Return a project that has just been set up in a folder."""
    return Project(folder, list(command), folder / site, frozenset(path.name for path in folder.iterdir()))


def story(folder: Path, records: int) -> Project:
    """Write a made-up story and return its project."""
    return project(write_mixed(folder, records), MKDOCS, "site")


def copied(original: Path, folder: Path, *, skin: str = "material") -> Project:
    """Copy a story's project, without its site, to be built in a skin."""
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns("site", ".*"))
    theme = () if skin == "material" else ("--theme", skin)
    return project(folder, (*MKDOCS, *theme), "site")


def warm(cold: Project, folder: Path) -> Project:
    """Return a copy of a story's project that is built again and again."""
    return replace(copied(cold.folder, folder), warm=True)


def empty(folder: Path) -> Project:
    """Return a site of Material's with one page and nothing else set."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Made up\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Made up\ntheme: {name: material}\n", "utf-8")
    return project(folder, MKDOCS, "site")


@contextmanager
def room() -> Iterator[Path]:
    """Give a folder in memory where there is one: on a disk, making files costs more than all else."""
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
        yield Path(folder)


def commit() -> str:
    """Return the commit that is measured, marked where the files differ from it, and nothing outside git."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--abbrev=8"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()
