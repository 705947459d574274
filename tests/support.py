"""Builds of the sample sites, as a user's own command makes them."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Comment

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
SKINS = ("material", "explainer")
"""The shells that every page must be good in."""


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its sources, and what MkDocs warned about."""

    site: Path
    project: Path
    warnings: list[str]

    def html(self, path: str) -> str:
        """Return the text of one of the site's files."""
        return (self.site / path).read_text("utf-8")


def search_entries(site: Path, lang: str = "en") -> dict[str, dict[str, str]]:
    """Return what the full-text index of a built site holds, by address: `title`, `kind`, `date` and `text`."""
    found = {}
    for path in (site / "assets" / f"pagefind-{lang}" / "fragment").iterdir():
        entry = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[entry["meta"].get("href", "")] = {**entry["meta"], "text": entry["content"]}
    return found


class _Warnings(logging.Handler):
    """Keeps what MkDocs counts in strict mode."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())


def build_site(project: Path, *, skin: str = "", **options: Any) -> Built:
    """Build a project as `mkdocs build --strict --theme SKIN` does, with options of mkdocs.yml replaced."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    handler = _Warnings()
    logging.getLogger("mkdocs").addHandler(handler)
    if skin:
        options["theme"] = {"name": skin}
    try:
        options.setdefault("site_dir", str(project / "site"))
        config = load_config(str(project / "mkdocs.yml"), strict=options.pop("strict", True), **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return Built(Path(options["site_dir"]), project, handler.lines)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder for as long as it is needed, at the address that is given."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts into a folder, by their paths in it; empty ones are left out."""
    for name, text in files.items():
        if text:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def unseen(page: BeautifulSoup) -> Iterable[str]:
    """Yield every text beside what a page says: head, scripts, comments, the theme's menus and attributes.

    Attributes that say of a text which language or date it is, or read it to the blind, are part of it.
    """
    ours = {"lang", "datetime", "aria-label"}
    for tag in page.find_all(True):
        yield from (str(value) for name, value in tag.attrs.items() if name not in ours)
    menus = [tag for tag in page.find_all("nav") if not tag.find_parent(class_="ex-page")]
    yield from (str(tag) for tag in (*page.find_all(["head", "script", "template"]), *menus))
    yield from page.find_all(string=lambda text: isinstance(text, Comment))
