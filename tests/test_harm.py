"""People who could be harmed are protected: what must not leave the content folder is in no byte of the site."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from explainer.model.collections import COLLECTIONS
from explainer.model.withheld import names_of, withholdable
from explainer.publish.data import story_data
from explainer.publish.schema import data_schema
from explainer.reading import read
from explainer.site import Site
from explainer.urls import Urls
from planting import PRIVATE, REASON, Planted
from support import Built, build_site, search_entries, unseen

THEMES: dict[str, dict[str, Any]] = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs"},
    "explainer": {"name": "explainer"},
}


@dataclass(frozen=True)
class Sown:
    """A planted story and the site built from it."""

    story: Planted
    built: Built

    def found(self, secrets: Iterable[str], *, without: str = "") -> dict[str, set[str]]:
        """Return the secrets in the site, in any case, with the files; of files `without` names are read only."""
        pattern = re.compile("|".join(map(re.escape, secrets)))
        found: dict[str, set[str]] = {}
        for path in (path for path in self.built.site.rglob("*") if path.is_file()):
            data = opened(path)
            name = path.relative_to(self.built.site).as_posix()
            text = data.decode("utf-8", "replace").lower() if path.suffix != without else ""
            for hit in pattern.findall(f"{name.lower()}\n{text}"):
                found.setdefault(hit, set()).add(name)
        return found


def opened(path: Path) -> bytes:
    """Return what a file holds, with what it holds compressed."""
    data = path.read_bytes()
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if path.suffix in {".epub", ".zip"}:
        with zipfile.ZipFile(path) as archive:
            return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())
    return data


def sow(folder: Path, *, protect: bool, theme: str) -> Sown:
    """Return a site built from a planted story."""
    story = Planted(protect=protect)
    project = story.write(folder)
    return Sown(story, build_site(project, theme=THEMES[theme], strict=False))


@pytest.fixture(scope="module", params=THEMES)
def sown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sown:
    """Return a site whose story protects its secrets, in each theme with its own search."""
    return sow(tmp_path_factory.mktemp("sown"), protect=True, theme=request.param)


@pytest.fixture(scope="module")
def open_(tmp_path_factory: pytest.TempPathFactory) -> Sown:
    """Return a site of the same story without protection."""
    return sow(tmp_path_factory.mktemp("open"), protect=False, theme="material")


def test_what_is_withheld_is_in_no_byte_of_the_site(sown: Sown) -> None:
    """No secret of a withheld field, a rough position, a note, a comment, a draft or a picture's metadata gets out."""
    secrets = {**sown.story.withheld, **sown.story.unpublished, **sown.story.metadata}

    assert {secrets[hit]: files for hit, files in sown.found(secrets).items()} == {}


def test_without_protection_every_secret_is_found(open_: Sown) -> None:
    """The same secrets, written down without protection, are all in the site: the test can fail."""
    published = {**open_.story.withheld, **open_.story.private}
    found = open_.found(published)

    assert len(open_.story.withheld) > 150
    assert {where for secret, where in published.items() if secret not in found} == set()


def test_secrets_are_in_the_editors_files(sown: Sown) -> None:
    """Notes, comments and pictures do hold the secrets that the site does not."""
    text = (
        b"\n".join(path.read_bytes() for path in sown.built.project.rglob("content/**/*.*"))
        .lower()
        .decode("latin-1")
    )

    assert [where for secret, where in sown.story.unpublished.items() if secret not in text] == []
    hidden = [where for secret, where in sown.story.metadata.items() if secret not in text]
    assert hidden == []


def test_a_private_person_is_only_in_what_readers_see(sown: Sown) -> None:
    """What is written of a private person is in no file but HTML, and there in no title, attribute or script."""
    private = sown.story.private
    pattern = re.compile("|".join(map(re.escape, private)))

    assert {private[hit]: files for hit, files in sown.found(private, without=".html").items()} == {}
    for path in sown.built.site.rglob("*.html"):
        for text in unseen(BeautifulSoup(path.read_text("utf-8"), "html.parser")):
            hits = pattern.findall(text.lower())
            assert not hits, (path, private[hits[0]], text[:200])


def test_readers_do_see_a_private_person(sown: Sown) -> None:
    """Names, roles and summary of a private person stand on the page, and the name wherever they are mentioned."""
    page = visible(sown, f"actors/{PRIVATE}")
    where = {place: secret for secret, place in sown.story.private.items()}

    for field in ("name", "names", "aliases", "weak_aliases", "roles.title", "summary", "body"):
        assert where[f"private.{field}"] in page, field
    for mentioning in ("", "about", "actors", "quotes/said", "events/flight", "disputes", "glossary"):
        assert where["private.name"] in visible(sown, mentioning), mentioning


def visible(sown: Sown, page: str) -> str:
    """Return the text that readers see on a page."""
    return (
        BeautifulSoup(sown.built.html(f"{page}/index.html".lstrip("/")), "html.parser")
        .body.get_text(" ")
        .lower()
    )  # type: ignore[union-attr]


def test_search_and_search_engines_pass_a_private_person_by(sown: Sown) -> None:
    """A private person's page is in no search index and no site map, and asks search engines to stay away."""
    entries = json.loads(sown.built.html("search/search_index.json"))["docs"]

    assert not [entry for entry in entries if entry["location"].startswith(f"actors/{PRIVATE}")]
    assert PRIVATE not in sown.built.html("sitemap.xml")
    assert '<meta name="robots" content="noindex">' in sown.built.html(f"actors/{PRIVATE}/index.html")
    assert '<meta name="robots" content="noindex">' not in sown.built.html("actors/someone/index.html")
    titles = {entry["location"]: entry["title"] for entry in entries}
    assert titles["quotes/said/"] == "A private person: “Yes.”"
    assert titles["quotes/told/"].startswith("a resident: ")


