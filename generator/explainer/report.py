"""Problems as text for people, and as JSON, GitHub annotations and SARIF for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from explainer import __version__
from explainer.model.coverage import coverage
from explainer.model.story import Story
from explainer.problems import Problem, errors, tally, warnings

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Sequence[Problem]) -> str:
    """Return the problems with the lines they are about, errors before warnings, and their count."""
    parts = []
    for heading, chosen in (("Errors", errors(problems)), ("Warnings", warnings(problems))):
        if chosen:
            parts.append(f"{heading}:\n" + "\n".join(f"{problem}{_excerpt(problem)}" for problem in chosen))
    return "\n\n".join([*parts, tally(problems)]) + "\n"


def _excerpt(problem: Problem) -> str:
    try:
        line = Path(problem.where.file).read_text("utf-8-sig").splitlines()[problem.where.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return ""
    shown, column = _window(line.replace("\t", " "), problem.where.column)
    number = f"{problem.where.line:>6} | "
    return f"\n{number}{shown}\n{' ' * (len(number) - 2)}| {' ' * (column - 1)}^"


def _window(line: str, column: int, width: int = 96) -> tuple[str, int]:
    """Return a stretch of a long line around a column, and the column in it."""
    if len(line) <= width:
        return line, column
    start = max(0, min(column - width // 2, len(line) - width))
    return ("…" if start else "") + line[start : start + width], column - start + (1 if start else 0)


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list."""
    return json.dumps([_fields(problem) for problem in problems], ensure_ascii=False, indent=1) + "\n"


def _fields(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_github(problems: Sequence[Problem]) -> str:
    """Return the problems as workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(
        f"::{problem.severity} file={_property(problem.where.file)},line={problem.where.line},"
        f"col={problem.where.column},title={_property(problem.code)}::{_escaped(_sentence(problem))}\n"
        for problem in problems
    )


def _sentence(problem: Problem) -> str:
    return problem.message + (f" - {problem.hint}" if problem.hint else "")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return the problems in the Static Analysis Results Interchange Format 2.1.0 (OASIS)."""
    rules = [{"id": code} for code in sorted({problem.code for problem in problems})]
    driver = {"name": "explainer", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(p) for p in problems],
    }
    return (
        json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": problem.where.line, "startColumn": problem.where.column}
    place = {"artifactLocation": {"uri": problem.where.file}, "region": region}
    return {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": _sentence(problem)},
        "locations": [{"physicalLocation": place}],
    }


def as_coverage(story: Story) -> str:
    """Return what rests on each paragraph of each source whose text was read, and how much of it is cited."""
    parts = [_covered(story, id_) for id_ in story.findings.texts]
    return "\n".join(parts) or "No text of a source is at hand or on record.\n"


def _covered(story: Story, source: str) -> str:
    paragraphs = coverage(story, source)
    lines = [f"{source}: {story.sources[source].title}\n"]
    for paragraph in paragraphs:
        owners = ", ".join(str(support.owner) for support in paragraph.support)
        said = {"cited": owners, "uncited": "NOT CITED", "not-content": "(not content)"}[paragraph.state]
        lines.append(f"{paragraph.number:>5}  {said}\n")
    content = [paragraph for paragraph in paragraphs if paragraph.state != "not-content"]
    cited = sum(paragraph.state == "cited" for paragraph in content)
    lines.append(f"{cited} of {len(content)} content paragraphs are cited\n")
    return "".join(lines)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
