"""Keeps share cards that were drawn before: under what they say, so that nothing in it can be out of date."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import PIL
from PIL import features

from explainer.cards.card import Card
from explainer.cards.drawing import draw

_VERSION = 1
"""Raised whenever cards are drawn differently."""
_NOTHING = b""
"""Stands for a card that cannot be drawn."""


class Store:
    """Share cards in a folder that may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made_with = f"{_VERSION} {PIL.__version__} {features.version('raqm')}"

    def get(self, card: Card) -> bytes | None:
        """Return a card as PNG, drawn only if it is not kept, or nothing where it cannot be drawn."""
        name = sha256(f"{self._made_with} {card!r}".encode()).hexdigest()
        path = self._folder / f"{name}.png"
        try:
            return path.read_bytes() or None
        except OSError:
            made = draw(card)
        self._keep(path, made or _NOTHING)
        return made

    def _keep(self, path: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole = path.with_suffix(".part")
            whole.write_bytes(content)
            whole.replace(path)
        except OSError:  # a folder that cannot be written to only costs time
            return
