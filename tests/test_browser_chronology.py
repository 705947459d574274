"""A long chronology in a real browser: combined filters, their state, keys, and use without scripts or a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from bench.stories import write_story
from playwright.sync_api import Page, expect

from support import build_site, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a made-up story that is longer than a page."""
    made = write_story(tmp_path_factory.mktemp("long") / "long", 260, theme="explainer")
    return build_site(made.folder, strict=False).site


@pytest.fixture(scope="module")
def long(site: Path) -> Iterator[str]:
    """Serve it, and return its address."""
    with served(site) as url:
        yield url


def test_filters_combine_and_live_in_the_address(page: Page, long: str) -> None:
    """Choosing filters counts and shows entries, writes the address, and the way back undoes it."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{long}chronology/")
    page.get_by_text("Combine filters").click()
    status = page.get_by_role("status")
    expect(status).to_contain_text(" of ", timeout=20_000)
    page.get_by_label("Kind").select_option("shelling")
    expect(page.locator(".ex-filter__found .ex-entry__title").first).to_be_visible(timeout=20_000)
    assert page.url.endswith("#?kind=shelling")
    some = status.inner_text()
    page.get_by_label("Actor").select_option(index=1, force=True)
    assert status.inner_text() != some
    page.go_back()
    expect(status).to_have_text(some)
    page.reload()
    expect(page.get_by_role("status")).to_have_text(some, timeout=20_000)
    assert faults == []


def test_keys_walk_through_what_was_found(page: Page, long: str) -> None:
    """The keys j, k, End and Home go from entry to entry, but not while a date is typed."""
    page.goto(f"{long}chronology/#?kind=shelling")
    titles = page.locator(".ex-filter__found .ex-entry__title a:not(.ex-permalink)")
    expect(titles.nth(2)).to_be_visible(timeout=20_000)
    expect(page.locator(".ex-entry--waiting")).to_have_count(0, timeout=20_000)
    page.locator(".ex-filter button[type=reset]").focus()
    page.keyboard.press("j")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("End")
    expect(titles.last).to_be_focused()
    page.keyboard.press("Home")
    expect(titles.first).to_be_focused()
    page.locator("input[name=from]").focus()
    page.keyboard.press("j")
    expect(page.locator("input[name=from]")).to_be_focused()


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True, ids=["no-js"])
def test_without_scripts_only_what_works_shows(page: Page, long: str) -> None:
    """Without scripts no combined filters show, and the index leads to every period."""
    page.goto(f"{long}chronology/")
    assert not page.locator("ex-filter").is_visible()
    page.locator(".ex-calendar li li a").last.click()
    assert page.locator(".ex-entry").count() > 0


def test_filters_work_from_disk(page: Page, site: Path) -> None:
    """Opened as files, the filters show links from the table in the place of entries."""
    page.goto(f"{(site / 'chronology' / 'index.html').as_uri()}#?kind=shelling")
    links = page.locator(".ex-filter__found .ex-entry > a")
    expect(links.first).to_contain_text("Shelling", timeout=20_000)


def test_long_chronologies_are_light(site: Path) -> None:
    """No page of a chronology is above 300 KB, or 40 KB as servers send it; nor are the filters heavy."""
    for file in (site / "chronology").rglob("index.html"):
        assert file.stat().st_size <= 300_000, file
        assert len(brotli.compress(file.read_bytes())) <= 40_000, file
    assert len(brotli.compress((site / "assets" / "filter.js").read_bytes())) <= 6_000
