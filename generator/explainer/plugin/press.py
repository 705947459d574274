"""Puts pages that MkDocs does not know one by one into the site's shell."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer.plugin import links, material, shell
from explainer.plugin.chrome import Bare, Chrome
from explainer.plugin.outputs import lines_of
from explainer.plugin.pages import RecordPage, meta_of, page_file, parent_of, toc_of
from explainer.render.pages import Heading
from explainer.render.prose import unmask
from explainer.site import Site
from explainer.views.pieces import Frame
from explainer.views.planned import Planned
from explainer.views.site import View


@dataclass
class Press:
    """The theme's template with everything that it knows of the site."""

    config: MkDocsConfig
    content: Path
    """The content folder."""
    files: Files
    nav: Navigation
    known: Container[str]
    """The addresses of all pages."""
    listed: Mapping[str, Page]
    """The pages of collections by their addresses."""
    furnished: Callable[[Any, Page, Site], Any]
    """Adds what our templates know to a page's context."""
    env: Environment = field(default_factory=Environment)
    """The theme's templates, once MkDocs has them ready."""
    _chromes: dict[str, Chrome] = field(default_factory=dict)

    @cached_property
    def _documents(self) -> Files:
        """Return the files that MkDocs makes pages of: a context lists them, for every page anew."""
        return Files([file for file in self.files if file.is_documentation_page()])

    def page(self, site: Site, planned: Planned[View]) -> bytes:
        """Return a whole page, as its file holds it."""
        made = site.page(planned.make())
        shown = unmask(made.body, lambda record: links.title(site, record))
        lines = lines_of(site, made.frame.url, made.frame, self.known)
        bare = Bare(made.frame, shown, made.headings, lines)
        return self._chrome(site).page(bare)

    def _page(self, frame: Frame) -> RecordPage:
        """Return a page: the one in the menu if it is there, where a preview left it without content."""
        file = self.files.get_file_from_path(frame.file)
        if file and isinstance(file.page, RecordPage):
            file.page.frame, file.page.meta = frame, meta_of(frame)
            return file.page
        page = RecordPage(page_file(self.config, self.content, frame), self.config, frame)
        page.parent = parent_of(frame, self.listed)  # type: ignore[assignment]
        return page

    def _chrome(self, site: Site) -> Chrome:
        if site.urls.edition not in self._chromes:

            def theme(frame: Frame, html: str, headings: tuple[Heading, ...]) -> str:
                return self._themed(site, frame, html, headings)

            look = self.config.theme
            stock = look.name in {material.NAME, shell.NAME} and not look.custom_dir
            self._chromes[site.urls.edition] = Chrome(theme, self._above, self._fixed, stock=stock)
        return self._chromes[site.urls.edition]

    def _above(self, frame: Frame) -> object:
        """Return what tells the pages apart under which pages may stand in the menu."""
        return id(parent_of(frame, self.listed))

    @cached_property
    def _fixed(self) -> Container[str]:
        """Return the folders around the pages in the menu."""
        pages = (PurePosixPath(page.url) for page in (*self.nav.pages, *self.listed.values()))
        return {f"{folder}/" for page in pages for folder in (page, *page.parents)}

    def _themed(self, site: Site, frame: Frame, html: str, headings: tuple[Heading, ...]) -> str:
        page = self._page(frame)
        page.content, page.toc = html, toc_of(headings)
        page.active = True
        context = get_context(self.nav, self._documents, self.config, page)
        try:
            return self.env.get_template("main.html").render(self.furnished(context, page, site))
        finally:
            page.active = False
