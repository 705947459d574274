"""What a site made with Material is kept from: asking other hosts, losing what its pages hold, and icons."""

from __future__ import annotations

import os
from pathlib import Path
from types import MethodType
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.theme import Theme

NAME = "material"
"""What the theme is called in `mkdocs.yml`."""
_FONTS: Any = {"text": "Roboto", "code": "Roboto Mono"}
"""The fonts that Material fetches where a site says nothing about fonts."""
log = get_plugin_logger("explainer")


def prepare(config: MkDocsConfig) -> None:
    """Keep a site from fetching fonts that it never asked for, and say what harms its readers."""
    theme = config.theme
    theme.get_env = MethodType(_environment, theme)  # type: ignore[method-assign]
    fonts = theme.get("font")
    if fonts == _FONTS:
        theme["font"] = False
    elif fonts:
        log.info(
            "theme.font: these fonts come from Google, which learns who reads this site - set `font: false`"
        )
    if "navigation.instant" in (theme.get("features") or ()):
        log.info(
            "theme.features: navigation.instant drops what pages hold for scripts, the part of a page that "
            "an address names, and the place of the keyboard - leave it out"
        )


def _environment(theme: Theme) -> Environment:
    env = Theme.get_env(theme)
    env.loader = _Shown(theme.dirs)
    return env


class _Shown(FileSystemLoader):
    """A theme's templates, of which those in hidden folders are there but not listed.

    MkDocs asks for a list of all to find what it is to publish, and leaves out what is hidden. In Material
    these are fourteen thousand icons, which cost an empty site an eighth of its time.
    """

    def list_templates(self) -> list[str]:
        """Return the names of all that are not hidden."""
        found: set[str] = set()
        for folder in self.searchpath:
            for parent, folders, names in os.walk(folder, followlinks=self.followlinks):
                if parent == folder:
                    folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(parent, name).relative_to(folder).as_posix() for name in names)
        return sorted(found)
