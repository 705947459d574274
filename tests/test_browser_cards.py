"""Cards of what a sentence names, in a real browser and in both skins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from support import Built, served

pytestmark = pytest.mark.browser
WHERE = "actors/syrian-government-forces/"


@pytest.fixture(scope="module", params=["material", "explainer"])
def site(request: pytest.FixtureRequest, built: Callable[..., Built]) -> Iterator[str]:
    """Serve the published story in a skin, and return its address."""
    options = {"skin": "explainer"} if request.param == "explainer" else {}
    with served(built("aleppo", **options).site) as url:
        yield url


def test_a_button_opens_the_card_and_escape_gives_the_focus_back(page: Page, site: str) -> None:
    """The button works by keyboard, and Esc closes the card and returns to the button."""
    page.goto(site + WHERE)
    button, card = page.locator(".ex-who").first, page.locator(".ex-preview").first
    button.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(button).to_be_focused()
    size = button.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 24


def test_a_link_opens_its_card_when_pointed_at_or_reached(page: Page, site: str) -> None:
    """Pointing at a link or reaching it by keyboard opens its card, which takes no focus and closes after."""
    page.goto(site + WHERE)
    link, card = page.locator("a:has(+ .ex-who)").first, page.locator(".ex-preview").first
    link.hover()
    expect(card).to_be_visible()
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()
    page.locator(".ex-who").first.focus()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_button_still_works(page: Page, site: str) -> None:
    """A press on the button opens the card, and one elsewhere closes it."""
    page.goto(site + WHERE)
    page.locator(".ex-who").first.click()
    expect(page.locator(".ex-preview").first).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".ex-preview").first).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_cards_stay_inside_the_window_and_off_paper(page: Page, site: str, width: int) -> None:
    """Every card fits the window, wherever its link stands; paper has neither cards nor buttons."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site + WHERE)
    for index in range(page.locator(".ex-who").count()):
        page.locator(".ex-who").nth(index).click()
        box = page.locator(".ex-preview:popover-open").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= 640 - box["height"]
        page.keyboard.press("Escape")
    page.emulate_media(media="print")
    expect(page.locator(".ex-who").first).to_be_hidden()
    expect(page.locator(".ex-preview").first).to_be_hidden()
