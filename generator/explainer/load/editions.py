"""Editions of a story in other languages: `i18n/<language>/` holds translations of its texts by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from explainer.language import language
from explainer.load.folder import EDITIONS, INFO_NAMES, LIST_ENDINGS
from explainer.load.formats import parse
from explainer.load.settle import Settler
from explainer.load.translate import Translator, in_words
from explainer.model.collections import COLLECTIONS
from explainer.model.record import Record
from explainer.model.story import INFO, Key, Story, Unread
from explainer.model.withheld import taken_out
from explainer.near import did_you_mean
from explainer.problems import Path as Steps
from explainer.problems import Problem, Where
from explainer.text import Unreadable, read_text

_SHOWN = 12
"""Records that a notice of what is not translated names."""


@dataclass(frozen=True)
class Edition:
    """A story in another language, and every problem of its translation, not yet located."""

    story: Story
    problems: list[Problem]
    moved: Mapping[tuple[str, Steps], Where]
    """From the place of each text in the original to that of its translation."""

    places: Mapping[Key, Where] = field(default_factory=dict)
    """Where each translated record was written."""

    @property
    def published(self) -> Story:
        """Return the story with each record where its translation was written, for those who mend it."""
        return replace(self.story, origins={**self.story.origins, **self.places})

    def found_in(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield those problems that are the edition's own, at their place in it."""
        for problem in problems:
            where = problem.where
            if (here := self.moved.get((where.file, where.path))) is not None:
                yield replace(problem, where=replace(here, on_key=where.on_key))
            elif where.file.startswith(f"{EDITIONS}/"):
                yield problem


def load_editions(story: Story, folder: Path, unread: Unread) -> tuple[list[Edition], list[Problem]]:
    """Return the editions in a content folder by language, and what is wrong with their folders."""
    parent, editions, problems = folder / EDITIONS, [], []
    for path in sorted(parent.iterdir()) if parent.is_dir() else ():
        if path.name.startswith(".") or not path.is_dir():
            continue
        if fault := _fault(path.name, story.info.language):
            problems.append(Problem(Where(f"{EDITIONS}/{path.name}", 1, 1), *fault))
        else:
            editions.append(_Reading(story, path, unread).edition())
    return editions, problems


def without_editions(story: Story) -> Story:
    """Return a story without the pages of its editions."""
    pages = {name: text for name, text in story.pages.items() if not name.startswith(f"{EDITIONS}/")}
    return replace(story, pages=pages) if len(pages) < len(story.pages) else story


def _fault(code: str, original: str) -> tuple[str, str, str] | None:
    hint = "name the folder by a language's code, such as ar or pt-BR"
    if code == original:
        return "own-language", f'the story itself is written in "{code}"', hint
    try:
        language(code)
    except ValueError:
        return "unknown-language", f'there is no language "{code}"', hint
    return None


@dataclass
class _Reading:
    """The reading of one edition."""

    story: Story
    folder: Path
    unread: Unread
    given: dict[Key, tuple[Where, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    untranslated: dict[str, dict[str, list[Steps]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{EDITIONS}/{self.folder.name}"

    def edition(self) -> Edition:
        """Read the files, and put what they hold in the place of the original's texts."""
        for path in sorted(self.folder.iterdir()):
            if path.suffix in LIST_ENDINGS and not path.name.startswith("."):
                self.read(path)
        code, story = self.folder.name, self.story
        translator = Translator(story.info.language)
        settler = Settler(story, code, translator)
        info = translator.record(story.info, self.about(INFO)[1], self.about(INFO)[0], story.place(INFO))
        self.note("story", "", translator.missing)
        collections: dict[str, Any] = {
            name: {
                id_: self.record(Key(name, id_), record, translator, settler)
                for id_, record in story.collection(name).items()
            }
            for name in COLLECTIONS
        }
        pages = {name: text for name, text in story.pages.items() if name.startswith(f"{self.name}/")}
        made = replace(story, info=info.model_copy(update={"language": code}), pages=pages, **collections)
        problems = [*self.problems, *translator.problems, *self.notices()]
        places = {key: where for key, (where, _) in self.given.items()}
        return Edition(made, problems, translator.moved, places)

    def about(self, key: Key) -> tuple[Where, Any]:
        return self.given.get(key, (Where(f"{self.name}/{key.collection}.yml", 1, 1), None))

    def record(self, key: Key, record: Record, translator: Translator, settler: Settler) -> Record:
        """Return a record in the edition's language, and note what of it is not."""
        where, given = self.about(key)
        made = translator.record(record, given, where, self.story.place(key))
        settled: Record = settler.settled(made, (where, given))
        if not record.draft:
            out = taken_out(record)
            self.note(key.collection, key.id, [path for path in translator.missing if path[0] not in out])
        return settled

    def note(self, collection: str, id_: str, missing: list[Steps]) -> None:
        """Remember texts without a translation."""
        if missing:
            self.untranslated.setdefault(collection, {})[id_] = missing

    def read(self, path: Path) -> None:
        """Keep what a file holds, by the records it is about."""
        name = f"{self.name}/{path.name}"
        collection = "story" if path.name in INFO_NAMES else path.stem
        if collection not in (*COLLECTIONS, "story"):
            hint = did_you_mean(path.stem, [*COLLECTIONS, "story"]) or "name it like the story's own file"
            message = f'no collection is called "{path.stem}", so this file is not read'
            self.problems.append(Problem(Where(name, 1, 1), "unknown-file", message, hint, "warning"))
            return
        try:
            parsed = parse(read_text(path, name), name)
        except Unreadable as error:
            self.problems.append(error.problem)
            return
        self.problems.extend(parsed.problems)
        if parsed.value is None:
            return
        if collection == "story":
            self.given[INFO] = Where(name), parsed.value
        elif isinstance(parsed.value, Mapping):
            self.keep(collection, parsed.value, Where(name))
        else:
            hint = "write `id: {title: …}`, or the id and the fields indented below it"
            self.problems.append(
                Problem(
                    Where(name, 1, 1), "not-fields", "a file of an edition holds ids with their texts", hint
                )
            )

    def keep(self, collection: str, items: Mapping[str, Any], where: Where) -> None:
        known = self.story.collection(collection)
        for id_, item in items.items():
            place = where.step(id_)
            if id_ in known:
                self.given[Key(collection, id_)] = place, item
            elif not self.unread.may_hold(id_, (collection,)):
                noun = COLLECTIONS[collection].prefix
                hint = did_you_mean(id_, known) or "correct the id, or delete what is written here"
                message = f'the story has no {noun} called "{id_}"'
                self.problems.append(Problem(replace(place, on_key=True), "unknown-record", message, hint))

    def notices(self) -> Iterator[Problem]:
        """Yield a warning for each collection with texts that are not translated."""
        for name, records in self.untranslated.items():
            told = "; ".join(
                f"{id_} ({in_words(paths)})" if id_ else in_words(paths)
                for id_, paths in [*records.items()][:_SHOWN]
            )
            more = f"; and {len(records) - _SHOWN} more" if len(records) > _SHOWN else ""
            count = sum(map(len, records.values()))
            message = f"{count} text{'s' if count != 1 else ''} of {name} not translated: {told}{more}"
            hint = "readers are shown the original, marked as such"
            yield Problem(Where(f"{self.name}/{name}.yml", 1, 1), "untranslated", message, hint, "warning")
