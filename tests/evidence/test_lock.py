"""The lock: the same for the same findings, trusted without the texts, and not to be edited by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from explainer.evidence.lock import Entry, Lock, TextEntry, lock_text, read_lock
from explainer.model.findings import Passage
from explainer.reading import read, verify

TEXTS = Path(__file__).parent / "texts"
STORY = {
    "story.yml": "title: Test\n",
    "sources.yml": "- {id: s, title: S, text: german.txt, lang: de}\n",
    "actors.yml": "- {id: mayor, name: Mayor, kind: person, source: {ref: s, at: Bürgermeisterin Änne Groß}}\n",
    "quotes.yml": (
        "- {id: q, speaker: mayor, date: 2020, source: s, words: Wir haben die Lage nicht unter Kontrolle}\n"
    ),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with a story of one source, whose text is not beside it."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def lock(content: Path, day: str = "2020-01-01") -> str:
    """Write the story's lock and return its text."""
    result = verify(content, [TEXTS], day)
    assert result.problems == []
    (content / "sources.lock").write_text(result.lock, "utf-8")
    return result.lock


def messages(content: Path) -> list[str]:
    """Return what a build without the texts would say."""
    return [problem.message for problem in read(content).problems]


def test_a_lock_is_yaml_and_says_where_words_stand(content: Path) -> None:
    """Any YAML reader can read the lock; it holds the beginning, the hash and the place of the words."""
    data = yaml.safe_load(lock(content))

    assert data["sources"]["s"]["paragraphs"] == 5
    (entry,) = data["citations"]["quote:q"]
    assert entry["begins"] == "Wir haben die Lage nicht"
    assert (entry["kind"], entry["paragraph"], entry["characters"]) == ("words", 3, "1-41")


def test_the_same_story_gives_the_same_lock(content: Path) -> None:
    """A second check on a later day changes nothing, so that only changes show in a review."""
    assert lock(content, "2020-01-01") == lock(content, "2020-02-02")


def test_a_new_citation_is_dated_anew(content: Path) -> None:
    """When something that rests on a text changes, the day is that of the check that read it."""
    lock(content, "2020-01-01")
    more = "- {id: town, name: Annstadt, kind: city, source: {ref: s, at: Die Stadt Annstadt}}\n"
    (content / "places.yml").write_text(more, "utf-8")

    assert "checked: 2020-02-02" in lock(content, "2020-02-02")


def test_a_build_trusts_the_lock(content: Path) -> None:
    """Without the text everything on record counts as checked on the day of the check."""
    lock(content)
    reading = read(content)

    assert reading.problems == []
    assert [passage.checked for passage in reading.story.findings.words["q"]] == ["2020-01-01"]
    assert list(reading.story.findings.locators) == [("s", "Bürgermeisterin Änne Groß")]


def test_what_was_never_checked_is_no_problem(content: Path) -> None:
    """A quotation with neither a text nor an entry can be published, and does not count as checked."""
    reading = read(content)

    assert reading.problems == []
    assert reading.story.findings.words == {}


@pytest.mark.parametrize("file", ["quotes.yml", "actors.yml"])
def test_changed_words_fail_the_build(content: Path, file: str) -> None:
    """Words that are no longer those on record stop a build without the texts."""
    lock(content)
    changed = STORY[file].replace("nicht", "gut").replace("Änne", "Anne")
    (content / file).write_text(changed, "utf-8")

    (message,) = messages(content)
    assert message.startswith("changed since it was last checked on 2020-01-01: ")


def test_retyped_marks_are_no_change(content: Path) -> None:
    """What folding forgives needs no new check."""
    lock(content)
    (content / "quotes.yml").write_text(STORY["quotes.yml"].replace("die Lage", "die  Lage"), "utf-8")

    assert messages(content) == []


