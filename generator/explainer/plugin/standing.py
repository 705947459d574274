"""A site as the last build left it, for a build that would make the very same one again.

Of a site that stands one line is kept: a digest of all that it was made from, and one of what was made. Where
both are right still, nothing is done. The site itself is never moved or written to, and nothing in what is
kept can get into it.
"""

from __future__ import annotations

import copy
import json
import logging
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection, get_plugin_logger
from mkdocs.theme import Theme

from explainer.keeping import keep, kept, read_whole, sealed, unsealed
from explainer.plugin.inputs import Inputs, Unknown

log = get_plugin_logger("explainer")
FOLDER = Path(".cache", "explainer", "sites")
"""Where the lines are kept, beside `mkdocs.yml`; safe to delete."""
PASSING = {"passing": True}
"""Marks a warning in the log as one of this build alone, after which the next one tries again."""
_LOGGER = "mkdocs"
_NOTHING = "unchanged"
"""A folder of a site that is never there: MkDocs finds nothing to build in it, and builds nothing."""


class Odd(Exception):
    """There is something in a site that no build puts there."""


class Kept(NamedTuple):
    """What is kept of a site."""

    inputs: str
    """The digest of what it was made from."""
    site: str
    """The digest of the files in it."""
    said: list[tuple[str, int, str]]
    """What the build warned of: logger, level, text."""


class Standing:
    """The site that there is before a build, and what is to be known of it after one."""

    def __init__(self, config: MkDocsConfig, story: list[Path], *, clean: bool) -> None:
        self._config, self._site = config, Path(config.site_dir)
        name = sha256(os.fsencode(self._site)).hexdigest()[:32]
        self._path = Path(config.config_file_path).parent / FOLDER / f"{name}.json"
        self._said = _Said()
        self._digest = ""
        if not clean:
            return
        try:
            self._inputs = Inputs(config, story)
            self._digest = self._inputs.digest()
        except (Unknown, OSError) as reason:
            log.debug("the site is built whether or not anything is new: %s", reason)

    def idle(self) -> MkDocsConfig | None:
        """Return settings to build nothing with, where there is nothing to build, and warn as before."""
        before = self._kept() if self._digest else None
        if before is None or before.inputs != self._digest or before.site != _tree(self._site):
            self._said.listen()
            return None
        for name, level, text in before.said:
            logging.getLogger(name).log(level, "%s", text)
        log.info("Nothing has changed since the site was built: it stays as it is")
        return _idle(self._config)

    def keep(self, written: Mapping[str, bytes]) -> None:
        """Keep what there is to know of the whole site; `written` are digests of files in it."""
        self._said.leave()
        if not self._digest or self._said.passing or self._inputs.changed():
            return
        site = _tree(self._site, written)
        if site:
            known = json.dumps(Kept(self._digest, site, self._said.lines))
            keep(self._path, sealed(known.encode()))

    def _kept(self) -> Kept | None:
        """Return what is kept, or nothing if there is no such file or it is damaged."""
        content = unsealed(kept(self._path))
        if content is None:
            return None
        try:
            inputs, site, said = json.loads(content)
            lines = [(str(name), int(level), str(line)) for name, level, line in said]
            return Kept(str(inputs), str(site), lines)
        except (ValueError, TypeError, RecursionError):
            return None


def digest(data: bytes) -> bytes:
    """Return the digest of a file's content."""
    return sha256(data).digest()


def _tree(site: Path, known: Mapping[str, bytes] = MappingProxyType({})) -> str:
    """Return a digest of everything in a site, or an empty text where something odd is in it."""
    try:
        found = sorted(_contents(site, known))
    except (OSError, Odd):
        return ""
    return sha256("\n".join(f"{path!r} {data.hex()}" for path, data in found).encode()).hexdigest()


def _contents(site: Path, known: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the paths in a site, those of folders with a slash, with the digests of what is in them."""
    folders = [""]
    while folders:
        inside = folders.pop()
        with os.scandir(site / inside) as entries:
            found = list(entries)
        for entry in found:
            path = inside + entry.name
            if path == _NOTHING or not (entry.is_file(follow_symlinks=False) or _is_folder(entry)):
                raise Odd(path)
            if not _is_folder(entry):
                yield path, known.get(path) or digest(read_whole(entry.path))
            elif path != ".git":  # MkDocs leaves it alone
                folders.append(f"{path}/")
                yield folders[-1], b""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _idle(config: MkDocsConfig) -> MkDocsConfig:
    """Return a copy of settings for a build without pages, files, templates and plugins."""
    idle = copy.copy(config)
    idle.plugins = PluginCollection()
    idle.theme = Theme()
    idle.theme.static_templates, idle.theme.dirs = set(), []
    idle.nav, idle.extra_templates = [], []
    idle.docs_dir = idle.site_dir = str(Path(config.site_dir, _NOTHING))
    return idle


class _Said(logging.Handler):
    """Listens to what a build warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[tuple[str, int, str]] = []
        self.passing = False

    def listen(self) -> None:
        """Begin, in the place of whoever listened to an earlier build that came to no end."""
        logger = logging.getLogger(_LOGGER)
        for other in [one for one in logger.handlers if isinstance(one, _Said)]:
            logger.removeHandler(other)
        logger.addHandler(self)

    def leave(self) -> None:
        """End."""
        logging.getLogger(_LOGGER).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a line."""
        self.passing = self.passing or getattr(record, "passing", False)
        self.lines.append((record.name, record.levelno, record.getMessage()))
