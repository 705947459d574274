"""Folding: one form for all spellings of a word, so that search and the A-Z index find names in any script.

`scripts/search/10-folding.js` does the same in the browser, and a test compares the two letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = (
    (0x300, 0x36F), (0x483, 0x487), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
    (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED),
)  # fmt: skip
"""Accents, vowel points and hamzas as signs of their own; the vowel signs of other scripts are letters."""
_SILENT = "'’‘‛ʼʻʿʾʹʺ`´′″ـء\xad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"
"""Apostrophes, the signs of ayn and hamza, tatweel, and what is not seen at all."""
_SAME = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ς": "σ", "ґ": "г", "є": "е", "і": "и", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "پ": "ب",
    "چ": "ج", "ژ": "ز", "ڤ": "ف", "ہ": "ه", "ھ": "ه", "ە": "ه",
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)},
}  # fmt: skip
"""Letters and digits that are written for one another, in lower case and without marks."""
_ARTICLES = re.compile(
    r"(?<![^\W_])(?:[ae]l|a[dnrstz]|a(?:sh|th|dh))[-\u2010\u2011'’](?=[^\W\d_])"
    r"|(?<![^\W_])[ae]l +(?=[^\W\d_])"
)
"""The Arabic article in Latin letters, in all its assimilated forms."""
_ARABIC_ARTICLE = re.compile(r"(?<!\S)(?:ال(?=\S{2})|ال (?=\S))")


def fold(text: str) -> str:
    """Return the words of a text as search compares them, parted by single spaces."""
    bare = _ARTICLES.sub(" ", plain(text)).translate(_LETTERS)
    return _ARABIC_ARTICLE.sub("", " ".join(bare.split()))


def plain(text: str) -> str:
    """Return a text in lower case and without marks, its letters and all else as they are."""
    return unicodedata.normalize("NFKD", text.lower()).translate(_UNMARKED)


class _Unmarked(dict[int, str | None]):
    """Letters without marks, worked out once each."""

    def __missing__(self, code: int) -> str | None:
        """Return nothing for a mark, and any other letter itself."""
        self[code] = None if any(first <= code <= last for first, last in _MARKS) else chr(code)
        return self[code]


class _Letters(dict[int, str]):
    """What becomes of each letter, worked out once each."""

    def __missing__(self, code: int) -> str:
        """Return the letters that stand for one, a space for what is no letter."""
        letter = chr(code)
        kept = letter if unicodedata.category(letter)[0] in "LNM" else " "
        self[code] = "" if letter in _SILENT else _SAME.get(letter, kept)
        return self[code]


_UNMARKED, _LETTERS = _Unmarked(), _Letters()


@lru_cache(maxsize=2**16)
def respelt(word: str) -> str:
    """Return a word's folded form where that has other letters than its plain one, else an empty text."""
    folded = fold(word)
    bare = "".join(filter(str.isalnum, plain(word)))
    return "" if folded.replace(" ", "") == bare else folded


SCRIPTS = ("Latin", "Arabic", "Cyrillic", "Greek", "Hebrew")
"""The scripts that have letters of their own in the A-Z index, in the order of the page."""
_PLACES = {"Arabic": {ord(letter): place for place, letter in enumerate("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")}}
"""The places of letters in alphabets that Unicode does not keep in order."""


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """Return the script of a letter: one of `SCRIPTS`, `Digits`, or `Other`."""
    if letter.isdigit():
        return "Digits"
    name = unicodedata.name(letter, "").split(" ")[0].title()
    return name if name in SCRIPTS else "Other"


@lru_cache(maxsize=2**17)
def _sorted_as(text: str) -> tuple[str, str]:
    """Return the script and the letters that a name is sorted by."""
    folded = fold(text) or text
    return script_of(folded[:1]), folded


def sort_key(text: str) -> tuple[int, str, str]:
    """Return a key for the order of a script's alphabet, in which accents and the article do not count."""
    script, folded = _sorted_as(text)
    order = (*SCRIPTS, "Other", "Digits")
    return order.index(script), folded.translate(_PLACES.get(script, {})), text


def initial(text: str) -> tuple[str, str]:
    """Return the script that a name is written in, and the letter that it stands under."""
    script, folded = _sorted_as(text)
    return script, folded[:1].upper() if script in SCRIPTS else ""
