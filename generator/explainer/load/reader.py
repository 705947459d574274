"""A content folder to a story: every file read, every record typed, every problem kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer.load.complete import completed
from explainer.load.folder import ContentFile, content_files, page_files
from explainer.load.formats import parse
from explainer.load.images import missing_images, telling_images
from explainer.load.items import split_lists, validate
from explainer.load.overlays import read_overlays
from explainer.load.pieces import items_of, pieces_of
from explainer.load.reading import Reading
from explainer.load.store import Origin, Store
from explainer.load.unseen import may_hold_unseen
from explainer.model.collections import COLLECTIONS
from explainer.model.info import StoryInfo
from explainer.model.record import Record
from explainer.model.story import INFO, Key, Story, Unread
from explainer.problems import Problem, Where
from explainer.text import Unreadable, read_text

_YAML = (".yml", ".yaml")


@dataclass(frozen=True)
class Loaded:
    """A story as far as it could be read, the records that could not be, and every problem found."""

    story: Story
    problems: list[Problem]
    unread: Unread
    """What is written but could not be read."""


def load(folder: Path, store: Store | None = None) -> Loaded:
    """Return the story in a content folder with all problems of reading it, not yet located.

    Records that were not changed since the store was last read with are the very same objects.
    """
    reading = Reading(store=store or Store())
    reading.store.begin()
    found = list(_found(folder, reading))
    for file in sorted(found, key=lambda file: file.collection != "story"):
        _read_file(file, reading)
    if not any(file.collection == "story" for file in found):
        hint = "write a file story.yml with at least `title: …`"
        reading.problems.append(
            Problem(Where("story.yml", 1, 1), "no-story", "there is no story.yml here", hint)
        )
    info = reading.info or StoryInfo(title="Untitled")
    pages = dict(_pages(folder, reading))
    if reading.info is None:
        reading.broken.add(INFO.collection)
    unread = Unread(frozenset(reading.rejected), frozenset(reading.broken))
    overlays, spoilt = read_overlays(folder)
    reading.problems += spoilt
    story = Story(
        info=info,
        pages=pages,
        origins=reading.origins,
        overlays=overlays,
        **reading.records,  # type: ignore[arg-type]
    )
    pictures = [*missing_images(story, folder), *telling_images(folder)]
    return Loaded(story, reading.problems + pictures, unread)


def _found(folder: Path, reading: Reading) -> Iterator[ContentFile]:
    for file in content_files(folder):
        if isinstance(file, Problem):
            reading.problems.append(file)
        else:
            yield file


def _pages(folder: Path, reading: Reading) -> Iterator[tuple[str, str]]:
    for name, path in page_files(folder):
        try:
            yield name, read_text(path, name)
        except Unreadable as error:
            reading.problems.append(error.problem)


def _read_file(file: ContentFile, reading: Reading) -> None:
    try:
        text = read_text(file.path, file.name)
    except Unreadable as error:
        reading.problems.append(error.problem)
        reading.broken.add(file.collection)
        return
    if file.collection != "story" and file.path.suffix in _YAML and _read_pieces(text, file, reading):
        return
    parsed = parse(text, file.name)
    reading.problems.extend(parsed.problems)
    if parsed.value is None:
        reading.broken.add(file.collection)
        if not parsed.problems:
            reading.problems.append(_empty_file(file))
    elif file.collection == "story":
        _read_info(parsed.value, file, reading)
    else:
        for where, item in _items(parsed.value, file, reading):
            _read_item(item, where, file, reading)


def _read_pieces(text: str, file: ContentFile, reading: Reading) -> bool:
    """Read a list record by record, the known ones from the store; tell whether that can be done."""
    pieces = pieces_of(text)
    if pieces is None:
        return False
    origins = [Origin(file.collection, reading.default_source, piece) for piece in pieces]
    known = reading.store.records(file.name, origins)
    new = [piece for piece, record in zip(pieces, known, strict=True) if record is None]
    remarks = text[: text.index(pieces[0])]
    if may_hold_unseen("".join((remarks, *new))):
        return False
    items = items_of(new) if new else []
    if items is None:
        return False
    item, made = iter(items), {}
    for index, (origin, record) in enumerate(zip(origins, known, strict=True)):
        where = Where(file.name, path=(index,))
        if record is not None:
            reading.enter(Key(file.collection, record.id), record, where)
        elif read := _read_item(next(item), where, file, reading):
            made[origin] = read
    reading.store.keep(file.name, origins, made)
    return True


def _empty_file(file: ContentFile) -> Problem:
    message = "this file is empty"
    if file.collection == "story":
        return Problem(Where(file.name, 1, 1), "empty-file", message, "write at least `title: …`")
    return Problem(
        Where(file.name, 1, 1), "empty-file", message, "write a record, or delete the file", "warning"
    )


def _read_info(value: Any, file: ContentFile, reading: Reading) -> None:
    where = Where(file.name)
    if INFO in reading.origins:
        hint = "keep one of the two"
        first = reading.origins[INFO].file
        reading.problems.append(
            Problem(
                Where(file.name, 1, 1), "duplicate-id", f"the story is described in {first} already", hint
            )
        )
        return
    reading.origins[INFO] = where
    if isinstance(value, dict) and isinstance(value.get("default_source"), str):
        reading.default_source = value["default_source"]
    reading.info, problems = validate(value, StoryInfo, where)
    reading.problems.extend(problems)


def _items(value: Any, file: ContentFile, reading: Reading) -> Iterator[tuple[Where, Any]]:
    where = Where(file.name)
    if isinstance(value, list):
        for index, item in enumerate(value):
            value[index] = None  # what has become a record need not be kept twice
            yield where.step(index), item
    elif isinstance(value, dict) and file.in_folder:
        yield where, value
    else:
        reading.broken.add(file.collection)
        message = f"a collection's file must be a list of {file.collection}"
        hint = "begin each record with “- ” and indent its other lines by two spaces"
        reading.problems.append(Problem(Where(file.name, 1, 1), "not-a-list", message, hint))


def _read_item(item: Any, where: Where, file: ContentFile, reading: Reading) -> Record | None:
    """Read a record; return it if nothing is wrong in it and nothing outside of it made it what it is."""
    if item is None:
        message = "this item is empty"
        reading.problems.append(
            Problem(where, "empty-item", message, "write a record after the “-”, or delete it")
        )
        return None
    collection = COLLECTIONS[file.collection]
    own = item.get("id") if isinstance(item, dict) else None
    if isinstance(item, dict):
        if file.name.endswith(".csv"):
            item = split_lists(item, collection.model)
        item = completed(item, where, file, reading)
    record, problems = validate(item, collection.model, where)
    reading.problems.extend(problems)
    written = item.get("id") if isinstance(item, dict) else None
    if isinstance(written, str):
        reading.enter(Key(file.collection, written), record, where)
    return record if record is not None and not problems and own == record.id else None
