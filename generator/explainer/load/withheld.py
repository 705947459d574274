"""Withheld fields as editors write them: which can be, and what stands in for a value left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainer.model.record import Record
from explainer.model.withheld import LEFT_OUT, names_of, why_not, withholdable
from explainer.near import did_you_mean
from explainer.problems import Problem, Where


def cannot_withhold(item: dict[str, Any], model: type[Record], where: Where) -> Iterator[Problem]:
    """Yield a problem for each name under `withheld` that is no field, or a field that must be there."""
    if not item.get("withheld"):
        return
    fields = names_of(model)
    for name in _names(item):
        place = where.step("withheld", name, on_key=True)
        if name not in fields:
            hint = did_you_mean(name, withholdable(model)) or "write the name of a field of this record"
            yield Problem(place, "unknown-field", f'"{name}" is no field, so it cannot be withheld', hint)
        elif name not in withholdable(model):
            message = f'"{name}" cannot be withheld'
            yield Problem(place, "cannot-withhold", message, why_not(model, name))


def with_stand_ins(item: dict[str, Any], model: type[Record]) -> dict[str, Any]:
    """Return a record with a text for each needed one that is withheld and therefore not written down."""
    if not item.get("withheld"):
        return item
    needed = {name for name in _names(item) if name in withholdable(model)}
    fields = {name: model.model_fields[attribute] for name, attribute in names_of(model).items()}
    missing = {name: LEFT_OUT for name in needed if item.get(name) is None and fields[name].is_required()}
    return {**item, **missing}


def _names(item: dict[str, Any]) -> list[str]:
    withheld = item.get("withheld")
    return [name for name in withheld if isinstance(name, str)] if isinstance(withheld, dict) else []
