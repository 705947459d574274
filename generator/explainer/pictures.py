"""Pictures without what they tell of their making: when, where, by whom and with what they were taken.

Only containers are taken apart: not one pixel changes, and colour profiles and the way up are kept.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

from explainer.drawings import clean_svg

ORIENTATION = 0x112


class Unreadable(ValueError):
    """A picture that is not what its name says, or is damaged."""


def clean(data: bytes, ending: str) -> bytes | None:
    """Return a picture without metadata, or nothing for a format that we cannot take apart.

    The picture itself says what it is; `ending` is the file's, such as `.svg`. Raise `Unreadable` for a
    picture that is damaged, or whose ending promises another format that we know.
    """
    known = next((cleaner for mark, cleaner in _MARKS if data.startswith(mark)), None)
    if known is None and ending.lower() in UNCLEANED:
        return None
    try:
        return known(data) if known else clean_svg(data, clean)
    except (ValueError, IndexError, struct.error) as error:
        raise Unreadable(str(error)) from error


def _need(*, true: bool) -> None:
    if not true:
        raise ValueError("damaged")


def _jpeg(data: bytes) -> bytes:
    _need(true=data[:2] == b"\xff\xd8")
    out, at, turned = [b"\xff\xd8"], 2, b""
    while True:
        _need(true=data[at] == 0xFF)
        while data[at + 1] == 0xFF:
            at += 1
        kind = data[at + 1]
        if kind == 0xD9:  # what follows the end is no part of the picture: previews, videos, maker's notes
            return b"".join([*out[:1], *_jpeg_way_up(turned), *out[1:], b"\xff\xd9"])
        size = struct.unpack_from(">H", data, at + 2)[0]
        _need(true=size >= 2 and at + 2 + size <= len(data))
        segment = data[at + 2 : at + 2 + size]
        at += 2 + size
        if kind == 0xE1 and segment[2:8] == b"Exif\0\0":
            turned = turned or segment[8:]
        if _keeps_segment(kind, segment):
            out.append(b"\xff" + bytes([kind]) + (_bare_jfif(segment) if kind == 0xE0 else segment))
        if kind == 0xDA:
            end = _scan_end(data, at)
            out.append(data[at:end])
            at = end


def _keeps_segment(kind: int, segment: bytes) -> bool:
    if kind == 0xE0:
        return segment[2:7] == b"JFIF\0"
    if kind == 0xE2:
        return segment[2:14] == b"ICC_PROFILE\0"
    return kind == 0xEE or not (0xE0 <= kind <= 0xEF or kind == 0xFE)


def _bare_jfif(segment: bytes) -> bytes:
    """Return the header without its thumbnail, which may show what was cut off."""
    return struct.pack(">H", 16) + segment[2:14] + b"\0\0"


def _scan_end(data: bytes, at: int) -> int:
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _jpeg_way_up(exif: bytes) -> Iterator[bytes]:
    if tag := _way_up(exif):
        yield b"\xff\xe1" + struct.pack(">H", len(tag) + 8) + b"Exif\0\0" + tag


def _way_up(exif: bytes) -> bytes:
    """Return metadata that say which side is up and nothing else; none where it is the first row."""
    try:
        order = {b"II": "<", b"MM": ">"}[exif[:2]]
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if (tag, kind) == (ORIENTATION, 3) and 2 <= value <= 8:
                return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, 3, 1, value, 0, 0)
    except (KeyError, struct.error):
        pass
    return b""


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
    | {b"hIST", b"acTL", b"fcTL", b"fdAT", b"cICP", b"mDCV", b"cLLI"}
)


def _png(data: bytes) -> bytes:
    _need(true=data[:8] == _PNG)
    out, at, turned = [_PNG], 8, b""
    while True:
        size, kind = struct.unpack_from(">I4s", data, at)
        _need(true=at + 12 + size <= len(data))
        if kind == b"IEND":
            body = b"eXIf" + _way_up(turned)
            way_up = [struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))]
            return b"".join([*out[:2], *(way_up if len(body) > 4 else ()), *out[2:], data[at : at + 12]])
        if kind == b"eXIf":
            turned = data[at + 8 : at + 8 + size]
        if kind in _PNG_KEPT:
            out.append(data[at : at + 12 + size])
        at += 12 + size


_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})


def _webp(data: bytes) -> bytes:
    _need(true=data[:4] == b"RIFF" and data[8:12] == b"WEBP")
    (size,) = struct.unpack_from("<I", data, 4)
    _need(true=size + 8 <= len(data))
    chunks = list(_riff(data[12 : 8 + size]))
    way_up = _way_up(next((body.removeprefix(b"Exif\0\0") for kind, body in chunks if kind == b"EXIF"), b""))
    out = []
    for kind, body in chunks:
        if kind == b"VP8X":  # its flags 4 and 8 promise XMP and Exif
            out.append(_chunk(kind, bytes([body[0] & ~0x0C | (0x08 if way_up else 0)]) + body[1:]))
        elif kind == b"ANMF":
            inner = b"".join(_chunk(*each) for each in _riff(body[16:]) if each[0] in _WEBP_KEPT)
            out.append(_chunk(kind, body[:16] + inner))
        elif kind in _WEBP_KEPT:
            out.append(_chunk(kind, body))
    if way_up:
        out.append(_chunk(b"EXIF", way_up))
    return b"RIFF" + struct.pack("<I", 4 + sum(map(len, out))) + b"WEBP" + b"".join(out)


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        _need(true=at + 8 + size <= len(data))
        yield kind, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _gif(data: bytes) -> bytes:
    _need(true=data[:3] == b"GIF")
    at = 13 + _gif_colours(data[10])
    out = [data[:at]]
    while data[at] != 0x3B:
        start = at
        _need(true=data[at] in {0x21, 0x2C})
        is_image = data[at] == 0x2C
        at += 11 + _gif_colours(data[at + 9]) if is_image else 2
        while data[at]:
            at += data[at] + 1
        at += 1
        loops = data[start + 3 : start + 14] in {b"NETSCAPE2.0", b"ANIMEXTS1.0"}
        if is_image or data[start + 1] == 0xF9 or (data[start + 1] == 0xFF and loops):
            out.append(data[start:at])
    return b"".join([*out, b"\x3b"])


def _gif_colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


_MARKS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (b"\xff\xd8", _jpeg),
    (_PNG, _png),
    (b"RIFF", _webp),
    (b"GIF8", _gif),
)
UNCLEANED = (".avif", ".heic", ".jxl", ".tif", ".tiff", ".bmp", ".svgz")
"""Endings of pictures that we cannot take apart."""
PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", *UNCLEANED)
"""Endings of all pictures that we know."""
