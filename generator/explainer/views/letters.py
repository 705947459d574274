"""Letters to choose from, by script, where names stand on pages of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from explainer.frozen import frozen
from explainer.language import N_
from explainer.views.context import Context

_SCRIPTS: Mapping[str, str] = {
    "Latin": N_("Latin letters"),
    "Arabic": N_("Arabic letters"),
    "Cyrillic": N_("Cyrillic letters"),
    "Greek": N_("Greek letters"),
    "Hebrew": N_("Hebrew letters"),
    "Other": N_("Other letters"),
    "Digits": N_("Digits and signs"),
}


@frozen
class Choice:
    """A letter with the way to what stands under it."""

    script: str
    """What the letters of its script are called."""
    letter: str
    """Empty for what stands under no letter."""
    part: int
    """Which part of it this is, from 1; 0 for the whole."""
    url: str
    count: int

    @property
    def text(self) -> str:
        """Return what the part is called."""
        return (self.letter or self.script) + (f" ({self.part})" if self.part else "")


Choices = tuple[tuple[str, tuple[Choice, ...]], ...]
"""The letters by script."""


def script_name(context: Context, script: str) -> str:
    """Return what the letters of a script are called."""
    return context.language.gettext(_SCRIPTS[script])


def by_script(choices: Iterable[Choice]) -> Choices:
    """Return choices in the order of their scripts."""
    groups = groupby(choices, key=lambda choice: choice.script)
    return tuple((script, tuple(group)) for script, group in groups)
