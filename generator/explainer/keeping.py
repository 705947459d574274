"""Files that are kept to save time: whole or not at all, and sealed, so that damage is noticed."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

_SEAL = 32
"""Bytes of the hash that they begin with."""


def sealed(content: bytes, made_with: bytes = b"") -> bytes:
    """Return content behind a hash of it and of what it was made with."""
    return _seal(content, made_with) + content


def unsealed(data: bytes, made_with: bytes = b"") -> bytes | None:
    """Return what was sealed, or nothing where it was changed, or made with something else."""
    content = data[_SEAL:]
    return content if data[:_SEAL] == _seal(content, made_with) else None


def kept(path: Path) -> bytes:
    """Return what is kept in a file; no bytes, which have no seal, where there is none to read."""
    try:
        return read_whole(path)
    except OSError:
        return b""


def read_whole(path: str | os.PathLike[str]) -> bytes:
    """Return a file's bytes; without a buffer in between, which takes most of the time of a small one."""
    with open(path, "rb", 0) as file:  # noqa: PTH123 - hundreds of them in every build
        return file.read()


def keep(path: Path, data: bytes) -> None:
    """Keep something in a file; one that cannot be written to only costs time."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        return


def _seal(content: bytes, made_with: bytes) -> bytes:
    return blake2b(content, key=blake2b(made_with).digest(), digest_size=_SEAL).digest()
