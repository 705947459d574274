"""A site while it is served to its editors: made as they ask for it, and made again soon after they save."""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import RLock, Timer
from time import perf_counter
from typing import TYPE_CHECKING, Any

from explainer.load.haste import uncollected
from explainer.plugin.shelf import Shelf

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

LULL = 3.0
"""Seconds after a rebuild in which editors look at what they did; then what it left behind is tidied away."""
SOON = 0.1
"""Seconds between two looks for saved files where looking costs little; MkDocs waits five times as long."""
EFFORT = 0.05
"""The share of a processor's time that looking may take."""
_OTHERS = ("livereload/", ".well-known/", "favicon.ico")
"""What browsers and MkDocs ask a preview for of their own accord."""


def attentive(server: LiveReloadServer, effort: float = EFFORT) -> None:
    """Let a server look for saved files as often as that takes little effort, and no less than it did."""
    from watchdog.utils.dirsnapshot import DirectorySnapshot  # noqa: PLC0415 - a build that serves nothing has no use for it

    for emitter in server.observer.emitters:
        begun = perf_counter()
        DirectorySnapshot(emitter.watch.path, recursive=emitter.watch.is_recursive)
        least = max(SOON, (perf_counter() - begun) / effort)
        # Watchdog sets it when it makes an emitter, and MkDocs has these made already.
        emitter._timeout = min(emitter.timeout, least)


class Preview:
    """A served site, of which nothing is made before a browser asks for it."""

    def __init__(self) -> None:
        self.active = False
        self.shelf: Shelf | None = None
        self._lock = RLock()
        self._tidying: Timer | None = None

    def rebuilding(self, builder: Callable[..., None]) -> Callable[..., None]:
        """Return a builder that is left alone while it builds, by requests and by the garbage collector."""

        def rebuild(*args: Any, **more: Any) -> None:
            with self._lock, uncollected():
                builder(*args, **more)
            self._tidy()

        return rebuild

    def _tidy(self) -> None:
        # The site before this one points at itself, and would stay.
        if self._tidying:
            self._tidying.cancel()
        self._tidying = Timer(LULL, gc.collect)
        self._tidying.daemon = True
        self._tidying.start()

    def before(self, app: Callable[..., Any], mount: str) -> Callable[..., Any]:
        """Return a WSGI application whose files are written before it looks for them."""

        def preview(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith(mount):
                self._ready(path[len(mount) :])
            return app(environ, start_response)

        return preview

    def _ready(self, path: str) -> None:
        if path.startswith(_OTHERS):
            return
        with self._lock:
            if self.shelf:
                # Without the slash MkDocs leads to a folder whose page is there.
                folder = not path or path.endswith("/")
                names = [f"{path}index.html"] if folder else [f"{path}/index.html", path]
                self.shelf.write(next((name for name in names if self.shelf.holds(name)), names[-1]))
