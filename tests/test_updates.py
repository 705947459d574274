"""What was changed: the log, the notes on pages, the feeds and what machines are told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag

from explainer.load.reader import load
from explainer.model.story import Story
from explainer.publish.feeds import Feeds
from explainer.urls import Urls
from support import Built, build_site

Build = Callable[..., Built]


def article(site: Built, path: str) -> Tag:
    """Return the content of a page."""
    found = BeautifulSoup(site.html(f"{path}/index.html"), "html.parser").find("article")
    assert isinstance(found, Tag)
    return found


def text(tag: Tag) -> str:
    """Return the words of an element."""
    return " ".join(tag.get_text(" ").split())


def story(folder: Path, updates: str, title: str = "Test") -> Story:
    """Return a story with these updates."""
    (folder / "story.yml").write_text(f"title: {title}\n", "utf-8")
    (folder / "updates.yml").write_text(updates, "utf-8")
    return load(folder).story


def test_the_log_is_newest_first(built: Build) -> None:
    """The log lists every update by its day, each with its kind, what changed, and a permanent link."""
    entries = article(built("full"), "updates").select(".ex-log > li")

    assert [entry["id"] for entry in entries] == [
        "2019-04-updated",
        "2019-04-05-added-figure-missing",
        "2019-04-05-clarified-relation-residents-opposes-water-board",
        "2019-04-02-corrected-event-dam-breaks",
    ]
    assert text(entries[-1]) == (
        "Corrected 2 April 2019 # Permanent link to this entry The night is now given. "
        "Was 11 March Now 10 March Concerns The dam breaks"
    )


@pytest.mark.parametrize(
    ("page", "days", "mended"),
    [
        ("events/dam-breaks", ["2 April 2019"], True),
        ("figures/missing", ["5 April 2019"], False),
        ("places/orsa", ["5 April 2019"], False),
        ("people/residents", ["5 April 2019"], True),
        ("people/water-board", ["5 April 2019"], True),
        ("disputes", ["5 April 2019"], True),
        ("places/valley", [], False),
    ],
)
def test_pages_tell_what_was_changed_on_them(built: Build, page: str, days: list[str], mended: bool) -> None:
    """A page lists the updates that concern it, or a relation on it; what was mended is said at its top."""
    content = article(built("full"), page)
    notes = content.select(".ex-updates .ex-update")

    assert [text(note.select_one("time")) for note in notes if note.select_one("time")] == days  # type: ignore[arg-type]
    assert bool(content.select(".ex-mended")) == mended


def test_home_shows_the_last_changes(built: Build) -> None:
    """The home page shows the last three updates and leads to the log."""
    content = BeautifulSoup(built("full").html("index.html"), "html.parser")

    assert len(content.select("article .ex-update")) == 3
    assert content.select("article a[href='updates/']")


def test_corrections_are_linked_data(built: Build) -> None:
    """A page that was corrected says so to machines: what changed, when, and where the log tells it."""
    block = article(built("full"), "events/dam-breaks").find("script", type="application/ld+json")
    assert isinstance(block, Tag)

    assert json.loads(block.text)["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The night is now given. – 11 March – 10 March",
            "url": "https://example.org/stories/dam/updates/#2019-04-02-corrected-event-dam-breaks",
            "datePublished": "2019-04-02",
        }
    ]


def test_an_addition_is_no_correction(built: Build) -> None:
    """What was only added is no correction in linked data."""
    block = article(built("full"), "figures/missing").find("script", type="application/ld+json")
    assert isinstance(block, Tag)

    assert "correction" not in json.loads(block.text)


def test_feed_readers_understand_the_feed(built: Build) -> None:
    """A feed reader finds title, language, entries with absolute addresses and steady ids, newest first."""
    feed = feedparser.parse((built("full").site / "updates" / "atom.xml").read_bytes())

    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.title, feed.feed.updated) == ("The dam at Orsa: updates", "2019-04-30T00:00:00Z")
    assert [entry.title for entry in feed.entries] == [
        "Updated",
        "Added: Missing after the break, Orsa",
        "Clarified: Residents of Orsa opposes Orsa Water Board, Why did the dam break?",
        "Corrected: The dam breaks",
    ]
    assert (
        feed.entries[2].content[0].value
        == "The board and Residents of Orsa do not agree: <b>this</b> is now said."
    )
    assert all(entry.link.startswith("https://example.org/stories/dam/updates/#") for entry in feed.entries)
    assert len({entry.id for entry in feed.entries}) == 4


def test_the_json_feed_says_the_same(built: Build) -> None:
    """The JSON Feed has what version 1.1 demands, and the same entries as the other one."""
    site = built("full").site
    data = json.loads((site / "updates" / "feed.json").read_text("utf-8"))
    atom = feedparser.parse((site / "updates" / "atom.xml").read_bytes())

    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == "https://example.org/stories/dam/updates/feed.json"
    assert [(item["id"], item["title"], item["url"], item["date_published"]) for item in data["items"]] == [
        (entry.id, entry.title, entry.link, entry.updated) for entry in atom.entries
    ]


def test_every_page_names_the_feeds(built: Build) -> None:
    """The head of every page leads to both feeds in its language, from wherever it stands."""
    site = built("full").site
    for page in site.rglob("index.html"):
        html = page.read_text("utf-8")
        if "http-equiv" in html[:400]:
            continue
        links = BeautifulSoup(html, "html.parser").select("head link[rel~=feed][type]")
        edition = site / "ar" if page.is_relative_to(site / "ar") else site
        assert [(page.parent / str(link["href"])).resolve() for link in links] == [
            edition / "updates" / "atom.xml",
            edition / "updates" / "feed.json",
        ], page


def test_a_story_without_updates_has_no_log(built: Build) -> None:
    """Without updates there is no page for them, no feed and no link to one."""
    site = built("minimal").site

    assert not (site / "updates").exists()
    assert "atom+xml" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_name_the_feeds_too(project: Callable[[str], Path], theme: str) -> None:
    """The feeds do not depend on Material."""
    site = build_site(project("full"), theme={"name": theme})

    assert 'type="application/atom+xml"' in site.html("events/dam-breaks/index.html")


def test_feeds_without_an_address(tmp_path: Path) -> None:
    """A site that does not know its address has feeds with links relative to them, and ids all the same."""
    made = Feeds(story(tmp_path, "- {date: 2020-01-01, says: A.}\n"), Urls(), "")
    (entry,) = json.loads(made.json())["items"]

    assert entry["url"] == "./#2020-01-01-updated"
    assert entry["id"].startswith("urn:uuid:")
    assert not feedparser.parse(made.atom()).bozo


HOSTILE = [
    "</content><script>alert(1)</script>",
    "a & b < c",
    "control \x01 \x1b sign",
    "ا ب <i>",
    "]]>",
    "\ufffe",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_any_text_makes_a_sound_feed(tmp_path: Path, words: str) -> None:
    """Markup, control characters and any script in an editor’s text leave both feeds well-formed."""
    made = story(tmp_path, "- {date: 2020-01-01, says: A, was: B}\n")
    update = made.updates["2020-01-01-updated"].model_copy(update={"says": words, "was": words})
    feeds = Feeds(Story(info=made.info, updates={update.id: update}), Urls(), "https://example.org/")

    content = ET.fromstring(feeds.atom()).find(".//{http://www.w3.org/2005/Atom}content")
    assert content is not None
    assert content.get("type") == "text"
    assert not list(content)
    assert json.loads(feeds.json())["items"][0]["content_text"]


IDS = [
    ("- {date: 2020-01-01, says: A.}\n", ["2020-01-01-updated"]),
    ("- {date: 2020-01-01, kind: added, says: A.}\n", ["2020-01-01-added"]),
    (
        "- {date: {edtf: 2020-01}, kind: added, items: s, says: A.}\n- {date: 2020-01, kind: added, items: [t], says: A.}\n",
        ["2020-01-added-s", "2020-01-added-t"],
    ),
    ("- {date: 2020, says: A.}\n- {date: 2020, says: B.}\n", ["2020-updated", "2020-updated-2"]),
    ("- {id: mine, date: 2020, says: A.}\n", ["mine"]),
]


@pytest.mark.parametrize(("updates", "ids"), IDS)
def test_ids_are_made_from_what_an_update_says(tmp_path: Path, updates: str, ids: list[str]) -> None:
    """An update without an id is named by its day, its kind and the first record it concerns."""
    assert list(story(tmp_path, updates).updates) == ids


def test_changes_stand_behind_the_story_on_home(built: Build) -> None:
    """On the home page what was changed comes after what is known, disputed and not known."""
    content = BeautifulSoup(built("aleppo").html("index.html"), "html.parser")
    headings = [heading["id"] for heading in content.select("article h2[id]")]

    assert headings.index("updates") == headings.index("not-known") + 1


def test_feeds_do_not_name_private_persons(tmp_path: Path) -> None:
    """An update about a private person tells of “A private person”, in links and in what it concerns."""
    (tmp_path / "actors.yml").write_text(
        "- {id: resident-1, name: Anna Gross, kind: person, private: true, unsourced: x}\n", "utf-8"
    )
    made = story(tmp_path, '- {date: 2020-01-01, says: "We spoke to [[resident-1]].", items: resident-1}\n')
    feeds = Feeds(made.published(), Urls(), "https://example.org/")
    (entry,) = json.loads(feeds.json())["items"]

    assert entry["content_text"] == "We spoke to A private person."
    assert "Anna" not in feeds.atom() + feeds.json()
