"""What the site holds beside MkDocs' own pages: made when it is asked for, by a build or by a preview."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

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
LONG = 1000
"""Pages from which on it is worth learning how each kind is made before copying, instead of in every copy."""


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
        if len(pages) >= LONG:
            first = {path.partition("/")[0]: path for path in reversed(pages)}.values()
            with uncollected():
                self._share(first)
            pages = [path for path in pages if path not in self.written]
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
        if path in self.written:
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
