"""Search of a site that has no search plugin: gathered page by page, and written at the end."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from explainer.assets import search_script
from explainer.finding import FindingError, installed, write_index
from explainer.language import language
from explainer.plugin import shell
from explainer.plugin.pages import RecordPage
from explainer.plugin.standing import PASSING
from explainer.render.titles import title_index
from explainer.site import Site
from explainer.urls import INDEX, search_folder, titles_script
from explainer.urls import search_script as script_path
from explainer.views.findable import PAGE, UNTITLED, Findable
from explainer.views.search import settings

log = get_plugin_logger("explainer")
OTHERS = ("search", "material/search")
"""What plugins are called that bring a search of their own; our own shell shows none but ours."""
_LEFT_OUT = re.compile(
    r"<(script|style|svg|template)\b.*?</\1>|<a class=\"headerlink\".*?</a>|<[^>]*>", re.DOTALL
)


class Search:
    """What search may know of a site; nothing where the site has another search."""

    def __init__(self, config: MkDocsConfig, *, wanted: bool, serving: bool) -> None:
        shown = config.theme.name == shell.NAME or (
            config.theme.name == "material" and not any(name in config.plugins for name in OTHERS)
        )
        self.active = wanted and shown
        self._serving = serving
        self._own: list[Findable] = []

    def note(self, page: Page, site: Site, html: str) -> None:
        """Remember what the editors wrote on a page, as it is before private persons are shown on it."""
        told = page.meta.get("search") or {}
        out = isinstance(told, Mapping) and told.get("exclude")
        if not self.active or out or isinstance(page, RecordPage):
            return
        title, text = (
            " ".join(unescape(_LEFT_OUT.sub(" ", part)).split()) for part in (str(page.title), html)
        )
        self._own.append(Findable(PAGE, page.url, site.story.info.language, title, text=text))

    def furnishing(self, site: Site) -> dict[str, Any]:
        """Return what the templates need to show the way to the search and to the A-Z index."""
        lang = site.story.info.language
        words = language(lang).gettext
        index = site.urls.list_file(INDEX) in site.pages
        return {
            "explainer_search": {
                "script": script_path(lang) if self.active else "",
                "index": site.urls.list(INDEX) if index else "",
                "home": site.urls.home() or ".",
                "label": words("Search"),
                "title": words("A–Z"),
                "names": words("All names from A to Z"),
                "missing": words("Page not found"),
                "moved": words("There is no page at this address. It may have been moved or renamed."),
                "front": words("Go to the front page"),
            }
        }

    def files(self, site: Site, folder: Path) -> Iterator[tuple[str, str]]:
        """Yield the script and the titles of an edition; its full-text index goes to the site's folder."""
        if not self.active:
            return
        lang = site.story.info.language
        own = {page.url: page for page in self._own if page.lang == lang}
        entries = [*(entry for entry in site.findables() if entry.url not in own), *own.values()]
        full = self._write_index(entries, folder / search_folder(lang))
        yield script_path(lang), search_script(settings(entries, lang, full=full))
        for collection, titled in _by_collection(entries).items():
            yield titles_script(lang, collection), title_index(collection, titled)

    def _write_index(self, entries: list[Findable], folder: Path) -> bool:
        """Return whether there is a full-text index; served sites do without, so that no change waits."""
        if self._serving:
            return False
        if not installed():
            log.info('search finds titles only: pip install "mkdocs-explainer[search]" for the full text')
            return False
        begun = time.monotonic()
        try:
            write_index(entries, folder)
        except FindingError as error:
            log.warning("search finds titles only, as Pagefind failed: %s", error, extra=PASSING)
            return False
        log.debug("full-text index of %d records in %.1f s", len(entries), time.monotonic() - begun)
        return True


def _by_collection(entries: Iterable[Findable]) -> dict[str, list[Findable]]:
    found: dict[str, list[Findable]] = {}
    for entry in entries:
        if entry.collection != UNTITLED:
            found.setdefault(entry.collection, []).append(entry)
    return found


def forget(index: Path, urls: Iterable[str]) -> None:
    """Take pages out of a search index on disk: MkDocs' own search has no way to leave a page out.

    An index made ahead would miss its entries; it holds no more than the pages' neutral titles.
    """
    out = tuple(urls)
    if not out or not index.is_file():
        return
    data: dict[str, Any] = json.loads(index.read_text("utf-8"))
    if "index" in data:
        return
    kept = [entry for entry in data["docs"] if entry["location"].partition("#")[0] not in out]
    if len(kept) < len(data["docs"]):
        data["docs"] = kept
        index.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")), "utf-8")
