"""The lock: what the last check found, so that a site can be built without the texts.

`sources.lock` is YAML with one line for each citation. Every entry carries a seal, a hash over all that it
says: an entry changed by hand no longer fits its seal. That is a guard against slips, not a signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from explainer.evidence.fold import fold
from explainer.evidence.texts import digest
from explainer.frozen import frozen
from explainer.model.findings import Passage
from explainer.problems import Problem, Where
from explainer.text import Unreadable, read_text

NAME = "sources.lock"
VERSION = "1"
_HEAD = """\
# Written by `explainer verify` after reading the source texts. Commit it, but do not edit it: it is sealed.
# A line for each citation: how its words begin, a hash of all of them, and where they stand in the text.
"""
_SEAL = 12
"""Hexadecimal digits of a seal."""
_BEGINNING = 5
"""Words that an entry shows."""


@frozen
class TextEntry:
    """What is on record of a source's text."""

    text: str
    sha256: str
    characters: int
    paragraphs: int
    checked: str


@frozen
class Entry:
    """What is on record of words that were found in a source."""

    kind: str
    """words or locator."""
    begins: str
    """The first of the words, for those who review the lock."""
    sha256: str
    """The hash of all of the words, folded."""
    passage: Passage


@dataclass(frozen=True)
class Lock:
    """Everything on record: texts by source id, entries by the record that cites (`quote:x`, or `story`)."""

    texts: Mapping[str, TextEntry] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1 << 16)
def words_digest(words: str) -> str:
    """Return the hash of words as they are compared: retyped quotation marks do not change it."""
    return digest(fold(words))


def beginning(words: str) -> str:
    """Return the first words, as they are compared."""
    return " ".join(fold(words).split()[:_BEGINNING])


def lock_text(lock: Lock) -> str:
    """Return the lock as it is written to disk, the same for the same findings."""
    lines = [_HEAD, f"version: {VERSION}\n"]
    lines += ["sources:\n"] if lock.texts else []
    for id_, text in lock.texts.items():
        facts = _text_fields(id_, text)
        lines += [f"  {id_}:\n", *(f"    {name}: {value}\n" for name, value in facts.items())]
    lines += ["citations:\n"] if any(lock.entries.values()) else []
    for owner, entries in lock.entries.items():
        if entries:
            lines += [f"  {owner}:\n", *(_line(owner, entry) for entry in entries)]
    return "".join(lines)


def _text_fields(id_: str, text: TextEntry) -> dict[str, str]:
    facts = {
        "text": _quoted(text.text),
        "sha256": text.sha256,
        "characters": str(text.characters),
        "paragraphs": str(text.paragraphs),
        "checked": text.checked,
    }
    return {**facts, "seal": digest(repr((id_, facts)))[:_SEAL]}


def _line(owner: str, entry: Entry) -> str:
    fields = ", ".join(f"{name}: {value}" for name, value in _entry_fields(owner, entry).items())
    return f"    - {{{fields}}}\n"


def _entry_fields(owner: str, entry: Entry) -> dict[str, str]:
    passage = entry.passage
    facts = {
        "kind": entry.kind,
        "source": passage.source,
        "begins": _quoted(entry.begins),
        "sha256": entry.sha256,
        "paragraph": _range(passage.paragraph, passage.last),
        "characters": f"{passage.start}-{passage.end}",
    }
    if passage.insertions:
        facts["insertions"] = passage.insertions
    if passage.instead_of:
        facts["instead_of"] = "[" + ", ".join(map(_quoted, passage.instead_of)) + "]"
    return {**facts, "seal": digest(repr((owner, facts)))[:_SEAL]}


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes."""
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in '"\\' else sign if sign.isprintable() else f"\\U{ord(sign):08x}"


class _Edited(Exception):
    """An entry that does not fit its seal, or is none."""


def read_lock(folder: Path) -> tuple[Lock, list[Problem]]:
    """Return the lock in a content folder, empty where there is none, and a problem for each spoilt entry."""
    path = folder / NAME
    if not path.is_file():
        return Lock(), []
    try:
        lock, problems = _read(read_text(path, NAME))
    except Unreadable as error:
        return Lock(), [error.problem]
    return lock, list(problems)


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[Lock, tuple[Problem, ...]]:
    """Return what a lock says; it is long and seldom changes, so the last ones are remembered."""
    try:
        written = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Where(NAME, mark.line + 1, mark.column + 1) if mark else Where(NAME, 1, 1)
        return Lock(), (_spoilt(where, "the lock cannot be read"),)
    if not isinstance(written, dict) or written.get("version") != VERSION:
        return Lock(), (_spoilt(Where(NAME, 1, 1), f"this is no lock of version {VERSION}"),)
    return _parsed(written)


def _parsed(written: Mapping[str, Any]) -> tuple[Lock, tuple[Problem, ...]]:
    problems: list[Problem] = []
    texts, entries = {}, {}
    for id_, item in _pairs(written.get("sources")):
        try:
            texts[id_] = _text_entry(id_, item)
        except _Edited:
            problems.append(_edited(("sources", id_)))
    for owner, items in _pairs(written.get("citations")):
        entries[owner] = tuple(_entries(owner, items, problems))
    return Lock(texts, entries), tuple(problems)


def _pairs(value: Any) -> Iterable[tuple[str, Any]]:
    return value.items() if isinstance(value, dict) else ()


def _entries(owner: str, items: Any, problems: list[Problem]) -> Iterable[Entry]:
    for number, item in enumerate(items if isinstance(items, list) else ()):
        try:
            yield _entry(owner, item)
        except _Edited:
            problems.append(_edited(("citations", owner, number)))


def _text_entry(id_: str, item: Any) -> TextEntry:
    try:
        entry = TextEntry(
            item["text"], item["sha256"], int(item["characters"]), int(item["paragraphs"]), item["checked"]
        )
    except (KeyError, TypeError, ValueError):
        raise _Edited from None
    if item.get("seal") != _text_fields(id_, entry)["seal"]:
        raise _Edited
    return entry


def _entry(owner: str, item: Any) -> Entry:
    try:
        first, _, last = item["paragraph"].partition("-")
        start, _, end = item["characters"].partition("-")
        passage = Passage(
            item["source"],
            int(first),
            int(start),
            int(last or first),
            int(end),
            insertions=item.get("insertions", ""),
            instead_of=tuple(item.get("instead_of", ())),
        )
        entry = Entry(item["kind"], item["begins"], item["sha256"], passage)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _Edited from None
    if item.get("seal") != _entry_fields(owner, entry)["seal"]:
        raise _Edited
    return entry


def _edited(path: tuple[str | int, ...]) -> Problem:
    return _spoilt(Where(NAME, path=path), "this entry does not fit its seal: it was changed by hand")


def _spoilt(where: Where, message: str) -> Problem:
    return Problem(where, "lock", message, "run `explainer verify`, which writes it anew from the texts")
