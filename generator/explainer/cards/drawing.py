"""Draws share cards: 1200 by 630 pixels, in the colours of the pages, and none of any side."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from explainer.cards.card import Card
from explainer.cards.letters import can_set, font, shapes
from explainer.frozen import frozen

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_INK, _PAPER, _MUTED, _LINE, _ACCENT = "#1e1b22", "#ffffff", "#5d5864", "#d8d3dd", "#5c3570"
_COLOURS = 48


@frozen
class _Type:
    """How a text is set."""

    name: str
    """The font: regular or bold."""
    size: int
    colour: str
    leading: float = 1.3
    """The height of a line, in sizes."""
    most: int = 1
    """The lines it may have."""


_KICKER, _FOOT = _Type("regular", 28, _MUTED), _Type("bold", 28, _ACCENT)
_LEAD, _BY = _Type("regular", 34, _MUTED, most=3), _Type("bold", 34, _INK, most=2)
_TITLES, _NUMBERS = (76, 68, 60, 54, 48, 42, 38), (150, 128, 108, 84, 64, 48)
"""The sizes in which a title is tried, in pixels."""
_GAP = 18


@frozen
class _Block:
    """Lines of one type."""

    lines: tuple[str, ...]
    type: _Type

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.type.size * self.type.leading)


def draw(card: Card) -> bytes | None:
    """Return a card as PNG, or nothing where its texts cannot be set with the fonts at hand."""
    if not all(map(can_set, card.texts)):
        return None
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = _Pen(ImageDraw.Draw(image), card.direction)
    pen.rule(56, 4, _ACCENT, WIDTH // 8)
    pen.block(80, _block(card.kicker, _KICKER, card.direction))
    top, bottom = 150, HEIGHT - 110
    pen.blocks(top, bottom, _body(card, bottom - top))
    pen.rule(HEIGHT - 92, 1, _LINE)
    pen.block(HEIGHT - 76, _block(card.story, _FOOT, card.direction))
    out = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _body(card: Card, room: int) -> list[_Block]:
    """Return what stands between kicker and foot, the title in the largest size that fits."""
    by = f"— {card.by}" if card.by and card.spoken else card.by
    blocks = (_block(card.lead, _LEAD, card.direction), _block(by, _BY, card.direction))
    rest = [block for block in blocks if block.lines]
    spare = room - sum(block.height + _GAP for block in rest)
    for size in _NUMBERS if card.number else _TITLES:
        title = _block(card.title, _title(card, size, 20), card.direction)
        if title.height <= spare and (not card.number or len(title.lines) == 1):
            return [title, *rest]
    smallest = _title(card, _TITLES[-1], max(1, int(spare / (_TITLES[-1] * 1.22))))
    return [_block(card.title, smallest, card.direction), *rest]


def _title(card: Card, size: int, most: int) -> _Type:
    return _Type("regular" if card.spoken else "bold", size, _INK, 1.22, most)


def _block(text: str, type_: _Type, direction: str) -> _Block:
    letters = font(type_.name, type_.size)
    lines = _wrapped(text.split(), letters, direction)
    if len(lines) > type_.most:
        last = _shortened(f"{lines[type_.most - 1]} {lines[type_.most]}", letters, direction)
        lines = [*lines[: type_.most - 1], last]
    return _Block(tuple(lines), type_)


def _wrapped(words: Sequence[str], letters: ImageFont.FreeTypeFont, direction: str) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _length(longer, letters, direction) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(line: str, letters: ImageFont.FreeTypeFont, direction: str) -> str:
    while line and _length(f"{line}…", letters, direction) > WIDTH - 2 * _MARGIN:
        line = line[:-1].rstrip()
    return f"{line.rstrip('.,;: ')}…"


def _length(text: str, letters: ImageFont.FreeTypeFont, direction: str) -> float:
    return letters.getlength(text, direction=direction if shapes() else None)


class _Pen:
    """Draws from the side where reading begins."""

    def __init__(self, draw: ImageDraw.ImageDraw, direction: str) -> None:
        self._draw, self._direction = draw, direction
        self._right = direction == "rtl"

    def rule(self, y: int, height: int, colour: str, width: int = WIDTH - 2 * _MARGIN) -> None:
        """Draw a line across the card, or part of the way."""
        left = WIDTH - _MARGIN - width if self._right else _MARGIN
        self._draw.rectangle((left, y, left + width - 1, y + height - 1), fill=colour)

    def block(self, y: int, block: _Block) -> None:
        """Write lines downwards from a height."""
        at, anchor = (WIDTH - _MARGIN, "ra") if self._right else (_MARGIN, "la")
        for number, line in enumerate(block.lines):
            place = at, y + round(number * block.type.size * block.type.leading)
            letters = font(block.type.name, block.type.size)
            direction = self._direction if shapes() else None
            self._draw.text(
                place, line, fill=block.type.colour, font=letters, anchor=anchor, direction=direction
            )

    def blocks(self, top: int, bottom: int, blocks: Sequence[_Block]) -> None:
        """Write blocks one under the other, all in the middle of the room they have."""
        height = sum(block.height for block in blocks) + _GAP * (len(blocks) - 1)
        y = top + max(0, (bottom - top - height) // 2)
        for block in blocks:
            self.block(y, block)
            y += block.height + _GAP
