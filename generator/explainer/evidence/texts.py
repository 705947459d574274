"""Source texts: found beside the story, read, and numbered by paragraph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from explainer.evidence.fold import canonical
from explainer.model.story import Key, Story
from explainer.near import did_you_mean
from explainer.problems import Problem
from explainer.text import Unreadable, read_text

DIGITS = 32
"""Hexadecimal digits that are kept of a SHA-256 hash."""


def digest(text: str) -> str:
    """Return the beginning of the SHA-256 hash of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class SourceText:
    """The full text of a source, with the line ends of Unix."""

    name: str
    content: str

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the lines that hold text, in canonical form; the first one is paragraph 1."""
        lines = (canonical(line).strip() for line in self.content.splitlines())
        return tuple(line for line in lines if line)

    @cached_property
    def digest(self) -> str:
        """Return the text's hash, the same whatever the line ends of the file."""
        return digest(self.content)


def source_texts(story: Story, folders: Sequence[Path]) -> tuple[dict[str, SourceText], list[Problem]]:
    """Return the texts that are at hand by source id, and what is wrong with the others.

    A text that lies in none of the folders is a warning only if its folder is there: editors may not have it.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    for id_, source in story.sources.items():
        if source.text is None or not folders:
            continue
        where = story.origins[Key("sources", id_)].step("text")
        found = _find(source.text, folders)
        if found is None:
            hint = did_you_mean(source.text, _names(folders)) or "copy it there, or correct the name"
            searched = " or ".join(folder.as_posix() for folder in folders)
            message = f'there is no text "{source.text}" in {searched}'
            problems.append(Problem(where, "no-text", message, hint, "warning"))
            continue
        try:
            content = read_text(found, found.name)
        except Unreadable as error:
            fault = error.problem
            message = f'the text "{source.text}", line {fault.where.line}: {fault.message}'
            problems.append(Problem(where, fault.code, message, fault.hint))
        else:
            texts[id_] = SourceText(source.text, "\n".join(content.splitlines()) + "\n")
    return texts, problems


def _find(name: str, folders: Iterable[Path]) -> Path | None:
    """Return the file of that name inside one of the folders; names that leave a folder find nothing."""
    for folder in folders:
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    return None


def _names(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        if folder.is_dir():
            yield from (path.name for path in sorted(folder.iterdir()) if path.is_file())


def texts_folders(content: Path, given: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the folders with texts: those given, else `sources` beside the content folder if it is there."""
    chosen = tuple(given)
    beside = content.parent / "sources" if content.name else content / ".." / "sources"
    return chosen or ((beside,) if beside.is_dir() else ())
