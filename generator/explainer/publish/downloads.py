"""Every file that readers can take away, all made from the story as it may be exported."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from explainer.files import (
    SOURCES_BIB,
    SOURCES_CSL,
    STORY_DATA,
    STORY_SCHEMA,
    TIMELINE,
    record_data,
    table_file,
)
from explainer.frozen import frozen
from explainer.model.collections import COLLECTIONS
from explainer.model.private import exported
from explainer.model.story import Key, Story
from explainer.publish.calendars import calendars
from explainer.publish.citations import Citer, bibliography, csl_json
from explainer.publish.data import story_data
from explainer.publish.geojson import maps
from explainer.publish.json_text import Object, json_text
from explainer.publish.schema import DATA_SCHEMA
from explainer.publish.tables import tables
from explainer.publish.timelinejs import timeline
from explainer.publish.told import Teller
from explainer.urls import PAGED, Urls


@frozen
class Download:
    """A file to take away."""

    path: str
    content: str | bytes
    collection: str = ""
    """The collection of which it is the table."""
    count: int = 0
    """How many rows a table has."""

    @property
    def size(self) -> int:
        """Return its length in bytes."""
        return len(self.content.encode() if isinstance(self.content, str) else self.content)


class Downloads:
    """The files of a story; `base` is the site's address with a slash, empty where it is not known.

    Without `formats` all records are there as JSON alone.
    """

    def __init__(self, story: Story, urls: Urls, base: str, *, formats: bool = True) -> None:
        self._formats = formats
        self.teller = Teller(exported(story), urls, base)
        self.citer = Citer(self.teller)

    @cached_property
    def data(self) -> dict[str, Any]:
        """Return the whole story as plain values."""
        return story_data(self.teller.story, self.teller.urls)

    @cached_property
    def _written(self) -> dict[str, list[Object]]:
        """Return each collection's records as JSON, for the file of all and those of each."""
        return {name: list(map(Object, self.data[name])) for name in COLLECTIONS}

    @cached_property
    def files(self) -> dict[str, Download]:
        """Return the files for readers by their path."""
        tabled = {table_file(name): name for name in COLLECTIONS}
        found = ((path, text, tabled.get(path, "")) for path, text in self._made())
        return {
            path: Download(path, text, name, len(self.data[name]) if name else 0)
            for path, text, name in found
        }

    def add(self, path: str, content: bytes) -> None:
        """Add a file that others have made."""
        self.files[path] = Download(path, content)

    def beside(self, feeds: list[tuple[str, str]], archive: str) -> dict[str, object]:
        """Return what the template of the downloads' page needs beside its view."""
        return {"files": self.files, "at": self.teller.urls.at, "feeds": feeds, "archive": archive}

    def record_files(self) -> Iterator[tuple[str, str]]:
        """Yield the path and text of the data of each record with a page of its own."""
        for collection in PAGED:
            for record, written in zip(self.data[collection], self._written[collection], strict=True):
                yield self.teller.urls.at(record_data(Key(collection, record["id"]))), json_text(written)

    def _made(self) -> Iterator[tuple[str, str]]:
        yield STORY_DATA, json_text({**self.data, **self._written}, 2)
        yield STORY_SCHEMA, DATA_SCHEMA.read_text("utf-8")
        if not self._formats:
            return
        yield from tables(self.data)
        yield from maps(self.teller)
        yield from calendars(self.teller)
        if slides := timeline(self.teller):
            yield TIMELINE, slides
        if sources := self.citer.sources():
            yield SOURCES_BIB, bibliography(sources)
            yield SOURCES_CSL, csl_json(sources)
