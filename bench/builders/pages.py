"""Our pages as Markdown, for generators that start from Markdown: the same headings, texts, lists, tables and links.

Menus are left out: generators have their own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

HOST = "https://example.org/"
"""Links are written as if they led to another site: so no generator spends time on checking them, or warns."""
NOT_TEXT = (
    "script, style, svg, button, form, input, select, template, img, a.headerlink, a.md-content__button"
)
APART = ("embed", "data", "assets")
"""Folders of a site that hold no pages."""
RENAMED = {"index": "letters"}
"""A folder of this name would be taken for the page of the folder around it."""


@dataclass(frozen=True)
class Page:
    """A page: its address from the site's root, such as `events/talks/`, its title, and its text as Markdown."""

    address: str
    title: str
    text: str

    def source(self) -> str:
        """Return the Markdown file, with the title in front matter."""
        return f"---\ntitle: {json.dumps(self.title, ensure_ascii=False)}\n---\n\n{self.text}\n"


def page_files(site: Path) -> list[Path]:
    """Return the files of a site's pages, sorted: those that have an address of their own, without embeds and data."""
    return sorted(file for file in site.rglob("index.html") if file.relative_to(site).parts[0] not in APART)


def pages_of(site: Path) -> list[Page]:
    """Return every page of a built site as Markdown, in the order of their files."""
    files = page_files(site)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(page_of, files, [site] * len(files), chunksize=50))


def page_of(file: Path, site: Path) -> Page:
    """Return one page of a built site as Markdown."""
    soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    body = soup.find("article") or soup.find(class_="md-content") or soup.find("main") or soup.body
    if not isinstance(body, Tag):
        message = f"{file} has no text"
        raise TypeError(message)
    address = file.parent.relative_to(site).as_posix().removeprefix(".")
    address = "/".join(RENAMED.get(part, part) for part in address.split("/")) + ("/" if address else "")
    for tag in body.select(NOT_TEXT):
        tag.decompose()
    for link in body.select("a[href]"):
        link["href"] = urljoin(HOST + address, str(link["href"]))
    heading = body.find("h1") or soup.find("title")
    title = " ".join(heading.get_text().split()) if heading else address
    text: str = MarkdownConverter(heading_style="ATX", bullets="-").convert_soup(body)
    return Page(address, title, text.strip())


def write_pages(
    pages: Iterable[Page], folder: Path, *, home: str = "index.md", section: str = "index.md"
) -> None:
    """Write pages into a folder; those with pages below them, and the first one, under names of their own."""
    pages = list(pages)
    parents = set(_parents(pages))
    for page in pages:
        name = home if not page.address else f"{page.address}{section}"
        if page.address and page.address not in parents:
            name = f"{page.address.removesuffix('/')}.md"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.source(), "utf-8")


def bare_folders(pages: Iterable[Page]) -> set[str]:
    """Return the addresses of folders in which pages lie, and which are no pages themselves."""
    pages = list(pages)
    return set(_parents(pages)) - {page.address for page in pages}


def _parents(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        parts = page.address.split("/")[:-2]
        for end in range(1, len(parts) + 1):
            yield "/".join(parts[:end]) + "/"
