"""Folding: what may differ between a source and the words copied from it, and nothing else.

Typographic quotation marks, dashes and hyphens, kinds of white space, invisible characters, and canonically
equivalent spellings of a letter (Unicode Standard Annex 15, form C). Compatibility forms are not folded: that
would turn `10²` into `102`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

HYPHENS = "-\u2010\u2011"
"""Hyphens that join words; the dashes fold to the first of them too, but part words."""
_DASHES = HYPHENS + "\u2012\u2013\u2014\u2015\u2212"
_DOUBLE = '"“”„‟«»'
_SINGLE = "'‘’‚‛‹›"
_MARKS = {
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
    **dict.fromkeys(map(ord, _SINGLE), "'"),
}
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
)
"""Soft hyphen, zero-width space and joiners, byte-order mark, marks of writing direction."""


def canonical(text: str) -> str:
    """Return the text without invisible characters, in form C: what character numbers count."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def fold(text: str) -> str:
    """Return the text as it is compared; folding twice changes nothing more."""
    return _folded(canonical(text))


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())


def origins(text: str) -> list[int]:
    """Return, for each character of a canonical text's folded form, its number in the canonical text."""
    return list(_origins(text))


def _origins(text: str) -> Iterator[int]:
    begun, gap = False, -1
    for number, letter in enumerate(text):
        if letter.isspace():
            gap = number
            continue
        if begun and gap >= 0:
            yield gap
        yield number
        begun, gap = True, -1
