"""Sites in two languages: every page in its own, both ways linked, and machines told."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from explainer.language import language
from support import ROOT, Built, build_site

Build = Callable[..., Built]
BASE = "https://example.org/stories/dam/"
LATIN = re.compile(r"[A-Za-z]{2,}")
OURS = {
    "BibTeX",
    "CSL",
    "CSV",
    "EPUB",
    "HTML",
    "PDF",
    "TeX",
    "TimelineJS",
    "Zotero",
    "GeoJSON",
    "iCalendar",
    "Atom",
    "Feed",
    "index",
    "html",
    "Explainer",
    "JSON",
    "GeoNames",
    "Natural",
    "Earth",
    "Schema",
    "Wikidata",
    "CC",
    "BY",
    "CC0",
    "rebels",
    "opposition",
}
"""Words of the Arabic edition that are written in Latin letters on purpose."""


def pages(site: Path, edition: str = "") -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the address and the content of each of an edition's pages that are no redirects."""
    for path in sorted((site / edition).rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        text = path.read_text("utf-8")
        if (
            (url.startswith("ar/") == (edition == "ar"))
            and not url.startswith("embed/")  # cards for other sites lead nowhere but to their page
            and "404" not in url
            and 'http-equiv="refresh"' not in text
        ):
            yield url, BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def full(built: Build) -> Built:
    """Return the site with every feature, in English and Arabic."""
    return built("full")


@pytest.mark.parametrize("name", ["full", "aleppo"])
def test_every_page_is_in_its_language(name: str, built: Build) -> None:
    """Pages below /ar/ are Arabic and run from right to left; all others do not."""
    for edition, expected in (("ar", ("ar", "rtl")), ("", ("en", "ltr"))):
        found = dict(pages(built(name).site, edition))
        assert len(found) > 20
        for url, page in found.items():
            assert page.html
            assert page.body
            direction = page.html.get("dir") or page.body.get("dir")
            assert (page.html["lang"], direction) == expected, url


def test_every_page_leads_to_the_same_page_in_the_other_language(full: Built) -> None:
    """Each page names itself, its other language and a default in its head, by whole addresses; both ways."""
    named: dict[str, dict[str, str]] = {}
    for edition in ("", "ar"):
        for url, page in pages(full.site, edition):
            named[BASE + url] = {
                str(link["hreflang"]): str(link["href"]) for link in page.find_all("link", hreflang=True)
            }
    assert len(named) > 80
    for url, links in named.items():
        assert set(links) == {"ar", "en", "x-default"}, url
        assert links["x-default"] == links["en"]
        assert url in links.values()
        assert all(named[other] == links for other in links.values()), url


def test_readers_can_switch(full: Built) -> None:
    """The switch on every page leads to the same page, and says in its own language where to."""
    for edition, name in (("", "العربية"), ("ar", "English")):
        for url, page in pages(full.site, edition):
            switch = page.find(class_="ex-languages")
            assert switch, url
            link = switch.find("a")
            assert (link.get_text(), link["lang"], link["hreflang"]) == (name, link["lang"], link["lang"])
            target = urljoin(BASE + url, str(link["href"])).removeprefix(BASE)
            assert (full.site / target / "index.html").exists(), (url, target)
            assert target.removeprefix("ar/") == url.removeprefix("ar/")


def test_an_edition_says_that_it_is_a_translation(full: Built) -> None:
    """Pages of an edition say who translated them; those of the original do not."""
    for edition in ("", "ar"):
        for url, page in pages(full.site, edition):
            assert bool(page.select(".ex-languages p")) == (edition == "ar"), url


def test_no_word_of_the_interface_is_left_in_english(built: Build) -> None:
    """On Arabic pages Latin letters are only in what says that it is in another language, and in addresses."""
    left: dict[str, str] = {}
    for url, page in pages(built("aleppo").site, "ar"):
        body = page.find(class_="ex-page") or page.find("article")
        assert body, url
        for part in body.select(
            '[lang="en"], [lang="ru"], bdi[dir="ltr"], code, script, textarea, svg defs, .ex-az, .ex-az__letter h2, .ex-az__names bdi'
        ):
            part.decompose()
        for word in LATIN.findall(body.get_text(" ").replace("Asia/Damascus", "")):
            if word not in OURS:
                left[word] = url
        for tag in body.find_all(True):
            for name in ("title", "aria-label", "alt", "placeholder"):
                if LATIN.search(str(tag.get(name, ""))):
                    left[str(tag[name])] = url
    assert left == {}


def test_the_theme_speaks_arabic_too(built: Build) -> None:
    """Material's own words, the menu and the site's name are Arabic on Arabic pages."""
    page = BeautifulSoup(built("aleppo").html("ar/actors/qatar/index.html"), "html.parser")

    assert [tag.get_text(strip=True) for tag in page.select(".md-tabs__link")][1:4] == [
        "الأسئلة",
        "التسلسل الزمني",
        "الجهات والأشخاص",
    ]
    assert page.title
    assert page.title.get_text() == "قطر - القتال على حلب، ربيع 2016"
    texts = " ".join(str(tag.get("aria-label", "")) for tag in page.find_all(True))
    assert "Table of contents" not in texts
    assert "جدول المحتويات" in str(page)


def test_machines_get_each_edition(full: Built) -> None:
    """Each edition has its own data, feeds and addresses in its own language."""
    data = json.loads(full.html("ar/data/story.json"))
    feed = json.loads(full.html("ar/updates/feed.json"))

    assert (data["story"]["language"], data["story"]["title"]) == ("ar", "سد أورسا")
    assert data["events"][0]["page"].startswith("ar/events/")
    assert (feed["language"], feed["feed_url"]) == ("ar", f"{BASE}ar/updates/feed.json")
    english = json.loads(full.html("updates/feed.json"))
    assert not {item["id"] for item in feed["items"]} & {item["id"] for item in english["items"]}
    quote = next(quote for quote in data["quotes"] if quote["id"] == "board-report")
    assert (quote["words"], quote["translation"]) == (["La diga era sicura."], ["كان السد آمنًا."])
    assert f"<loc>{BASE}ar/people/residents/</loc>" in full.html("sitemap.xml")


def test_former_addresses_lead_on_in_every_edition(full: Built) -> None:
    """A record's former address leads on within the edition, in its language."""
    page = BeautifulSoup(full.html("ar/events/dam-burst/index.html"), "html.parser")

    assert page.html
    assert page.html["lang"] == "ar"
    assert page.a
    assert page.a["href"] == "../dam-breaks/"


def test_secrets_stay_with_the_editors(full: Built) -> None:
    """Private persons are under a neutral name in every edition, and what is withheld is in none."""
    text = full.html("ar/data/story.json")

    assert "راعٍ" not in text
    assert (
        language("ar").gettext("A private person")
        in full.html("ar/people/witness/index.html").split("<body")[0]
    )
    assert "راعٍ" in full.html("ar/people/witness/index.html")
    assert '<meta name="robots" content="noindex">' in full.html("ar/people/witness/index.html")
    assert "people/witness" not in full.html("sitemap.xml")
    found = [path for path in full.site.rglob("*") if path.is_file() and b"SECRET" in path.read_bytes()]
    assert found == []


def test_an_editors_own_page_runs_its_own_way(full: Built) -> None:
    """On an Arabic page that the editors wrote, a date and an address keep their order."""
    page = full.html("ar/about/index.html")

    assert '<bdi dir="ltr">2025-03-12</bdi>' in page
    assert '<bdi dir="ltr">https://example.org/a/</bdi>' in page


def test_what_is_not_translated_says_its_language(tmp_path: Path) -> None:
    """Where a translation is missing readers get the original, which tells browsers its language."""
    project = tmp_path / "full"
    shutil.copytree(ROOT / "tests" / "sites" / "full", project)
    (project / "content" / "i18n" / "ar" / "events.yml").unlink()
    (project / "content" / "i18n" / "ar" / "about.md").unlink()
    built = build_site(project, strict=False)
    page = BeautifulSoup(built.html("ar/events/dam-breaks/index.html"), "html.parser")

    assert any("12 texts of events not translated" in line for line in built.warnings)
    assert page.h1
    assert page.h1.bdi
    assert (page.h1.bdi["lang"], page.h1.bdi["dir"]) == ("en", "ltr")
    assert "\x02" not in str(page)
    assert not (built.site / "ar" / "about").exists()
    assert 'hreflang="ar"' not in built.html("about/index.html")
