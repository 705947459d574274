"""A story as it was at a revision of git's: read without touching the work tree."""

from __future__ import annotations

import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

_FROM_HOOKS = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"}


class NoRevision(Exception):
    """There is no such revision, or no story in it; the message says so to the person who asked."""


@contextmanager
def content_at(revision: str, content: Path) -> Iterator[Path]:
    """Yield a temporary folder with the files of a content folder as they were at a revision.

    Raises:
        NoRevision: the folder is in no repository, or that has no such revision with the folder in it.

    """
    prefix = _git(content, "rev-parse", "--show-prefix").decode().strip()
    commit = _git(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    tree = f"{commit.decode().strip()}:{prefix}"
    archive = _git(content / _up(prefix), "archive", "--format=tar", tree)
    with tempfile.TemporaryDirectory() as name:
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(name, filter="data")
        yield Path(name)


def _up(prefix: str) -> Path:
    """Return the way from a folder to the top of its repository, where paths in a tree begin."""
    return Path(*[".."] * len(Path(prefix).parts))


def _git(folder: Path, *arguments: str) -> bytes:
    # Inside a hook these lead git to the hook's repository, whatever folder is asked about.
    env = {name: value for name, value in os.environ.items() if name not in _FROM_HOOKS}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; what the editor wrote is never an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is where the editor has it
            capture_output=True,
            env=env,
            check=True,
        )
    except FileNotFoundError:
        raise NoRevision("git is not installed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise NoRevision(said or "there is no such revision") from None
    return done.stdout
