"""Keeps share cards that were drawn before: under what they say, so that nothing in it can be out of date."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import PIL
from PIL import features

from explainer.cards.card import Card
from explainer.cards.drawing import draw
from explainer.keeping import keep, kept, sealed, unsealed

_VERSION = 1
"""Raised whenever cards are drawn differently."""
_NOTHING = b""
"""Stands for a card that cannot be drawn."""


class Store:
    """Share cards in a folder that may be deleted or damaged at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made_with = f"{_VERSION} {PIL.__version__} {features.version('raqm')}"

    def get(self, card: Card) -> bytes | None:
        """Return a card as PNG, drawn only if it is not kept, or nothing where it cannot be drawn."""
        name = sha256(f"{self._made_with} {card!r}".encode()).hexdigest()
        path = self._folder / f"{name}.card"
        if (known := unsealed(kept(path))) is not None:
            return known or None
        made = draw(card)
        keep(path, sealed(made or _NOTHING))
        return made
