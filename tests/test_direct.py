"""Pages that MkDocs does not know one by one, beside the same site made by MkDocs alone."""

from __future__ import annotations

import filecmp
import gc
import logging
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.stories import write_story
from mkdocs.livereload import LiveReloadServer

from explainer.plugin.preview import SOON, Preview, attentive
from explainer.plugin.shelf import Shelf
from support import build_site

HOOK = "def on_page_content(html, **_):\n    return html\n"
"""A hook that looks at every page, for which MkDocs has to make every page."""
OWN_THEME = (
    '{% extends "base.html" %}{% block footer %}<i>{{ page.title | length }}</i>{{ super() }}{% endblock %}'
)
CONTENTS_TWICE = (
    '{% extends "base.html" %}'
    "{% block footer %}{% for item in page.toc %}<i>{{ item.title }}</i>{% endfor %}{{ super() }}{% endblock %}"
)


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield the paths of the files in which two sites differ."""
    ours, theirs = _files(one), _files(other)
    yield from sorted(ours.keys() ^ theirs.keys())
    yield from (
        name for name in ours.keys() & theirs.keys() if not filecmp.cmp(ours[name], theirs[name], False)
    )


def _both(project: Path, **options: Any) -> tuple[Path, Path]:
    hook = project / "hook.py"
    hook.write_text(HOOK, "utf-8")
    direct = build_site(project, site_dir=str(project / "direct"), **options)
    plain = build_site(project, site_dir=str(project / "plain"), hooks=["hook.py"], **options)
    return direct.site, plain.site


@pytest.mark.parametrize(
    ("skin", "address"), [("material", "https://example.org/story/"), ("explainer", ""), ("mkdocs", "")]
)
def test_a_site_is_the_same_either_way(project: Callable[[str], Path], skin: str, address: str) -> None:
    """A story in several languages, with private persons, is byte for byte what MkDocs makes of it."""
    options = {"site_url": address, "repo_url": "https://example.org/repo"} if address else {}
    direct, plain = _both(project("full"), skin=skin, strict=False, **options)

    assert len(_files(direct)) > 200
    assert list(differences(direct, plain)) == []


@pytest.mark.parametrize(
    ("skin", "directory"), [("material", True), ("material", False), ("explainer", True)]
)
def test_a_long_story_is_the_same_either_way(
    tmp_path: Path, skin: str, directory: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """A story with pages of every shape many times over is byte for byte what MkDocs makes of it, in short."""
    folder = write_story(tmp_path / "long", 150).folder
    with caplog.at_level(logging.INFO, "mkdocs"):
        direct, plain = _both(folder, skin=skin, use_directory_urls=directory)

    assert list(differences(direct, plain)) == []
    assert "its own way" not in caplog.text


def test_a_theme_may_treat_every_page_its_own_way(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where a site's template makes something else of each page, that is what its pages show."""
    folder = write_story(tmp_path / "own", 40).folder
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(OWN_THEME, "utf-8")
    options = {"theme": {"name": "material", "custom_dir": str(folder / "theme")}}
    with caplog.at_level(logging.INFO, "mkdocs"):
        direct, plain = _both(folder, **options)

    assert list(differences(direct, plain)) == []
    assert "treats pages like it each its own way" in caplog.text


@pytest.mark.parametrize(
    "options",
    [
        {"nav": ["index.md", {"Talks": "chronology/talks.md"}, {"Who": "actors/actor-1.md"}]},
        {"theme": {"name": "material", "features": ["toc.integrate", "navigation.path"]}},
        {"theme": {"name": "material", "custom_dir": "theme"}},
    ],
    ids=["menu of single pages", "contents in the menu", "contents twice"],
)
def test_what_leads_from_a_shell_to_pages_stays_right(tmp_path: Path, options: dict[str, Any]) -> None:
    """Menus that name pages further down, and lists of contents elsewhere, come out as MkDocs makes them."""
    folder = write_story(tmp_path / "menu", 150).folder
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(CONTENTS_TWICE, "utf-8")
    if custom := options.get("theme", {}).get("custom_dir"):
        options = {"theme": {**options["theme"], "custom_dir": str(folder / custom)}}
    direct, plain = _both(folder, strict=False, **options)

    assert list(differences(direct, plain)) == []


def test_the_log_names_what_looks_at_every_page(
    project: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """A plugin for which MkDocs has to make every page is named, with the reason."""
    with caplog.at_level(logging.INFO, "mkdocs"):
        build_site(project("minimal"), plugins=["search", "explainer"])

    assert "MkDocs makes every page one by one" in caplog.text
    assert "search (on_page_context)" in caplog.text


def _shelf(folder: Path, made: list[str]) -> Shelf:
    def page() -> str:
        made.append("page")
        return "a page"

    def group() -> Iterator[tuple[str, str | bytes]]:
        made.append("group")
        yield "data/a.json", "{}"
        yield "data/b.bin", b"\x00"

    shelf = Shelf(folder)
    shelf.add_page("a/index.html", page)
    shelf.add_files(group)
    return shelf


def test_a_preview_makes_what_is_asked_for(tmp_path: Path) -> None:
    """Under a preview a page is made when it is asked for, once, and so are files of no known name."""
    made: list[str] = []
    preview = Preview()
    preview.shelf = _shelf(tmp_path, made)
    app = preview.before(lambda environ, _: [environ["PATH_INFO"].encode()], "/story/")

    for path in ("/livereload/1/2", "/story/favicon.ico", "/other/a/", "/story/a", "/story/a/"):
        assert app({"PATH_INFO": path}, None) == [path.encode()]
    assert made == ["page"]
    assert (tmp_path / "a" / "index.html").read_text("utf-8") == "a page"
    app({"PATH_INFO": "/story/data/b.bin"}, None)
    assert made == ["page", "group"]
    assert (tmp_path / "data" / "b.bin").read_bytes() == b"\x00"


def test_saved_files_are_found_soon(tmp_path: Path) -> None:
    """A preview's server looks for saved files more often than MkDocs does, but no more than that costs little."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(tmp_path))
    server.server_close()
    (emitter,) = server.observer.emitters
    usual = emitter.timeout

    attentive(server, effort=1e-9)
    assert emitter.timeout == usual
    attentive(server, effort=1)
    assert emitter.timeout == SOON < usual


def test_a_rebuild_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The garbage collector rests while a site is built again, and takes the old one away in the lull after."""
    monkeypatch.setattr("explainer.plugin.preview.LULL", 0.01)
    collected, resting = threading.Event(), []
    weakref.finalize(_Loop(), collected.set)

    Preview().rebuilding(lambda: resting.append(not gc.isenabled()))()

    assert resting == [True]
    assert gc.isenabled()
    assert collected.wait(10)


class _Loop:
    """An object that only the garbage collector can take away."""

    def __init__(self) -> None:
        self.itself = self


def test_nothing_is_written_outside_the_site(tmp_path: Path) -> None:
    """An address that climbs out of the site makes nothing."""
    made: list[str] = []
    site = tmp_path / "site"
    site.mkdir()
    preview = Preview()
    preview.shelf = _shelf(site, made)
    preview.before(lambda *_: [], "/")({"PATH_INFO": "/../escaped.html"}, None)

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
