"""The home page, questions, sidenotes and what is new, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 800}}


@pytest.mark.parametrize("page", [WIDE], indirect=True, ids=["1280"])
def test_words_stand_beside_their_number_where_there_is_room(page: Page, address: str) -> None:
    """On a wide screen the words behind a number stand in the margin, on its line, and nothing covers them."""
    page.goto(address + "events/basement-shelling/")
    number, words = page.locator(".ex-head .ex-ref a").first, page.locator(".ex-head .ex-peek").first
    at, beside = number.bounding_box(), words.bounding_box()
    assert at
    assert beside

    assert beside["x"] > at["x"] + at["width"]
    assert abs(beside["y"] - at["y"]) < 30
    assert words.evaluate(
        "e => { const b = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(b.x + 5, b.y + b.height / 2)); }"
    )


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["390"])
def test_words_wait_behind_their_number_where_there_is_none(page: Page, address: str) -> None:
    """On a phone the same words show when the number is focused."""
    page.goto(address + "events/basement-shelling/")
    words = page.locator(".ex-head .ex-peek").first
    assert not words.is_visible()

    page.locator(".ex-head .ex-ref a").first.focus()

    assert words.is_visible()


@pytest.mark.parametrize("page", [WIDE], indirect=True, ids=["1280"])
def test_each_level_of_reading_leads_to_its_part(page: Page, address: str) -> None:
    """The home page offers half a minute, some minutes or everything, and each link leads into view."""
    page.goto(address)
    for part in ("_glance", "_questions", "_everything"):
        page.locator(f".ex-levels a[href$='#{part}']").click()
        assert page.locator(f"#{part}").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_nothing_is_remembered_unasked(page: Page, full: str) -> None:
    """What is new is told only to a reader who asked for it, and forgotten when they say so."""
    page.goto(full + "updates/")
    box = page.locator(".ex-since")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    box.get_by_role("button", name="Remember this visit on this device").click()
    key = page.evaluate("localStorage.key(0)")
    page.evaluate("key => localStorage.setItem(key, '2019-04-02')", key)
    page.reload()

    assert box.get_by_role("status").inner_text().startswith("Changed since April 2, 2019: ")
    new = page.locator(".ex-update:has(.ex-new) time").evaluate_all("all => all.map(one => one.dateTime)")
    assert new
    assert min(new) >= "2019-04-02"
    assert page.locator(".ex-update:not(:has(.ex-new))").count() > 0

    box.get_by_role("button", name="Forget my visits").click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.locator(".ex-new").count() == 0


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True, ids=["no-js"])
def test_without_scripts_nothing_offers_to_remember(page: Page, full: str) -> None:
    """Without scripts the offer does not show, and every change has its date."""
    page.goto(full + "updates/")

    assert not page.locator(".ex-since").is_visible()
    assert page.locator(".ex-update time").count() == page.locator(".ex-update").count()
