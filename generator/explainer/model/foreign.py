"""Texts in another language than the page, which carry their language to wherever they are shown."""

from __future__ import annotations

from html import escape

OPEN, SHUT, CLOSE = "\x02", "\x03", "\x04"
"""Stand around a foreign text in HTML until the page is whole: `OPEN lang SHUT text CLOSE`."""


class Foreign(str):
    """A text with the language that it is written in; equal to the same text without it."""

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> Foreign:
        """Return the text as one in the language of that code."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made

    def __html__(self) -> str:
        """Return the text, escaped, between marks that say its language."""
        return f"{OPEN}{self.lang}{SHUT}{escape(self)}{CLOSE}"


def language_of(text: str) -> str:
    """Return the language of a text where it is not the page's, else an empty text."""
    return text.lang if isinstance(text, Foreign) else ""
