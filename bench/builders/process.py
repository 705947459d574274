"""What a command costs: time on the clock, time of the processor, and memory.

Run as a program by `measured`, because the system counts the memory of the process that starts another one as the
other's own: the one that starts a command has to be small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

KILOBYTE = 1024 if sys.platform != "darwin" else 1
"""Of how many bytes the system's figure for memory counts one."""


@dataclass(frozen=True)
class Cost:
    """What one run of a command cost, the processes that it waited for included."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of the processor, the user's and the system's, all processes together."""
    peak: float
    """Bytes of memory of the largest of its processes, at most."""


class CommandError(Exception):
    """A command failed; the text ends with what it said."""


def measured(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Return what a command cost that ran in a folder.

    Raises:
        CommandError: the command failed.

    """
    starter = [sys.executable, "-I", "-S", str(Path(__file__))]
    env = {**os.environ, **(environment or {})}
    done = subprocess.run(
        [*starter, *command], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    *_, last = done.stdout.splitlines() or ["null"]
    found = json.loads(last) if done.returncode == 0 else None
    if found is None or found.pop("code"):
        message = f"{' '.join(command)}:\n{(done.stdout + done.stderr)[-2000:]}"
        raise CommandError(message)
    return Cost(**found)


def _run(command: list[str]) -> dict[str, float]:
    start = time.perf_counter()
    child = os.posix_spawnp(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)]
    )  # standard output is ours alone
    _, status, used = os.wait4(child, 0)
    return {
        "wall": time.perf_counter() - start,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss * KILOBYTE,
        "code": os.waitstatus_to_exitcode(status),
    }


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1:])))
