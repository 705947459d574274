"""Other plugins beside ours: each does what it promises, on the editors' own pages and on ours."""

from __future__ import annotations

import copy
import filecmp
import json
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import requests
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from explainer import cards
from support import Built, build_site, unseen, write_files

SECRET = "Quillfeather"
"""In the name of a private person, which readers see and machines do not."""
EVENT, NOTES = "events/bridge-closed/index.html", "notes/index.html"
FILES = {
    "mkdocs.yml": "site_name: Anville\nsite_url: https://example.org/story/\ndocs_dir: content\n"
    "theme: {name: material, font: false}\n",
    "content/story.yml": "title: The bridge at Anville\n",
    "content/sources.yml": "- {id: gazette, title: Bridge closed}\n",
    "content/actors.yml": "- {id: mayor, name: The mayor of Anville, kind: person, source: gazette}\n"
    f"- {{id: witness-a, name: Mabel {SECRET}, kind: person, private: true, source: gazette}}\n",
    "content/events.yml": "- id: bridge-closed\n  title: The bridge is closed\n  date: 2020-02-29\n"
    "  who: {by: mayor, affected: witness-a}\n  source: gazette\n  summary: Closed   at {{ 7 * 7 }} metres, <b>said</b> [[witness-a]].\n",
    "content/notes.md": "---\ntags: [bridges]\ndate: 2020-03-01\n---\n# Notes\n\nSee [[bridge-closed]] and [[witness-a]].\n",
    "content/tags.md": "# Tags\n\n<!-- material/tags -->\n",
}
LOG = "MkDocs makes every page one by one"


@dataclass(frozen=True)
class Case:
    """A plugin, which moment of a page's making it waits for, and what its site needs."""

    plugin: Any
    waits: str = ""
    own: bool = True
    """Whether pages hold our text and nothing else."""


I18N = {
    "i18n": {"docs_structure": "suffix", "languages": [{"locale": "en", "name": "English", "default": True}]}
}
REDIRECTS = {"redirects": {"redirect_maps": {"old.md": "events/bridge-closed.md", "older.md": "notes.md"}}}
CASES = {
    "search": Case("search", "material/search (on_page_context)"),
    "tags": Case("tags", "material/tags (on_page_markdown)"),
    "meta": Case("meta", "material/meta (on_page_markdown)"),
    "info": Case({"info": {"enabled": False}}),
    "group": Case({"group": {"enabled": True, "plugins": [REDIRECTS]}}),
    "typeset": Case("typeset", "material/typeset (on_pre_page)"),
    "blog": Case("blog", "material/blog (on_nav)"),
    "social": Case({"social": {"cards_layout_options": {"font_family": "Cards"}}}, "material/social (on_page_markdown)"),
    "privacy": Case({"privacy": {"assets_exclude": ["unpkg.com/*"]}}, "material/privacy (on_page_content)"),
    "minify": Case({"minify": {"minify_html": True}}, "minify (on_post_page)"),
    "redirects": Case(REDIRECTS),
    "dates": Case("git-revision-date-localized", "git-revision-date-localized (on_page_markdown)", own=False),
    "awesome-nav": Case("awesome-nav", "awesome-nav (on_nav)"),
    "awesome-pages": Case("awesome-pages", "awesome-pages (on_nav)"),
    "macros": Case("macros", "macros (on_nav)"),
    "rss": Case({"rss": {"date_from_meta": {"as_creation": "date"}}}, "rss (on_page_content)"),
}  # fmt: skip
MORE = {
    "meta": {"content/field/.meta.yml": "description: From the field\n", "content/field/a.md": "# A\n"},
    "awesome-nav": {"content/.nav.yml": "nav: [notes.md, '*']\n"},
    "awesome-pages": {"mkdocs.yml": f"{FILES['mkdocs.yml']}nav: [notes.md, ...]\n"},
    "macros": {"content/sums.md": "# Sums\n\nIt is {{ 6 * 7 }} metres.\n"},
    "blog": {"content/blog/posts/one.md": "---\ndate: 2020-03-01\n---\n# A post\n\nOn [[bridge-closed]].\n"},
}


