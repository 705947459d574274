"""One record in another language: what an edition writes down, put in the place of the original's texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from explainer.model.fields import Model
from explainer.model.figure import Estimate
from explainer.model.foreign import Foreign
from explainer.model.record import Record
from explainer.model.translatable import OPTIONAL, Slot, key_field, main_field, slots, translated_fields
from explainer.near import did_you_mean
from explainer.problems import Path, Problem, Where

M = TypeVar("M", bound=Model)
_DELETE = "delete the line: it is the same in every language"


@dataclass
class Translator:
    """Translates records from one language; keeps the problems, and which texts have come from where."""

    lang: str
    """The language of the original."""
    problems: list[Problem] = field(default_factory=list)
    moved: dict[tuple[str, Path], Where] = field(default_factory=dict)
    """From the place of a text in the original to that of its translation."""
    missing: list[Path] = field(default_factory=list)
    """Texts of the last record that have no translation."""

    def record(self, model: M, given: Any, where: Where, origin: Where) -> M:
        """Return a record with the texts that an edition gives for it; the others stay, as foreign ones."""
        self.missing = []
        return _One(self, where, origin).model(model, given, (), ())


@dataclass
class _One:
    """The translation of one record."""

    whole: Translator
    where: Where
    origin: Where

    def model(self, model: M, given: Any, here: Path, there: Path) -> M:
        """Translate what is inside a model; `here` leads to it in the edition, `there` in the original."""
        if isinstance(given, str) and (name := main_field(type(model))):
            given, bare = {name: given}, name
        else:
            bare = ""
        if given is not None and not isinstance(given, Mapping):
            hint = f"such as `{translated_fields(type(model))[0]}: …`"
            self.wrong(here, "not-fields", "there must be fields here", hint)
            given = None
        given = given or {}
        self.refuse(model, given, here)
        changes: dict[str, Any] = {}
        for slot in slots(type(model)):
            value = getattr(model, slot.name)
            # The translation of a quotation has no text of the original's behind it.
            own = slot.alias in OPTIONAL and slot.alias in given
            if slot.kind == "same" or slot.name == "translation" or (value in (None, (), {}) and not own):
                continue
            step = () if slot.alias == bare else (slot.alias,)
            changed = self.slot(slot, value, given.get(slot.alias), (*here, *step), (*there, slot.alias))
            if changed is not value:
                changes[slot.name] = changed
        if isinstance(model, Estimate) and model.text:
            words = self.text(
                model.text, given.get("translation"), (*here, "translation"), (*there, "translation")
            )
            changes["translation"] = None if isinstance(words, Foreign) else words
        return model.model_copy(update=changes) if changes else model

    def refuse(self, model: Model, given: Mapping[str, Any], here: Path) -> None:
        """Report the fields of an edition that the original does not have, or does not leave to it."""
        known = {slot.alias: slot for slot in slots(type(model))}
        offered = translated_fields(type(model))
        withheld = model.withheld if isinstance(model, Record) else {}
        for name in given:
            slot = known.get(str(name))
            if slot is None:
                hint = did_you_mean(str(name), offered) or f"translated here: {', '.join(offered)}"
                self.wrong((*here, name), "unknown-field", f'unknown field "{name}"', hint, on_key=True)
            elif slot.kind in {"same", "printed"}:
                hint = "write its `translation`" if slot.alias in {"words", "text"} else _DELETE
                self.wrong((*here, name), "not-translated", f'"{name}" is not translated', hint, on_key=True)
            elif name in withheld or (name == "translation" and "words" in withheld):
                message = f'"{name}" is withheld in the original, so no edition may tell it'
                self.wrong((*here, name), "withheld", message, "delete it here, too", on_key=True)
            elif getattr(model, slot.name) in (None, (), {}) and name not in (*OPTIONAL, "translation"):
                message = f'the original has no "{name}", so there is nothing to translate'
                self.wrong((*here, name), "not-in-original", message, "write it there first", on_key=True)

    def slot(  # noqa: PLR0911 - one for each kind
        self, slot: Slot, value: Any, given: Any, here: Path, there: Path
    ) -> Any:
        """Translate one field's value."""
        if slot.kind == "printed":
            return Foreign(value, self.whole.lang)
        if slot.kind == "text":
            return self.text(value, given, here, there)
        if slot.kind == "texts":
            return self.texts(value, given, here, needed=slot.alias not in OPTIONAL)
        if slot.kind == "model":
            return self.model(value, given, here, there)
        if slot.kind == "models":
            return self.models(value, given, here, there)
        if slot.kind == "by-key":
            items = self.items(given, value, here)
            return {k: self.model(v, items.get(k), (*here, k), (*there, k)) for k, v in value.items()}
        items = self.items(given, value, here)
        words = {key: self.text(value[key] if slot.kind == "values" else key, items.get(key), (*here, key),
                                (*there, key)) for key in value}  # fmt: skip
        return words if slot.kind == "values" else {words[key]: number for key, number in value.items()}

    def text(self, value: str, given: Any, here: Path, there: Path) -> str:
        """Return the translation, or the original as a foreign text."""
        if given is None:
            self.whole.missing.append(there)
            return Foreign(value, self.whole.lang)
        if not isinstance(given, str) or not given.strip():
            said = "is empty" if given == "" else "is one text, in quotes if need be"
            self.wrong(here, "not-text", f'"{here[-1]}" {said}', "write its translation")
            return value
        self.whole.moved[self.origin.file, (*self.origin.path, *there)] = self.where.step(*here)
        return given.strip()

    def texts(self, value: tuple[str, ...], given: Any, here: Path, *, needed: bool) -> tuple[str, ...]:
        """Return the translations of other names, before the original's own."""
        kept = tuple(Foreign(text, self.whole.lang) for text in value)
        if given is None:
            return kept
        texts = [given] if isinstance(given, str) else given
        if not isinstance(texts, Sequence) or not all(isinstance(text, str) and text for text in texts):
            self.wrong(here, "not-text", f'"{here[-1]}" is a list of texts', "such as [one, two]")
            return kept
        return (*dict.fromkeys(text.strip() for text in texts), *kept)

    def models(self, value: tuple[M, ...], given: Any, here: Path, there: Path) -> tuple[M, ...]:
        """Translate a list: by id, by whose it is, or item by item in the same order."""
        key = key_field(type(value[0]))
        if key and isinstance(given, Mapping):
            names = [str(getattr(item, key)) for item in value]
            items = self.items(given, names, here)
            steps: list[tuple[Any, Path]] = [(items.get(name), (*here, name)) for name in names]
        else:
            steps = [
                (item, (*here, index)) for index, item in enumerate(self.ordered(given, value, key, here))
            ]
        return tuple(
            self.model(item, each, step, (*there, index))
            for index, (item, (each, step)) in enumerate(zip(value, steps, strict=True))
        )

    def ordered(self, given: Any, value: tuple[M, ...], key: str, here: Path) -> Sequence[Any]:
        none = [None] * len(value)
        if given is None:
            return none
        if not isinstance(given, list) and len(value) == 1:
            given = [given]
        if isinstance(given, list) and len(given) == len(value):
            return given
        by = f"name each by its {key}, such as `{getattr(value[0], key)}: …`" if key else ""
        hint = by or "translate every item, in the same order"
        self.wrong(here, "items", f'"{here[-1]}" has {len(value)} in the original', hint, on_key=True)
        return none

    def items(self, given: Any, known: Any, here: Path) -> Mapping[str, Any]:
        """Return what is given for the items of a mapping, after a look at their names."""
        if given is None:
            return {}
        if not isinstance(given, Mapping):
            hint = f"such as `{next(iter(known))}: …`"
            self.wrong(here, "not-fields", f'"{here[-1]}" must have fields inside', hint)
            return {}
        for name in given:
            if name not in known:
                hint = did_you_mean(str(name), known) or f"one of: {', '.join(known)}"
                message = f'the original has no "{name}" here'
                self.wrong((*here, name), "not-in-original", message, hint, on_key=True)
        return given

    def wrong(self, path: Path, code: str, message: str, hint: str, *, on_key: bool = False) -> None:
        """Keep a problem."""
        self.whole.problems.append(Problem(self.where.step(*path, on_key=on_key), code, message, hint))


def in_words(paths: Sequence[Path]) -> str:
    """Return the names of fields, such as `title, roles.0.title`."""
    return ", ".join(".".join(map(str, path)) for path in paths)
