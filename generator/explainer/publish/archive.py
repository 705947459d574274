"""ZIP archives, the same bytes for the same files."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that ZIP knows: stands for no time at all."""


def packed(files: Iterable[tuple[str, str | bytes]], stored: Iterable[str] = ()) -> bytes:
    """Return files as an archive in the order given; those in `stored` are not compressed."""
    out, plain = io.BytesIO(), set(stored)
    with ZipFile(out, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, _EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            entry.compress_type = ZIP_STORED if name in plain else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return out.getvalue()
