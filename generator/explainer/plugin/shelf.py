"""What the site holds beside MkDocs' own pages: made when it is asked for, by a build or by a preview."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import RLock
from typing import Any

from explainer.plugin.standing import digest

Files = Callable[[], Iterable[tuple[str, str | bytes]]]
"""Makes files that belong together: their paths in the site, and what they hold."""
_OTHERS = ("livereload/", ".well-known/", "favicon.ico")
"""What browsers and MkDocs ask a preview for of their own accord."""


class Shelf:
    """Files of a site, written into its folder when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.written: dict[str, bytes] = {}
        """The digests of the files that are there, by their paths."""
        self._folders = {folder}
        self._pages: dict[str, Callable[[], str]] = {}
        self._groups: list[Files] = []

    def add_page(self, path: str, make: Callable[[], str]) -> None:
        """Add a page by the path of its file."""
        self._pages[path] = make

    def add_files(self, make: Files) -> None:
        """Add files of which not even the names are known before they are made."""
        self._groups.append(make)

    def holds(self, path: str) -> bool:
        """Tell whether there is a page at this path."""
        return path in self._pages

    def write_all(self) -> None:
        """Write everything."""
        for path, make in self._pages.items():
            self._write(path, make())
        while self._groups:
            self._write_group()

    def write(self, path: str) -> None:
        """Write a file unless that was done; one of no known name, group by group until it is there."""
        if path in self.written or path.startswith(_OTHERS):
            return
        if path in self._pages:
            self._write(path, self._pages[path]())
            return
        while self._groups and path not in self.written and not (self._folder / path).is_file():
            self._write_group()

    def _write_group(self) -> None:
        for path, content in self._groups.pop(0)():
            self._write(path, content)

    def _write(self, path: str, content: str | bytes) -> None:
        target = self._folder / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        data = content.encode("utf-8", "xmlcharrefreplace") if isinstance(content, str) else content
        self.written[path] = digest(data)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        with os.fdopen(descriptor, "wb", 0) as file:
            file.write(data)


class Preview:
    """A served site, of which nothing is made before a browser asks for it."""

    def __init__(self) -> None:
        self.active = False
        self.lazy = False
        """Whether the menu's pages wait too, as no plugin looks at them."""
        self.shelf: Shelf | None = None
        self._lock = RLock()

    def rebuilding(self, builder: Callable[..., None]) -> Callable[..., None]:
        """Return a builder that is left alone while it builds."""

        def rebuild(*args: Any, **more: Any) -> None:
            with self._lock:
                builder(*args, **more)

        return rebuild

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
