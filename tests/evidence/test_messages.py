"""Words that do not agree with their source, and the exact messages that an editor reads.

A case is a text file: a sentence of behaviour, the files of a content folder, each under `=== name`, the source
texts under `=== text name`, and the problems of `explainer verify`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from explainer.reading import verify

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
BASE = {
    "story.yml": "title: Test\n",
    "actors.yml": "- {id: anna, name: Anna, kind: person, source: s}\n",
}
SECTION = re.compile(r"^=== (?P<text>text )?(?P<name>\S+)\n", re.MULTILINE)


def write_case(case: str, folder: Path) -> str:
    """Write a case's files into a folder and return the problems it expects."""
    _, *parts = SECTION.split(case)
    sections = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    *files, (_, _, expected) = sections
    for name, content in BASE.items():
        if name not in {name for _, name, _ in files}:
            files.append(("", name, content))
    for text, name, content in files:
        path = folder / ("sources" if text else "content") / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    return expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_message(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every disagreement of words and source gives exactly the messages written down beside it."""
    text = case.read_text("utf-8")
    expected = write_case(text, tmp_path)
    monkeypatch.chdir(tmp_path)

    found = "".join(f"{problem.severity}: {problem}\n" for problem in verify(Path("content")).problems)

    if os.environ.get("EXPLAINER_UPDATE"):
        case.write_text(text.removesuffix(expected) + found, "utf-8")
    assert found == expected
