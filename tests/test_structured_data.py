"""What machines read of a page, read back by a parser of other people's making."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import extruct
import pytest

from support import Built

Build = Callable[..., Built]
TYPES = {
    "events/dam-breaks": "Event",
    "people/water-board": "Organization",
    "quotes/board-denies": "Quotation",
    "places/orsa": "Place",
    "sources/gazette": "NewsArticle",
}


def read(path: Path) -> dict[str, Any]:
    """Return the linked data and the Open Graph of a page."""
    found: dict[str, Any] = extruct.extract(
        path.read_text("utf-8"),
        base_url="https://example.org/",
        syntaxes=["json-ld", "opengraph"],
        uniform=True,
    )
    return found


def types(value: Any) -> set[str]:
    """Return every type named in linked data."""
    if isinstance(value, list):
        return {name for item in value for name in types(item)}
    if not isinstance(value, dict):
        return set()
    own = value.get("@type", [])
    names = {own} if isinstance(own, str) else set(own)
    return names | {name for item in value.values() for name in types(item)}


@pytest.mark.parametrize(("page", "kind"), TYPES.items())
def test_a_record_says_what_it_is(page: str, kind: str, built: Build) -> None:
    """A record's page says in linked data what it is about, and no page gives a verdict on a claim."""
    found = types(read(built("full").site / page / "index.html")["json-ld"])

    assert kind in found
    assert "BreadcrumbList" in found
    assert not found & {"ClaimReview", "Rating"}


@pytest.mark.parametrize("skin", ["material", "explainer"])
def test_every_page_can_be_read(skin: str, built: Build) -> None:
    """Every page for readers has linked data that a parser takes, with the page's language and address."""
    site = (built("full") if skin == "material" else built("full", skin=skin)).site
    checked = 0
    for path in site.rglob("index.html"):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text or "embed" in path.parts or "ex-page--" not in text:
            continue
        data = read(path)
        if not data["json-ld"]:
            assert "ex-page--prose" in text, path  # a page that the editors wrote
            continue
        edition = "ar" if path.is_relative_to(site / "ar") else "en"
        pages = [
            item
            for item in _nodes(data["json-ld"])
            if str(item.get("@id", item.get("url", ""))).startswith("https://")
        ]
        assert pages, path
        assert any(item.get("inLanguage") == edition for item in _nodes(data["json-ld"])), path
        assert "A shepherd of the upper valley" not in str(data["opengraph"]), path
        checked += 1
    assert checked > 60


def _nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in _nodes(item)]
    if isinstance(value, dict):
        return [value, *(node for item in value.values() for node in _nodes(item))]
    return []
