"""What a site made with Material is kept from: asking other hosts, and losing what its pages hold."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

NAME = "material"
"""What the theme is called in `mkdocs.yml`."""
_FONTS: Any = {"text": "Roboto", "code": "Roboto Mono"}
"""The fonts that Material fetches where a site says nothing about fonts."""
log = get_plugin_logger("explainer")


def prepare(config: MkDocsConfig) -> None:
    """Keep a site from fetching fonts that it never asked for, and say what harms its readers."""
    theme = config.theme
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
