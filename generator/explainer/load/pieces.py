"""The records of a YAML list one by one, where the list can be taken apart without reading it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import Any

import yaml

from explainer.load.yaml_text import Walk, compose

_ITEM = "- "
_OTHER_LINE = re.compile(r"\n(?![ #\n]|- |\Z)")
"""A line at the margin that neither begins a record nor is a remark: a key, a document's end, a directive."""
_OTHER_BREAKS = "\r\x85\u2028\u2029"
"""What YAML takes for the end of a line, too."""
_ANCHOR = re.compile(r"(?<![0-9A-Za-z])&\S")
"""What may be a name for a value, which no two records can share."""
_HEAD = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*")


def pieces_of(text: str) -> list[str] | None:
    """Return the text of each record of a list, or nothing where only the whole file can tell.

    A line that begins with “- ” at the margin begins a record, unless it stands in quotes or brackets: then
    the piece before it is no YAML, as `items_of` finds.
    """
    begin = _HEAD.match(text)
    body = text[begin.end() :] if begin else text
    if not body.startswith(_ITEM) or any(sign in text for sign in _OTHER_BREAKS):
        return None
    if _OTHER_LINE.search(body) or ("&" in body and _ANCHOR.search(body)):
        return None
    first, *others = body[len(_ITEM) :].split("\n" + _ITEM)
    if not others:
        return [body]
    *inner, last = others
    return [f"{_ITEM}{first}\n", *(f"{_ITEM}{part}\n" for part in inner), _ITEM + last]


def items_of(pieces: Sequence[str]) -> list[Any] | None:
    """Return the value of each piece, or nothing where one of them is wrong or does not stand by itself."""
    text = "".join(pieces)
    try:
        root = compose(text)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.SequenceNode) or len(root.value) != len(pieces):
        return None
    begins = [0, *accumulate(piece.count("\n") for piece in pieces)]
    ends = [*begins[1:-1], inf]
    lines = (node.start_mark.line for node in root.value)
    if not all(begin <= line < end for begin, line, end in zip(begins, lines, ends, strict=False)):
        return None
    walk = Walk("", may_alias="*" in text)
    items = [walk.value(node) for node in root.value]
    return None if walk.problems else items
