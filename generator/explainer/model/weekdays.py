"""Weekdays: their names in a language, and which one the words of a source name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from explainer.language import Language, language

_HEADS = {"ar": "[وفبك]?"}
"""What may be joined to a name in front: the Arabic `and`, `so`, `in` and `like`."""
_TAILS = {"de": "(?:s?(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht))?s?"}
"""And behind: the German `Samstagabend` and `samstags`."""
_MORE_NAMES = {"de": {"Sonnabend": 5}}


def weekday_name(number: int, language: Language) -> str:
    """Return the name of a weekday, 0 for Monday to 6 for Sunday."""
    return str(language.locale.days["stand-alone"]["wide"][number])


def weekday_named(says: str, language: Language) -> int | None:
    """Return the weekday, 0 for Monday, named in English or the language; None if it is none or several."""
    text = _plain(says)
    named = {number for pattern, number in _patterns(language) if pattern.search(text)}
    return named.pop() if len(named) == 1 else None


@lru_cache
def _patterns(spoken: Language) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return how to find each weekday in a plain text."""
    names = [named for tongue in {language("en"), spoken} for named in _names(tongue)]
    return tuple((re.compile(rf"(?<!\w){pattern}(?!\w)"), number) for pattern, number in names)


def _names(tongue: Language) -> list[tuple[str, int]]:
    code = tongue.locale.language
    head, tail = _HEADS.get(code, ""), _plain(_TAILS.get(code, ""))
    names = {weekday_name(number, tongue): number for number in range(7)} | _MORE_NAMES.get(code, {})
    return [(head + re.escape(_plain(name)) + tail, number) for name, number in names.items()]


def _plain(text: str) -> str:
    """Return the text without case, accents, Arabic vowel signs and the hamza that many leave out."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
