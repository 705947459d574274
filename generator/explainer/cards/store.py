"""Keeps share cards that were drawn before: under what they say, so that nothing in it can be out of date."""

from __future__ import annotations

import os
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
    """Share cards in a folder that may be deleted or damaged at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made_with = f"{_VERSION} {PIL.__version__} {features.version('raqm')}"

    def get(self, card: Card) -> bytes | None:
        """Return a card as PNG, drawn only if it is not kept, or nothing where it cannot be drawn."""
        name = sha256(f"{self._made_with} {card!r}".encode()).hexdigest()
        path = self._folder / f"{name}.card"
        if (kept := _unsealed(path)) is not None:
            return kept or None
        made = draw(card)
        self._keep(path, _seal(made or _NOTHING) + (made or _NOTHING))
        return made

    def _keep(self, path: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole = path.with_suffix(f".{os.getpid()}.part")
            whole.write_bytes(content)
            whole.replace(path)
        except OSError:  # a folder that cannot be written to only costs time
            return


def _seal(content: bytes) -> bytes:
    return sha256(content).digest()


def _unsealed(path: Path) -> bytes | None:
    """Return what was kept in a file, or nothing where it is not there or damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    content = data[len(_seal(b"")) :]
    return content if data == _seal(content) + content else None
