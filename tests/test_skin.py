"""The shell of our own, the theme `explainer`: what every page of it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup, Tag

from explainer.plugin.shell import without_policy
from explainer.urls import PAGED
from support import SKINS, Built, build_site

NAMES = ["full", "hostile", "aleppo"]
Build = Callable[..., Built]


@cache
def trees(site: Path) -> dict[str, BeautifulSoup]:
    """Return the parsed HTML of every page by its path, redirects and cards for other sites excepted."""
    texts = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))
    }
    kept = {
        path: text
        for path, text in texts.items()
        if 'http-equiv="refresh"' not in text and not path.startswith("embed/")
    }
    return {path: BeautifulSoup(text, "html.parser") for path, text in kept.items()}


@pytest.mark.parametrize("name", NAMES)
def test_it_builds_in_strict_mode(name: str, built: Build) -> None:
    """The sample sites build in strict mode without a warning, and with no file of another theme's."""
    made = built(name, skin="explainer")

    assert made.warnings == []
    assert sorted(path.name for path in (made.site / "assets").iterdir())[:3] == [
        "embed.css",
        "explainer.css",
        "explainer.js",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_style_or_script_stands_in_a_page(name: str, built: Build) -> None:
    """No page holds a style or a script of its own: the policy would not let it through."""
    for path, tree in trees(built(name, skin="explainer").site).items():
        assert tree.find("style") is None, path
        assert tree.find(style=True) is None, path
        for script in tree.find_all("script"):
            assert script.get("src") or script["type"] == "application/ld+json", path
        assert not [tag for tag in tree.find_all(True) for name in tag.attrs if name.startswith("on")], path


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_a_strict_policy(name: str, built: Build) -> None:
    """Every page names what it may load before it loads anything: files of its own site, and no code in texts."""
    for path, tree in trees(built(name, skin="explainer").site).items():
        first = next(tag for tag in tree.head.find_all(True) if not tag.get("charset"))  # type: ignore[union-attr]
        assert first["http-equiv"] == "Content-Security-Policy", path
        rules = dict(re.findall(r"([a-z-]+) ([^;]+)", str(first["content"])))
        assert rules["default-src"] == "'self' file:", path
        assert rules["script-src"] == "'self' file: 'wasm-unsafe-eval'", path
        assert not re.search(r"unsafe-inline|[*/.]", str(first["content"])), path


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_its_language_and_direction(name: str, built: Build) -> None:
    """Every page says in which language and direction it is, what it is called, and has one main part and one h1."""
    for path, tree in trees(built(name, skin="explainer").site).items():
        html = tree.html
        assert isinstance(html, Tag)
        arabic = path.startswith("ar/")
        assert html["lang"] == ("ar" if arabic else "en"), path
        assert html["dir"] == ("rtl" if arabic else "ltr"), path
        assert tree.title is not None
        assert tree.title.text.strip(), path
        assert len(tree.find_all("main")) == len(tree.find_all("h1")) == 1, path


def test_the_sheet_names_its_parts(built: Build) -> None:
    """A record's page has the menu with its collection marked, the parts of the page, the feeds and the data."""
    tree = trees(built("aleppo", skin="explainer").site)["actors/russia/index.html"]
    menu, parts, foot = (tree.select_one(place) for place in (".ex-nav", ".ex-toc", ".ex-footer"))
    assert menu
    assert parts
    assert foot

    assert [link.text for link in menu.find_all("a", {"aria-current": "true"})] == ["Actors"]
    assert next(link["href"] for link in parts.find_all("a")) == "#relations"
    assert [link["href"] for link in foot.find_all("a")] == [
        "../../data/story.json",
        "../../updates/atom.xml",
        "../../updates/feed.json",
    ]


SINK = """
# A & B

| Left | Right |
|:-----|------:|
| `<a>` | 1,200 |

## First

    a line of code

## Second

## Third <b>and last</b>
"""
OWN = {
    "nav": [
        "index.md",
        {"Guide": ["own.md", {"Deeper": ["actors/index.md"]}]},
        {"Elsewhere": "https://example.org/"},
    ],
    "copyright": "© The desk",
    "repo_url": "https://example.org/repo",
    "edit_uri": "edit/main/content/",
    "site_url": "https://example.org/story/",
    "site_author": "A <desk>",
}


def test_pages_of_the_editors_own(project: Callable[[str], Path]) -> None:
    """A page of the editors' own has columns without styles, its title as text, its menu's parts, and an edit link."""
    folder = project("minimal")
    (folder / "content" / "own.md").write_text(SINK, "utf-8")
    made = build_site(folder, skin="explainer", **OWN)
    tree = trees(made.site)["own/index.html"]

    assert made.warnings == []
    assert tree.find(style=True) is None
    assert [tag["class"] for tag in tree.find_all("td")] == [["ex-to-left"], ["ex-to-right"]]
    assert tree.select_one("pre[tabindex='0']")
    assert tree.title
    assert tree.title.text == "A & B – Minimal"
    assert tree.find("link", rel="canonical", href="https://example.org/story/own/")
    assert tree.find("meta", attrs={"name": "author", "content": "A <desk>"})
    assert [tag.text for tag in tree.select(".ex-nav summary[aria-current]")] == ["Guide"]
    assert [tag.text for tag in tree.select(".ex-nav a[aria-current=page]")] == ["A & B"]
    assert [tag["href"] for tag in tree.select(".ex-toc a")] == ["#first", "#second", "#third-and-last"]
    assert tree.select_one("a[rel=edit]")["href"] == "https://example.org/repo/edit/main/content/own.md"  # type: ignore[index]
    assert "© The desk" in tree.select_one(".ex-footer").text  # type: ignore[union-attr]


def test_a_story_from_right_to_left(project: Callable[[str], Path]) -> None:
    """The language of the story is that of every page, the page of errors included."""
    folder = project("minimal")
    story = folder / "content" / "story.yml"
    story.write_text(f"{story.read_text('utf-8')}\nlanguage: ar\n", "utf-8")
    made = build_site(folder, skin="explainer")

    assert {(tree.html["lang"], tree.html["dir"]) for _, tree in trees(made.site).items()} == {("ar", "rtl")}  # type: ignore[index]


def test_a_sites_own_templates_fill_the_shell(project: Callable[[str], Path]) -> None:
    """A `main.html` in the site's custom_dir fills the blocks of the shell."""
    folder = project("minimal")
    (folder / "own").mkdir()
    (folder / "own" / "main.html").write_text(
        '{% extends "base.html" %}{% block alternates %}<a href="ar/">AR</a>{% endblock %}', "utf-8"
    )
    made = build_site(folder, theme={"name": "explainer", "custom_dir": str(folder / "own")})

    assert '<a href="ar/">AR</a>' in made.html("index.html")


def test_both_shells_hold_the_same_body(built: Build) -> None:
    """A record's page has the same body in every shell."""
    bodies = [
        trees(built("full", skin=name).site)["events/dam-breaks/index.html"].select_one(".ex-page")
        for name in SKINS
    ]
    assert bodies[0] is not None
    assert bodies[0] == bodies[1]


def test_previews_may_reload_themselves(built: Build) -> None:
    """A preview's pages have no policy, which would stop the script that reloads them, and keep their length."""
    page = (built("aleppo", skin="explainer").site / "index.html").read_bytes()
    app = without_policy(lambda environ, start: [page[:900], page[900:]])
    shown, other = (b"".join(app({"PATH_INFO": path}, print)) for path in ("/actors/", "/story.json"))

    assert b"Content-Security-Policy" not in shown
    assert len(shown) == len(page)
    assert other == page


def test_pages_are_light(built: Build) -> None:
    """Compressed as servers send them, a record's page is within 8 KB (9 with a map), a visit to it in 25, to any in 31."""
    site = built("aleppo", skin="explainer").site
    style, script = (_sent(site / "assets" / name) for name in ("explainer.css", "explainer.js"))
    records = [path for name in PAGED for path in site.glob(f"{name}/*/index.html")]
    drawn = {path for path in records if "ex-map" in path.read_text("utf-8")}

    assert style <= 10_000
    assert script <= 6_000
    assert _heaviest(set(records) - drawn) <= 8_000
    assert _heaviest(drawn) <= 9_000
    assert _heaviest(records) + style + script <= 25_000
    read = (path for path in site.rglob("*.html") if "print" not in path.parts)
    assert _heaviest(read) + style + script <= 31_000


def _heaviest(pages: Iterable[Path]) -> int:
    """Return the bytes sent for the heaviest of the longest pages."""
    longest = sorted(pages, key=lambda path: (path.stat().st_size, path))[-4:]
    return max(map(_sent, longest))


def _sent(path: Path) -> int:
    return len(brotli.compress(path.read_bytes()))
