"""The shell of our own, the theme `explainer`: what every page of it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from support import Built

NAMES = ["full", "hostile", "aleppo"]
Build = Callable[..., Built]


def trees(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the path and the parsed HTML of every page, redirects excepted."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            yield path.relative_to(site).as_posix(), BeautifulSoup(text, "html.parser")


@pytest.mark.parametrize("name", NAMES)
def test_it_builds_in_strict_mode(name: str, built: Build) -> None:
    """The sample sites build in strict mode without a warning, and with no file of another theme's."""
    made = built(name, skin="explainer")

    assert made.warnings == []
    assert sorted(path.name for path in (made.site / "assets").iterdir())[:2] == [
        "explainer.css",
        "explainer.js",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_style_or_script_stands_in_a_page(name: str, built: Build) -> None:
    """No page holds a style or a script of its own: the policy would not let it through."""
    for path, tree in trees(built(name, skin="explainer").site):
        assert tree.find("style") is None, path
        assert tree.find(style=True) is None, path
        for script in tree.find_all("script"):
            assert script.get("src") or script["type"] == "application/ld+json", path
        assert not [tag for tag in tree.find_all(True) for name in tag.attrs if name.startswith("on")], path


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_a_strict_policy(name: str, built: Build) -> None:
    """Every page names what it may load before it loads anything: files of its own site, and no code in texts."""
    for path, tree in trees(built(name, skin="explainer").site):
        first = next(tag for tag in tree.head.find_all(True) if not tag.get("charset"))  # type: ignore[union-attr]
        assert first["http-equiv"] == "Content-Security-Policy", path
        rules = dict(re.findall(r"([a-z-]+) ([^;]+)", str(first["content"])))
        assert rules["default-src"] == "'self' file:", path
        assert rules["script-src"] == "'self' file: 'wasm-unsafe-eval'", path
        assert not re.search(r"unsafe-inline|[*/.]", str(first["content"])), path


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_its_language_and_direction(name: str, built: Build) -> None:
    """Every page says in which language and direction it is, what it is called, and has one main part and one h1."""
    for path, tree in trees(built(name, skin="explainer").site):
        html = tree.html
        assert isinstance(html, Tag)
        arabic = path.startswith("ar/")
        assert html["lang"] == ("ar" if arabic else "en"), path
        assert html["dir"] == ("rtl" if arabic else "ltr"), path
        assert tree.title is not None
        assert tree.title.text.strip(), path
        assert len(tree.find_all("main")) == len(tree.find_all("h1")) == 1, path
