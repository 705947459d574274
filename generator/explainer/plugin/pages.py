"""A story's pages as MkDocs knows pages."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from explainer.render.pages import Heading
from explainer.site import Site, SitePage
from explainer.views.site import View

_ANCHOR = re.compile(r'\sid="([^"]+)"')


class RecordPage(Page):
    """A page whose body comes from a view instead of Markdown."""

    def __init__(self, file: File, config: MkDocsConfig, site: Site, view: View) -> None:
        super().__init__(escape(view.frame.title), file, config)
        self._site, self.view = site, view

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what a Markdown file's front matter would have set."""
        self.markdown = ""
        self.meta = meta_of(self._site, self.view)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's content and table of contents."""
        fill(self, self._site.page(self.view))


def meta_of(site: Site, view: View) -> dict[str, Any]:
    """Return what a Markdown page of this view would have in its front matter."""
    # Material prints both as they are, so they are escaped here.
    meta: dict[str, Any] = {"title": escape(view.frame.title), "description": escape(view.frame.description)}
    return meta if view.frame.searchable else {**meta, "search": {"exclude": True}, "robots": "noindex"}


def fill(page: Page, made: SitePage) -> None:
    """Set a page's content, table of contents and anchors."""
    page.content = made.html
    page.toc = get_toc(nest_toc_tokens([_token(heading) for heading in made.headings]))
    page.present_anchor_ids = set(_ANCHOR.findall(made.html))


def _token(heading: Heading) -> Any:
    return {"level": heading.level, "id": heading.id, "name": escape(heading.text)}
