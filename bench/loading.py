"""How long a large story takes to load and to check, and how much memory it needs.

Run as `python -m bench.loading`: writes made-up stories to memory, reads each in a process of its own,
cold, warm and again after a change of one record, and prints a table of
processor seconds, which do not depend on what else the machine does.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.bulk import write_csv, write_json, write_mixed, write_yaml
from explainer.load.store import Store
from explainer.reading import read

_RUNS = 3


STORIES: dict[str, Callable[[Path], None]] = {
    "YAML, 16,000 events": write_yaml,
    "YAML, 11,100 records": write_mixed,
    "CSV, 100,000 events": write_csv,
    "JSON, 100,000 events": write_json,
}


def _once(folder: Path, *, again: bool) -> None:
    """Print the seconds and megabytes of reading a story; with `again` also of reading it twice more.

    Before the last time one record is changed.
    """
    store = Store(folder.parent / "cache")
    seconds, peaks = [], []
    for change in (False, False, True) if again else (False,):
        if change and (path := folder / "events.yml").is_file():
            path.write_text(re.sub(r"(- id: event-70\n  title: '?)", r"\1Again, ", path.read_text(), count=1))
        begun = time.process_time()
        reading = read(folder, store=store)
        seconds.append(time.process_time() - begun)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        if reading.problems:
            raise SystemExit(f"{len(reading.problems)} problems, such as {reading.problems[0]}")
    print(json.dumps([seconds[0], peaks[0], *seconds[1:]]))


def _measured(folder: Path, *, again: bool) -> list[float]:
    command = [sys.executable, "-m", "bench.loading", "--again" if again else "--once", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(value) for value in json.loads(done.stdout)]


def _table(root: Path) -> Iterator[str]:
    """Yield the lines of a table, medians of several runs."""
    head = "| story | size | first reading | peak | another process | same process | one changed |"
    yield f"{head}\n|---|--:|--:|--:|--:|--:|--:|"
    for number, (name, write) in enumerate(STORIES.items()):
        folder = root / str(number) / "content"
        write(folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        kept = (folder / "events.yml").is_file()
        runs = [_run(folder, write, kept=kept) for _ in range(_RUNS)]
        medians = [sorted(values)[_RUNS // 2] for values in zip(*runs, strict=True)]
        cells = " | ".join(f"{value:.2f} s" for value in medians[2:]) if kept else "- | - | -"
        yield f"| {name} | {size:.1f} MB | {medians[0]:.2f} s | {medians[1]:.0f} MB | {cells} |"


def _run(folder: Path, write: Callable[[Path], None], *, kept: bool) -> tuple[float, ...]:
    """Return seconds and megabytes of a first reading, and the seconds of those that follow."""
    for file in (folder.parent / "cache").glob("*"):
        file.unlink()
    write(folder)
    cold = _measured(folder, again=False)
    if not kept:
        return cold[0], cold[1]
    warm = _measured(folder, again=True)
    return cold[0], cold[1], warm[0], warm[2], warm[3]


def main() -> None:
    """Print the table, or measure one story."""
    if sys.argv[1:2] in (["--once"], ["--again"]):
        _once(Path(sys.argv[2]), again=sys.argv[1] == "--again")
        return
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for line in _table(Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
