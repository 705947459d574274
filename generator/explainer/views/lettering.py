"""Text in drawings, which do not break lines by themselves."""

from __future__ import annotations

import unicodedata


def wrapped(text: str, columns: int) -> list[str]:
    """Return a text in lines of at most so many columns, parted between words."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and _columns(joined) > columns:
            lines.append(word)
        else:
            lines[-1] = joined
    return [cut(line, columns + 3) for line in lines]


def cut(text: str, columns: int) -> str:
    """Return a text that takes no more than so many columns, an ellipsis for what is left out."""
    while _columns(text) > columns:
        text = text[:-2].rstrip() + "…"
    return text


def _columns(text: str) -> int:
    """Return how wide a text is; Chinese, Japanese and Korean letters take twice the room."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