def _write(folder: Path, name: str) -> Path:
    write_files(folder, {**FILES, **MORE.get(name, {})})
    if name == "social":
        fonts = folder / ".cache" / "plugin" / "social" / "fonts" / "Cards"
        fonts.mkdir(parents=True)
        for weight in ("Regular", "Bold"):
            shutil.copy(
                Path(cards.__file__).parent / "fonts" / f"cards-{weight.lower()}.ttf", fonts / f"{weight}.ttf"
            )
    if name in {"dates", "rss"}:
        day = {"GIT_COMMITTER_DATE": "2021-05-06T12:00:00Z", "GIT_AUTHOR_DATE": "2021-05-06T12:00:00Z"}
        me = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath="]
        for command in (["init", "-q"], ["add", "."], [*me, "commit", "-qm", "All"]):
            subprocess.run(["git", *command], cwd=folder, check=True, env={**os.environ, **day})
    return folder


def _build(folder: Path, *plugins: Any) -> Built:
    ours = {"explainer": {"search": False, "cards": "none"}}
    return build_site(folder, plugins=copy.deepcopy([*plugins, ours]))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site with no plugin but ours."""
    return _build(_write(tmp_path_factory.mktemp("plain"), ""))


Made = tuple[Built, str]
Sites = Callable[[str], Made]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return a function that gives a plugin's site, made while no other host can be asked, and the log."""

    @cache
    def made(name: str) -> Made:
        if name == "social" and not find_library("cairo") and not os.environ.get("EXPLAINER_CI"):
            pytest.skip("needs libcairo")
        lines: list[str] = []
        handler = logging.Handler(logging.INFO)
        handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
        log = logging.getLogger("mkdocs")
        level = log.level
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(requests.Session, "request", _refused)
                site = _build(_write(tmp_path_factory.mktemp(name), name), CASES[name].plugin)
        finally:
            log.removeHandler(handler)
            log.setLevel(level)
        return site, "\n".join(lines)

    return made


def _refused(*given: object, **_: object) -> None:
    raise AssertionError(given)


def _body(html: str) -> str:
    found = BeautifulSoup(html, "html.parser").select_one(".ex-page")
    assert found
    return " ".join(found.text.split())


@pytest.mark.parametrize("name", CASES)
def test_a_strict_build_says_which_way_pages_were_made(name: str, sites: Sites) -> None:
    """Beside every plugin a strict build succeeds; the log names those that have to see every page, no others."""
    made, log = sites(name)
    waits = CASES[name].waits

    assert made.warnings == []
    assert (LOG in log) == bool(waits)
    assert not waits or f"to show it to {waits}" in log


@pytest.mark.parametrize("name", CASES)
def test_our_pages_keep_their_text(name: str, sites: Sites, plain: Built) -> None:
    """No plugin takes anything from a page of ours, or takes what it says for something to carry out."""
    made, _ = sites(name)
    page = _body(made.html(EVENT))

    assert "Closed at {{ 7 * 7 }} metres" in page
    assert page == _body(plain.html(EVENT)) or not CASES[name].own


