"""All that a site is made from, as one digest: two builds with the same one come out alike.

Where anything might take part that is not known here, such as another plugin, there is no digest.
"""

from __future__ import annotations

import logging
import os
import platform
import re
import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from babel import Locale
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from mkdocs.utils import get_build_date
from pathspec import PathSpec

from explainer.assets import THEME
from explainer.keeping import read_whole
from explainer.offline import INSIDE
from explainer.plugin import material, shell

_CODE = Path(__file__).parent.parent
_SHELLS = (material.NAME, shell.NAME)
"""Themes that are known to tell no page the time of the build."""
_TIME = b"build_date_utc"
"""What templates call that time."""
_EXTENSIONS = re.compile(
    r"abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|"
    r"md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks|markdown\.extensions\.\w+|"
    r"pymdownx\.(?!snippets|b64)[\w.]+"
)
"""Extensions of Markdown that read no files of their own choice."""
_CALLED = ("material", "pymdownx", "markdown")
"""Packages whose functions a `mkdocs.yml` may name."""
_VARIABLES = ("EXPLAINER", "LANG", "LC_", "PAGEFIND", "PYTHON", "SOURCE_DATE_EPOCH", "TZ")
"""How the names of the environment's variables begin that may change what a build makes."""
_UNREAD = {"__pycache__", ".icons"}
"""Folders of installed packages that are not read: what is in them comes and goes with the package."""
_MOST = 1 << 30
"""Bytes of content that are read at most to find out whether anything is new."""


class Unknown(Exception):
    """Something takes part in the build that is not known here."""


@dataclass
class Inputs:
    """What a build is made from: its settings, and the folders that it reads."""

    config: MkDocsConfig
    story: list[Path]
    """The folders with the story and its texts."""
    _seen: str = field(init=False)

    def __post_init__(self) -> None:
        # Taken before anything is read, so that a file changed at any later moment is noticed.
        self._seen = self._stamp()

    def digest(self) -> str:
        """Return the digest of everything; raise `Unknown` or `OSError` where there is none."""
        whole = sha256(repr(self._told()).encode())
        for name, data in self._files():
            whole.update(f"\n{name!r} {len(data)} ".encode())
            whole.update(data)
        return whole.hexdigest()

    def changed(self) -> bool:
        """Tell whether the editors' files, or the day, are other ones than at the beginning."""
        try:
            return self._stamp() != self._seen
        except (Unknown, OSError):
            return True

    def _stamp(self) -> str:
        whole = sha256(get_build_date().encode())
        size = 0
        for path in self._content():
            found = path.stat()
            size += found.st_size
            told = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)
            whole.update(f"{_name(path)!r} {told}\n".encode())
        if size > _MOST:
            raise Unknown("much content")
        return whole.hexdigest()

    def _content(self) -> Iterator[Path | os.DirEntry[str]]:
        """Yield everything that the editors wrote: settings, story, texts, pages, and templates."""
        config, site = self.config, Path(self.config.site_dir).resolve()
        folders = [*self.story, Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)]
        yield Path(config.config_file_path)  # which a build inside this one reads for itself
        yield from sorted(Path.cwd().glob("pagefind.*"))  # settings of the full-text index
        for folder in dict.fromkeys(folders):
            if site.is_relative_to(folder.resolve()):
                raise Unknown("a site inside its content")
            yield from _walk(folder)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        timed = "SOURCE_DATE_EPOCH" not in os.environ
        packages = [_CODE, THEME, *map(Path, self.config.theme.dirs)]
        inside = (path for folder in packages for path in _walk(folder, _UNREAD))
        for path in (*self._content(), *inside):
            data = b"" if path.is_dir() else read_whole(path)
            if timed and _TIME in data and os.fspath(path).endswith(".html"):
                raise Unknown("a page that tells the time")
            yield _name(path), data

    def _told(self) -> list[Any]:
        config = self.config
        if INSIDE in os.environ:
            raise Unknown("a build inside another one")
        if config.theme.name not in _SHELLS:
            raise Unknown(f"theme {config.theme.name}")
        if len(config.plugins) != 1 or config.hooks:
            raise Unknown("another plugin")
        for name in config.markdown_extensions:
            if not _EXTENSIONS.fullmatch(name):
                raise Unknown(f"extension {name}")
        return [
            # Not as they were written: MkDocs takes them apart as it reads them, and nothing of some is left.
            _plain(config),
            (Path.cwd(), get_build_date()),
            sorted((name, value) for name, value in os.environ.items() if name.startswith(_VARIABLES)),
            (sys.platform, platform.machine(), sys.version),
            _setting() if config.site_url else None,
            logging.getLogger("mkdocs").isEnabledFor(logging.WARNING),
            list(_packages()),
        ]


def _setting() -> tuple[str | None, bool | None]:
    """Return what sets the letters of share cards, which are drawn where the site's address is known."""
    from PIL import features  # noqa: PLC0415 - takes its time

    return features.version("raqm"), features.check("fribidi")


def _plain(value: object) -> object:
    """Return a setting as something whose `repr` tells all of it."""
    found: object
    match value:
        case None | str() | int() | float() | date():
            found = value
        case Theme():
            found = value.dirs, sorted(value.static_templates), {name: _plain(value[name]) for name in value}
        case BasePlugin():
            found = _plain(value.config)
        case Locale():
            found = str(value)
        case PathSpec():
            found = [(one.include, one.regex) for one in value.patterns]
        case Mapping():
            found = {name: _plain(one) for name, one in value.items()}
        case list() | tuple():
            found = [_plain(one) for one in value]
        case _:
            found = _named(value)
    return found


def _named(value: object) -> tuple[str, str]:
    """Return the name of a function that a `mkdocs.yml` may name."""
    module, name = (str(getattr(value, key, "")) for key in ("__module__", "__qualname__"))
    if not name or module.partition(".")[0] not in _CALLED:
        raise Unknown(f"setting {value!r}")
    return module, name


def _packages() -> Iterator[tuple[str, list[str]]]:
    """Yield the folders that Python finds packages in, with the names and versions of these."""
    marks = (".dist-info", ".egg-info", ".egg-link", ".pth")
    for folder in filter(os.path.isdir, sys.path):
        if found := sorted(path.name for path in Path(folder).iterdir() if path.name.endswith(marks)):
            yield folder, found


def _walk(folder: str | Path, without: Container[str] = ()) -> Iterator[os.DirEntry[str]]:
    """Yield all folders and files in a folder, in a steady order; links are followed."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=attrgetter("name"))
    for entry in found:
        if not entry.is_dir():
            yield entry
        elif entry.name not in without:
            yield entry
            yield from _walk(entry.path, without)


def _name(path: Path | os.DirEntry[str]) -> str:
    """Return a path, with where it leads to if it is a link."""
    return f"{os.fspath(path)} -> {Path(path).readlink()}" if path.is_symlink() else os.fspath(path)
