"""What readers see of the evidence: checked words, places in the source, paragraphs that are cited."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.exceptions import Abort

from support import Built, build_site

Build = Callable[..., Built]


def article(site: Built, path: str) -> Tag:
    """Return the content of a page."""
    found = BeautifulSoup(site.html(f"{path}/index.html"), "html.parser").find("article")
    assert isinstance(found, Tag)
    return found


def check_line(site: Built, quote: str) -> str:
    """Return what a quotation's page says of its check."""
    (line,) = article(site, f"quotes/{quote}").select(".ex-check")
    return " ".join(line.get_text().split())


def test_a_checked_quotation_says_so(built: Build) -> None:
    """A quotation that was found says on which day, where it stands, and opens the source there."""
    assert check_line(built("full"), "residents-blame") == (
        "✓ Checked word for word against the source on 11 April 2019, paragraph 5 · Open the source at these words"
    )


def test_a_quotation_without_a_text_says_so(built: Build) -> None:
    """A quotation from a source whose text nobody has is not checked, and readers can see it."""
    assert check_line(built("full"), "board-report") == "○ Not checked against the source"


def test_indirect_speech_has_nothing_to_check(built: Build) -> None:
    """What is told in our words makes no claim to be verbatim."""
    assert article(built("full"), "quotes/board-denies").select(".ex-check") == []


@pytest.mark.parametrize(
    ("quote", "whose"),
    [
        ("engineer-cracks", "the publisher’s, not the speaker’s"),
        ("shepherd-water", "ours, not the speaker’s"),
    ],
)
def test_insertions_say_whose_they_are(built: Build, quote: str, whose: str) -> None:
    """Whether words in square brackets are the publisher’s or ours is known from the source, and said."""
    assert f"Words in [square brackets] are {whose}." in article(built("full"), f"quotes/{quote}").get_text()


def test_links_open_the_source_at_the_words(built: Build) -> None:
    """A link to the source carries the words as a text fragment, each piece by itself, without our insertions."""
    page = article(built("full"), "quotes/shepherd-water")
    (link,) = page.select(".ex-check a.ex-out")

    assert link["href"] == (
        "https://archive.example.org/dam#:~:text=We%20were&text=when%20the%20water%20came."
    )


def test_every_number_shows_its_words(built: Build) -> None:
    """Beside each number of evidence stand the words and the paragraph that it points at."""
    page = article(built("full"), "events/dam-breaks")
    peek = page.select_one(".ex-ref .ex-peek")

    assert isinstance(peek, Tag)
    assert peek.get_text(" ", strip=True) == "the dam broke at night Dam breaks above Orsa, paragraph 2"


def test_a_source_lists_its_paragraphs(built: Build) -> None:
    """A source’s page says how much of it is cited, and lists what rests on each paragraph and what does not."""
    page = article(built("full"), "sources/gazette")
    states = [item["class"][0].removeprefix("ex-coverage__") for item in page.select(".ex-coverage > li")]
    third = page.find(id="paragraph-3")

    assert states == ["uncited", "cited", "cited", "not-content", "cited", "cited"]
    assert "4 of 5 paragraphs with content are cited" in " ".join(page.get_text().split())
    assert isinstance(third, Tag)
    assert [link["href"] for link in third.select("a")] == [
        "../../people/engineer/",
        "../../quotes/engineer-cracks/",
    ]


def test_a_source_without_a_text_lists_what_rests_on_it(built: Build) -> None:
    """Where the text was never read, what rests on a source is listed by kind of record."""
    page = article(built("full"), "sources/rapporto")

    assert page.select(".ex-coverage") == []
    assert page.find(id="resting-quotes") is not None


def test_the_source_text_is_not_published(built: Build) -> None:
    """No sentence of a source’s text that nobody quotes is anywhere in the site."""
    for file in built("full").site.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"The Gazette has found" not in data, file
            assert b"gazette.txt" not in data or file.suffix in {".json", ".csv"}, file


@pytest.mark.parametrize("folder", ["sources", "story/sources"])
def test_texts_inside_the_site_are_not_published(project: Callable[[str], Path], folder: str) -> None:
    """Texts that lie among the site's own pages, beside the story or in it, stay out of the site."""
    here = project("full")
    docs = here / "docs"
    docs.mkdir()
    shutil.move(here / "content", docs / "story")
    (docs / folder).mkdir(exist_ok=True)
    shutil.move(here / "sources" / "gazette.txt", docs / folder)
    config = here / "mkdocs.yml"
    text = config.read_text("utf-8").replace("docs_dir: content", "docs_dir: docs")
    config.write_text(
        text.replace("  - explainer:\n", "  - explainer:\n      content_dir: docs/story\n"), "utf-8"
    )
    site = build_site(here, strict=False).site

    assert (site / "quotes" / "engineer-cracks" / "index.html").is_file()
    assert not list(site.rglob("*.txt"))


def test_the_site_is_the_same_without_the_texts(built: Build, project: Callable[[str], Path]) -> None:
    """With the lock, a build that has not the texts makes the same site, byte for byte."""
    here = built("full")
    folder = project("full")
    shutil.rmtree(folder / "sources")
    there = build_site(folder)

    for file in (file for file in here.site.rglob("*") if file.is_file() and file.suffix != ".gz"):
        assert file.read_bytes() == (there.site / file.relative_to(here.site)).read_bytes(), file


def test_changed_words_cannot_be_published(
    project: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """A quotation that was altered after its check stops the build, and the last good site stays."""
    folder = project("full")
    shutil.rmtree(folder / "sources")
    build_site(folder)
    quotes = folder / "content" / "quotes.yml"
    quotes.write_text(quotes.read_text("utf-8").replace("nobody [at", "everybody [at"), "utf-8")

    with pytest.raises(Abort):
        build_site(folder)
    assert "changed since it was last checked on 2019-04-11" in caplog.text
    assert "Checked word for word" in (folder / "site/quotes/engineer-cracks/index.html").read_text("utf-8")


def test_a_quotation_without_lock_or_text_is_published_unchecked(project: Callable[[str], Path]) -> None:
    """Without lock and texts everything is published, quotations as not checked."""
    folder = project("full")
    shutil.rmtree(folder / "sources")
    (folder / "content" / "sources.lock").unlink()
    site = build_site(folder)

    assert site.warnings == []
    assert check_line(site, "residents-blame").startswith("○ Not checked against the source")


def test_a_build_asks_nobody(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build opens no connection."""

    def refuse(*_: object) -> None:
        raise AssertionError("the build asked the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    build_site(project("full"))
