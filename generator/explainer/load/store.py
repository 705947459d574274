"""What was read before, so that only what was changed since is read again.

Everything is kept under the text that it was read from: nothing here can be out of date.
"""

from __future__ import annotations

import marshal
import os
import platform
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from explainer.load.pieces import items_of
from explainer.model.record import Record


def _made_with() -> bytes:
    """Return a hash of all that decides as what a text is read, something new where that is not known."""
    try:
        code = [Path(__file__).with_name(f"{name}.py").read_bytes() for name in ("yaml_text", "pieces")]
    except OSError:
        return os.urandom(_SEAL)
    versions = f"{platform.python_version()} {yaml.__version__} {marshal.version}".encode()
    return blake2b(b"\0".join([*code, versions])).digest()


_SEAL = 32
"""Bytes of the hash that begins a file."""
_MADE_WITH = _made_with()
_FEW = 16
"""Where at most one record in so many is new, it is quicker read again than kept on disk."""


class Origin(NamedTuple):
    """All that a record depends on: its collection, the story's default source, and its text."""

    collection: str
    default_source: str | None
    text: str


class Store:
    """Records that were read before in this process, and values that were read before in another one.

    The folder may be deleted, spoilt or written to by others at any time; without one nothing outlasts the
    process.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._before: dict[Origin, Record] = {}
        self._now: dict[Origin, Record] = {}

    def begin(self) -> None:
        """Begin a new reading of the story; what the last one did not need is forgotten."""
        self._before, self._now = self._now, {}

    def record(self, origin: Origin) -> Record | None:
        """Return the record of a text, the very same object as before."""
        found = self._before.get(origin)
        if found is not None:
            self._now[origin] = found
        return found

    def keep(self, origin: Origin, record: Record) -> None:
        """Keep a record in which nothing is wrong."""
        self._now[origin] = record

    def items(self, name: str, pieces: Sequence[str], whole: int) -> list[Any] | None:
        """Return the values of some of the `whole` pieces of a file, or nothing where one cannot be read."""
        many = len(pieces) * _FEW > whole
        known = self._load(name) if many else {}
        digests = [blake2b(piece.encode(), digest_size=16).digest() for piece in pieces]
        unknown = {
            digest: piece for digest, piece in zip(digests, pieces, strict=True) if digest not in known
        }
        fresh = items_of(list(unknown.values())) if unknown else []
        if fresh is None:
            return None
        found = {**known, **dict(zip(unknown, fresh, strict=True))}
        if len(unknown) * _FEW > whole:
            self._save(name, {digest: found[digest] for digest in digests})
        return [found[digest] for digest in digests]

    def _load(self, name: str) -> Mapping[bytes, Any]:
        """Return the values of a file by the hashes of their texts; none where what is kept is not ours."""
        if self._folder is None:
            return {}
        try:
            kept = self._path(name).read_bytes()
            if kept[:_SEAL] != _seal(kept[_SEAL:]):
                return {}
            values: Mapping[bytes, Any] = marshal.loads(kept[_SEAL:])  # noqa: S302 - it is sealed
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return values

    def _save(self, name: str, values: dict[bytes, Any]) -> None:
        if self._folder is None:
            return
        path = self._path(name)
        whole = path.with_suffix(f".{os.getpid()}.part")
        try:
            content = marshal.dumps(values)
            self._folder.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(_seal(content) + content)
            whole.replace(path)
        except (OSError, ValueError):  # a folder that cannot be written to only costs time
            return

    def _path(self, name: str) -> Path:
        assert self._folder is not None  # noqa: S101 - the callers see to it
        return self._folder / f"{blake2b(name.encode(), digest_size=16).hexdigest()}.values"


def _seal(content: bytes) -> bytes:
    return blake2b(content, key=_MADE_WITH, digest_size=_SEAL).digest()
