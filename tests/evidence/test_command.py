"""`explainer verify`, as an editor and as a CI job run it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from explainer.cli import main
from support import ROOT

TEXTS = Path(__file__).parent / "texts"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a story of one German source whose text lies beside it."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "story.yml").write_text("title: Test\n", "utf-8")
    (content / "sources.yml").write_text("- {id: s, title: S, text: german.txt}\n", "utf-8")
    (content / "actors.yml").write_text("- {id: a, name: A, kind: person, source: s}\n", "utf-8")
    (content / "quotes.yml").write_text(
        "- {id: q, speaker: a, date: 2020, source: s, words: Niemand weiß}\n", "utf-8"
    )
    shutil.copytree(TEXTS, tmp_path / "sources")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["verify", *arguments])


def test_it_finds_the_texts_and_writes_the_lock(folder: Path) -> None:
    """Texts in the folder `sources` beside the content are found without a word; the lock is dated today."""
    result = run()

    assert (result.exit_code, result.output) == (
        0,
        "1 quotations and locators found in 1 source text. sources.lock written.\n",
    )
    assert "checked: 2020-01-01" in (folder / "content" / "sources.lock").read_text("utf-8")
    assert "up to date" in run().output


def test_another_folder_can_be_given(folder: Path) -> None:
    """The texts may lie anywhere."""
    (folder / "sources").rename(folder / "elsewhere")
    assert "1 never checked, as their texts are not at hand" in run().output
    assert "found in 1 source text" in run("--source-texts", "elsewhere").output


def test_check_changes_nothing(folder: Path) -> None:
    """With --check a stale lock is left as it is, and the exit code is 1."""
    lock = folder / "content" / "sources.lock"
    assert (run("--check").exit_code, lock.exists()) == (1, False)
    run()
    assert run("--check").exit_code == 0
    before = lock.read_text("utf-8")
    (folder / "content" / "quotes.yml").write_text(
        "- {id: q, speaker: a, date: 2020, source: s, words: Niemand weiß, wie lange}\n".replace(
            "words: Niemand weiß, wie lange", 'words: "Niemand weiß, wie lange"'
        ),
        "utf-8",
    )
    result = run("--check")
    assert (result.exit_code, lock.read_text("utf-8")) == (1, before)
    assert "stale: run `explainer verify`" in result.output


def test_check_works_without_the_texts(folder: Path) -> None:
    """Where the texts are not, a job can still tell that words have changed since they were checked."""
    run()
    shutil.rmtree(folder / "sources")
    assert run("--check").exit_code == 0
    quotes = folder / "content" / "quotes.yml"
    quotes.write_text(quotes.read_text("utf-8").replace("weiß", "wusste"), "utf-8")
    result = run("--check")
    assert result.exit_code == 1
    assert "changed since it was last checked on 2020-01-01" in result.output


def test_nothing_is_written_when_words_are_not_found(folder: Path) -> None:
    """An error leaves the lock as it was, and the message shows both wordings."""
    run()
    lock = (folder / "content" / "sources.lock").read_text("utf-8")
    quotes = folder / "content" / "quotes.yml"
    quotes.write_text(quotes.read_text("utf-8").replace("weiß", "wusste"), "utf-8")
    result = run()

    assert result.exit_code == 1
    assert "content/quotes.yml:1:53" in result.output
    assert "“Niemand **wusste**”" in result.output
    assert "sources.lock was left as it is" in result.output
    assert (folder / "content" / "sources.lock").read_text("utf-8") == lock


def test_a_spoilt_lock_is_written_anew(folder: Path) -> None:
    """A lock that was edited, or left half-merged, is replaced by a sound one."""
    run()
    lock = folder / "content" / "sources.lock"
    sound = lock.read_text("utf-8")
    lock.write_text("<<<<<<< HEAD\n" + sound, "utf-8")
    assert CliRunner().invoke(main, ["check"]).exit_code == 1
    assert run().exit_code == 0
    assert lock.read_text("utf-8") == sound


def test_records_that_cannot_be_read_stop_it(folder: Path) -> None:
    """A record with a mistake would lose its entries, so nothing is written until it is mended."""
    run()
    lock = (folder / "content" / "sources.lock").read_text("utf-8")
    quotes = folder / "content" / "quotes.yml"
    quotes.write_text(quotes.read_text("utf-8").replace("date: 2020", "date: 2020-13"), "utf-8")

    assert run().exit_code == 1
    assert (folder / "content" / "sources.lock").read_text("utf-8") == lock


def test_coverage_names_every_paragraph() -> None:
    """Each paragraph is listed with what rests on it, and the sum is given."""
    lines = run("--coverage").output.splitlines()

    assert lines[0] == "s: S"
    assert lines[3] == "    3  quote:q"
    assert lines[4] == "    4  NOT CITED"
    assert lines[-1] == "1 of 5 content paragraphs are cited"


def test_the_published_story_is_verified() -> None:
    """The first story's committed lock holds every quotation and locator, and covers every paragraph of content."""
    content = str(ROOT / "content")
    checked = run("--check", content)

    assert checked.exit_code == 0, checked.output
    assert "never checked" not in checked.output
    assert run("--coverage", content).output.splitlines()[-1] == "27 of 27 content paragraphs are cited"
