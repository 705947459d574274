"""The shell of our own in a real browser: what its policy lets through, every width, light and dark, from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support import Built, served

PAGES = ["", "chronology/", "actors/russia/", "events/shelling-western-aleppo/", "figures/", "about/"]
pytestmark = pytest.mark.browser
WATCH = """
  window.wrong = []; window.shifted = 0;
  document.addEventListener('securitypolicyviolation', e => wrong.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
  new PerformanceObserver(list => list.getEntries().forEach(e => { shifted += e.value; }))
    .observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def address(built: Callable[..., Built]) -> Iterator[str]:
    """Serve the published story in our own shell, and return its address."""
    with served(built("aleppo", skin="explainer").site) as url:
        yield url


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Return a context made with the options that a test is parametrized with."""
    made = browser.new_context(**getattr(request, "param", {}))
    made.add_init_script(WATCH)
    yield made
    made.close()


def faults(page: Page) -> list[str]:
    """Return where a page's console lines of warnings and errors will be kept."""
    lines: list[str] = []
    page.on("console", lambda line: lines.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: lines.append(str(error)))
    return lines


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_no_page_breaks_its_own_policy(
    name: str, built: Callable[..., Built], context: BrowserContext
) -> None:
    """No page asks for what its policy forbids or for what is missing, and no page shifts while it loads."""
    site = built(name, skin="explainer").site
    with served(site) as url:
        check(context.new_page(), url, _pages(site), site)


def test_no_page_of_the_story_breaks_its_policy(
    address: str, built: Callable[..., Built], context: BrowserContext
) -> None:
    """The same holds for the published story, in every language."""
    site = built("aleppo", skin="explainer").site
    paths = [f"{edition}{path}index.html" for edition in ("", "ar/") for path in PAGES]
    check(context.new_page(), address, map(site.joinpath, paths), site)


def check(page: Page, url: str, paths: Iterable[Path], site: Path) -> None:
    """Open pages one after the other and find nothing wrong with any."""
    wrong = faults(page)
    for path in paths:
        page.goto(url + path.relative_to(site).as_posix())
        assert page.evaluate("window.wrong") == wrong == [], path
        assert page.evaluate("window.shifted") < 0.05, path


def _pages(site: Path) -> list[Path]:
    """Return a site's pages, without the one that names its files from a server's root and those that lead on."""
    found = sorted(set(site.rglob("*.html")) - {site / "404.html"})
    return [path for path in found if 'http-equiv="refresh"' not in path.read_text("utf-8")]


def test_the_policy_holds(built: Callable[..., Built], context: BrowserContext) -> None:
    """A style, a script, a handler and another host's picture that got into a page would not come through."""
    page = context.new_page()
    with served(built("aleppo", skin="explainer").site) as url:
        page.goto(url)
        page.evaluate(
            """() => {
              document.body.insertAdjacentHTML('beforeend', '<p style="color:red" id="planted">x</p>'
                + '<img src="https://example.org/x.png"><img src="x" onerror="window.ran = 1">');
              const script = document.createElement('script');
              script.textContent = 'window.ran = 1';
              document.body.append(script);
            }"""
        )
        page.wait_for_timeout(200)
        said = " ".join(page.evaluate("window.wrong"))
        colour = page.locator("#planted").evaluate("element => getComputedStyle(element).color")
        assert page.evaluate("window.ran") is None
    assert "style-src" in said
    assert "script-src" in said
    assert "https://example.org/x.png" in said
    assert colour != "rgb(255, 0, 0)"


WIDTHS = [{"viewport": {"width": width, "height": 800}} for width in (320, 360, 768, 1440, 1920)]


@pytest.mark.parametrize("context", WIDTHS, indirect=True, ids=lambda value: str(value["viewport"]["width"]))
def test_no_page_scrolls_sideways(context: BrowserContext, address: str) -> None:
    """No page is wider than the window, from 320 to 1920 pixels, whichever way the text runs."""
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        for direction in ("ltr", "rtl"):
            page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, direction)


@pytest.mark.parametrize("context", [{"color_scheme": "dark", "java_script_enabled": False}], indirect=True)
def test_dark_needs_no_script(context: BrowserContext, address: str) -> None:
    """Whoever asks the system for dark gets dark paper and light ink, without any script."""
    page = context.new_page()
    page.goto(address)
    ground, ink = (
        page.locator("body").evaluate(f"element => getComputedStyle(element).{name}")
        for name in ("backgroundColor", "color")
    )

    assert max(_channels(ground)) < 60
    assert min(_channels(ink)) > 200


@pytest.mark.parametrize("context", [{"color_scheme": "dark"}], indirect=True, ids=["dark"])
def test_print_is_black_on_white(context: BrowserContext, address: str) -> None:
    """On paper a page is black on white for those who read in the dark too, without menus."""
    page = context.new_page()
    page.goto(f"{address}actors/russia/")
    page.emulate_media(media="print")
    ground = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")

    assert min(_channels(ground)) == 255
    assert not page.locator(".ex-nav, .ex-toc, .ex-skip, .ex-permalink").filter(visible=True).count()


def _channels(colour: str) -> list[int]:
    return [int(number) for number in colour.removeprefix("rgb(").removesuffix(")").split(",")]


def test_it_works_from_disk(built: Callable[..., Built], context: BrowserContext) -> None:
    """Opened as files, pages have their style and their script, and a reader gets from one to the next."""
    site = built("full", skin="explainer", use_directory_urls=False).site
    page = context.new_page()
    wrong = faults(page)
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="People and groups", exact=True).first.click()
    page.get_by_role("link", name="Orsa Water Board", exact=True).first.click()

    assert page.url.endswith("/people/water-board.html")
    assert page.evaluate("window.wrong") == wrong == []
    assert page.locator(".ex-masthead").evaluate("element => getComputedStyle(element).display") == "grid"
    assert page.evaluate("document.documentElement.classList.contains('ex-js')")


SEEN = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  if (element === document.body) return null;
  const style = getComputedStyle(element), name = element.textContent.trim() || element.getAttribute('aria-label');
  const shown = element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && box.width >= 10 && box.height >= 10 && box.left >= -1 && box.right <= innerWidth + 1
    && box.top >= -1 && box.bottom <= innerHeight + 1;
  const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [shown && marked && !!name, element.tagName, name, element.getAttribute('href')];
}"""


@pytest.mark.parametrize("context", [WIDTHS[1], WIDTHS[3]], indirect=True, ids=["360", "1440"])
@pytest.mark.parametrize("path", ["actors/russia/", "about/"])
def test_the_keyboard_goes_through_what_is_seen(path: str, context: BrowserContext, address: str) -> None:
    """The first stop of the keyboard skips to the text; every stop is in the window, named and outlined."""
    page = context.new_page()
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert page.evaluate(SEEN)[::3] == [True, "#_main"]
    stops = 0
    while stops < 400:
        page.keyboard.press("Tab")
        found = page.evaluate(SEEN)
        if found is None:
            break
        assert found[0], found
        stops += 1
    assert 8 < stops < 400


def test_the_first_stop_leads_to_the_text(context: BrowserContext, address: str) -> None:
    """After the first link the keyboard goes on inside the main part."""
    page = context.new_page()
    page.goto(f"{address}actors/russia/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
