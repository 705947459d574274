"""The density strip: how many entries each stretch of time has, drawn as a row of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from explainer.frozen import frozen
from explainer.model.edtf import parse
from explainer.model.edtf_parts import Moment
from explainer.model.phrases import phrase
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.periods import Period
from explainer.views.pieces import Link

HIGH = 40
"""Height of the tallest bar, in the drawing's own units; a bar is 10 of them wide, with the gap beside it."""
LOW = 3
"""Height of the shortest bar, so that one entry can be seen and met."""
LAST_DAYS = 12
"""How many days the strip of the last days shows: as many as fit a phone with room for a finger each."""
_STEPS = ((3, 92), (2, 96), (1, 120))
"""How many days, months and years a strip may have; beyond that, bars stand for several years."""
Step = tuple[int, ...]


@frozen
class Bar:
    """A stretch of time with entries; the link's text names it."""

    x: int
    height: int
    count: int
    link: Link


@frozen
class Strip:
    """Bars in the order of time, those without entries left out."""

    width: int
    """Of the whole drawing: 10 for each stretch of time, whether it has entries or not."""
    bars: tuple[Bar, ...]
    first: str
    last: str
    """The stretches at both ends in words."""
    beyond: int
    """Entries whose dates are too vague for any bar."""


def time_words(context: Context, first: Sequence[int], last: Sequence[int] = ()) -> str:
    """Return a year, month or day in words, or a stretch of them."""
    ends = dict.fromkeys(_edtf(one) for one in (first, last or first))
    return phrase(parse("/".join(ends)), context.language)


def period_words(context: Context, page: Period) -> str:
    """Return what a period is called; pages of one long day are numbered."""
    words = time_words(context, page.first, page.last)
    part = page.name.rpartition("-part-")[2] if "-part-" in page.name else ""
    if part:
        words = f"{words} ({context.language.number(int(part))})"
    if page.name.startswith("planned"):
        return context.language.gettext("planned, {period}").format(period=words)
    return words


def _edtf(unit: Sequence[int]) -> str:
    year = f"Y{unit[0]}" if abs(unit[0]) > 9999 else ("-" if unit[0] < 0 else "") + f"{abs(unit[0]):04}"
    return "-".join([year, *(f"{number:02}" for number in unit[1:] if number)])


def strip(context: Context, keys: Sequence[Key], address: Callable[[Key], str]) -> Strip | None:
    """Return the strip of these records; a bar leads to the first of its records at its address.

    Nothing for records that all fall into one stretch, or into none.
    """
    units = {key: context.timeline.unit(key) for key in keys}
    depth = next((depth for depth, most in _STEPS if _length(list(units.values()), depth) <= most), 1)
    return _drawn(
        context, {key: unit[:depth] for key, unit in units.items() if all(unit[1:depth])}, len(keys), address
    )


def story_strip(context: Context) -> Strip | None:
    """Return the strip of the last days of the story, each bar leading to its day's first entry."""
    known = [
        key
        for key in context.timeline.keys
        if all(context.timeline.unit(key)[1:]) and not context.timeline.planned(key)
    ]
    if not known:
        return None
    last = max(_number(context.timeline.unit(key)) for key in known)
    shown = {key: unit for key in known if _number(unit := context.timeline.unit(key)) > last - LAST_DAYS}
    return _drawn(context, shown, len(shown), lambda key: entry_address(context, key))


def entry_address(context: Context, key: Key) -> str:
    """Return the address of a record's entry in the whole chronology."""
    return context.urls.entry(key, context.timeline.page_of[key])


def _drawn(
    context: Context, steps: Mapping[Key, Step], total: int, address: Callable[[Key], str]
) -> Strip | None:
    counts = Counter(steps.values())
    if len(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    wide = max(1, -(-(last[0] - first[0] + 1) // _STEPS[-1][1])) if len(first) == 1 else 1
    places: dict[int, list[Step]] = {}
    for step in sorted(counts):
        places.setdefault((_number(step) - _number(first)) // wide, []).append(step)
    heads = {step: key for key, step in reversed(list(steps.items()))}
    most = max(sum(counts[step] for step in group) for group in places.values())
    bars = tuple(
        Bar(
            10 * place,
            max(LOW, round(HIGH * count / most)),
            count,
            Link(time_words(context, group[0], group[-1]), address(heads[group[0]])),
        )
        for place, group in places.items()
        if (count := sum(counts[step] for step in group))
    )
    return Strip(
        10 * (max(places) + 1),
        bars,
        time_words(context, first),
        time_words(context, last),
        total - len(steps),
    )


def _length(units: Sequence[Step], depth: int) -> int:
    """Return how many days, months or years there are from the first to the last that is known so finely."""
    numbers = [_number(unit[:depth]) for unit in units if all(unit[1:depth])]
    return max(numbers) - min(numbers) + 1 if len(numbers) > 1 else 0


def _number(step: Step) -> int:
    """Return a year, month or day as a number that grows by one from each to the next."""
    if len(step) == 1:
        return step[0]
    return 12 * step[0] + step[1] if len(step) == 2 else Moment(step[0], step[1], step[2], 0).day_number
