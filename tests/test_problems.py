"""Broken input, file by file, and the exact messages that an editor reads.

A case is a text file: a sentence of behaviour, the files of a content folder, each under
`=== name [encoding]` (or `=== name is missing`), and the problems. Files a case does not name are those of BASE.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from explainer.reading import read

CASES = sorted((Path(__file__).parent / "problems").glob("*.txt"))
BASE = {
    "story.yml": "title: Test\n",
    "sources.yml": "- {id: s, title: S}\n",
    "actors.yml": "- {id: john-kerry, name: John Kerry, kind: person, source: s}\n",
    "places.yml": "- {id: aleppo, name: Aleppo, kind: city, source: s}\n",
}
SECTION = re.compile(r"^=== (?P<name>\S+)(?P<rest>[^\n]*)\n", re.MULTILINE)


def write_case(text: str, folder: Path) -> str:
    """Write a case's files into a folder and return the problems it expects."""
    _, *parts = SECTION.split(text)
    sections = dict(zip(parts[::3], zip(parts[1::3], parts[2::3], strict=True), strict=True))
    _, expected = sections.pop("problems")
    for name, content in BASE.items():
        sections.setdefault(name, ("", content))
    for name, (rest, content) in sections.items():
        if rest.strip() != "is missing":
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode(rest.strip() or "utf-8"))
    return expected


def test_there_are_enough_cases() -> None:
    """At least sixty kinds of broken input have their message pinned."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_problem(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every broken input gives exactly the messages written down beside it."""
    text = case.read_text("utf-8")
    expected = write_case(text, tmp_path)
    monkeypatch.chdir(tmp_path)

    found = "".join(f"{problem.severity}: {problem}\n" for problem in read(Path()).problems)

    if os.environ.get("EXPLAINER_UPDATE"):
        case.write_text(text.removesuffix(expected) + found, "utf-8")
    assert found == expected


def test_base_is_sound(tmp_path: Path) -> None:
    """The files that cases build on have no problems of their own."""
    write_case("Nothing is wrong.\n=== problems\n", tmp_path)

    assert read(tmp_path).problems == []
