"""Built sites, as readers and machines find them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
import pytest
from bs4 import BeautifulSoup, Tag

from support import Built, search_entries

NAMES = ["minimal", "full", "hostile", "aleppo"]
Build = Callable[..., Built]


def pages(site: Path) -> list[Path]:
    """Return every HTML page of a site."""
    return sorted(site.rglob("*.html"))


def soup(page: Path) -> BeautifulSoup:
    """Return a parsed page."""
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def tree(page: Path) -> Any:
    """Return a page parsed in a tenth of that time, for tests that read every page."""
    return lxml.html.document_fromstring(page.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_strict_builds_are_clean(name: str, built: Build) -> None:
    """Every sample site builds in strict mode without a warning."""
    assert built(name).warnings == []


@pytest.mark.parametrize(
    "options",
    [{}, {"use_directory_urls": False}, {"skin": "explainer"}],
    ids=["folders", "files", "explainer"],
)
@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_anchor_leads_somewhere(name: str, options: dict[str, Any], built: Build) -> None:
    """Every internal link and anchor of every page leads to a page and an element that exist."""
    site = built(name, **options).site
    parsed = {page: tree(page) for page in pages(site)}
    ids = {page: set(made.xpath("//@id")) for page, made in parsed.items()}
    broken = []
    for page, made in parsed.items():
        if page.name == "404.html":
            continue
        for tag in made.iter("a", "link", "script", "img"):
            target = tag.get("href") or tag.get("src")
            if target is None or re.match(r"https?:|mailto:|data:|javascript:", target):
                continue
            file, anchor = landing(site, page, target)
            if not file.is_file() or (
                anchor and file.suffix == ".html" and anchor not in ids[file] and anchor != "__skip"
            ):
                broken.append(f"{page.relative_to(site)} -> {target}")
    assert broken == []


def landing(site: Path, page: Path, target: str) -> tuple[Path, str]:
    """Return the file and the anchor that a link on a page leads to."""
    url, anchor = urldefrag(urljoin(f"/{page.relative_to(site).as_posix()}", target))
    file = site / unquote(url).lstrip("/")
    return (file / "index.html" if url.endswith("/") else file), unquote(anchor)


@pytest.mark.parametrize("options", [{}, {"skin": "explainer"}], ids=["own", "explainer"])
@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_headings_in_order(name: str, options: dict[str, Any], built: Build) -> None:
    """On every page ids are unique, there is one h1, and no level of heading is skipped."""
    site = built(name, **options).site
    for page in pages(site):
        article = (made := tree(page)).find(".//article")
        if article is None:
            continue
        ids = made.xpath("//@id")
        levels = [int(tag.tag[1]) for tag in article.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert len(ids) == len(set(ids)), page
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            page,
            levels,
        )


@pytest.mark.parametrize("name", NAMES)
def test_linked_data_is_on_every_page_of_ours(name: str, built: Build) -> None:
    """Every generated page carries one JSON-LD block that names the page it stands on."""
    site = built(name).site
    for page in pages(site):
        blocks = tree(page).findall(".//script[@type='application/ld+json']")
        if (
            page.parent.name in {"about"}
            or page.name == "404.html"
            or "http-equiv" in page.read_text("utf-8")[:400]
        ):
            continue
        assert len(blocks) == 1, page
        data = json.loads(blocks[0].text)
        assert data["@context"] == "https://schema.org"
        assert data["name"]


def test_private_persons_are_not_described_for_machines(built: Build) -> None:
    """A private person is in no linked data of their own, in no search entry and not offered to search engines."""
    site = built("aleppo").site
    page = site / "actors" / "bustan-al-qasr-resident" / "index.html"

    assert "mainEntity" not in json.loads(soup(page).find("script", type="application/ld+json").text)  # type: ignore[union-attr]
    assert not [url for url in search_entries(site) if "bustan-al-qasr-resident" in url]


@pytest.mark.parametrize("name", ["full", "aleppo"])
def test_editors_files_stay_out_of_the_site(name: str, built: Build) -> None:
    """No YAML file, note, comment or draft reaches the published site."""
    site = built(name).site
    for file in (file for file in site.rglob("*") if file.is_file()):
        made = file.parent in {site / "data", site / "ar" / "data"}  # the tables that readers may take away
        assert not re.search(r"\.(ya?ml|lock)" if made else r"\.(ya?ml|csv|lock)", file.name), file
        data = file.read_bytes()
        for secret in (
            b"SECRET-EDITORS-NOTE",
            b"SECRET-YAML-COMMENT",
            b"SECRET-DRAFT-NAME",
            b"A kunya, not a full name",
            b"SECRET-ALONG",
            b"SECRET-ROLE",
            b"SECRET-WORDS",
            b"SECRET-ALIAS",
            b"45.512345",
        ):
            assert secret not in data, (file, secret)


def test_former_ids_lead_on(built: Build) -> None:
    """The address under a former id leads to the record's address now."""
    site = built("full").site
    page = soup(site / "people" / "water-office" / "index.html")

    assert page.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../water-board/"  # type: ignore[index]


