"""What a browser needs to combine filters: a table of entries by column, without words of their own.

Entries are in the order in which the pages of the chronology show them, so that a browser can take the tenth
entry of a page from that page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from explainer.model.private import exported
from explainer.model.story import Key, Story
from explainer.urls import Urls, entry_anchor
from explainer.views.context import Context
from explainer.views.entry import shown_order

_SPACE, _BACKSLASH = 0x23, 0x5C
"""The first sign that stands for a number, and the one left out, which JSON would write with two."""


def filter_files(story: Story, urls: Urls) -> tuple[str, str]:
    """Return two scripts without private persons: the table, and titles with anchors for use from disk."""
    context = Context(exported(story), urls)
    pages = [(page, list(shown_order(context, page.keys))) for page in context.timeline.pages]
    keys = [key for _, found in pages for key in found]
    file = urls.list_file("chronology")
    table = {
        "pages": [[urls.url(urls.period_file(file, page.name)), len(found)] for page, found in pages],
        "facets": {name: _facet(values, labels) for name, values, labels in _facets(context, keys)},
        "sides": _sides(context),
        **_days(context, keys),
    }
    titles = {
        "titles": [context.link(key).text for key in keys],
        "anchors": [entry_anchor(key) for key in keys],
    }
    return f"explainerChronology={_json(table)}\n", f"explainerTitles={_json(titles)}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _facets(context: Context, keys: Sequence[Key]) -> Iterator[tuple[str, list[list[str]], dict[str, str]]]:
    """Yield each facet's name, the ids that each entry has of it, and their names."""
    involved = [list(dict.fromkeys(context.timeline.involved(key))) for key in keys]
    for name in ("actors", "places", "sources"):
        ids = [[target.id for target in found if target.collection == name] for found in involved]
        used = dict.fromkeys(id_ for found in ids for id_ in found)
        yield name.removesuffix("s"), ids, {id_: context.link(Key(name, id_)).text for id_ in used}
    events = context.story.events
    kinds = [[kind] if key.collection == "events" and (kind := events[key.id].kind) else [] for key in keys]
    yield "kind", kinds, {kind: record.label for kind, record in context.story.info.kinds.items()}


def _facet(values: list[list[str]], labels: dict[str, str]) -> dict[str, Any]:
    """Return a facet's ids and names, most used first, with columns of how many entries have, and which."""
    counts = Counter(id_ for found in values for id_ in found)
    order = {id_: number for number, (id_, _) in enumerate(counts.most_common())}
    return {
        "ids": list(order),
        "names": [labels[id_] for id_ in order],
        "counts": _column(len(found) for found in values),
        "values": _column(order[id_] for found in values for id_ in found),
    }


def _column(numbers: Iterable[int]) -> str:
    """Return numbers from 0 on as one sign each, small ones as ASCII."""
    codes = (number + _SPACE for number in numbers)
    return "".join(map(chr, (code + (code >= _BACKSLASH) for code in codes)))


def _sides(context: Context) -> list[tuple[str, str, list[str]]]:
    """Return the sides of the story with their actors."""
    actors = context.story.actors.items()
    named = (
        (side, [id_ for id_, actor in actors if actor.side == side.id]) for side in context.story.info.sides
    )
    return [(side.id, side.name, members) for side, members in named if members]


def _days(context: Context, keys: Sequence[Key]) -> dict[str, Any]:
    """Return the entries' first days since the year 1, each counted from the one before, and lengths.

    A length is left out for one day, and 0 where there is no end; without a beginning the last day counts.
    """
    first, lengths = [], []
    for number, key in enumerate(keys):
        date = context.timeline.record(key).date.edtf
        moment = date.start or date.end
        first.append(moment.day_number if moment else 0)
        width = (date.width or 0) if date.end else 0
        if not date.start:
            width = 1
        if width != 1:
            lengths.append((number, width))
    steps = [later - earlier for earlier, later in pairwise([0, *first])]
    numbers = [later - earlier for earlier, later in pairwise([0, *(number for number, _ in lengths)])]
    return {"days": steps, "wide": numbers, "widths": [width for _, width in lengths]}
