"""From a content folder to a story, with all that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from explainer.check.rules import check, check_texts
from explainer.evidence.examine import Examination, examine
from explainer.evidence.lock import NAME as LOCK
from explainer.evidence.lock import lock_text, read_lock
from explainer.evidence.texts import source_texts, texts_folders
from explainer.frozen import frozen
from explainer.load.editions import load_editions, without_editions
from explainer.load.haste import uncollected
from explainer.load.locate import locate
from explainer.load.reader import Loaded, load
from explainer.load.store import Store
from explainer.model.story import Story
from explainer.problems import Problem, errors


@frozen
class Reading:
    """A story ready to be published, and every problem found on the way, located and sorted."""

    story: Story
    problems: list[Problem]
    editions: tuple[Story, ...] = ()
    """The story in other languages, by language."""


@uncollected()
def read(folder: Path, texts: Iterable[Path] = (), store: Store | None = None) -> Reading:
    """Return the story in a content folder after every check.

    `texts` are folders with the texts of sources; a folder `sources` beside the content when none is given.
    Records that were not changed since the store was last read with are the very same objects.
    """
    loaded, evidence, spoilt, _ = _examined(folder, texts, store=store)
    original = without_editions(loaded.story)
    editions, misplaced = load_editions(loaded.story, folder, loaded.unread)
    found = [*loaded.problems, *check(original, loaded.unread), *spoilt, *evidence.problems, *misplaced]
    for edition in editions:
        found += edition.problems
        found += edition.found_in(check_texts(edition.story, loaded.unread))
    translated = tuple(replace(edition.published, findings=evidence.findings) for edition in editions)
    return Reading(replace(original, findings=evidence.findings), locate(found, folder), translated)


@frozen
class Verification:
    """What the check of a story's evidence found, and the lock that puts it on record."""

    story: Story
    problems: list[Problem]
    path: Path
    """Where the lock stands."""
    written: str
    """The lock on disk, empty where there is none."""
    lock: str
    """The lock of this check."""
    texts: int
    """Texts that were read."""
    checked: int
    """Quotation pieces and locators that were found, or are on record."""
    recorded: int
    """Of those, the ones that the lock was trusted for."""
    unchecked: int
    """Those with neither a text nor a record."""


def verify(folder: Path, texts: Iterable[Path] = (), day: str = "") -> Verification:
    """Return the outcome of checking every quotation and locator against the texts; nothing is written.

    `day`, such as 2016-05-01, dates what is new. A spoilt lock is no problem here, as it can be replaced.
    """
    loaded, evidence, _, missing = _examined(folder, texts, day)
    path = folder / LOCK
    return Verification(
        replace(loaded.story, findings=evidence.findings),
        locate([*errors(loaded.problems), *missing, *evidence.problems], folder),
        path,
        path.read_text("utf-8", "replace") if path.is_file() else "",
        lock_text(evidence.lock),
        evidence.texts,
        evidence.checked,
        evidence.recorded,
        len(evidence.unchecked),
    )


def _examined(
    folder: Path, texts: Iterable[Path], day: str = "", store: Store | None = None
) -> tuple[Loaded, Examination, list[Problem], list[Problem]]:
    """Return the story as loaded, its evidence, and the problems of the lock and of missing texts."""
    loaded = load(folder, store)
    at_hand, missing = source_texts(loaded.story, texts_folders(folder, texts))
    lock, spoilt = read_lock(folder)
    return loaded, examine(loaded.story, at_hand, lock, day), spoilt, missing
