"""Addresses in the whole story in one piece, whose records are parts of volumes or of a book's chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from explainer.model.story import Key
from explainer.urls import Urls, entry_anchor


@dataclass(frozen=True)
class WholeUrls(Urls):
    """Spells the addresses of the whole story in one piece: its records are parts of its volumes."""

    volumes: Mapping[Key, int] = field(default_factory=dict)
    """The volume that each record is in, counted from 1."""

    @classmethod
    def of(cls, urls: Urls, volumes: Mapping[Key, int]) -> Self:
        """Return the addresses of the whole of a site's story, given the volume that each record is in."""
        return cls(urls.directory, urls.folders, urls.edition, urls.editions, volumes)

    def record(self, key: Key) -> str:
        """Return where a record stands in the whole, or its own page where it does not."""
        number = self.volumes.get(key)
        return f"{self.url(self.whole_file(number))}#{whole_anchor(key)}" if number else super().record(key)


@dataclass(frozen=True)
class BookUrls(WholeUrls):
    """Spells the addresses inside a book, whose volumes are its chapters."""

    def record(self, key: Key) -> str:
        """Return where a record stands in the book, or an empty text for one that is not in it."""
        return super().record(key) if key in self.volumes else ""

    def whole_file(self, number: int = 1) -> str:
        """Return the source path of a chapter."""
        return f"chapter-{number:03}.md"

    def url(self, file: str) -> str:
        """Return the address of a chapter in the book, or that of a page of the site."""
        return file.replace(".md", ".xhtml") if file.startswith("chapter-") else super().url(file)


def whole_anchor(key: Key) -> str:
    """Return the anchor of a record in the whole story in one piece, where a quotation stands twice."""
    return entry_anchor(key) if key.collection == "events" else f"_{key.collection}-{key.id}"
