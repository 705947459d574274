"""A story's pages as MkDocs knows pages, and how private persons are kept to what readers see of them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from explainer.pictures import PICTURES, Unreadable, clean
from explainer.render.addresses import encoded
from explainer.render.pages import Heading
from explainer.render.prose import unmask
from explainer.site import SitePage
from explainer.views.pieces import Frame

log = get_plugin_logger("explainer")
_SHOWN = "explainer_shown"
"""The attribute in which a page keeps what readers are to see, until machines have read the rest."""
_ANCHOR = re.compile(rb'\sid="([^"]+)"')


class RecordPage(Page):
    """A page whose body is made by us instead of from Markdown."""

    _ids: set[str] | None = None
    late = False
    """Whether it is made by us, after MkDocs is done with its pages: no plugin looks at it."""

    def __init__(
        self, file: File, config: MkDocsConfig, frame: Frame, make: Callable[[], SitePage] | None = None
    ) -> None:
        super().__init__(escape(frame.title), file, config)
        self.frame = frame
        """As machines may know it."""
        self.meta = meta_of(frame)
        self._make = make

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what a Markdown file's front matter would have set."""
        self.markdown = self.content = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the page's content and table of contents."""
        if self._make and not self.late:
            fill(self, self._make())

    @property
    def present_anchor_ids(self) -> set[str]:
        """Return the ids in the page, to which links may lead; a late one has to be made for it."""
        if self._ids is None:
            self._ids = anchors(self._make().body) if self._make else set()
        return self._ids

    @present_anchor_ids.setter
    def present_anchor_ids(self, found: set[str] | None) -> None:
        # MkDocs sets it when it begins with a page, and when it is done.
        self._ids = found


class RecordFile(File):
    """The file of a page of ours, which keeps its page: some plugins let MkDocs make all pages anew."""

    _made: Page | None = None

    @property
    def page(self) -> Page | None:
        """Return the page, once there is one."""
        return self._made

    @page.setter
    def page(self, page: Page | None) -> None:
        self._made = page or self._made


def page_file(config: MkDocsConfig, content: Path, frame: Frame) -> File:
    """Return the file of a page of ours, which is edited where its record is written; it holds nothing."""
    file = RecordFile.generated(config, frame.file, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # For plugins that ask when a page was changed: when its record's file was, or anything of the story.
    file.abs_src_path, file.generated_by = str(content / frame.edit), None
    file.edit_uri = (
        Path(os.path.relpath(content / frame.edit, config.docs_dir)).as_posix() if frame.edit else None
    )
    return file


def parent_of(frame: Frame, listed: Mapping[str, Page]) -> StructureItem | None:
    """Return what stands above a page in the menu, from the pages of collections by their addresses."""
    above = (listed[crumb.url] for crumb in reversed(frame.crumbs) if crumb.url in listed)
    index = next(above, None)
    return (index.parent or index) if index else None


def meta_of(frame: Frame) -> dict[str, Any]:
    """Return what a Markdown page with this frame would have in its front matter."""
    # Material prints both as they are, so they are escaped here.
    meta: dict[str, Any] = {"title": escape(frame.title), "description": escape(frame.description)}
    return meta if frame.searchable else {**meta, "search": {"exclude": True}, "robots": "noindex"}


def fill(page: Page, made: SitePage) -> None:
    """Set a page's content, table of contents and anchors, all without private persons until it is shown."""
    page.content, shown = made.indexed(), made.body.decode()
    if shown != page.content:
        setattr(page, _SHOWN, shown)
    page.toc = toc_of(made.headings)
    page.present_anchor_ids = anchors(made.body)


def fill_around(page: Page, made: SitePage) -> None:
    """Fill a page that has prose of the editors' own: it goes between what the view says and its evidence."""
    prose = list(page.toc)
    fill(page, made)
    *before, last = page.toc
    page.toc = TableOfContents([*before, *prose, last])
    page.meta = {**meta_of(made.frame), **page.meta}


def anchors(html: bytes) -> set[str]:
    """Return the ids in a page, to which links may lead."""
    return {id_.decode() for id_ in _ANCHOR.findall(html)}


def toc_of(headings: Iterable[Heading]) -> TableOfContents:
    """Return a table of contents as themes know it."""
    return get_toc(nest_toc_tokens([_token(heading) for heading in headings]))


def show(page: Page, title: Callable[[str], str]) -> None:
    """Put what readers see in the place of what machines have read; `title` gives a record's full name."""
    shown = getattr(page, _SHOWN, "") or page.content or ""
    page.content = unmask(encoded(shown), title).decode()


def hidden(page: Page | None) -> bool:
    """Tell whether a page is kept out of search engines, site maps and search."""
    return isinstance(page, RecordPage) and not page.frame.searchable


NOINDEX = '<meta name="robots" content="noindex">\n'
"""Asks search engines to leave a page out; themes do not print it themselves."""


def without_metadata(file: File) -> None:
    """Let a picture be published without its metadata; the editor's own file stays as it is."""
    ending = PurePosixPath(file.src_uri).suffix.lower()
    if ending not in PICTURES:
        return
    try:
        content = file.content_bytes
        if (cleaned := clean(content, ending)) is not None and cleaned != content:
            file.content_bytes = cleaned
    except Unreadable as error:  # one outside the content folder: those inside have stopped the build
        log.warning("%s cannot be read (%s), so its metadata are published", file.src_uri, error)


def _token(heading: Heading) -> Any:
    return {"level": heading.level, "id": heading.id, "name": escape(heading.text)}
