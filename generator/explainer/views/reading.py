"""How long texts take to read."""

from __future__ import annotations

import math

from explainer.views.context import Context

_PACE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
"""Words a minute by language, as measured on translations of the same ten texts: Trauzettel-Klosinski
and Dietz, "Standardized Assessment of Reading Performance: The New International Reading Speed Texts
IReST" (2012)."""
_OTHER = 184
"""The mean over the languages of that study."""


def reading_time(context: Context, *texts: str) -> int:
    """Return the minutes that prose texts take to read in the story's language, rounded up."""
    words = sum(len(context.plain(text).split()) for text in texts)
    return math.ceil(words / _PACE.get(context.language.locale.language, _OTHER))
