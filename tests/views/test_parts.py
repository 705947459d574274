"""Long stories keep their pages short, and every record within reach of plain links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.mixed import write_mixed

from explainer.model.actor import Actor
from explainer.model.story import Story
from explainer.reading import read
from explainer.site import Site
from explainer.urls import Urls
from explainer.views.parts import ROOM, PartView

RECORDS = 2_100
HEAVIEST = 300_000
SHELL = 25_000
"""Bytes that the theme may put around a page."""
_HREF = re.compile(r'href="([^"#:]*)')


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Return a made-up story in which actors, figures and sources are too many for a page."""
    content = write_mixed(tmp_path_factory.mktemp("parts"), RECORDS) / "content"
    return read(content).story


@pytest.fixture(scope="module")
def site(story: Story) -> dict[str, str]:
    """Return the bodies of all pages by their addresses."""
    made = Site(story, Urls())
    return {made.urls.url(file): made.page(page.make()).body.decode() for file, page in made.pages.items()}


def _reached(site: dict[str, str], start: str) -> Iterator[str]:
    """Yield the pages that a collection's page leads to by itself and its parts."""
    for href in _HREF.findall(site[start]):
        parts = [part for part in f"{start}{href}".split("/") if part != "."]
        while ".." in parts:
            at = parts.index("..")
            del parts[at - 1 : at + 1]
        url = "/".join(parts)
        yield url
        if "/by-letter/" in url and "/by-letter/" not in start:
            yield from _reached(site, url)


def test_no_page_is_heavy(site: dict[str, str]) -> None:
    """No page of a long story is over 300 KB, and the home page is far below."""
    sizes = {url: len(html.encode()) + SHELL for url, html in site.items()}
    assert {url: size for url, size in sizes.items() if size > HEAVIEST} == {}
    assert sizes[""] < HEAVIEST / 2


@pytest.mark.parametrize("collection", ["actors", "figures", "sources"])
def test_every_record_is_within_reach_of_its_collection(
    site: dict[str, str], story: Story, collection: str
) -> None:
    """From the first page of a long collection links lead to the parts, and from them to every record."""
    assert len(story.collection(collection)) > ROOM[collection]
    reached = set(_reached(site, f"{collection}/"))
    assert {f"{collection}/{id_}/" for id_ in story.collection(collection)} <= reached


def test_parts_are_called_by_their_letters(story: Story) -> None:
    """Parts stand in the order of the alphabet, each with the way to its neighbours, and a letter keeps its address."""
    made = Site(story, Urls())
    views = [page.make() for file, page in made.pages.items() if file.startswith("actors/by-letter/")]
    assert all(isinstance(view, PartView) and len(view.cards) <= ROOM["actors"] for view in views)
    frames = [view.frame for view in views]
    assert [frame.next.url for frame in frames[:-1] if frame.next] == [frame.url for frame in frames[1:]]
    assert [frame.previous.url for frame in frames[1:] if frame.previous] == [
        frame.url for frame in frames[:-1]
    ]
    fewer = replace(story, actors=dict(list(story.actors.items())[: ROOM["actors"] + 20]))
    kept = {file for file in Site(fewer, Urls()).pages if file.startswith("actors/by-letter/")}
    assert kept <= {frame.file for frame in frames}


def test_short_collections_are_one_page(tmp_path: Path) -> None:
    """A collection that fits a page has no parts."""
    story = read(write_mixed(tmp_path, 100) / "content").story
    assert not [file for file in Site(story, Urls()).pages if "by-letter" in file]


def test_parts_do_not_tell_a_private_persons_initial(story: Story) -> None:
    """A private person stands where the neutral name does, for readers and for machines alike."""
    secret = Actor(id="zz", kind="person", name="Qqq Secret", private=True, unsourced="made up")
    site = Site(replace(story, actors={**story.actors, "zz": secret}), Urls())
    files = [file for file in site.pages if file.startswith("actors/by-letter/")]
    held = [file for file in files if "Qqq Secret" in site.page(site.pages[file].make()).body.decode()]
    assert held == ["actors/by-letter/latin-41.md"]
    assert not any("Qqq" in site.page(site.pages[file].make()).indexed() for file in files)
