"""A contact sheet of every kind of page, in both skins and four modes, for eyes to go over.

Run as `python -m bench.reader.sheet`. Writes `docs/contact-sheet/SKIN-SCHEME-DIRECTION.webp`.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from bench.reader.build import ROOT, SKINS, build
from bench.reader.server import served

KINDS = (
    "", "questions/", "questions/how-many-have-died/", "chronology/", "actors/", "actors/russia/", "relations/",
    "events/basement-shelling/", "quotes/", "quotes/resident-unbearable/", "figures/", "figures/killed-since-april-22/",
    "places/", "places/aleppo/", "disputes/", "sources/", "sources/aj/", "glossary/", "updates/", "downloads/", "about/",
)  # fmt: skip
WIDTHS = {360: 150, 768: 190, 1440: 280}
"""Widths of the window, and of their pictures on the sheet."""
TALL = 1.6
"""How much of a page is shown, in widths of a window of 768."""
GAP, ACROSS = 12, 3


def shots(browser: Browser, address: str, scheme: str, paths: list[str]) -> Iterator[Image.Image]:
    """Yield a strip for each page: the three widths side by side."""
    for path in paths:
        strip = Image.new("RGB", (sum(WIDTHS.values()) + GAP * 2, 340), "#808080")
        at = 0
        for width, shown in WIDTHS.items():
            context = browser.new_context(
                viewport={"width": width, "height": int(340 * width / shown)}, color_scheme=scheme
            )
            page = context.new_page()
            page.goto(address + path, wait_until="load")
            picture = Image.open(io.BytesIO(page.screenshot()))
            strip.paste(picture.resize((shown, 340), Image.Resampling.LANCZOS), (at, 0))
            at += shown + GAP
            context.close()
        yield strip


def sheet(strips: list[Image.Image]) -> Image.Image:
    """Return the strips in columns."""
    width, height = strips[0].size
    rows = -(-len(strips) // ACROSS)
    whole = Image.new("RGB", (ACROSS * (width + 3 * GAP), rows * (height + 2 * GAP)), "#808080")
    for number, strip in enumerate(strips):
        column, row = number % ACROSS, number // ACROSS
        whole.paste(strip, (GAP + column * (width + 3 * GAP), GAP + row * (height + 2 * GAP)))
    return whole


def main() -> None:
    """Build the published story in both skins and write its sheets."""
    target = ROOT / "docs" / "contact-sheet"
    target.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for skin in SKINS:
            site = build(ROOT, Path(made, skin), skin)
            with served(site) as address:
                for direction, edition in (("ltr", ""), ("rtl", "ar/")):
                    paths = [
                        edition + kind for kind in KINDS if (site / edition / kind / "index.html").is_file()
                    ]
                    for scheme in ("light", "dark"):
                        drawn = sheet(list(shots(browser, address, scheme, paths)))
                        drawn.save(target / f"{skin}-{scheme}-{direction}.webp", quality=55, method=6)


if __name__ == "__main__":
    main()