def test_our_own_search_passes_a_private_person_by(sown: Sown) -> None:
    """The full text holds public records and what private persons said, under a neutral name; none has an entry."""
    if not (sown.built.site / "assets" / "pagefind-en").is_dir():
        assert not list(sown.built.site.rglob("titles-*.js"))
        pytest.skip("this theme has a search of its own")
    entries = search_entries(sown.built.site)

    assert not [url for url in entries if PRIVATE in url]
    assert entries["quotes/said/"]["title"] == "A private person: “Yes.”"
    assert entries["quotes/told/"]["title"].startswith("a resident: ")
    assert PRIVATE not in sown.built.html("index/index.html")


def test_downloads_leave_a_private_person_out(sown: Sown) -> None:
    """In story.json nobody refers to a private person but by the word that stands for all of them."""
    text = sown.built.html("data/story.json")
    data = json.loads(text)

    assert PRIVATE not in text
    assert next(quote for quote in data["quotes"] if quote["id"] == "said")["speaker"] == "private"
    assert "A private person" in next(term for term in data["glossary"] if term["id"] == "word")["means"]
    assert list(Draft202012Validator(data_schema()).iter_errors(data)) == []


def test_share_cards_leave_private_persons_and_secrets_out(sown: Sown) -> None:
    """No share card says anything of a private person, nor what is withheld."""
    story = read(sown.built.project / "content").story
    site = Site(story, Urls(), base="https://example.org/")
    cards = list(site.cards("all"))
    said = " ".join(f"{path} {text}" for path, card in cards for text in card.texts).lower()

    assert len(cards) > 10
    assert "a private person" in said
    assert [secret for secret in {**sown.story.withheld, **sown.story.private} if secret in said] == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_readers_learn_what_is_withheld_and_why(collection: str, sown: Sown) -> None:
    """A record is exported with the names of what is withheld and the reasons."""
    data = json.loads(sown.built.html("data/story.json"))
    record = next(record for record in data[collection] if record["id"] == f"{collection}-one")
    names = withholdable(COLLECTIONS[collection].model)

    assert record["withheld"] == dict.fromkeys(sorted(names), REASON)


@pytest.mark.parametrize("collection", ["actors", "places", "events", "quotes", "figures", "sources"])
def test_a_page_says_what_is_withheld(collection: str, sown: Sown) -> None:
    """A record's page lists what is withheld, with the reason, under a neutral name."""
    page = visible(sown, f"{collection}/{collection}-one")

    assert page.count(f"withheld: {REASON}") >= len(withholdable(COLLECTIONS[collection].model))
    if collection in {"actors", "places"}:
        assert "name withheld" in visible(sown, collection)


def test_every_field_has_a_name_for_readers(sown: Sown) -> None:
    """What can be withheld is called by a word of the interface, not by its name in editors' files."""
    raw = {name for item in COLLECTIONS.values() for name in withholdable(item.model) if "_" in name}
    page = " ".join(
        visible(sown, f"{name}/{name}-one") for name in ("actors", "events", "quotes", "figures", "sources")
    )

    assert not [name for name in raw if f"{name} withheld" in page]


@pytest.mark.parametrize(
    ("coarse", "position", "precision"),
    [("area", (41.7, 41.7), "area"), ("region", (42, 42), "region"), ("country", (None, None), "country")],
)
def test_rough_positions(coarse: str, position: tuple[Any, Any], precision: str, sown: Sown) -> None:
    """A position is rounded to a tenth of a degree, to a degree, or left out, and says how precise it is."""
    data = json.loads(sown.built.html("data/story.json"))
    place = next(place for place in data["places"] if place["id"] == f"rough-{coarse}")

    assert ((place["lat"], place["lon"]), place["precision"]) == (position, precision)
    assert "to protect people" in visible(sown, f"places/rough-{coarse}")


def test_the_way_up_is_kept(sown: Sown) -> None:
    """Of a photograph's metadata one thing is published: which side is up."""
    for name in ("photo.jpg", "scan.png", "photo.webp"):
        data = (sown.built.site / "images" / name).read_bytes()
        assert data.count(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06") == 1, name


def test_a_file_of_the_editors_is_never_changed(tmp_path: Path) -> None:
    """Pictures are published without metadata, and stay as they are in the content folder."""
    project = Planted(protect=True).write(tmp_path)
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    build_site(project, theme=THEMES["mkdocs"], strict=False)

    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


def test_withheld_values_are_gone_before_anything_is_made_of_them(tmp_path: Path) -> None:
    """In the published story every withheld field, of whatever type, is empty or a placeholder."""
    story = read(Planted(protect=True).write(tmp_path) / "content").story.published()
    for collection, item in COLLECTIONS.items():
        record = story.collection(collection)[f"{collection}-one"]
        for name in withholdable(item.model):
            field = item.model.model_fields[names_of(item.model)[name]]
            value = getattr(record, names_of(item.model)[name])
            assert value == field.default or "ithheld" in value, (collection, name)


def test_published_data_keep_to_the_schema(tmp_path: Path) -> None:
    """With everything withheld that can be, the data are valid against the schema published beside them."""
    story = read(Planted(protect=True).write(tmp_path) / "content").story.published()
    data = json.loads(json.dumps(story_data(story, Urls())))

    assert [error.message for error in Draft202012Validator(data_schema()).iter_errors(data)] == []
