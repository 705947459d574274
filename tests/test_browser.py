"""The published story in a real browser: with and without scripts, narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page

from explainer.urls import text_fragment
from support import Built, served

PAGES = [
    "",
    "chronology/",
    "chronology/air-strike/",
    "actors/",
    "actors/russia/",
    "events/shelling-western-aleppo/",
    "quotes/",
    "quotes/resident-unbearable/",
    "figures/",
    "figures/killed-since-april-22/",
    "places/",
    "places/aleppo/",
    "sources/",
    "sources/aj/",
    "disputes/",
    "glossary/",
    "about/",
    "questions/",
    "questions/how-many-have-died/",
]
pytestmark = pytest.mark.browser


NARROW = {"viewport": {"width": 320, "height": 640}}
SMALL = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
WIDE = {"viewport": {"width": 1280, "height": 900}}


@pytest.mark.parametrize("page", [NARROW, SMALL, WIDE], indirect=True, ids=["320", "360-no-js", "1280"])
def test_no_page_scrolls_sideways(page: Page, address: str) -> None:
    """No page is wider than the window, down to 320 pixels."""
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_no_request_leaves_the_site(page: Page, address: str) -> None:
    """No page asks another host for anything, and nothing it asks for is missing."""
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    for path in PAGES:
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert failed == []


@pytest.mark.parametrize("page", [SMALL], indirect=True, ids=["no-js"])
def test_everything_is_there_without_scripts(page: Page, address: str) -> None:
    """Without scripts a reader gets from the home page to an actor, a quotation and the words it rests on."""
    page.goto(address)
    page.get_by_role("link", name="John Kerry", exact=True).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "John Kerry"
    page.locator("article a[href*='quotes/kerry-deep-concern']").first.click()
    assert "deep concern" in page.locator("blockquote, q").first.inner_text()
    page.locator("sup a[href^='#note-']").first.click()
    assert "Kerry expressed" in page.locator("li:target, :target").first.inner_text()


PEEKED = """element => {
  const card = element.parentElement.querySelector('.ex-peek'), box = card.getBoundingClientRect();
  return card.checkVisibility() && box.left >= 0 && box.right <= innerWidth + 0.5 && box.height > 20
    && document.documentElement.scrollWidth <= innerWidth && card.innerText.includes('paragraph');
}"""


@pytest.mark.parametrize("page", [SMALL, {**WIDE, "java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("path", ["", "figures/", "quotes/gatilov-no-pressure/"])
def test_words_behind_a_number_show_on_focus_and_hover(page: Page, address: str, path: str) -> None:
    """Without scripts the words that a number of evidence points at show on focus and on hover, inside the window."""
    page.goto(address + path)
    numbers = page.locator(".ex-ref a")
    for index in range(min(numbers.count(), 12)):
        number = numbers.nth(index)
        assert not number.evaluate(
            "element => { const card = element.parentElement.querySelector('.ex-peek');"
            " return card.checkVisibility() && getComputedStyle(card).float === 'none'; }"  # beside it where there is room
        )
        number.focus()
        assert number.evaluate(PEEKED), number.inner_html()
        number.evaluate("element => element.blur()")
        number.hover()
        assert number.evaluate(PEEKED), number.inner_html()
        page.mouse.move(0, 0)


def test_text_fragments_open_a_page_at_the_words(page: Page, tmp_path: Path) -> None:
    """The address we make of a page and words is understood: the browser scrolls to the words."""
    words = "at-least 50%, & “more” than 270,000 – or not"
    long = "begin here and go " + "on and on " * 60 + "until the very end"
    paragraphs = "".join(
        f"<p style='height:80vh'>{text}</p>" for text in ("top", "more", words, "x", long, "end")
    )
    (tmp_path / "a.html").write_text(
        f"<!doctype html><meta charset=utf-8>{paragraphs}".replace("&", "&amp;"), "utf-8"
    )
    with served(tmp_path) as address:
        for text, number in ((words, 3), (long, 5)):
            page.goto("about:blank")
            page.goto(text_fragment(f"{address}a.html", [text]))
            page.wait_for_function("scrollY > 0")
            box = page.locator(f"p:nth-of-type({number})").bounding_box()
            assert box is not None
            assert -100 < box["y"] < 700, text


def test_the_search_finds_an_arabic_name(page: Page, address: str) -> None:
    """The search finds an actor by the name in Arabic script."""
    page.goto(address)
    page.keyboard.press("/")
    page.locator("#ex-find-field").fill("الأسد")
    first = page.locator(".ex-find__link").first
    assert (first.get_attribute("href") or "").endswith("actors/bashar-al-assad/")


@pytest.mark.parametrize("page", [WIDE], indirect=True, ids=["1280"])
def test_names_in_other_scripts_keep_their_direction(page: Page, address: str) -> None:
    """A name in Arabic runs from right to left within a page that does not, and says which language it is."""
    page.goto(f"{address}actors/bashar-al-assad/")
    name = page.locator("bdi[lang=ar]").first

    assert name.get_attribute("dir") == "rtl"
    assert name.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


LUMINANCE = """() => {
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll('.ex-page *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const box = e.getBoundingClientRect();
    if (!own || box.width < 2 || !e.checkVisibility({opacityProperty: true})) continue;
    const colour = parse(getComputedStyle(e).color), ground = behind(e);
    const alpha = colour.length > 3 ? colour[3] : 1;
    const mixed = colour.slice(0, 3).map((v, i) => v * alpha + ground[i] * (1 - alpha));
    const [a, b] = [light(mixed), light(ground)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5 && !e.closest('.headerlink'))
      poor.push(`${e.className || e.tagName} ${((a + 0.05) / (b + 0.05)).toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
  }
  return [...new Set(poor)];
}"""


@pytest.mark.parametrize(
    "page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"]
)
def test_text_stands_out(page: Page, address: str) -> None:
    """Every text of ours has a contrast of at least 4.5 to 1 with its ground, in light and dark (WCAG 2.2 AA)."""
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate(LUMINANCE) == [], path


DISAGREEMENT = ["", "figures/", "figures/missing/", "events/dam-breaks/", "disputes/"]
OUTSIDE = """() => {
  const bad = [];
  for (const svg of document.querySelectorAll('.ex-scale__drawing')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')];
    const boxes = texts.map(text => text.getBoundingClientRect());
    boxes.forEach((box, n) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
        bad.push(`outside: ${texts[n].textContent}`);
      if (parseFloat(getComputedStyle(texts[n]).fontSize) < 11) bad.push(`small: ${texts[n].textContent}`);
      boxes.slice(n + 1).forEach((other, m) => {
        if (box.left < other.right && other.left < box.right && box.top + 3 < other.bottom && other.top + 3 < box.bottom)
          bad.push(`over each other: ${texts[n].textContent} / ${texts[n + 1 + m].textContent}`);
      });
    });
  }
  return bad;
}"""


@pytest.mark.parametrize("page", [NARROW, SMALL, WIDE], indirect=True, ids=["320", "360-no-js", "1280"])
def test_scales_are_legible(page: Page, full: str, address: str) -> None:
    """On every width the words and numbers of a scale are within it, large enough and clear of each other."""
    for url in (f"{full}figures/", f"{address}figures/"):
        page.goto(url)
        assert page.locator(".ex-scale__drawing").count()
        assert page.evaluate(OUTSIDE) == [], url


@pytest.mark.parametrize("page", [NARROW, SMALL, WIDE], indirect=True, ids=["320", "360-no-js", "1280"])
def test_disagreement_does_not_scroll_sideways(page: Page, full: str) -> None:
    """Pages with scales, accounts and open questions are no wider than the window."""
    for path in DISAGREEMENT:
        page.goto(full + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


@pytest.mark.parametrize(
    "page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"]
)
def test_disagreement_stands_out(page: Page, full: str) -> None:
    """What differs has a contrast of at least 4.5 to 1 with its ground, in light and dark (WCAG 2.2 AA)."""
    for path in DISAGREEMENT:
        page.goto(full + path)
        assert page.evaluate(LUMINANCE) == [], path


@pytest.mark.parametrize("page", [SMALL, WIDE], indirect=True, ids=["360-no-js", "1280"])
def test_accounts_are_a_table_on_every_width(page: Page, full: str) -> None:
    """Accounts are a table with headers to screen readers, and on phones every one is named beside its words."""
    page.goto(f"{full}events/dam-breaks/")
    table = page.get_by_role("table").first

    assert table.get_by_role("columnheader").count() == 3
    assert table.get_by_role("rowheader", name="When differs").count() == 1
    assert table.get_by_role("rowheader", name="Affected agreed").count() == 1
    narrow = (page.viewport_size or {"width": 0})["width"] < 700
    assert page.locator(".ex-accounts__who").first.is_visible() is narrow


def test_pages_are_light(built: Callable[..., Built]) -> None:
    """What every page loads of ours stays within its budget, compressed as servers send it."""
    assets = built("aleppo").site / "assets"

    assert len(brotli.compress((assets / "explainer.css").read_bytes())) <= 10_000
    assert len(brotli.compress((assets / "explainer.js").read_bytes())) <= 6_000
