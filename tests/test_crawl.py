"""Every link of a built site leads somewhere, every page is reached, and nothing is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest
from bs4 import BeautifulSoup, Tag

from support import Built

Build = Callable[..., Built]
SITES = [("aleppo", "material"), ("aleppo", "explainer"), ("full", "material"), ("full", "explainer")]
ROOT = "https://site.invalid/"
BELOW = "stories/dam/"
"""Where the full sample says that it lies: its page of errors names everything from there."""
LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}
LINKED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
IN_TEXT = re.compile(r"""(?:url\(|@import\s|fetch\(|import\(|sendBeacon\()\s*['"]?(?:https?:)?//[^'")\s]+""")

PARSER = lxml.html.HTMLParser(encoding="utf-8")


@dataclass
class Site:
    """A built site: which page leads where, what can be led to, and what is loaded."""

    links: dict[str, set[str]] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    loads: list[tuple[str, str]] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)


def address(path: Path, root: Path) -> str:
    """Return a file's address on the site."""
    return ROOT + path.relative_to(root).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module", params=SITES, ids=[f"{name}-{skin}" for name, skin in SITES])
def site(request: pytest.FixtureRequest, built: Build) -> tuple[Path, Site]:
    """Return a built site's folder and what was read of it."""
    name, skin = request.param
    folder = (built(name) if skin == "material" else built(name, skin=skin)).site
    return folder, read(folder)


def read(folder: Path) -> Site:
    """Read every page of a site."""
    found = Site()
    for path in sorted(folder.rglob("*.html")):
        url = address(path, folder)
        tree = lxml.html.document_fromstring(path.read_bytes(), parser=PARSER)
        if tree.find(".//meta[@http-equiv='refresh']") is not None:
            found.moved.add(url)
        base = ROOT if path.name == "404.html" else url
        found.anchors[url] = set(tree.xpath("//@id"))
        found.links[url] = {joined(base, link) for link in tree.xpath("//a/@href")}
        found.loads += [(url, joined(base, target)) for target in loaded(tree)]
    return found


def joined(base: str, link: str) -> str:
    """Return the address that a link on a page leads to."""
    return urljoin(base, link).replace(ROOT + BELOW, ROOT, 1)


def loaded(tree: Any) -> Iterator[str]:
    """Yield what a browser fetches by itself on a page."""
    for tag in tree.iter(lxml.etree.Element):
        name = LOADED.get(tag.tag)
        if name and tag.get(name):
            yield tag.get(name)
        if tag.tag == "link" and LINKED & set((tag.get("rel") or "").split()):
            yield tag.get("href")
        if tag.get("srcset"):
            yield from (part.split()[0] for part in tag.get("srcset").split(","))


def target(folder: Path, url: str) -> Path:
    """Return the file that an address of the site leads to."""
    path = folder / unquote(urlsplit(url).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def test_every_link_leads_somewhere(site: tuple[Path, Site]) -> None:
    """No link inside the site leads to a page, a file or a part of a page that is not there."""
    folder, found = site
    dead = []
    for page, links in found.links.items():
        for link in links:
            if not link.startswith(ROOT):
                continue
            bare, anchor = urldefrag(link)
            there = target(folder, bare)
            known = found.anchors.get(address(there, folder), set()) if there.suffix == ".html" else set()
            if not there.is_file() or (
                anchor and not anchor.startswith(":~:") and unquote(anchor) not in known
            ):
                dead.append((page, link))
    assert dead == []


def test_every_page_is_reached_without_scripts(site: tuple[Path, Site]) -> None:
    """From the front page links lead to every page, but for cards for other sites, redirects and the page of errors."""
    folder, found = site
    seen, waiting = {ROOT}, [ROOT]
    while waiting:
        for link in found.links[waiting.pop()]:
            url = urldefrag(link)[0]
            if url.startswith(ROOT) and url not in seen and (there := target(folder, url)).suffix == ".html":
                seen.add(url)
                waiting.append(address(there, folder))
    pages = {url for url in found.links if "/embed/" not in url and "404" not in url} - found.moved

    assert pages - {urldefrag(url)[0] for url in seen} == set()


def test_nothing_comes_from_elsewhere(site: tuple[Path, Site]) -> None:
    """No page, style or script fetches anything from another host."""
    folder, found = site
    assert [(page, url) for page, url in found.loads if not url.startswith((ROOT, "data:"))] == []
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".css", ".js", ".svg", ".xml"} and path.is_file():
            assert IN_TEXT.findall(path.read_text("utf-8", "replace")) == [], path


def test_everything_that_is_loaded_is_there(site: tuple[Path, Site]) -> None:
    """Every style, script and picture that a page asks for is in the site."""
    folder, found = site
    asked = {url for _, url in found.loads if url.startswith(ROOT)}

    assert [url for url in asked if not target(folder, urldefrag(url)[0]).is_file()] == []


@pytest.mark.parametrize("name", ["aleppo", "full"])
def test_pages_carry_no_style_or_script_of_their_own(name: str, built: Build) -> None:
    """In our own shell every page keeps to its policy: no inline style, no inline script but data."""
    folder = built(name, skin="explainer").site
    for path in folder.rglob("*.html"):
        tree = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert tree.find_all(style=True) == [], path
        assert tree.find_all("style") == [], path
        for script in tree.find_all("script"):
            assert isinstance(script, Tag)
            assert script.get("src") or script.get("type") == "application/ld+json", path
        assert not any(
            attribute.startswith("on") for tag in tree.find_all(True) for attribute in tag.attrs
        ), path
