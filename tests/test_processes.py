"""Tasks that need nothing of each other are done in several processes."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from bench.stories import write_story

from explainer.plugin import shelf
from explainer.plugin.processes import Failed, processors, spread
from support import build_site
from test_direct import differences

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone"),
    # Test runners have threads of their own, which these tasks have nothing to do with.
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
]


class Odd(Exception):
    """An error that no other process can be told of as it is."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(f"{number}: {text}")


def _raise(error: Exception) -> None:
    raise error


def _elsewhere(do: Callable[[], object]) -> Callable[[], object]:
    """Return a task that waits a little in this process and does something in another."""
    here = os.getpid()
    return lambda: time.sleep(0.01) if os.getpid() == here else do()


@pytest.mark.parametrize("count", [1, 2, 5, 50])
def test_every_task_is_done_once(tmp_path: Path, count: int) -> None:
    """What tasks return comes back in their order, and each is done by one process alone."""

    def task(number: int) -> int:
        with (tmp_path / str(number)).open("x") as file:
            file.write("done")
        return number * number

    assert spread([partial(task, number) for number in range(40)], count) == [n * n for n in range(40)]
    assert len(list(tmp_path.iterdir())) == 40


@pytest.mark.parametrize(
    ("error", "kind", "text"),
    [(ValueError("it is so"), ValueError, "it is so"), (Odd(7, "odd"), Failed, "7: odd")],
)
def test_an_error_elsewhere_is_raised_here(error: Exception, kind: type[Exception], text: str) -> None:
    """An error in another process is raised in this one, with its traceback as the cause."""
    with pytest.raises(kind, match=text) as raised:
        spread([_elsewhere(lambda: _raise(error))] * 100, 2)
    assert "_raise" in str(raised.value.__cause__)


def test_a_process_that_is_killed_is_noticed() -> None:
    """A process that ends before its tasks are done makes the whole fail."""
    with pytest.raises(Failed, match="ended before"):
        spread([_elsewhere(lambda: os._exit(9))] * 100, 2)


def test_an_error_here_ends_the_others(tmp_path: Path) -> None:
    """An error in this process is raised at once, and no other process is left behind."""
    before = _children()
    here = os.getpid()

    def task() -> None:
        if os.getpid() == here:
            raise KeyError("here")
        time.sleep(0.2)

    with pytest.raises(KeyError):
        spread([task] * 200, 3)
    assert _children() == before


def _children() -> str:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text()


def test_what_is_logged_elsewhere_is_logged_here(caplog: pytest.LogCaptureFixture) -> None:
    """Handlers hear of every record once, whichever process it was logged in: strict builds count them."""
    log = logging.getLogger("mkdocs.plugins.explainer")
    heard: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        spread([partial(log.warning, "task %d", number) for number in range(30)], 3)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    assert sorted(heard) == sorted(f"task {number}" for number in range(30))


def test_no_process_is_copied_beside_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are threads, or on another system, everything is done in one process."""
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert processors() == 1
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert processors() == len(os.sched_getaffinity(0))
    monkeypatch.setattr("sys.platform", "darwin")
    assert processors() == 1


@pytest.mark.parametrize("long", [1, shelf.LONG], ids=["long", "short"])
def test_a_site_is_the_same_from_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long: int
) -> None:
    """A site that several processes made is byte for byte that of one."""
    folder = write_story(tmp_path / "story", 60).folder
    one = build_site(folder, site_dir=str(tmp_path / "one")).site
    monkeypatch.setattr(shelf, "MANY", 1)
    monkeypatch.setattr(shelf, "LONG", long)
    monkeypatch.setattr(shelf, "processors", lambda: 3)
    several = build_site(folder, site_dir=str(tmp_path / "several")).site

    assert list(differences(one, several)) == []
