"""The structure of the house: imports run one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "explainer"
LAYERS: dict[str, set[str]] = {
    "": set(),
    "frozen": set(),
    "problems": set(),
    "near": set(),
    "keeping": set(),
    "pictures": {"drawings"},
    "drawings": set(),
    "language": set(),
    "assets": set(),
    "geography": set(),
    "folding": set(),
    "finding": {"folding", "views"},
    "model": {"problems", "language"},
    "urls": {"model", "near"},
    "text": {"problems"},
    "load": {"keeping", "model", "problems", "near", "text", "pictures", "language"},
    "evidence": {"model", "problems", "near", "text"},
    "check": {"model", "problems", "near", "language"},
    "views": {"files", "volumes", "model", "urls", "language", "geography", "folding"},
    "render": {"keeping", "views", "model", "urls", "language"},
    "publish": {"files", "model", "urls", "language"},
    "cards": {"keeping"},
    "volumes": {"model", "urls"},
    "files": {"model"},
    "offline": {"publish"},
    "book": {"volumes", "publish", "render", "views", "model", "urls"},
    "sharing": {"files", "cards", "publish", "render", "views", "model", "urls"},
    "report": {"problems", "model", ""},
    "changes": {"model", "problems", "language"},
    "revisions": set(),
    "online": {"problems", "model", ""},
    "reading": {"load", "evidence", "check", "model", "problems"},
    "site": {
        "files",
        "cards",
        "book",
        "sharing",
        "assets",
        "views",
        "render",
        "publish",
        "model",
        "urls",
        "language",
        "problems",
    },
    "cli": {
        "reading",
        "offline",
        "changes",
        "revisions",
        "site",
        "online",
        "check",
        "load",
        "report",
        "problems",
        "model",
        "publish",
        "",
    },
    "plugin": {
        "reading",
        "files",
        "offline",
        "cards",
        "sharing",
        "assets",
        "language",
        "pictures",
        "site",
        "report",
        "problems",
        "load",
        "evidence",
        "keeping",
        "finding",
        "model",
        "render",
        "urls",
        "views",
    },
}
"""What each part may import of the others, itself excepted."""
EVERYWHERE = {"frozen"}
"""What values are made with."""


def modules() -> Iterator[tuple[str, Path]]:
    """Yield the part of the house that each module belongs to, and its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        first = path.relative_to(PACKAGE).parts[0]
        yield "" if first == "__init__.py" else first.removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize(("part", "path"), list(modules()), ids=lambda value: getattr(value, "stem", value))
def test_imports_run_one_way(part: str, path: Path) -> None:
    """A module imports only from the parts of the house that lie below its own."""
    ours = (name for name in imported(path) if name.split(".")[0] == "explainer")
    parts = {[*name.split("."), ""][1] for name in ours} - {part}

    assert parts <= LAYERS[part] | EVERYWHERE


@pytest.mark.parametrize(
    "path", [path for part, path in modules() if part != "plugin"], ids=lambda path: path.stem
)
def test_only_the_adapter_knows_mkdocs(path: Path) -> None:
    """No module but the plugin imports MkDocs, so that it can be replaced."""
    assert not any(name.split(".")[0] in {"mkdocs", "material", "properdocs"} for name in imported(path))


@pytest.mark.parametrize("path", [path for _, path in modules()], ids=lambda path: path.stem)
def test_modules_stay_small(path: Path) -> None:
    """No module is longer than 250 lines, and no function longer than 50."""
    text = path.read_text("utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]

    assert text.count("\n") <= 250
    assert all((node.end_lineno or 0) - node.lineno < 50 for node in functions)
