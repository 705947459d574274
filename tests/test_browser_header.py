"""Material's shell as we change it: buttons for the keyboard, dark without scripts, no other host."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from support import build_site, served

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 800}}
DARK = {"color_scheme": "dark", "java_script_enabled": False}


@pytest.fixture(scope="module")
def plain(project: Callable[[str], Path]) -> Iterator[str]:
    """Serve a site that names Material and nothing more."""
    folder = project("minimal")
    (folder / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme: material\ndocs_dir: content\nplugins: [explainer]\n"
    )
    with served(build_site(folder).site) as url:
        yield url


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["390"])
def test_the_menu_opens_by_keyboard(page: Page, address: str) -> None:
    """On a phone the menu's button says what it does and whether it is open; Escape closes it and gives back the focus."""
    page.goto(address)
    button = page.get_by_role("button", name="Navigation")
    first = page.locator("#ex-drawer a[href]").first
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(first).to_be_hidden()

    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(first).to_be_focused()

    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(first).to_be_hidden()


@pytest.mark.parametrize(
    "page", [PHONE, {"viewport": {"width": 1280, "height": 900}}], indirect=True, ids=["390", "1280"]
)
def test_every_stop_is_seen_and_named(page: Page, address: str) -> None:
    """Each of the first forty stops of the Tab key is in the window, has a name, and shows that it is there."""
    page.goto(address + "events/basement-shelling/")
    for _ in range(40):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
            // A choice of Material's is drawn by the label after it.
            const label = (e.matches('.md-option') ? e.nextElementSibling : e).getBoundingClientRect();
            return e === document.body ? null : {
              tag: e.outerHTML.slice(0, 120),
              seen: e.checkVisibility({visibilityProperty: true}) && label.width > 0 && label.left < innerWidth && label.right > 0,
              named: !!(e.getAttribute('aria-label') || e.innerText || e.title || (e.labels && e.labels.length)),
              marked: s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.matches('.md-option') }; }"""
        )
        if found is None:
            break
        assert found["seen"], found
        assert found["named"], found
        assert found["marked"], found


@pytest.mark.parametrize("page", [{**PHONE, **DARK}, DARK], indirect=True, ids=["390", "1280"])
def test_it_is_dark_and_has_its_menu_without_scripts(page: Page, address: str) -> None:
    """Without scripts a page is dark where the system is, and leads to the chronology."""
    page.goto(address)
    # No script runs, so the picture tells: its first pixel is that of the page's paper.
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    assert picture.getpixel((2, picture.height - 2)) < 60
    link = page.locator(".md-tabs a", has_text="Chronology")
    expect(link).to_be_visible()
    link.click()
    assert page.url.endswith("chronology/")


def test_no_font_is_fetched_unasked(page: Page, plain: str) -> None:
    """A site that says nothing about fonts asks no other host for any."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(plain)
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith((plain, "data:", "blob:"))] == []


@pytest.mark.parametrize(
    ("theme", "says"),
    [
        ("{name: material, font: {text: Inter}}", "set `font: false`"),
        ("{name: material, font: false, features: [navigation.instant]}", "navigation.instant drops"),
    ],
)
def test_what_harms_readers_is_said(
    theme: str, says: str, project: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """Fonts from elsewhere, and pages that are not loaded anew, are warned of."""
    folder = project("minimal")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Plain\ntheme: {theme}\ndocs_dir: content\nplugins: [explainer]\n"
    )
    with caplog.at_level("INFO"):
        build_site(folder)

    assert says in caplog.text
