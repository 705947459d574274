"""Pages that MkDocs need not know one by one: made by us, put into the site's shell, and written.

MkDocs takes longer over 10,000 pages than we do. So it is given those of the menu, and the editors' own; of
the others it knows the addresses, so that links to them are checked. Where a plugin wants to see every page,
every page is MkDocs' again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_build_date

from explainer.plugin.pages import anchors
from explainer.site import Site
from explainer.views.planned import Planned
from explainer.views.site import View

_EVENTS = (
    "files",
    "nav",
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)
"""What MkDocs tells plugins of pages."""


def watcher(config: MkDocsConfig, own: object) -> str:
    """Return which other plugin or hook wants to see pages, and when; empty where none does."""
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            plugin = getattr(method, "__self__", None)
            if plugin is not own:
                names = (name for name, one in config.plugins.items() if one is plugin)
                name = next(names, getattr(method, "__module__", "a hook"))
                return f"{name} (on_{event})"
    return ""


class PageFile(File):
    """A page of ours as the others know it: an address that links may lead to."""

    def __init__(self, config: MkDocsConfig, site: Site, page: Planned[View]) -> None:
        output = site.urls.output(page.file)
        super().__init__(
            page.file,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=output,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "explainer"
        self.searchable = page.searchable
        base = config.site_url and config.site_url.rstrip("/") + "/"
        self.page = Stub(base + self.url if base else None, lambda: site.page(page.make()).html)  # type: ignore[assignment]

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from making a page of it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Leave it to whoever writes the page."""


class Stub:
    """What MkDocs asks of a page when it checks links to parts of it, and what its site map says of it."""

    is_link = False
    abs_url = None

    def __init__(self, url: str | None, made: Callable[[], str]) -> None:
        self._made = made
        self.canonical_url = url
        self.update_date = get_build_date()

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        """Return the ids in the page, for which it has to be made."""
        return anchors(self._made())


def named(nav: Any) -> Iterator[str]:
    """Yield the source paths in a menu as `nav` in `mkdocs.yml` writes it."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for one in nav.values():
            yield from named(one)
    elif isinstance(nav, list):
        for one in nav:
            yield from named(one)
