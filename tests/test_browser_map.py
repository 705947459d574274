"""Maps in a real browser: legible, nothing over anything, reachable without them."""

from __future__ import annotations

import re
from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import Page

from support import Built

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}}
WIDE = {"viewport": {"width": 1280, "height": 900}}
BOTH = pytest.mark.parametrize("page", [PHONE, WIDE], indirect=True, ids=["360", "1280"])
MEASURE = """() => [...document.querySelectorAll(".ex-map__drawing")].filter(d => d.checkVisibility()).map(d => {
  const room = e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  return {
    box: room(d),
    labels: [...d.querySelectorAll(".ex-map__label")].map(e => [e.textContent, ...room(e)]),
    marks: [...d.querySelectorAll(".ex-map__mark")].map(room),
    size: Math.min(...[...d.querySelectorAll("text")].map(
      e => parseFloat(getComputedStyle(e).fontSize) * d.getBoundingClientRect().width / d.viewBox.baseVal.width)),
    links: [...d.querySelectorAll("a")].map(a => a.href.baseVal),
  };
})"""
PLACES = ["", "places/", "places/aleppo/", "events/shelling-western-aleppo/"]


@BOTH
def test_labels_are_legible_and_apart(page: Page, address: str) -> None:
    """On phones and wide screens labels are at least ten pixels tall, lie inside the map and cover no other label."""
    for path in PLACES:
        page.goto(address + path)
        drawings = page.evaluate(MEASURE)
        assert drawings, path
        for drawing in drawings:
            left, top, right, bottom = drawing["box"]
            assert drawing["size"] >= 10, path
            assert right <= page.viewport_size["width"], path  # type: ignore[index]
            for number, (text, *label) in enumerate(drawing["labels"]):
                assert left <= label[0] < label[2] <= right, (path, text)
                assert top <= label[1] < label[3] <= bottom, (path, text)
                for other, *room in drawing["labels"][:number]:
                    across = min(label[2], room[2]) - max(label[0], room[0])
                    down = min(label[3], room[3]) - max(label[1], room[1])
                    assert across <= 1 or down <= 3, (
                        path,
                        text,
                        other,
                    )  # a line's box is taller than its letters
            for x1, y1, x2, y2 in drawing["marks"]:
                assert left < (x1 + x2) / 2 < right, path
                assert top < (y1 + y2) / 2 < bottom, path


@BOTH
def test_points_lead_to_their_places(page: Page, address: str) -> None:
    """A point leads to the page of the place that has its number in the list, and the keyboard goes to the list only."""
    page.goto(address + "places/")
    (drawing, *_) = page.evaluate(MEASURE)
    listed = page.locator(".ex-map__list a").evaluate_all("links => links.map(a => a.getAttribute('href'))")

    assert set(drawing["links"]) <= set(listed)
    assert len(listed) == len(set(listed)) > 8
    assert page.locator(".ex-map__drawing a:not([tabindex='-1'])").count() == 0
    mark = page.locator(".ex-map__drawing:visible .ex-map__mark--near").first
    mark.scroll_into_view_if_needed()
    mark.dispatch_event("click")
    page.wait_for_url(re.compile("places/[a-z-]+/$"))


@pytest.mark.parametrize("page", [{**WIDE, "java_script_enabled": False}], indirect=True, ids=["no-js"])
def test_editors_own_lines_show(page: Page, full: str) -> None:
    """A drawing of the editors lies on the map, credited, without scripts."""
    page.goto(full + "places/")
    shown = page.locator(".ex-map__drawing:visible .ex-map__overlay")

    assert shown.count() == 3
    assert "The dyke and the flooded meadows, as of June 1950" in page.locator(".ex-map__credit").inner_text()


def test_maps_are_light(built: Callable[..., Built]) -> None:
    """A map and its insets take 6 KB on wide screens and 4 KB on phones, a small one 2 KB."""
    for path in ("index.html", "places/index.html"):
        sizes = drawings(built("aleppo").html(path))
        insets = sum(size for kind, size in sizes if kind not in {"wide", "phone"})
        whole = dict(sizes)

        assert whole["wide"] + insets <= 6_000, (path, sizes)
        assert whole["phone"] + insets <= 4_000, (path, sizes)
    for path in ("places/aleppo/index.html", "events/shelling-western-aleppo/index.html"):
        assert [kind for kind, size in drawings(built("aleppo").html(path)) if size <= 2_000] == ["small"], (
            path
        )


def drawings(html: str) -> list[tuple[str, int]]:
    """Return the kinds of the drawings on a page and the bytes that they take to travel."""
    found = re.findall(r'<svg class="ex-map__drawing ex-map__drawing--(\w+)".*?</svg>', html, re.DOTALL)
    texts = re.findall(r'<svg class="ex-map__drawing .*?</svg>', html, re.DOTALL)
    return [(kind, len(brotli.compress(text.encode()))) for kind, text in zip(found, texts, strict=True)]


def test_files_of_editors_stay_with_them(built: Callable[..., Built]) -> None:
    """The drawing itself, with all its points and names, is not published."""
    site = built("full").site

    assert not [path for path in site.rglob("*.geojson") if path.parent.name != "data"]
    assert b"not used" not in b"".join(path.read_bytes() for path in site.rglob("*.html"))
