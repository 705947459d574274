"""Tasks that need nothing of each other, in as many processes as there are processors.

The others are copies of this one (`fork`): they know everything that it knows, and what they learn is lost
but for what their tasks return, what they log, and the files that they write.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, TypeVar

from explainer.load.haste import uncollected

R = TypeVar("R")
_NUMBER = 4
"""Bytes of a task's number."""
_PIPE = 2**16
"""Bytes that a pipe holds."""
_LOGGER = "mkdocs"
"""The logger whose handlers print, or count, what is logged."""


class Failed(Exception):
    """A task failed in another process; the message holds what it said."""


def processors() -> int:
    """Return how many processes may work at once; one where no process can be copied safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def spread(tasks: Sequence[Callable[[], R]], count: int) -> list[R]:
    """Return what tasks returned, in their order, after running them in so many processes.

    They are begun in their order; what is logged elsewhere is logged here at the end.

    Raises:
        Exception: what a task raised; the others are given up.

    """
    if count < 2 or len(tasks) < 2:
        with uncollected():
            return [task() for task in tasks]
    with _queue(len(tasks)) as waiting, uncollected():
        others = [_Other(tasks, waiting) for _ in range(min(count, len(tasks)) - 1)]
        try:
            done = dict(_work(tasks, waiting))
            for other in others:
                done.update(other.results())
        except BaseException:
            for other in others:
                other.stop()
            raise
    return [done[number] for number in range(len(tasks))]


@contextmanager
def _queue(length: int) -> Iterator[int]:
    """Give a pipe from which every process takes the numbers of the tasks that wait; it must hold all."""
    waiting, end = os.pipe()
    try:
        with os.fdopen(end, "wb", 0) as file:
            file.write(b"".join(number.to_bytes(_NUMBER, "big") for number in range(length)))
        yield waiting
    finally:
        os.close(waiting)


def _work(tasks: Sequence[Callable[[], R]], waiting: int) -> Iterator[tuple[int, R]]:
    while number := os.read(waiting, _NUMBER):
        place = int.from_bytes(number, "big")
        yield place, tasks[place]()


class _Other:
    """Another process, a copy of this one."""

    def __init__(self, tasks: Sequence[Callable[[], Any]], waiting: int) -> None:
        told, tell = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if not self._process:
            os.close(told)
            with os.fdopen(tell, "wb") as file:
                _report(tasks, waiting, file)
            os._exit(0)
        os.close(tell)
        self._told = os.fdopen(told, "rb")

    def results(self) -> dict[int, Any]:
        """Return what its tasks returned, by their numbers, once it is done."""
        with self._told as file:
            report = file.read()
        os.waitpid(self._process, 0)
        if not report:
            message = "a process ended before its tasks were done"
            raise Failed(message)
        done, records, error, trace = pickle.loads(report)  # noqa: S301 - written by our own copy
        for record in records:
            logging.getLogger(record.name).handle(record)
        if error:
            raise error from Failed(trace)
        found: dict[int, Any] = done
        return found

    def stop(self) -> None:
        """End it, whatever it does."""
        self._told.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _report(tasks: Sequence[Callable[[], Any]], waiting: int, file: IO[bytes]) -> None:
    """Work in a copied process, and write what came of it."""
    gathered = _Gathered()
    logging.getLogger(_LOGGER).handlers = [gathered]
    error, trace = None, ""
    done: dict[int, Any] = {}
    try:
        done.update(_work(tasks, waiting))
    except BaseException as raised:
        error, trace = _picklable(raised), "".join(traceback.format_exception(raised))
        while os.read(waiting, _PIPE):  # nobody begins another task
            pass
    file.write(pickle.dumps((done, gathered.records, error, trace)))


def _picklable(error: BaseException) -> BaseException:
    """Return an error as it can be handed on: itself, or what it says."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:
        return Failed(str(error))
    return error


class _Gathered(logging.Handler):
    """Keeps what is logged, with its message made."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        record.msg, record.args, record.exc_info = record.getMessage(), (), None
        self.records.append(record)