@pytest.mark.parametrize("name", CASES)
def test_no_plugin_learns_of_private_persons(name: str, sites: Sites) -> None:
    """What plugins publish for machines names no private person, whom readers do see."""
    made, _ = sites(name)
    assert SECRET in _body(made.html(EVENT))
    for path in (path for path in made.site.rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", "ignore")
        if path.suffix == ".html":
            text = " ".join(unseen(BeautifulSoup(text, "html.parser")))
        assert SECRET not in text, path


def test_search_finds_both(sites: Sites) -> None:
    """The search plugin's index holds our pages and the editors'."""
    docs = json.loads(sites("search")[0].html("search/search_index.json"))["docs"]

    assert {"events/bridge-closed/", "notes/"} <= {entry["location"].partition("#")[0] for entry in docs}


def test_tags_are_listed(sites: Sites) -> None:
    """A page's tag stands on the page of tags, and leads to it."""
    page = BeautifulSoup(sites("tags")[0].html("tags/index.html"), "html.parser")

    assert [link["href"] for link in page.select('article li a[href^="../notes"]')] == ["../notes/"]


def test_a_folders_settings_reach_its_pages(sites: Sites) -> None:
    """What `.meta.yml` says of a folder is said of the editors' pages in it."""
    assert 'content="From the field"' in sites("meta")[0].html("field/a/index.html")


def test_cards_are_drawn_of_both(sites: Sites) -> None:
    """The social plugin draws a card of every page, which the page names."""
    made = sites("social")[0]

    for page in ("events/bridge-closed", "notes"):
        assert f"https://example.org/story/assets/images/social/{page}.png" in made.html(f"{page}/index.html")
        assert (made.site / f"assets/images/social/{page}.png").is_file()


def test_privacy_finds_nothing_to_change(sites: Sites, plain: Built) -> None:
    """Pages ask no other host for anything, so that the privacy plugin leaves them as they are."""
    made = sites("privacy")[0].site
    pages = [path.relative_to(made) for path in made.rglob("*.html")]

    assert [path for path in pages if not filecmp.cmp(made / path, plain.site / path, shallow=False)] == []
    assert not (made / "assets" / "external").exists()


def test_minified_pages_are_smaller(sites: Sites, plain: Built) -> None:
    """Minified pages are smaller and hold the same elements with the same words."""
    made = sites("minify")[0]
    for path in (EVENT, NOTES, "index.html", "chronology/index.html"):
        small, large = (BeautifulSoup(site.html(path), "html.parser") for site in (made, plain))
        assert len(made.html(path)) < len(plain.html(path))
        assert [tag.name for tag in small.find_all(True)] == [tag.name for tag in large.find_all(True)]
        assert re.sub(r"\s", "", small.body.text) == re.sub(r"\s", "", large.body.text)  # type: ignore[union-attr]


@pytest.mark.parametrize("first", [True, False])
def test_redirects_lead_to_both(first: bool, tmp_path: Path, plain: Built) -> None:
    """Old addresses lead to pages of ours and of the editors', and all other pages stay as they are."""
    ours = {"explainer": {"search": False, "cards": "none"}}
    folder = _write(tmp_path, "redirects")
    made = build_site(folder, plugins=copy.deepcopy([REDIRECTS, ours] if first else [ours, REDIRECTS]))

    assert "url=../events/bridge-closed/" in made.html("old/index.html")
    assert "url=../notes/" in made.html("older/index.html")
    pages = [path.relative_to(plain.site) for path in plain.site.rglob("*.html")]
    assert [
        path for path in pages if not filecmp.cmp(made.site / path, plain.site / path, shallow=False)
    ] == []


def test_dates_are_those_of_the_records_file(sites: Sites) -> None:
    """A page of ours was changed when the file with its record was; of the editors' it is their own."""
    made = sites("dates")[0]

    assert "May 6, 2021" in made.html(EVENT)
    assert "May 6, 2021" in made.html(NOTES)


@pytest.mark.parametrize("name", ["awesome-nav", "awesome-pages"])
def test_menus_are_in_the_editors_order(name: str, sites: Sites) -> None:
    """A menu that another plugin makes begins with what the editors put first, and holds pages of ours."""
    page = BeautifulSoup(sites(name)[0].html("index.html"), "html.parser")
    links = [link["href"] for link in page.select(".md-nav--primary > ul a.md-nav__link[href]")]

    assert links[0] == "notes/"
    assert "chronology/" in links


def test_macros_are_for_the_editors_pages(sites: Sites) -> None:
    """Sums in the editors' own pages are done."""
    assert "It is 42 metres." in sites("macros")[0].html("sums/index.html")


def test_a_feed_of_all_pages(sites: Sites) -> None:
    """The feed of the RSS plugin names our pages and the editors'."""
    feed = sites("rss")[0].html("feed_rss_created.xml")

    for page in ("events/bridge-closed/", "notes/"):
        assert f"https://example.org/story/{page}</link>" in feed


def test_a_post_leads_to_our_pages(sites: Sites) -> None:
    """A post of a blog leads to a record."""
    post = next((sites("blog")[0].site / "blog").glob("2020/03/01/*/index.html"))

    assert "events/bridge-closed/" in post.read_text("utf-8")


def test_what_cannot_be_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A plugin that builds a site several times is refused, with the way that leads to the same."""
    with pytest.raises(Abort, match="BuildError"):
        _build(_write(tmp_path, ""), I18N)
    assert "leave it out, and write the story's languages" in caplog.text
