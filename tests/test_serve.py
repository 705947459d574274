"""`mkdocs build` and `mkdocs serve` with a story that breaks and is mended: the last good site stays up."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support import build_site

WAIT = 60
BROKEN = "- {id: bridge-closed, title: The bridge is closed, date: 2020-02-30, source: gazette}\n"


@pytest.fixture
def site(project: Callable[[str], Path]) -> Path:
    """Return a copy of the minimal project."""
    return project("minimal")


def mkdocs(project: Path, *arguments: str, program: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Run a command as a user does, in the project's folder."""
    command = [sys.executable, "-m", program, *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_broken_story_stops_the_build_before_the_site(site: Path) -> None:
    """An error ends the build with its message, without a traceback, and the site stays as it was."""
    build_site(site)
    before = {path: path.read_bytes() for path in (site / "site").rglob("*.html")}
    (site / "content" / "events.yml").write_text(BROKEN)

    result = mkdocs(site, "build")

    assert result.returncode == 1
    assert 'content/events.yml:1:58: "2020-02-30": February 2020 has 29 days' in result.stderr
    assert "1 error" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in (site / "site").rglob("*.html")} == before


def test_in_strict_mode_a_warning_stops_it_too(site: Path) -> None:
    """With --strict a warning ends the build before the site is touched; without it the site is built."""
    (site / "content" / "glossary.yml").write_text("")

    strict, lax = mkdocs(site, "build", "--strict"), mkdocs(site, "build")

    assert strict.returncode == 1
    assert lax.returncode == 0
    assert "this file is empty" in strict.stderr
    assert "this file is empty" in lax.stderr
    assert (site / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "{titles: {actor: People}}",
            'titles: no collection page is called "actor" - did you mean "actors"?',
        ),
        (
            "{folders: {actors: ../x}}",
            'folders: "../x" must be made of lower-case letters, digits and hyphens',
        ),
        (
            "{folders: {actors: about}, content_dir: other}",
            "about/index.md is a page of yours and a page that Explainer makes",
        ),
    ],
)
def test_options_that_cannot_be(options: str, message: str, site: Path) -> None:
    """A wrong option ends the build with what is wrong."""
    (site / "content").rename(site / "other")
    (site / "content" / "about").mkdir(parents=True)
    (site / "content" / "about" / "index.md").write_text("# About\n")
    (site / "mkdocs.yml").write_text(
        f"site_name: T\ndocs_dir: content\ntheme: material\nplugins: [{{explainer: {options}}}]\n"
    )

    result = mkdocs(site, "build")

    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_it_drops_into_a_site_of_its_own(site: Path) -> None:
    """A site with pages, a menu and a front page of its own keeps them, and gets the story's pages beside them."""
    (site / "content").rename(site / "story")
    (site / "docs").mkdir()
    (site / "docs" / "index.md").write_text(
        "# Our own front page\n\nSee [[mayor]] and [who](actors/index.md).\n"
    )
    (site / "mkdocs.yml").write_text(
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [search, {explainer: {content_dir: story}}]\n"
        "nav: [Home: index.md, Who: actors/index.md]\n"
    )

    built = build_site(site)

    assert built.warnings == []
    assert "Our own front page" in built.html("index.html")
    assert 'href="actors/mayor/"' in built.html("index.html")
    assert (built.site / "events" / "bridge-closed" / "index.html").is_file()


def test_a_site_without_a_front_page_gets_the_story(site: Path) -> None:
    """Without an index.md the home page is the story at a glance."""
    assert "The bridge at Anville" in build_site(site).html("index.html")


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_both_programs_build_the_same_pages(program: str, site: Path) -> None:
    """MkDocs and ProperDocs build the same story pages with the same plugin."""
    result = mkdocs(site, "build", "--strict", program=program)

    assert result.returncode == 0, result.stderr
    assert "The bridge is closed" in (site / "site" / "events" / "bridge-closed" / "index.html").read_text(
        "utf-8"
    )


@pytest.fixture(params=["mkdocs", "properdocs"])
def server(site: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    """Serve the minimal project, on a machine without its texts, and return its folder and its address."""
    settings = site / "mkdocs.yml"
    options = "{explainer: {source_texts: [not-here]}}"
    settings.write_text(settings.read_text("utf-8").replace("explainer]", f"{options}]"), "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", request.param, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (
        (site / "log").open("w") as log,
        subprocess.Popen(command, cwd=site, env=environment, stderr=log) as process,
    ):
        yield site, f"http://127.0.0.1:{port}/"
        process.terminate()


def until(told: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + WAIT
    while not told():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


def shows(url: str, text: str) -> bool:
    """Tell whether a page can be had and shows a text."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return text in answer.read().decode("utf-8")
    except OSError:
        return False


def test_serve_keeps_the_last_good_site_and_recovers(server: tuple[Path, str]) -> None:
    """A mistake leaves the served site as it was and is reported; mending the file brings the new site."""
    site, url = server
    page, events = f"{url}events/bridge-closed/", site / "content" / "events.yml"
    until(lambda: shows(page, "The bridge is closed"))

    events.write_text(BROKEN)
    until(lambda: "February 2020 has 29 days" in (site / "log").read_text())
    assert shows(page, "The bridge is closed")

    events.write_text(BROKEN.replace("02-30", "02-29").replace("is closed", "is shut"))
    until(lambda: shows(page, "The bridge is shut"))
