"""Pictures of every kind with secrets wherever their formats let one be hidden."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable


def pictures(secret: Callable[[str], str]) -> dict[str, bytes]:
    """Return pictures of every kind, with a secret wherever their formats let one be hidden."""

    def hide(where: str) -> bytes:
        return f"<x>{secret(where)}</x>".encode()

    tiff = exif(6, hide("Exif"))
    jpeg = base64.b64decode(_JPEG) + b"\xff\xd9"
    app = [
        (0xE1, b"Exif\0\0" + tiff),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + hide("XMP")),
        (0xED, hide("IPTC")),
    ]
    app += [(0xFE, hide("comment")), (0xE2, b"MPF\0" + hide("MPF")), (0xE0, b"JFXX\0" + hide("thumbnail"))]
    segments = b"".join(struct.pack(">BBH", 255, kind, len(data) + 2) + data for kind, data in app)
    png = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"eXIf", tiff),
        (b"tEXt", b"k\0" + hide("tEXt")),
    ]
    png += [
        (b"iTXt", b"k\0\0\0\0\0" + hide("iTXt")),
        (b"prIv", hide("own chunk")),
        (b"tIME", b"\7\xe0\5\1\1\1\1"),
    ]
    png += [(b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    chunks = b"".join(
        struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in png
    )
    webp = [
        (b"VP8X", b"\x0c\0\0\0\0\0\0\0\0\0"),
        (b"VP8 ", base64.b64decode(_WEBP)[20:]),
        (b"EXIF", tiff),
        (b"XMP ", hide("XMP")),
    ]
    riff = b"".join(k + struct.pack("<I", len(d)) + d + b"\0" * (len(d) % 2) for k, d in webp)
    gif, comment = base64.b64decode(_GIF), hide("GIF comment")
    inside = base64.b64encode(jpeg[:20] + segments + jpeg[20:]).decode()
    return {
        "photo.jpg": jpeg[:20] + segments + jpeg[20:] + hide("after the end"),
        "scan.png": b"\x89PNG\r\n\x1a\n" + chunks + hide("after the end"),
        "photo.webp": b"RIFF" + struct.pack("<I", len(riff) + 4) + b"WEBP" + riff,
        "old.gif": gif[:-1] + b"!\xfe" + bytes([len(comment)]) + comment + b"\0;" + hide("after the end"),
        "plan.svg": _SVG.format(*(secret(f"SVG {number}") for number in range(8)), inside=inside).encode(),
    }  # fmt: skip


def exif(way_up: int, maker: bytes) -> bytes:
    """Return Exif metadata that say which side is up, and who made the picture."""
    entries = struct.pack("<HHIHH", 0x112, 3, 1, way_up, 0) + struct.pack("<HHII", 0x13B, 2, len(maker), 38)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + b"\0\0\0\0" + maker


_JPEG = (
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////////////"
    "//////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
_WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
_GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_SVG = """<?xml version="1.0"?><!-- {0} --><?made by {1}?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://inkscape.org/"
 ink:export-filename="/home/{2}/map.png" width="9" height="9" onload="{3}" data-name="{4}"><title>A plan</title>
<metadata><creator>{5}</creator></metadata><script>"{6}"</script><style>/* {7} */ .a {{ fill: red }}</style>
<rect class="a" width="3" height="3"/><image width="1" height="1" xlink:href="data:image/jpeg;base64,{inside}"/></svg>
"""
