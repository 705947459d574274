"""What the shell of our own, the theme `explainer`, needs besides what MkDocs gives every theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page

from explainer.assets import THEME
from explainer.files import ATOM_FEED, JSON_FEED, STORY_DATA
from explainer.language import language
from explainer.plugin import material
from explainer.plugin.pages import RecordPage
from explainer.render.compiled import COMPILED
from explainer.site import Site

NAME = "explainer"
"""What the theme is called in `mkdocs.yml`."""
_POLICY = b'http-equiv="Content-Security-Policy"'
_ALIGNED = re.compile(r'(<t[hd])( style="text-align: (left|right|center);")')


def prepare(env: Environment, theme: str) -> None:
    """Let a theme's templates take in those of the pages; ours leave no blank lines behind."""
    env.bytecode_cache = COMPILED
    if theme == NAME:
        env.trim_blocks = env.lstrip_blocks = True
    if theme in {NAME, material.NAME}:
        # Not by `theme.dirs`: MkDocs would publish the parts of styles and scripts that lie there.
        env.loader.searchpath.append(str(THEME))  # type: ignore[union-attr]


def furnishing(site: Site, page: Page | None) -> dict[str, Any]:
    """Return the names that the shell's templates know on a page; none stands for the page of errors."""
    frame = page.frame if isinstance(page, RecordPage) else None
    words = language(frame.lang if frame else site.story.info.language)
    return {
        "lang": words.code,
        "direction": words.direction,
        "_": words.gettext,
        "ngettext": words.ngettext,
        "made": frame is not None or bool(page and page.meta.get("explainer") == "home"),
        "home": site.urls.home() or ".",
        "data": site.urls.at(STORY_DATA),
        "feeds": (("Atom", site.urls.at(ATOM_FEED)), ("JSON Feed", site.urls.at(JSON_FEED)))
        if site.feed_links("")
        else (),
    }


def fitted(html: str) -> str:
    """Return an editors' page with classes for its tables' columns, and code that the keyboard can scroll."""
    # Markdown aligns columns by style attributes, which the policy does not let through.
    return _ALIGNED.sub(r'\1 class="ex-to-\3"', html).replace("<pre>", '<pre tabindex="0">')


def without_policy(app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Return a preview's WSGI application without the policy, which would stop the script that reloads pages.

    Every answer keeps its length, which has been told to the browser by then.
    """
    off = b'data-policy="off"'.ljust(len(_POLICY))

    def preview(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = app(environ, start_response)
        page = environ["PATH_INFO"].endswith(("/", ".html"))
        return [b"".join(answer).replace(_POLICY, off, 1)] if page else answer

    return preview
