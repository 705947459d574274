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
from mkdocs.structure.files import File, Files, InclusionLevel

from explainer.plugin.pages import anchors, hidden
from explainer.site import Site
from explainer.views.planned import Planned
from explainer.views.site import View

_EVENTS = (
    "nav",
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)
"""What MkDocs tells plugins of pages; their files are shown to all, see `offer`."""


def watchers(config: MkDocsConfig, own: object) -> str:
    """Return which other plugins and hooks want to see pages, and when; empty where none does."""
    found: dict[str, str] = {}
    for event in _EVENTS:
        for method in config.plugins.events[event]:
            plugin = getattr(method, "__self__", None)
            if plugin is not own:
                names = (name for name, one in config.plugins.items() if one is plugin)
                name = next(names, getattr(method, "__module__", "a hook"))
                found.setdefault(name, f"{name} (on_{event})")
    return ", ".join(found.values())


class OwnFile(File):
    """A file of ours as the others know it: an address that links may lead to."""

    def __init__(self, config: MkDocsConfig, path: str, output: str) -> None:
        super().__init__(
            path,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=output,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "explainer"

    @property
    def src_path(self) -> str:
        """Return the path as it is: MkDocs would take each apart and put it together again."""
        return self.src_uri

    @src_path.setter
    def src_path(self, path: str) -> None:
        self.src_uri = path

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from making a page of it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Leave it to whoever writes it."""


class PageFile(OwnFile):
    """A page of ours; while it is offered to plugins that look through a site's files, a page like others."""

    def __init__(self, config: MkDocsConfig, site: Site, page: Planned[View], today: str) -> None:
        super().__init__(config, page.file, site.urls.output(page.file))
        self.searchable = page.searchable
        self.offered = True
        self._content = ""
        base = config.site_url and config.site_url.rstrip("/") + "/"
        url = base + self.url if base else None
        self._stub = Stub(url, today, lambda: site.page(page.make()).body)

    def is_documentation_page(self) -> bool:
        """Let plugins find it among the pages, and keep MkDocs from making it."""
        return self.offered

    def settle(self) -> None:
        """Make it a page that MkDocs knows no more of than its address."""
        self.offered, self._content = False, None
        self.page = self._stub  # type: ignore[assignment]


class Stub:
    """What MkDocs asks of a page when it checks links to parts of it, and what its site map says of it."""

    is_link = False
    abs_url = None

    def __init__(self, url: str | None, today: str, made: Callable[[], bytes]) -> None:
        self._made = made
        self.canonical_url = url
        self.update_date = today

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        """Return the ids in the page, for which it has to be made."""
        return anchors(self._made())


def addresses(files: Files) -> set[str]:
    """Return the addresses of all pages, whoever makes them; that of the first one is empty."""
    pages = (file for file in files if file.is_documentation_page() or isinstance(file, PageFile))
    return {"" if file.url in {".", "./"} else file.url for file in pages}


def findable(files: Files) -> list[File]:
    """Return the files of all pages that machines may find, in their order."""
    return [
        file
        for file in files
        if (file.searchable if isinstance(file, PageFile) else file.is_documentation_page())
        and not hidden(file.page)
    ]


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
