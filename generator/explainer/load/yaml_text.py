"""YAML as editors mean it: every scalar stays the text that was written, and nothing is dropped.

Of YAML's implicit types none is applied (`no`, `0044`, `12:30` and `1.10` stay as they are); a plain
empty value, `~` or `null` is read as "nothing was written here".
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from explainer.load.syntax import explain
from explainer.problems import Problem, Where

_NOTHING = {"", "~", "null"}
_OWN_TAG = re.compile(r"^tag:yaml\.org,2002:")


def compose(text: str) -> yaml.Node | None:
    """Return the text's node tree, or nothing for an empty text.

    Raises:
        yaml.YAMLError: the text is not YAML.

    """
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


class _Loader(yaml.CBaseLoader):
    """Composes nodes without asking what an untagged one may be: all of them are texts, lists and fields."""

    @staticmethod
    def resolve(kind: object, value: object, implicit: object) -> str:
        """Return no tag."""
        return ""

    @staticmethod
    def descend_resolver(parent: object, index: object) -> None:
        """Do nothing."""

    @staticmethod
    def ascend_resolver() -> None:
        """Do nothing."""


def parse(text: str, name: str) -> tuple[Any, list[Problem]]:
    """Return the text's value, made of dicts, lists, strings and None, and what is wrong with it."""
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        return None, [explain(error, text, name)]
    walk = Walk(name, may_alias="*" in text)
    value = walk.value(root) if root is not None else None
    return value, walk.problems


class Walk:
    """Turns nodes into values and notes duplicate keys, aliases, tags and keys that are no names."""

    def __init__(self, name: str, *, may_alias: bool) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._seen: set[int] | None = set() if may_alias else None

    def value(self, node: yaml.Node) -> Any:
        """Return what stands in a node and below it."""
        if self._seen is not None:
            if id(node) in self._seen:
                hint = "write the value out; for a text that begins with * put it in quotes"
                self._report(node, "yaml-alias", "& and * make YAML aliases, which are not used here", hint)
                return self._scalar(node) if isinstance(node, yaml.ScalarNode) else None
            self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self._mapping(node)

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.tag.startswith("!") or (node.tag and not _OWN_TAG.match(node.tag)):
            hint = "for a text that begins with ! put it in quotes"
            self._report(node, "yaml-tag", f"{node.tag} is a YAML tag, which is not used here", hint)
        text: str = node.value
        return None if text in _NOTHING and not node.style else text

    def _mapping(self, node: yaml.Node) -> dict[str, Any]:
        result: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                hint = "put a text that begins with [ or { in quotes"
                self._report(key, "yaml-key", "a field's name must be a word", hint)
                continue
            if key.value in result:
                hint = f"the first is in line {lines[key.value]}; keep one of them"
                self._report(key, "duplicate-field", f'"{key.value}" is written twice here', hint)
                continue
            lines[key.value] = key.start_mark.line + 1
            result[key.value] = self.value(value)
        return result

    def _report(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        mark = node.start_mark
        self.problems.append(Problem(Where(self.name, mark.line + 1, mark.column + 1), code, message, hint))
