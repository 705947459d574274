"""Where the time of a build goes, without a timer in what is measured.

Run as a program by `stages`: it builds a site in its own process, looks every few milliseconds of the processor's
time which function runs, and books that time on the innermost part of the house that is on the stack.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from types import FrameType

from bench.builders.projects import Project

STEP = 0.004
"""Seconds of the processor's time between two looks."""
PARTS = (
    ("explainer/load/", "load: files to records"),
    ("explainer/model/", "model: records, dates, references"),
    ("explainer/check/", "check: editorial rules"),
    ("explainer/evidence/", "check: evidence"),
    ("explainer/views/", "views"),
    ("explainer/geography/", "views: maps"),
    ("explainer/render/", "render: templates of the records' pages"),
    ("explainer_theme/explainer/", "render: templates of the records' pages"),
    ("explainer_theme/", "chrome: what stands around the pages"),
    ("explainer/publish/", "files: downloads, feeds, data"),
    ("explainer/cards/", "files: share cards"),
    ("explainer/volumes", "files: downloads, feeds, data"),
    ("explainer/language", "render: words in the story's language"),
    ("explainer/urls", "views: addresses"),
    ("explainer/finding", "search"),
    ("explainer/folding", "search"),
    ("explainer/plugin/search", "search"),
    ("explainer/plugin/chrome", "chrome: what stands around the pages"),
    ("explainer/plugin/press", "chrome: what stands around the pages"),
    ("explainer/plugin/direct", "files: writing pages"),
    ("explainer/plugin/shelf", "files: writing pages"),
    ("explainer/sharing", "files: share cards"),
    ("explainer/book", "files: downloads, feeds, data"),
    ("explainer/plugin/", "plugin"),
    ("explainer/", "other parts of ours"),
    ("material/", "chrome: what stands around the pages"),
    ("mkdocs/utils", "files: written by MkDocs"),
    ("mkdocs/structure/files", "files: written by MkDocs"),
    ("mkdocs/structure/nav", "MkDocs: pages and menu"),
    ("mkdocs/structure/", "MkDocs: pages and menu"),
    ("mkdocs/", "MkDocs: the rest"),
    ("importlib", "start: Python and its imports"),
)
"""Parts of paths, the first that fits counts, and what a table calls the stage."""
OTHERS = "start: Python and its imports"
CHILDREN = "other processes: Pagefind, which makes the search index"


def stages(project: Project) -> dict[str, float]:
    """Return seconds of the processor's time by stage of one build from nothing."""
    project.clear()
    command = [sys.executable, "-m", "bench.builders.stages", *project.command[3:]]
    environment = {**project.environment(), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        command, cwd=project.folder, env=environment, capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


class _Clock:
    """Books the time since the last look on the stage that runs."""

    def __init__(self) -> None:
        self.booked: defaultdict[str, float] = defaultdict(float)
        self._names: dict[str, str] = {}
        self._last = 0.0  # what the process did before counts too

    def look(self, _: int, frame: FrameType | None) -> None:
        now = time.process_time()
        self.booked[self._stage(frame)] += now - self._last
        self._last = now

    def _stage(self, frame: FrameType | None) -> str:
        while frame is not None:
            path = frame.f_code.co_filename
            if path not in self._names:
                self._names[path] = next((name for part, name in PARTS if _is_in(path, part)), "")
            if self._names[path]:
                return self._names[path]
            frame = frame.f_back
        return OTHERS


def _is_in(path: str, part: str) -> bool:
    return f"/{part}" in path.replace("\\", "/") or (part == "importlib" and "<frozen importlib" in path)


def _main(arguments: list[str]) -> None:
    clock = _Clock()
    if hasattr(os, "sched_setaffinity"):  # on one processor nothing is made in a copy, which has no clock
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    signal.signal(signal.SIGPROF, clock.look)
    signal.setitimer(signal.ITIMER_PROF, STEP, STEP)
    sys.argv = ["mkdocs", *arguments]
    with suppress(SystemExit):
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    signal.setitimer(signal.ITIMER_PROF, 0)
    clock.look(0, None)
    used = os.times()
    clock.booked[CHILDREN] = used.children_user + used.children_system
    print(json.dumps(clock.booked))


if __name__ == "__main__":
    _main(sys.argv[1:])
