"""How long an editor waits: from saving a file under `mkdocs serve` to the page that shows the change."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median

import yaml

from bench.builders.projects import Project

PAUSE = 0.02
"""Seconds between two questions whether the page shows the change."""
PATIENCE = 1800
"""Seconds after which nobody waits any longer."""


@dataclass(frozen=True)
class Edit:
    """A change that is saved again and again: in a file, the text before and after what is changed, and who shows it."""

    what: str
    file: str
    place: re.Pattern[str]
    page: str
    """The address of a page that must show the change."""

    def save(self, folder: Path, number: int) -> str:
        """Save the file with a word in it that stands nowhere else, and return this word."""
        path, word = folder / self.file, f"Edit{number}"
        text, found = self.place.subn(lambda at: f"{at[1]}{word} ", path.read_text("utf-8"), count=1)
        if not found:
            message = f"{self.file} has no {self.place.pattern}"
            raise LookupError(message)
        path.write_text(text, "utf-8")
        return word


def edits(content: Path) -> list[Edit]:
    """Return an edit of one event's text, and one of a name that many pages show."""
    events = yaml.load((content / "events.yml").read_text("utf-8"), yaml.CSafeLoader)
    event = events[len(events) // 2]["id"]
    other = next(one["id"] for one in reversed(events) if "actor-0" in chain(*one["who"].values()))
    return [
        Edit("an event's summary", "events.yml", _field(event, "summary"), f"events/{event}/"),
        Edit(
            "the name of the actor whom most pages show",
            "actors.yml",
            _field("actor-0", "name"),
            f"events/{other}/",
        ),
    ]


def _field(record: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"""(^- id: {record}\n(?:  .*\n)*?  {name}: ["']?)(?:Edit\d+ )?""", re.MULTILINE)


def waits(project: Project, runs: int) -> dict[str, list[float]]:
    """Return the seconds that editors wait for each of the edits, all measured in one `mkdocs serve`."""
    project.clear()
    found: dict[str, list[float]] = {}
    content = project.folder / "content"
    changes = edits(content)
    with _serving(project) as address:
        for number in range(runs * len(changes)):
            edit = changes[number % len(changes)]
            found.setdefault(edit.what, []).append(_wait(edit, content, address, number))
            time.sleep(1)  # an editor reads; the server looks whether there is more to do
    return found


def middle(found: dict[str, list[float]]) -> dict[str, float]:
    """Return the median of each."""
    return {what: median(seconds) for what, seconds in found.items()}


def _wait(edit: Edit, content: Path, address: str, number: int) -> float:
    word = edit.save(content, number)
    start = time.perf_counter()
    while word not in _asked(f"{address}{edit.page}"):
        if time.perf_counter() - start > PATIENCE:
            message = f"{edit.page} never showed {word}"
            raise TimeoutError(message)
        time.sleep(PAUSE)
    return time.perf_counter() - start


@contextmanager
def _serving(project: Project) -> Iterator[str]:
    """Start `mkdocs serve` as editors do, give its address once it answers, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    log = project.folder / "serve.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            command, cwd=project.folder, env=project.environment(), stdout=said, stderr=subprocess.STDOUT
        )
        try:
            end = time.monotonic() + PATIENCE
            while not _asked(f"http://{host}/"):
                if server.poll() is not None or time.monotonic() > end:
                    raise TimeoutError(log.read_text("utf-8")[-2000:])
                time.sleep(0.2)
            yield f"http://{host}/"
        finally:
            server.terminate()
            server.wait()


def _asked(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError):
        return ""
    return text