def test_search_finds_names_in_every_script(built: Build) -> None:
    """The search index holds names, aliases in any script, titles and words of quotations."""
    text = " ".join(entry["text"] for entry in search_entries(built("aleppo").site).values())

    for words in (
        "Bashar al-Assad",
        "بشار الأسد",
        "جبهة النصرة",
        "Jabhat al-Nusra",
        "Геннадий Гатилов",
        "Everything is paralysed",
    ):
        assert words in text, words


def test_hostile_text_is_shown_and_never_run(built: Build) -> None:
    """Scripts, handlers, frames and images in editors' texts are shown as text or dropped, on every page."""
    site = built("hostile").site
    for page in pages(site):
        tree = soup(page)
        ours = [
            script
            for script in tree.find_all("script")
            if "alert(" in script.text and script.get("type") != "application/ld+json"
        ]
        assert ours == [], page
        for tag in tree.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on")], (page, tag)
            assert not str(tag.get("href", "")).lower().startswith("javascript:"), (page, tag)
        article = tree.find("article")
        assert not isinstance(article, Tag) or article.find(["iframe", "img", "style"]) is None, page


def test_edit_links_open_the_records_file(built: Build) -> None:
    """The edit link of a record's page opens the file it was written in."""
    site = built("full", theme={"name": "material", "font": False, "features": ["content.action.edit"]}).site
    links = {
        "events/dam-breaks": "https://example.org/repo/edit/main/content/events/2019/dam-breaks.yml",
        "people/water-board": "https://example.org/repo/edit/main/content/actors/water-board.md",
        "people/engineer": "https://example.org/repo/edit/main/content/actors.yml",
    }
    for page, address in links.items():
        link = soup(site / page / "index.html").find("a", rel="edit")
        assert isinstance(link, Tag)
        assert link["href"] == address


def test_two_builds_are_the_same(built: Build, project: Callable[[str], Path]) -> None:
    """Two builds of the same content are identical, byte for byte."""
    first = built("full").site
    second = built("full", extra={"again": True}).site
    for file in (file for file in first.rglob("*") if file.is_file() and file.suffix != ".gz"):
        assert file.read_bytes() == (second / file.relative_to(first)).read_bytes(), file


def test_a_scale_says_in_words_what_it_draws(built: Build) -> None:
    """The drawing of a figure's estimates has a title, and a description with everybody's number and day."""
    drawing = soup(built("full").site / "figures" / "missing" / "index.html").find("svg", role="img")
    assert isinstance(drawing, Tag)
    words = [drawing.find(id=id_) for id_ in str(drawing["aria-labelledby"]).split()]
    title, described = (" ".join(tag.text.split()) for tag in words if tag)

    assert title == "On one scale: Missing after the break"
    assert "Orsa Water Board: 12, as of 12 March 2019." in described
    assert "Residents of Orsa: about 15 to 20, as of 12 March 2019." in described
    assert "Orsa Water Board: at least 31, as of 14 March 2019." in described
    assert described.endswith("Valley Gazette: “Dozens”; read here as 24 or more.")


def test_disagreement_is_in_words(built: Build) -> None:
    """Pages say what was reported for which day, why figures stay apart, what differs and what is not known."""
    site = built("full").site
    figure, event, home = (
        " ".join(soup(site / path / "index.html").text.split())
        for path in ("figures/missing", "events/dam-breaks", "")
    )

    assert "Reported between 12 and up to 25, as of 12 March 2019." in figure
    assert "Displaced: may count some of the same, but differs in place, period, side, cause." in figure
    assert "When differs" in event
    assert "Affected agreed" in event
    assert "By whom is not said" in event
    assert "blame laid on Orsa Water Board by Residents of Orsa: an accusation, not an answer" in home
    assert "Who they are is not said The mayor of Orsa" in home
    assert "Who they are is not said A shepherd" not in home


def test_kinds_are_labels_with_expectations_in_the_data(built: Build) -> None:
    """The published data give every kind of event with its label, also where the editors wrote only that."""
    story = json.loads((built("full").site / "data" / "story.json").read_text("utf-8"))["story"]

    assert story["kinds"]["inquiry"] == {"label": "Inquiry", "expects": []}
    assert story["kinds"]["break"]["expects"] == ["by", "against"]
