"""What changed between two states of a story, and which update tells readers so."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from explainer.changes.compare import changes
from explainer.cli import main
from explainer.load.reader import load
from explainer.reading import read

BASE = {
    "story.yml": "title: Test\n",
    "sources.yml": "- {id: s, title: S}\n- {id: t, title: T}\n",
    "actors.yml": "- {id: anna, name: Anna, kind: person, source: s}\n- {id: bert, name: Bert, kind: person, source: s}\n",
    "places.yml": "- {id: town, name: Town, kind: city, source: s}\n",
    "events.yml": """\
- id: shelling
  title: Shelling
  date: 2016-05-01
  place: town
  summary: The [[town]] was *shelled*.
  source: s
  note: for us
""",
    "figures.yml": "- {id: dead, title: Dead, unit: people, estimates: {by: anna, value: 10}, source: s}\n",
}


def write(folder: Path, **files: str) -> Path:
    """Write the base story with some of its files replaced."""
    folder.mkdir(exist_ok=True)
    for name, text in {**BASE, **{f"{name}.yml": text for name, text in files.items()}}.items():
        (folder / name).write_text(text, "utf-8")
    return folder


EVENT = BASE["events.yml"]
CASES: list[tuple[str, dict[str, str], list[str]]] = [
    ("nothing", {}, []),
    ("a note", {"events": EVENT.replace("for us", "for others")}, []),
    ("the order", {"sources": "- {id: t, title: T}\n- {id: s, title: S}\n"}, []),
    (
        "a date",
        {
            "events": EVENT.replace(
                "date: 2016-05-01", "date: {edtf: 2016-04-30, basis: inferred, part: night, says: last night}"
            )
        },
        [
            "event:shelling “Shelling”: date was: 1 May 2016; "
            "is now: 30 April 2016, at night (inferred, “last night”)"
        ],
    ),
    (
        "a place, by name",
        {"events": EVENT.replace("  place: town\n", "")},
        ["event:shelling “Shelling”: place was taken out; it was: Town"],
    ),
    (
        "prose",
        {"events": EVENT.replace("*shelled*", "hit")},
        ["event:shelling “Shelling”: summary was: The Town was shelled.; is now: The Town was hit."],
    ),
    (
        "a field that is new",
        {"events": EVENT + "  according_to: [anna, bert]\n"},
        ["event:shelling “Shelling”: according_to is new: Anna; Bert"],
    ),
    (
        "evidence",
        {"events": EVENT.replace("source: s", "source: {ref: t, at: some words}")},
        ["event:shelling “Shelling”: source was: S; is now: T at “some words”"],
    ),
    (
        "a number",
        {"figures": BASE["figures.yml"].replace("value: 10", "value: 1200, qualifier: at-least")},
        [
            "figure:dead “Dead”: estimates was: by Anna, value 10, qualifier exact; "
            "is now: by Anna, value 1,200, qualifier at-least"
        ],
    ),
    (
        "a record more",
        {"places": BASE["places.yml"] + "- {id: hill, name: Hill, kind: site, source: s}\n"},
        ["place:hill “Hill”: added"],
    ),
    ("a record less", {"actors": BASE["actors.yml"].splitlines()[0] + "\n"}, ["actor:bert “Bert”: removed"]),
    (
        "a draft",
        {"actors": BASE["actors.yml"].replace("{id: bert,", "{id: bert, draft: true,")},
        ["actor:bert “Bert”: removed"],
    ),
    (
        "another id",
        {"actors": BASE["actors.yml"].replace("{id: bert,", "{id: robert, former_ids: bert,")},
        ["actor:robert “Bert”: renamed (was bert)"],
    ),
    ("the story", {"story": "title: Another\n"}, ["the story: title was: Test; is now: Another"]),
]


@pytest.mark.parametrize(("what", "files", "lines"), CASES, ids=[case[0] for case in CASES])
def test_changes_are_said_in_words(
    what: str, files: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    """Every difference that readers can see is a line in words; what they cannot see is none."""
    before, after = write(tmp_path / "a"), write(tmp_path / "b", **files)

    assert [str(change) for change in changes(load(before).story, load(after).story)] == lines


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1577836800"}).invoke(main, list(arguments))


def test_what_is_proposed_can_be_pasted(tmp_path: Path) -> None:
    """The proposed updates are records that our own loader reads; they have to be finished before they are published."""
    before = write(tmp_path / "a")
    after = write(
        tmp_path / "b",
        events=EVENT.replace("2016-05-01", "2016-04-30").replace(
            "title: Shelling", 'title: "Shelling: of “x”"'
        ),
        actors=BASE["actors.yml"].splitlines()[0] + "\n",
    )
    output = run("diff", str(before), str(after)).output
    proposed = output.partition("to be finished:\n\n")[2]

    assert [list(item) for item in yaml.safe_load(proposed)] == [
        ["date", "kind", "items", "says", "was", "now"],
        ["date", "kind", "says"],
    ]
    (after / "updates.yml").write_text(proposed, "utf-8")
    assert {problem.code for problem in read(after).problems} == {"unfinished"}
    (after / "updates.yml").write_text(proposed.replace("UNFINISHED", "We changed"), "utf-8")
    assert read(after).problems == []
    assert "No update tells" not in run("diff", str(before), str(after)).output


def test_changes_as_json(tmp_path: Path) -> None:
    """Programs get every change with its record, field and both values, and whether an update tells of it."""
    before = write(tmp_path / "a")
    after = write(tmp_path / "b", events=EVENT.replace("2016-05-01", "2016-04-30"))

    assert json.loads(run("diff", "--format", "json", str(before), str(after)).output) == [
        {
            "key": "event:shelling",
            "kind": "changed",
            "title": "Shelling",
            "field": "date",
            "was": "1 May 2016",
            "now": "30 April 2016",
            "told": False,
        }
    ]


def test_no_difference_is_said(tmp_path: Path) -> None:
    """Two states that readers cannot tell apart give one sentence."""
    assert run("diff", str(write(tmp_path / "a")), str(write(tmp_path / "b"))).output == (
        "Readers see no difference.\n"
    )


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a content folder below the top of a repository of git's, with the base story committed."""
    content = write(tmp_path / "content")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True)
    monkeypatch.chdir(tmp_path)
    return content


