"""What a site publishes beside its pages, and what pages say of themselves where they are shared."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from explainer.cards.card import Card
from explainer.files import ARCHIVE
from explainer.offline import INSIDE, NotBuilt, archive
from explainer.plugin.pages import NOINDEX, RecordPage
from explainer.sharing import Which
from explainer.site import Site
from explainer.views.pieces import Frame

log = get_plugin_logger("explainer")
CACHE = Path(".cache", "explainer", "cards")
"""Where drawn share cards are kept, beside `mkdocs.yml`; safe to delete."""


RECORDS = Path(".cache", "explainer", "records")
"""Where records that were read are kept, beside `mkdocs.yml`; safe to delete."""


def card_files(site: Site, which: Which, beside: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the paths and pictures of share cards, and let the pages' heads name them."""
    cards = dict(site.cards(which))
    made = _drawn(cards, beside / CACHE) if cards else {}
    drawn = {path: picture for path, picture in made.items() if picture}
    if len(drawn) < len(made):
        log.info(
            "%d share cards hold letters that they cannot be set in; the story's stands in",
            len(made) - len(drawn),
        )
    site.sharing.drawn = set(drawn)
    yield from drawn.items()


def _drawn(cards: dict[str, Card], folder: Path) -> dict[str, bytes | None]:
    from explainer.cards.store import Store  # noqa: PLC0415 - brings in Pillow, which takes its time

    store = Store(folder)
    return {path: store.get(card) for path, card in cards.items()}


def wants_archive(*, option: bool) -> bool:
    """Tell whether this build is to publish the site in one file: not the build inside it."""
    return option and INSIDE not in os.environ


def publish_archive(config: MkDocsConfig) -> None:
    """Put the site in one file among its downloads."""
    target = Path(config.site_dir, ARCHIVE)
    try:
        target.write_bytes(archive(Path(config.config_file_path)))
    except NotBuilt as error:
        raise PluginError(f"explainer: the site for the archive cannot be built: {error}") from error


def head_lines(site: Site, page: Page, known: Container[str]) -> str:
    """Return what stands in a page's head beside the theme's own; `known` are the addresses of all pages."""
    frame = page.frame if isinstance(page, RecordPage) else None
    if page.meta.get("explainer") == "home":
        frame = site.made(site.home)
    return lines_of(site, page.url, frame, known)


def lines_of(site: Site, url: str, frame: Frame | None, known: Container[str]) -> str:
    """Return the same of a page, given by its address, with its frame if it is ours."""
    shared = site.sharing.lines(frame) if frame else ""
    lines = shared + site.feed_links(url) + site.head_links(url, known)
    return lines if frame is None or frame.searchable else lines + NOINDEX


def with_head(html: str, lines: str) -> str:
    """Return a whole page with more lines in its head, whatever theme and overrides made it."""
    return html.replace("</head>", f"{lines}</head>", 1)
