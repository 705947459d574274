"""What may be withheld from readers, and a record without it: the one place where values are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from explainer.language import N_, language
from explainer.model.fields import Model, RefTo, marks, submodels
from explainer.model.place import Place
from explainer.model.quote import Quote
from explainer.model.record import Record
from explainer.model.when import DateRecord

_NEVER = {"id", "file", "note", "draft", "withheld", "former_ids", "coarse", "according_to"}
"""Addresses, settings, what is not published anyway; and witnesses, or the publisher would seem to say it."""
_ALONG = {
    "name": ("names", "aliases", "weak_aliases"),
    "term": ("aliases",),
    "title": ("original_title",),
    "words": ("translation",),
    "lat": ("lon", "radius_km"),
    "lon": ("lat", "radius_km"),
}
"""What tells as much as the field withheld, and goes with it."""
_PLACEHOLDERS = {
    "name": N_("Name withheld"),
    "title": N_("Title withheld"),
    "term": N_("Term withheld"),
    "words": N_("Words withheld"),
    "says": N_("Words withheld"),
}
_PLACEHOLDER = N_("Withheld")
LEFT_OUT = "(withheld)"
"""Stands for a needed text that an editor did not even write down; never published."""
_DEGREES = {"area": 1, "region": 0}
"""Decimals that are left of coordinates; nothing is left of them for a whole country."""
_PRECISIONS = ("exact", "near", "area", "region", "country")


def publishable(record: Record, code: str) -> Record:
    """Return a record as it may leave the content folder; placeholders are in the language of that code."""
    changes = _coarsened(record) if isinstance(record, Place) else {}
    if record.withheld:
        changes |= _emptied(record, code)
    return record.model_copy(update=changes) if changes else record


def names_of(model: type[Model]) -> dict[str, str]:
    """Return the attribute behind each name that a field has in editors' files."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


@cache
def withholdable(model: type[Record]) -> frozenset[str]:
    """Return the fields of a model that may be withheld, by their names in editors' files."""
    return frozenset(
        field.alias or name for name, field in model.model_fields.items() if _empties(name, field)
    )


def why_not(model: type[Record], name: str) -> str:
    """Return what to do instead of withholding a field that must be there, by its name in editors' files."""
    field = model.model_fields[names_of(model)[name]]
    kinds = [mark for mark in _marks(field) if isinstance(mark, RefTo)]
    if name in {"note", "withheld"}:
        return "delete the line: it is never published"
    if kinds and kinds[0].collections in {("actors",), ("places",)}:
        return f"withhold the `name` in {kinds[0].collections[0]}.yml, or make this record a draft"
    if DateRecord in submodels(field.annotation):
        return "write a coarser date, such as 2016-04, or make this record a draft"
    if name == "id":
        return "choose an id that tells nothing, such as resident-1"
    if get_origin(field.annotation) in {tuple, dict}:
        return "leave out what must not be known, or make this record a draft"
    return "write a more general value or delete the line, or make this record a draft"


def _empties(name: str, field: FieldInfo) -> bool:
    """Tell whether a field has an empty value, or may hold a placeholder, without saying something untrue."""
    if name in _NEVER or bool in (field.annotation, *get_args(field.annotation)):
        return False
    if field.is_required():
        return field.annotation is str and not any(isinstance(mark, RefTo) for mark in _marks(field))
    return not field.default or isinstance(field.default, Model)


def _marks(field: FieldInfo) -> Iterator[Any]:
    yield from (mark for part in (field.annotation, *field.metadata) for mark in marks(part))


def taken_out(record: Record) -> tuple[str, ...]:
    """Return the attributes of a record that are not published: those withheld, and what tells as much."""
    if not record.withheld:
        return ()
    fields, attributes = type(record).model_fields, names_of(type(record))
    along = (each for name in record.withheld for each in _ALONG.get(name, ()) if each in fields)
    return (*(attributes[name] for name in record.withheld if name in attributes), *along)


def _emptied(record: Record, code: str) -> dict[str, Any]:
    fields = type(record).model_fields
    changes: dict[str, Any] = {
        name: placeholder(name, code) if fields[name].is_required() else fields[name].default
        for name in taken_out(record)
    }
    if isinstance(record, Quote) and not changes.get("words", record.words):
        # A quotation always says something: that its words are withheld, if nothing else is left.
        changes["says"] = changes.get("says", record.says) or placeholder("says", code)
    return changes


def placeholder(name: str, code: str) -> str:
    """Return what stands for a text that is withheld, in the language of that code."""
    return language(code).gettext(_PLACEHOLDERS.get(name, _PLACEHOLDER))


def _coarsened(place: Place) -> dict[str, Any]:
    if place.coarse is None:
        return {}
    digits = _DEGREES.get(place.coarse)
    known = max(place.precision or "exact", place.coarse, key=_PRECISIONS.index)
    return {
        "lat": round(place.lat, digits) if place.lat is not None and digits is not None else None,
        "lon": round(place.lon, digits) if place.lon is not None and digits is not None else None,
        "precision": known,
        "radius_km": None,
    }
