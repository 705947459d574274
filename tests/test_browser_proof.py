"""Every kind of page in both shells: nothing jumps, nothing is cut off, nothing is lost without scripts or on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from support import SKINS, Built, served
from test_axe import KINDS

pytestmark = pytest.mark.browser
SHIFT = """
window.__shift = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.__shift += e.value; })
  .observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module", params=SKINS)
def url(request: pytest.FixtureRequest, built: Callable[..., Built]) -> Iterator[str]:
    """Serve the published story in each shell."""
    skin = request.param
    with served((built("aleppo") if skin == "material" else built("aleppo", skin=skin)).site) as address:
        yield address


def test_nothing_jumps_while_a_page_loads(url: str, browser: Browser) -> None:
    """What a reader has begun to read stays where it is."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.add_init_script(SHIFT)
    for kind in KINDS:
        page.goto(url + kind)
        page.wait_for_timeout(100)
        assert page.evaluate("window.__shift") < 0.05, kind
    page.close()


@pytest.mark.parametrize("edition", ["", "ar/"])
def test_no_page_is_wider_than_a_small_window(edition: str, url: str, browser: Browser) -> None:
    """At 320 pixels, which is 1280 at 400 %, nothing has to be scrolled sideways, in either direction of script."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    for kind in KINDS:
        page.goto(url + edition + kind)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
    page.close()


def test_nothing_is_said_by_scripts_alone(url: str, browser: Browser) -> None:
    """Without scripts every page says all that it says with them, but for what only scripts can do."""
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        found = {}
        for kind in KINDS:
            page.goto(url + kind)
            # `inner_text` asks the browser, not the page, so it works without scripts too.
            found[kind] = set(page.locator(".ex-page, article").first.inner_text().split())
        context.close()
        texts.append(found)
    with_scripts, without = texts
    for kind in KINDS:
        assert with_scripts[kind] - without[kind] <= {
            "Combine",
            "filters",
            "Copy",
            "Remember",
            "this",
            "visit",
            "on",
            "device",
        }, kind


def test_paper_holds_what_the_screen_folds(url: str, browser: Browser) -> None:
    """In print every fold is open and nothing sticks out of the sheet."""
    page = browser.new_page(viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    for kind in ("chronology/", "events/basement-shelling/", "figures/", "quotes/resident-unbearable/"):
        page.goto(url + kind)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        hidden = page.evaluate(
            "[...document.querySelectorAll('.ex-page .ex-how > p')].filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length"
        )
        assert hidden == 0, kind
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), kind
    page.close()
