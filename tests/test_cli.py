"""The `explainer` command: exit codes and formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from explainer.cli import main

SITES = Path(__file__).parent / "sites"

GOOD = SITES / "minimal" / "content"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return a content folder with one error and one warning."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "events.yml").write_text(
        "- id: e\n  title: 100% sure, really\n  date: 2016-04-31\n  summary:\n  unsourced: x\n"
    )
    return tmp_path


def run(*arguments: object) -> Result:
    """Run the command as a user would."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_sound_story_exits_with_0() -> None:
    """A story without errors exits with 0 and says that there are no problems."""
    result = run("check", GOOD)

    assert (result.exit_code, result.output) == (0, "no problems\n")


def test_the_project_folder_will_do() -> None:
    """The folder that holds `content` may be named instead of it."""
    assert run("check", GOOD.parent).exit_code == 0


def test_errors_exit_with_1(bad: Path) -> None:
    """A story with errors exits with 1 and shows them with the lines they are about."""
    result = run("check", bad)

    assert result.exit_code == 1
    assert result.output == (
        "Errors:\n"
        f'{bad.as_posix()}/events.yml:3:9: "2016-04-31": April 2016 has 30 days - its last day is "2016-04-30"\n'
        "     3 |   date: 2016-04-31\n"
        "       |         ^\n\n"
        "Warnings:\n"
        f'{bad.as_posix()}/events.yml:4:3: "summary" is empty - write something after it, or delete the line\n'
        "     4 |   summary:\n"
        "       |   ^\n\n"
        "1 error, 1 warning\n"
    )


@pytest.mark.parametrize("arguments", [["check", "no/such/folder"], ["check", "--format", "xml"], ["chekc"]])
def test_misuse_exits_with_2(arguments: list[str]) -> None:
    """A folder without a story, an unknown format or an unknown command exits with 2."""
    assert run(*arguments).exit_code == 2


def test_json_format(bad: Path) -> None:
    """JSON output is a list of problems with all their parts."""
    found = json.loads(run("check", bad, "--format", "json").stdout)

    assert [(problem["line"], problem["column"], problem["severity"]) for problem in found] == [
        (3, 9, "error"),
        (4, 3, "warning"),
    ]
    assert set(found[0]) == {"file", "line", "column", "severity", "code", "message", "hint"}


def test_github_format(bad: Path) -> None:
    """GitHub output is one workflow command a problem, with its special letters escaped."""
    lines = run("check", bad, "--format", "github").stdout.splitlines()

    assert lines[0].startswith(f"::error file={bad.as_posix()}/events.yml,line=3,col=9,title=edtf::")
    assert lines[1].startswith("::warning file=")


def test_sarif_format(bad: Path) -> None:
    """SARIF output holds each problem as a result with a region."""
    log = json.loads(run("check", bad, "--format", "sarif").stdout)
    (only,) = log["runs"]

    assert log["version"] == "2.1.0"
    assert [result["level"] for result in only["results"]] == ["error", "warning"]
    assert only["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 9,
    }


def test_schema_writes_one_file_for_each_kind_of_file(tmp_path: Path) -> None:
    """`explainer schema` writes a schema for story.yml and for each collection, and for each of an edition's."""
    assert run("schema", tmp_path / "schemas").exit_code == 0
    assert len(list((tmp_path / "schemas").glob("*.schema.json"))) == 24
