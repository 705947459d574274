"""Values in words, as an editor or a reader would say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from explainer.language import language
from explainer.model.fields import Model, ProseMark, RefTo, marks
from explainer.model.phrases import phrase
from explainer.model.plain import plain
from explainer.model.record import CitationRecord
from explainer.model.story import Story
from explainer.model.titles import full_title
from explainer.model.when import DateRecord


def as_words(value: Any, field: FieldInfo, story: Story) -> str:
    """Return a field's value in words, empty where it says nothing."""
    found = [mark for part in (field.annotation, *field.metadata) for mark in marks(part)]
    return Words(story).of(value, found[0] if found else None)


class Words:
    """Says values in the language of a story, with the names of its records."""

    def __init__(self, story: Story) -> None:
        self._story, self._language = story, language(story.info.language)

    def of(self, value: Any, mark: RefTo | ProseMark | None) -> str:
        """Return a value in words; its mark tells references and prose from other texts."""
        if isinstance(value, tuple):
            return "; ".join(self.of(item, mark) for item in value)
        if isinstance(value, Mapping):
            return "; ".join(f"{self.of(key, mark)}: {self.of(item, None)}" for key, item in value.items())
        if isinstance(value, Model):
            return self._record(value)
        return "" if value is None else self._scalar(value, mark)

    def _scalar(self, value: Any, mark: RefTo | ProseMark | None) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return self._language.number(value)
        if isinstance(mark, RefTo):
            return self._name(value, mark.collections)
        return plain(value, self._story) if isinstance(mark, ProseMark) else str(value)

    def _record(self, model: Model) -> str:
        if isinstance(model, DateRecord):
            return self._date(model)
        if isinstance(model, CitationRecord):
            return self._name(model.ref, ("sources",)) + (f" at “{model.at}”" if model.at else "")
        return ", ".join(self._inside(model))

    def _name(self, target: str, collections: tuple[str, ...]) -> str:
        key = self._story.resolve(target, collections)
        record = self._story.get(key) if key else None
        return full_title(self._story, record) if record else target

    def _date(self, date: DateRecord) -> str:
        notes: list[str] = [date.basis] if date.basis != "stated" else []
        notes += [f"“{date.says}”"] if date.says else []
        notes += [plain(date.why, self._story)] if date.why else []
        said = phrase(date.edtf, self._language, part=date.part)
        return said + (f" ({', '.join(notes)})" if notes else "")

    def _inside(self, model: Model) -> Iterator[str]:
        for name, field in type(model).model_fields.items():
            if words := as_words(getattr(model, name), field, self._story):
                yield f"{(field.alias or name).replace('_', ' ')} {words}"
