"""Work without the garbage collector, which would look through every record again and again."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the garbage collector off: most of what is read stays, and little of it points back at itself.

    Afterwards it counts as old, so that the collector does not go through all of it at once.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()  # into the oldest generation
            gc.enable()


def unsearched_at_exit() -> None:
    """Let the process end without a last search for what points at itself, which takes a whole site apart."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
