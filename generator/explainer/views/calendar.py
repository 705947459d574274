"""The index of a chronology: its years and months, each with the number of entries and the way there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from babel.dates import format_date

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.urls import month_anchor
from explainer.views.context import Context
from explainer.views.entry import BY_MONTH
from explainer.views.pieces import Link
from explainer.views.strip import time_words


@frozen
class Counted:
    """A link with the number of entries behind it."""

    link: Link
    count: int


@frozen
class Year:
    """A year with its months; entries without a month are counted in the year alone."""

    link: Link
    count: int
    months: tuple[Counted, ...]


def calendar(context: Context, keys: Sequence[Key], page_of: Callable[[Key], str]) -> tuple[Year, ...]:
    """Return the years of these records; `page_of` gives the address of the page that shows a record."""
    past = [key for key in keys if not context.timeline.planned(key)]
    if len(keys) <= BY_MONTH:
        return ()
    units = {key: context.timeline.unit(key)[:2] for key in past}
    counts = Counter(units.values())
    heads = {unit: key for key, unit in reversed(list(units.items()))}
    years: dict[int, list[tuple[int, int]]] = {}
    for unit in sorted(counts):
        years.setdefault(unit[0], []).append(unit)

    def to(unit: tuple[int, int], text: str) -> Link:
        return Link(text, f"{page_of(heads[unit])}#{month_anchor(unit)}")

    return tuple(
        Year(
            to(months[0], time_words(context, (year,))),
            sum(counts[unit] for unit in months),
            tuple(Counted(to(unit, _month(context, unit[1])), counts[unit]) for unit in months if unit[1]),
        )
        for year, months in years.items()
    )


def _month(context: Context, month: int) -> str:
    """Return a month's short name, as it stands alone."""
    return format_date(date(2000, month, 1), "LLL", locale=context.language.locale)
