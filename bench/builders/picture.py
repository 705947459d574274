"""Bars as an SVG, without a package: they follow the reader's choice of a light or a dark page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDE, LABEL, ROOM = 760, 270, 120
"""The picture's width, what of it is for names, and what for numbers, in pixels."""
ROW, GAP, HEAD = 30, 18, 34
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#222}.h{font-weight:600}.n{fill:#666;font-size:12px}"
    ".c{fill:#9a9a9a}.w{fill:#d0d0d0}.o .c{fill:#0b6e99}.o .w{fill:#9ccbe0}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.n{fill:#aaa}.c{fill:#8a8a8a}.w{fill:#4d4d4d}"
    ".o .c{fill:#58b6df}.o .w{fill:#1f566e}}"
)


@dataclass(frozen=True)
class Bar:
    """A name with two lengths, in seconds."""

    name: str
    cpu: float
    wall: float
    ours: bool = False


@dataclass(frozen=True)
class Group:
    """Bars that share a scale."""

    title: str
    bars: Sequence[Bar]


def drawn(groups: Sequence[Group]) -> str:
    """Return the picture: for every bar the processor's time above the clock's."""
    parts, top = [], 24
    for group in groups:
        parts += [f'<text class="h" x="0" y="{top}">{escape(group.title)}</text>']
        parts += list(_bars(group.bars, top + 12))
        top += HEAD + ROW * len(group.bars) + GAP
    key = "The upper bars are the processor's time, the lower ones the clock's. Shorter is better."
    parts.append(f'<text class="n" x="0" y="{top}">{key}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {top + 12}" role="img">'
        f"<title>Seconds to build</title><style>{STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _bars(bars: Sequence[Bar], top: int) -> Iterator[str]:
    scale = (WIDE - LABEL - ROOM) / max(max(bar.cpu, bar.wall) for bar in bars)
    for number, bar in enumerate(bars):
        y = top + ROW * number
        yield (
            f'<g class="{"o" if bar.ours else "p"}"><text x="0" y="{y + 17}">{escape(bar.name)}</text>'
            f'<rect class="c" x="{LABEL}" y="{y + 3}" width="{bar.cpu * scale:.1f}" height="11"/>'
            f'<rect class="w" x="{LABEL}" y="{y + 14}" width="{bar.wall * scale:.1f}" height="8"/>'
            f'<text class="n" x="{LABEL + max(bar.cpu, bar.wall) * scale + 8:.1f}" y="{y + 17}">'
            f"{seconds(bar.cpu)} / {seconds(bar.wall)}</text></g>"
        )


def seconds(number: float) -> str:
    """Return seconds with as many digits as mean something."""
    return f"{number:.0f} s" if number >= 100 else f"{number:.1f} s" if number >= 10 else f"{number:.2f} s"
