"""What becomes of a build, and of a server, when the story is at fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from explainer.problems import errors, tally, warnings
from explainer.reading import Reading
from explainer.report import as_text

log = get_plugin_logger("explainer")


class StoryError(PluginError):
    """The story cannot be published; the message holds every problem."""


def forgiving(builder: Callable[..., None]) -> Callable[..., None]:
    """Return a rebuild that leaves the site as it is when the story is at fault.

    MkDocs would let every request wait until the next good build. The story is read before anything is
    written, so the last good site is still whole.
    """

    def rebuild(*args: Any, **more: Any) -> None:
        try:
            builder(*args, **more)
        except Abort as abort:
            if not isinstance(abort.__context__, StoryError):
                raise
            log.error("The last good site stays up until the story is mended.")

    return rebuild


def shown(folder: Path) -> Path:
    """Return a folder as messages should show it: relative to where the command was given, if it is below."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def report(reading: Reading, *, strict: bool) -> None:
    """Log warnings, and end the build on errors: all of them in one message."""
    problems = reading.problems
    if errors(problems) or (strict and problems):
        raise StoryError(f"the story cannot be published\n\n{as_text(problems).rstrip()}")
    for problem in warnings(problems):
        log.warning("%s", problem)
    log.debug("%s", tally(problems))