def test_revisions_are_compared(repository: Path) -> None:
    """A revision of git's is compared with the story as it is now, and the work tree stays as it is."""
    write(repository, events=EVENT.replace("2016-05-01", "2016-04-30"))
    result = run("diff", "HEAD")

    assert "event:shelling “Shelling”: date was: 1 May 2016; is now: 30 April 2016" in result.output
    assert "2016-04-30" in (repository / "events.yml").read_text("utf-8")
    assert run("diff", "HEAD", "HEAD").output == "Readers see no difference.\n"


def test_an_untold_change_is_a_warning(repository: Path) -> None:
    """A published fact that has changed without an update is a warning where it stands; an update ends it."""
    write(repository, events=EVENT.replace("2016-05-01", "2016-04-30"))
    result = run("check", "--since", "HEAD")

    assert result.exit_code == 0
    assert (
        "content/events.yml:3:9: `date` of event:shelling has changed since HEAD"
        " - tell readers in updates.yml; `explainer diff` proposes the entry"
    ) in result.output
    (repository / "updates.yml").write_text(
        "- {date: 2020-01-01, kind: corrected, items: shelling, says: The day was wrong.}\n", "utf-8"
    )
    assert run("check", "--since", "HEAD").output == "no problems\n"


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:content", "-x"])
def test_what_is_no_revision_is_said(repository: Path, revision: str) -> None:
    """A name that is neither a folder nor a revision is explained, and never taken for an option of git's."""
    result = run("check", f"--since={revision}")

    assert result.exit_code == 2
    assert f"“{revision}” is neither a folder nor a revision with the story in it" in result.output


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository revisions are explained, too."""
    write(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert run("diff", "HEAD").exit_code == 2


def test_private_persons_are_not_named_in_what_is_proposed(tmp_path: Path) -> None:
    """What is proposed for publication calls a private person by the neutral name, even one who was removed."""
    private = BASE["actors.yml"].replace("{id: bert,", "{id: resident-1, private: true,")
    before, after = write(tmp_path / "a", actors=private), write(tmp_path / "b")
    output = run("diff", str(before), str(after)).output + run("diff", str(after), str(before)).output

    assert "actor:resident-1 “A private person”: removed" in output
    assert "Bert”: removed" in output
    assert "resident-1 “Bert" not in output


def test_a_removal_is_told_by_name(tmp_path: Path) -> None:
    """An update of a removal covers the record that it names, and no other."""
    before = write(tmp_path / "a")
    after = write(tmp_path / "b", actors=BASE["actors.yml"].splitlines()[0] + "\n", figures="[]\n")
    (after / "updates.yml").write_text(
        "- {date: 2020-01-01, kind: removed, says: We took Bert out.}\n", "utf-8"
    )
    output = run("diff", str(before), str(after)).output

    assert "  actor:bert “Bert”: removed" in output
    assert "* figure:dead “Dead”: removed" in output


def test_a_revision_is_read_inside_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git tells its hooks does not lead the comparison to another repository."""
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert run("diff", "HEAD").output == "Readers see no difference.\n"
