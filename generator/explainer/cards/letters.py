"""The letters of share cards: fonts that come with the package, and whether they can set a text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features

_FONTS = Path(__file__).with_name("fonts")
_JOINED = re.compile(r"[\u0300-\u036f\u0590-\u08ff\u200c-\u200f\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters that only a shaping engine sets right: those that join, combine or run from right to left."""


@lru_cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return `regular` or `bold` at a size in pixels."""
    return ImageFont.truetype(str(_FONTS / f"cards-{name}.ttf"), size)


@lru_cache
def _covered() -> frozenset[str]:
    spans = (span.split("-") for span in (_FONTS / "coverage.txt").read_text("ascii").split())
    return frozenset(chr(code) for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1))


@lru_cache
def shapes() -> bool:
    """Tell whether letters can be joined and set from right to left on this machine."""
    return bool(features.check("raqm") and features.check("fribidi"))


def can_set(text: str) -> bool:
    """Tell whether a text can be set as it should be, with every letter of it."""
    return set(text) <= _covered() and (shapes() or not _JOINED.search(text))
