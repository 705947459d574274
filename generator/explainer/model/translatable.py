"""Which fields an edition in another language translates, and which say the same in every language."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_origin

from explainer.frozen import frozen
from explainer.model.actor import Actor
from explainer.model.fields import Model, ProseMark, is_many, marks, submodels
from explainer.model.figure import Estimate, Scope
from explainer.model.glossary import Term
from explainer.model.place import Place
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.source import Source
from explainer.model.when import DateRecord

Kind = Literal["text", "texts", "keys", "values", "model", "models", "by-key", "printed", "same"]
"""How a field is translated: a text; a list of texts; the keys or the values of a mapping; what is inside a
model, a list of models or a mapping of them; not at all because it was printed so; or not at all."""
_TEXTS = {"title", "name", "term", "label", "alt", "unit", "unsourced", "was", "now", "question"}
_MORE: dict[tuple[type[Model], str], Kind] = {
    (Actor, "aliases"): "texts",
    (Actor, "weak_aliases"): "texts",
    (Place, "aliases"): "texts",
    (Term, "aliases"): "texts",
    (Quote, "translation"): "texts",
    (Scope, "cause"): "text",
    (Estimate, "text"): "printed",
    (Estimate, "translation"): "text",
    (Estimate, "of_which"): "keys",
    (DateRecord, "says"): "printed",
    (Source, "credit"): "printed",
}
OPTIONAL = {"aliases", "weak_aliases"}
"""Translated fields that nobody misses."""


@frozen
class Slot:
    """A field of a model: its attribute, its name in editors' files, and how it is translated."""

    name: str
    alias: str
    kind: Kind
    needed: bool


@cache
def slots(model: type[Model]) -> tuple[Slot, ...]:
    """Return the fields of a model."""
    return tuple(
        Slot(name, field.alias or name, _kind(model, name, field), field.is_required())
        for name, field in model.model_fields.items()
    )


@cache
def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names that an edition may write for a model."""
    return tuple(slot.alias for slot in slots(model) if slot.kind not in {"same", "printed"})


def submodel(model: type[Model], slot: Slot) -> type[Model]:
    """Return the model inside a field that holds one, or several."""
    field = model.model_fields[slot.name]
    return next(inner for part in (field.annotation, *field.metadata) for inner in submodels(part))


def key_field(model: type[Model]) -> str:
    """Return the field by which items of a list are told apart, `id` or `by`; empty where only order does."""
    return next((name for name in ("id", "by") if name in model.model_fields), "")


def main_field(model: type[Model]) -> str:
    """Return the one needed text of a model, for which a bare text may stand; empty where it has none."""
    needed = [slot.alias for slot in slots(model) if slot.kind == "text" and slot.needed]
    return needed[0] if len(needed) == 1 else ""


def _kind(model: type[Model], name: str, field: Any) -> Kind:
    if (model, name) in _MORE:
        return _MORE[model, name]
    if name == "withheld" and issubclass(model, Record):
        return "values"
    parts = (field.annotation, *field.metadata)
    if name in _TEXTS or any(isinstance(m, ProseMark) for p in parts for m in marks(p)):
        return "text"
    inner = next((inner for part in parts for inner in submodels(part)), None)
    if inner is None or not _holds_texts(inner):
        return "same"
    if get_origin(field.annotation) is dict:
        return "by-key"
    return "models" if is_many(field) else "model"


@cache
def _holds_texts(model: type[Model]) -> bool:
    return any(slot.kind != "same" for slot in slots(model))
