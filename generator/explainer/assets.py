"""A site's stylesheet and scripts, joined from the theme's parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rjsmin import jsmin

THEME = Path(str(files("explainer_theme")))
"""The folder with the templates of pages, the shells around them, styles and scripts."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
_ROOM = re.compile(r"\s+(?=[{};,])|(?<=[{};,])\s+")
"""Room around signs that need none; none of ours stands in a text between quotation marks."""
STYLESHEET, SCRIPT = "assets/explainer.css", "assets/explainer.js"
"""Where every page finds its style, and the one script that it loads."""
EMBED_STYLESHEET = "assets/embed.css"
"""Where cards on other sites find theirs."""


@lru_cache
def stylesheet(shell: str) -> str:
    """Return the style of a site's pages, with that of the shell around them, such as `material`.

    A shell that we have no style for, another theme's, gets that of the pages alone.
    """
    return _small([*_parts("styles", "css"), *_parts(f"styles/{shell}", "css")])


@lru_cache
def book_stylesheet() -> str:
    """Return the style of a story as a book."""
    return _small(_parts("styles/book", "css"))


@lru_cache
def script() -> str:
    """Return what every page runs: small additions to pages that are complete without them."""
    return str(jsmin(_joined(_parts("scripts", "js"))))


@lru_cache
def later_scripts() -> tuple[tuple[str, str], ...]:
    """Return the paths and texts of the scripts that pages fetch only when a reader asks for what they do."""
    return tuple(
        (f"assets/{path.name}", str(jsmin(path.read_text("utf-8")))) for path in _parts("scripts/later", "js")
    )


def search_script(settings: Mapping[str, object]) -> str:
    """Return the search for pages in one language, with the words that it shows and what it may load."""
    told = f"const SETTINGS = {json.dumps(settings, ensure_ascii=False, sort_keys=True)};"
    return str(jsmin(f"(() => {{\n{told}\n{_joined(_parts('scripts/search', 'js'))}\n}})();"))


def asset_files(shell: str) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of a site's stylesheet and scripts."""
    yield STYLESHEET, stylesheet(shell)
    yield SCRIPT, script()
    yield EMBED_STYLESHEET, _small(_parts("styles/embed", "css"))
    yield from later_scripts()


def _parts(folder: str, ending: str) -> list[Path]:
    """Return the parts in a folder, in the order of their names."""
    return sorted((THEME / folder).glob(f"*.{ending}"))


def _small(parts: Iterable[Path]) -> str:
    text = _SPACE.sub("\n", _COMMENT.sub("", _joined(parts)))
    return _ROOM.sub("", text).lstrip()


def _joined(parts: Iterable[Path]) -> str:
    return "\n".join(path.read_text("utf-8") for path in parts)
