"""What follows from a translation: languages of what stays as it was printed, names in the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explainer.load.translate import Translator
from explainer.model.actor import Actor
from explainer.model.foreign import Foreign
from explainer.model.place import Place
from explainer.model.quote import Quote
from explainer.model.source import Source
from explainer.model.story import Key, Story
from explainer.problems import Path, Problem, Where


@dataclass(frozen=True)
class Settler:
    """Completes the translated records of an edition in the language of `code`."""

    story: Story
    code: str
    translator: Translator

    def settled(self, record: Any, about: tuple[Where, Any]) -> Any:
        """Return a translated record with everything that follows from its being one."""
        where, given = about
        given = given if isinstance(given, Mapping) else {}
        if isinstance(record, Quote):
            return self._quote(record, given, where)
        if isinstance(record, Actor | Place):
            return self._named(record)
        return self._source(record) if isinstance(record, Source) else record

    def _named(self, record: Actor | Place) -> Actor | Place:
        """Take the name from `names` where they have it, and keep the original's among the other names."""
        original = self.story.info.language
        names = {code: name for code, name in record.names.items() if code != self.code}
        if not isinstance(record.name, Foreign):
            before: Any = self.story.collection("actors" if isinstance(record, Actor) else "places")[
                record.id
            ]
            other = {} if before.name == record.name else {original: before.name}
            return record.model_copy(update={"names": {**other, **names}})
        if self.code in record.names:
            self.translator.missing.remove(("name",))
            kept = {"name": record.names[self.code], "names": {original: str(record.name), **names}}
            return record.model_copy(update=kept)
        return record

    def _source(self, record: Source) -> Source:
        before = self.story.sources[record.id]
        lang = before.lang or self.story.info.language
        changes: dict[str, Any] = {"lang": lang}
        if record.credit:
            changes["credit"] = Foreign(record.credit, lang)
        if isinstance(record.title, Foreign):
            changes["title"] = Foreign(record.title, lang)
            if lang == self.code:  # it is in the edition's language as published
                self.translator.missing.remove(("title",))
                changes["title"] = before.original_title or before.title
        elif before.title != record.title:
            changes["original_title"] = Foreign(before.original_title or before.title, lang)
        return record.model_copy(update=changes)

    def _quote(self, record: Quote, given: Mapping[str, Any], where: Where) -> Quote:
        """Keep the words in their language, and put the edition's translation beside them."""
        lang = record.lang or self._source_language(record) or self.story.info.language
        changes: dict[str, Any] = {"lang": lang, "translation": ()}
        words = given.get("translation")
        if words is not None:
            changes["translation"] = self._pieces(record, words, where)
        elif record.words and lang != self.code:
            self.translator.missing.append(("translation",))
            changes["translation"] = tuple(Foreign(text, self.translator.lang) for text in record.translation)
        return record.model_copy(update=changes)

    def _pieces(self, record: Quote, words: Any, where: Where) -> tuple[str, ...]:
        pieces = [words] if isinstance(words, str) else words
        if not isinstance(pieces, list) or not all(isinstance(piece, str) and piece for piece in pieces):
            self._wrong(
                where, '"translation" is a text, or a list of them', "translate each piece of the words"
            )
            return ()
        if len(pieces) != len(record.words):
            count = f"the words have {len(record.words)} pieces, their translation {len(pieces)}"
            self._wrong(where, count, "translate each piece by itself, in the same order")
            return ()
        origin = self.story.place(Key("quotes", record.id))
        for index in range(len(pieces)):
            there: Path = (*origin.path, "translation", index)
            self.translator.moved[origin.file, there] = where.step("translation", index)
        return tuple(piece.strip() for piece in pieces)

    def _source_language(self, record: Quote) -> str | None:
        cited = (self.story.sources.get(citation.ref) for citation in record.source)
        return next((source.lang for source in cited if source), None)

    def _wrong(self, where: Where, message: str, hint: str) -> None:
        place = where.step("translation", on_key=True)
        self.translator.problems.append(Problem(place, "pieces", message, hint))
