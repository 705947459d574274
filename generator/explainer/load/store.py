"""What was read before, so that only what was changed since is read again.

Everything is kept under the text that it was read from: nothing here can be out of date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from explainer.keeping import keep, kept
from explainer.load.kept import sealed, unsealed
from explainer.model.record import Record

_FEW = 16
"""Where at most one record in so many is new, it is quicker read again than kept on disk."""


class Origin(NamedTuple):
    """All that a record depends on: its collection, the story's default source, and its text."""

    collection: str
    default_source: str | None
    text: str


class Store:
    """Records that were read before, in this process or in another one.

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

    def records(self, name: str, origins: Sequence[Origin]) -> list[Record | None]:
        """Return the records of a file that are known, in this process the very same objects as before."""
        missing = [origin for origin in origins if origin not in self._before]
        if len(missing) * _FEW > len(origins) and (stored := self._load(name)):
            known = ((origin, stored.get(_digest(origin))) for origin in missing)
            self._before.update((origin, record) for origin, record in known if record is not None)
        found = [self._before.get(origin) for origin in origins]
        self._now.update(
            (origin, record) for origin, record in zip(origins, found, strict=True) if record is not None
        )
        return found

    def keep(self, name: str, origins: Sequence[Origin], new: Mapping[Origin, Record]) -> None:
        """Keep new records of a file in which nothing is wrong; `origins` are all that it holds."""
        self._now.update(new)
        if self._folder is not None and len(new) * _FEW > len(origins):
            known = ((origin, self._now.get(origin)) for origin in origins)
            self._save(name, {_digest(origin): record for origin, record in known if record is not None})

    def _load(self, name: str) -> Mapping[bytes, Record]:
        if self._folder is None:
            return {}
        return unsealed(kept(self._path(self._folder, name)))

    def _save(self, name: str, records: Mapping[bytes, Record]) -> None:
        if self._folder is not None:
            keep(self._path(self._folder, name), sealed(records))

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / f"{blake2b(name.encode(), digest_size=16).hexdigest()}.records"


def _digest(origin: Origin) -> bytes:
    whole = f"{origin.collection}\0{origin.default_source!r}\0{origin.text}"
    return blake2b(whole.encode(), digest_size=16).digest()
