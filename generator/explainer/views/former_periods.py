"""Addresses of years and months of the chronology that have no page of their own, now or any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.model.story import Key
from explainer.urls import period_name
from explainer.views.context import Context


def former_pages(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the source path of each year and month without a page, and the address of its first entry.

    So an address of a period holds however the chronology is divided as it grows.
    """
    urls = context.urls
    file = urls.list_file("chronology")
    made = {page.name for page in context.timeline.pages}
    for key in context.timeline.keys:
        unit = context.timeline.unit(key)
        for depth in (1, 2):
            if all(unit[1:depth]) and (name := _name(context, key, unit[:depth])) not in made:
                made.add(name)
                yield urls.period_file(file, name), urls.entry(key, context.timeline.page_of[key])


def _name(context: Context, key: Key, unit: Sequence[int]) -> str:
    return f"planned-{period_name(unit)}" if context.timeline.planned(key) else period_name(unit)
