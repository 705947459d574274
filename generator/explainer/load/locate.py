"""Lines and columns, looked up only for the problems that need them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from explainer.load import table
from explainer.load.formats import FRONT_MATTER
from explainer.load.yaml_text import compose
from explainer.problems import Problem, Where
from explainer.text import Unreadable, read_text

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""Half a character as JSON writes it, which YAML has no word for."""


def locate(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """Return the problems with line and column, files named by the folder as given, sorted, each once."""
    finder = _Finder(folder)
    return sorted({replace(problem, where=finder.place(problem.where)) for problem in problems})


class _Finder:
    """Finds places in the files of a folder, reading each file once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[str, str] = {}
        self._trees: dict[str, yaml.Node | None] = {}

    def place(self, where: Where) -> Where:
        shown = (self.folder / where.file).as_posix()
        if where.line:
            return replace(where, file=shown)
        line, column = self._find(where)
        return replace(where, file=shown, line=line, column=column)

    def _find(self, where: Where) -> tuple[int, int]:
        text = self._text(where.file)
        if where.file.endswith(".csv"):
            return table.place(text, where.path, on_key=where.on_key)
        if (
            where.file.endswith(".md")
            and where.path[-1:] == ("body",)
            and (found := FRONT_MATTER.match(text))
        ):
            return text.count("\n", 0, found.start("body")) + 1, 1
        node = self._tree(where.file)
        return _descend(node, where) if node is not None else (1, 1)

    def _text(self, name: str) -> str:
        if name not in self._texts:
            try:
                self._texts[name] = read_text(self.folder / name, name)
            except Unreadable:
                self._texts[name] = ""
        return self._texts[name]

    def _tree(self, name: str) -> yaml.Node | None:
        if name not in self._trees:
            text = self._text(name)
            if name.endswith(".md") and (found := FRONT_MATTER.match(text)):
                text = "\n" + found["yaml"]
            if name.endswith(".json"):  # what YAML cannot read gives way to something as long
                text = _SURROGATE.sub(r"\\u0020", text)
            try:
                self._trees[name] = compose(text)
            except yaml.YAMLError:
                self._trees[name] = None
        return self._trees[name]


def _descend(node: yaml.Node, where: Where) -> tuple[int, int]:
    """Follow a path as far as it leads: short forms end it early."""
    found, key = node, None
    for step in where.path:
        inner, inner_key = _child(found, step)
        if inner is None:
            continue
        found, key = inner, inner_key
    mark = (key if key is not None and where.on_key else found).start_mark
    return mark.line + 1, mark.column + 1


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, key
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], None
    return None, None
