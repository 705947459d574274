"""The content folder: which files hold which collection."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from explainer.frozen import frozen
from explainer.model.collections import COLLECTIONS
from explainer.model.story import OVERLAYS
from explainer.near import nearest
from explainer.problems import Problem, Where

LIST_ENDINGS = (".yml", ".yaml", ".json", ".csv")
"""Endings of files that may hold a whole collection."""
ENDINGS = (*LIST_ENDINGS, ".md")
"""Endings of files that may hold one record in a collection's folder."""
EDITIONS = "i18n"
"""The folder with the story's translations, one folder inside it for each language."""
INFO_NAMES = ("story.yml", "story.yaml", "story.json")


@frozen
class ContentFile:
    """A file of the story: its collection (`story` for the story's own), its name and where it lies."""

    collection: str
    name: str
    """The path inside the content folder, always with `/`."""
    path: Path
    in_folder: bool = False
    """Whether it lies in the collection's folder, where a file may be one record."""

    @property
    def stem(self) -> str:
        """Return the file's name without its ending: the id of a record alone in its file."""
        return self.path.stem


def content_files(folder: Path) -> Iterator[ContentFile | Problem]:
    """Yield the story's files in a steady order, and a problem for each that looks misplaced."""
    root = folder.resolve()
    for path in sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name)):
        if path.name.startswith("."):
            continue
        if path.is_dir() and path.name in COLLECTIONS:
            yield from _in_folder(path, folder, root)
        elif path.is_file() and path.suffix in LIST_ENDINGS:
            yield from _at_top(path, root)
        elif path.is_dir():
            yield from _misnamed(path)


def _at_top(path: Path, root: Path) -> Iterator[ContentFile | Problem]:
    if path.name in INFO_NAMES:
        yield _checked(ContentFile("story", path.name, path), root)
    elif path.stem in COLLECTIONS:
        yield _checked(ContentFile(path.stem, path.name, path), root)
    elif meant := nearest(path.stem, [*COLLECTIONS, "story"]):
        message = f'no collection is called "{path.stem}", so this file is not read'
        yield Problem(
            Where(path.name, 1, 1), "unknown-file", message, f"did you mean {meant}{path.suffix}?", "warning"
        )


def _misnamed(path: Path) -> Iterator[Problem]:
    """Yield a warning for a folder of records that no collection is called by."""
    holds_records = any(file.suffix in LIST_ENDINGS for file in path.rglob("*"))
    if holds_records and path.name != EDITIONS and (meant := nearest(path.stem, COLLECTIONS)):
        message = f'no collection is called "{path.name}", so this folder is not read'
        yield Problem(Where(path.name, 1, 1), "unknown-file", message, f"did you mean {meant}?", "warning")


def _in_folder(path: Path, folder: Path, root: Path) -> Iterator[ContentFile | Problem]:
    for parent, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if file.suffix in ENDINGS and not name.startswith("."):
                inside = file.relative_to(folder).as_posix()
                yield _checked(ContentFile(path.name, inside, file, in_folder=True), root)


def _checked(file: ContentFile, root: Path) -> ContentFile | Problem:
    if file.path.resolve().is_relative_to(root):
        return file
    message = "this file is a link that leaves the content folder"
    return Problem(Where(file.name, 1, 1), "outside", message, "copy the file into the content folder")


def page_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the editors' own Markdown pages: those outside the collections' folders, by name and path."""
    root = folder.resolve()
    for path in sorted(folder.rglob("*.md")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if inside.parts[0] not in COLLECTIONS and not hidden and path.resolve().is_relative_to(root):
            yield inside.as_posix(), path


def is_editors_file(inside: Path) -> bool:
    """Tell whether a file, named by its path inside the content folder, is for editors only.

    Every YAML file and copy of one is, as are tables, translations, overlays of maps, and what lies in
    collections' folders.
    """
    first = inside.parts[0]
    if any(mark in inside.name for mark in (".yml", ".yaml", ".lock")) or first == EDITIONS:
        return True
    if first == OVERLAYS and inside.suffix in {".geojson", ".json", ".kml", ".gpx"}:
        return True
    if len(inside.parts) == 1:
        return inside.stem in (*COLLECTIONS, "story") and inside.suffix in LIST_ENDINGS
    return first in COLLECTIONS and first != "images" and inside.suffix in (*ENDINGS, ".txt")