def test_a_citation_more_is_not_a_change(content: Path) -> None:
    """A new locator beside checked ones is not checked; those before it still are."""
    lock(content)
    more = (
        STORY["actors.yml"]
        .replace("source: {", "source: [{ref: s, at: sagte Bürgermeisterin}, {")
        .replace("}}", "}]}")
    )
    (content / "actors.yml").write_text(more, "utf-8")
    reading = read(content)

    assert reading.problems == []
    assert list(reading.story.findings.locators) == [("s", "Bürgermeisterin Änne Groß")]


EDITS = [
    ("paragraph: 3", "paragraph: 4"),
    ("characters: 1-41", "characters: 2-41"),
    ("checked: 2020-01-01", "checked: 2021-01-01"),
    ("paragraphs: 5", "paragraphs: 6"),
    ("paragraphs: 5", "paragraphs: five"),
    ('begins: "Wir haben', 'begins: "Wir hatten'),
    ("kind: words", "kind: locator"),
    ("source: s", "source: other"),
    ("quote:q:", "quote:r:"),
    ("  s:", "  t:"),
    ("seal: ", "seal: 0"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_entries_edited_by_hand_are_found(content: Path, old: str, new: str) -> None:
    """Any entry changed by hand stops the build, and the message says where it stands."""
    text = lock(content)
    assert old in text
    (content / "sources.lock").write_text(text.replace(old, new, 1), "utf-8")
    problems = [problem for problem in read(content).problems if problem.code == "lock"]

    assert problems
    assert "changed by hand" in problems[0].message
    assert problems[0].where.file.endswith("sources.lock")
    assert problems[0].where.line > 3


def test_a_forged_hash_is_found_where_the_text_is(content: Path) -> None:
    """Even an entry with a right hash and seal does not help: where the text is at hand it is read again."""
    (content / "quotes.yml").write_text(STORY["quotes.yml"].replace("nicht", "gut"), "utf-8")
    forged = content.parent / "texts"
    forged.mkdir()
    (forged / "german.txt").write_text(
        (TEXTS / "german.txt").read_text("utf-8").replace("nicht unter", "gut unter"), "utf-8"
    )
    (content / "sources.lock").write_text(verify(content, [forged], "2020-01-01").lock, "utf-8")

    assert read(content).problems == []
    (problem,) = read(content, [TEXTS]).problems
    assert "paragraph 3 has" in problem.message


@pytest.mark.parametrize(
    "text", ["", "version: 2\n", "- a\n", "version: 1\nsources: [\n", "version: 1\ncitations: {a: {b: c}}\n"]
)
def test_what_is_no_lock_is_said_once(content: Path, text: str) -> None:
    """A file that is no lock, or half of one after a merge, is at most one problem."""
    (content / "sources.lock").write_text(text, "utf-8")

    assert len(read(content).problems) <= 1
    assert verify(content, [TEXTS], "2020-01-01").problems == []


def test_records_without_their_text_keep_their_entries(content: Path) -> None:
    """Who has only some of the texts does not lose what others have checked."""
    written = lock(content)

    assert verify(content, [], "2020-05-05").lock == written


names = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)
passages = st.builds(
    Passage,
    names,
    st.integers(1, 999),
    st.integers(0, 999),
    st.integers(1, 999),
    st.integers(0, 999),
    insertions=st.sampled_from(["", "editors", "publisher"]),
    instead_of=st.lists(st.text(min_size=1), max_size=2).map(tuple),
)
entries = st.builds(
    Entry,
    st.sampled_from(["words", "locator"]),
    st.text(),
    st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    passages,
)
locks = st.builds(
    Lock,
    st.dictionaries(
        names,
        st.builds(
            TextEntry, st.text(), st.just("0" * 32), st.integers(0), st.integers(0), st.just("2020-01-01")
        ),
        max_size=2,
    ),
    st.dictionaries(
        names.map("quote:{}".format), st.lists(entries, min_size=1, max_size=2).map(tuple), max_size=2
    ),
)


@given(lock=locks)
def test_what_is_written_is_read(lock: Lock, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any lock that is written is read back as it was, without a problem."""
    folder = tmp_path_factory.mktemp("lock")
    (folder / "sources.lock").write_text(lock_text(lock), "utf-8")

    assert read_lock(folder) == (lock, [])
