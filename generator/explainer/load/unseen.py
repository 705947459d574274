"""Characters that nobody sees and no page may hold: few readers of files say a word of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from explainer.problems import Path, Problem, Where

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids (section 2.2) or discourages: control characters, and halves of characters."""
_WRITTEN = re.compile(
    r"\\(?:[0abvfe]|(?:x|u00)(?:0[0-8b-fB-F]|1|7[fF]|8[0-46-9a-fA-F]|9)|u[dD][89a-fA-F]|u[fF]{3}[eEfF])"
)
"""How JSON and YAML may write one of them; a few other texts look like that too."""


def may_hold_unseen(text: str) -> bool:
    """Tell whether a file's text may hold such a character, as it is or written as an escape."""
    return bool(_UNSEEN.search(text) or ("\\" in text and _WRITTEN.search(text)))


def unseen(value: Any, name: str, path: Path = ()) -> Iterator[Problem]:
    """Yield a problem for each text in a file's value with such a character in it."""
    if isinstance(value, str) and _UNSEEN.search(value):
        hint = "delete the character and type the text again"
        yield Problem(Where(name, path=path), "control-character", "an invisible control character", hint)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from unseen(item, name, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unseen(item, name, (*path, index))


def without_unseen(value: Any) -> Any:
    """Return a file's value with a sign for each such character, so that the rest of it can be checked."""
    if isinstance(value, str):
        return _UNSEEN.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: without_unseen(item) for key, item in value.items()}
    return [without_unseen(item) for item in value] if isinstance(value, list) else value
