"""axe finds no fault on any kind of page: in both shells, light and dark, both directions, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from support import SKINS, Built, served

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
KINDS = (
    "", "questions/", "questions/how-many-have-died/", "chronology/", "chronology/air-strike/", "actors/", "actors/russia/",
    "relations/", "events/basement-shelling/", "quotes/", "quotes/by-act/say/", "quotes/resident-unbearable/", "figures/",
    "figures/killed-since-april-22/", "places/", "places/aleppo/", "sources/", "sources/aj/", "disputes/", "glossary/",
    "updates/", "about/", "downloads/", "index/", "print/",
)  # fmt: skip
MODES: dict[str, tuple[str, dict[str, Any]]] = {
    "light-1280": ("", {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}),
    "dark-320": ("", {"viewport": {"width": 320, "height": 800}, "color_scheme": "dark"}),
    "light-rtl-390": ("ar/", {"viewport": {"width": 390, "height": 800}, "color_scheme": "light"}),
    "dark-rtl-1280": ("ar/", {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}),
}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="module", params=SKINS)
def site(request: pytest.FixtureRequest, built: Callable[..., Built]) -> Iterator[tuple[str, Path]]:
    """Serve the published story in each shell."""
    skin = request.param
    folder = (built("aleppo") if skin == "material" else built("aleppo", skin=skin)).site
    with served(folder) as url:
        yield url, folder


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(mode: str, site: tuple[str, Path], browser: Browser) -> None:
    """No page has a fault that axe knows, target sizes included."""
    url, folder = site
    edition, options = MODES[mode]
    context = browser.new_context(**options, bypass_csp=True)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        if not (folder / edition / kind / "index.html").is_file():
            continue
        page.goto(url + edition + kind)
        page.evaluate(AXE)
        for violation in page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]:
            nodes = [node["html"][:110] for node in violation["nodes"]]
            if violation["id"] == "scrollable-region-focusable":
                # The contents take keys by their links, which axe does not see in a fold that style keeps open.
                nodes = [node for node in nodes if not node.startswith('<nav class="ex-toc"')]
            if not nodes:
                continue
            found.setdefault(violation["id"], []).append(f"{edition}{kind} {len(nodes)}: {nodes}")
    context.close()
    assert found == {}
