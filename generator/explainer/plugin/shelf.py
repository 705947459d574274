"""What the site holds beside MkDocs' own pages: made when it is asked for, by a build or by a preview."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from threading import RLock, Timer
from typing import Any

from explainer.load.haste import uncollected
from explainer.plugin.processes import processors, spread
from explainer.plugin.standing import digest
from explainer.render.addresses import encoded

Files = Callable[[], Iterable[tuple[str, str | bytes]]]
"""Makes files that belong together: their paths in the site, and what they hold."""
Written = tuple[str, bytes]
"""The path of a file in the site, and its digest."""
SHARE, MOST = 20, 2000
"""Pages that a process takes at a time at least, and how many shares there may be."""
MANY = 50
"""Pages from which on other processes help: copying this one costs what some pages cost."""
LULL = 3.0
"""Seconds after a rebuild in which editors look at what they did; then what it left behind is tidied away."""
_OTHERS = ("livereload/", ".well-known/", "favicon.ico")
"""What browsers and MkDocs ask a preview for of their own accord."""


class Shelf:
    """Files of a site, written into its folder when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.written: dict[str, bytes] = {}
        """The digests of the files that are there, by their paths."""
        self._folders = {str(folder)}
        self._pages: dict[str, Callable[[], str | bytes]] = {}
        self._summing_up: set[str] = set()
        self._groups: list[Files] = []
        self._apart: list[Files] = []

    def add_page(self, path: str, make: Callable[[], str | bytes], *, sums_up: bool = False) -> None:
        """Add a page by the path of its file; one that sums up the story shares its work with the files."""
        self._pages[path] = make
        if sums_up:
            self._summing_up.add(path)

    def add_files(self, make: Files, *, apart: bool = False) -> None:
        """Add files of which not even the names are known before they are made.

        Those that stand `apart` share no work with others.
        """
        (self._apart if apart else self._groups).append(make)

    def holds(self, path: str) -> bool:
        """Tell whether there is a page at this path."""
        return path in self._pages

    def write_all(self) -> None:
        """Write everything, in several processes where that is worth it."""
        pages = [path for path in self._pages if path not in self._summing_up]
        size = max(SHARE, -(-len(pages) // MOST))
        shares = [pages[start : start + size] for start in range(0, len(pages), size)]
        tasks: list[Callable[[], list[Written]]] = [
            self._sum_up,
            *(partial(self._files, make) for make in self._apart),
        ]
        tasks += [partial(self._share, share) for share in shares]
        count = processors() if len(pages) >= MANY else 1
        for paths in spread(tasks, count):
            self.written.update(paths)

    def _share(self, paths: Iterable[str]) -> list[Written]:
        return [self._write(path, self._pages[path]()) for path in paths]

    def _files(self, make: Files) -> list[Written]:
        return [self._write(path, content) for path, content in make()]

    def _sum_up(self) -> list[Written]:
        groups = (self._files(make) for make in self._groups)
        return [*self._share(sorted(self._summing_up)), *chain.from_iterable(groups)]

    def write(self, path: str) -> None:
        """Write a file unless that was done; one of no known name, group by group until it is there."""
        if path in self.written or path.startswith(_OTHERS):
            return
        if path in self._pages:
            self._write(path, self._pages[path]())
            return
        for groups in (self._groups, self._apart):
            while groups and path not in self.written and not (self._folder / path).is_file():
                self._files(groups.pop(0))

    def _write(self, path: str, content: str | bytes) -> Written:
        target = f"{self._folder}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            _make(folder)
            self._folders.add(folder)
        data = encoded(content) if isinstance(content, str) else content
        with open(target, "wb", 0) as file:  # noqa: PTH123 - a tenth of the time of a path's own
            file.write(data)
        self.written[path] = digest(data)
        return path, self.written[path]


def _make(folder: str) -> None:
    """Make a folder; mostly the one around it is there."""
    with suppress(FileExistsError):
        try:
            os.mkdir(folder)  # noqa: PTH102 - a tenth of the time of a path's own
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103


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
