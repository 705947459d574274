"""The log of updates: what was added, corrected and taken back, newest first, in periods where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from explainer.files import ATOM_FEED, JSON_FEED
from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.model.update import Update, newest_first
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer, beside
from explainer.views.notes import Notes
from explainer.views.periods import Period, Unit, periods, unit
from explainer.views.pieces import Frame, Link, UpdateView
from explainer.views.planned import Planned
from explainer.views.strip import period_words
from explainer.views.updates import update_view

MOST = 200
"""Updates on a page of the log: about 150 KB of HTML."""


@frozen
class LogView:
    """The log, with the newest updates where it is long, or the updates of one of its periods."""

    frame: Frame
    updates: tuple[UpdateView, ...]
    whole: Link | None
    """On a period's page, the log."""
    periods: tuple[tuple[Link, int], ...]
    """All periods with how many updates each has, the newest first; none for a log of one page."""
    atom: str
    json: str
    """The addresses of the feeds."""


def log_page(framer: Framer) -> LogView:
    """Return the log of updates, or the newest where it is long."""
    context, total = framer.context, len(framer.context.story.updates)
    frame = framer.collection("updates", Notes(context), description(context, "updates", total))
    shown = newest_first(context.story.updates.values())[:MOST]
    return _view(context, frame, shown, _periods(context), None)


def period_pages(framer: Framer) -> Iterator[Planned[LogView]]:
    """Yield the pages of a long log's periods, each under an address of its own."""
    pages = _periods(framer.context)
    for number, page in enumerate(pages):
        yield Planned(_file(framer.context, page), partial(_period, framer, pages, number))


def shelved(context: Context) -> Iterator[tuple[Key, str]]:
    """Yield the updates of a long log with the source path of their period's page."""
    yield from ((key, _file(context, page)) for page in _periods(context) for key in page.keys)


def _periods(context: Context) -> tuple[Period, ...]:
    """Return the periods of a long log in the order of time; none for a log of one page."""
    if len(context.story.updates) <= MOST:
        return ()
    ordered = reversed(newest_first(context.story.updates.values()))
    return periods([Key("updates", update.id) for update in ordered], partial(_unit, context), MOST)


def _unit(context: Context, key: Key) -> Unit:
    return unit(context.story.updates[key.id].date.edtf)


def _file(context: Context, page: Period) -> str:
    return context.urls.period_file(context.urls.list_file("updates"), page.name)


def _link(context: Context, page: Period) -> Link:
    return Link(period_words(context, page), context.urls.url(_file(context, page)))


def _period(framer: Framer, pages: tuple[Period, ...], number: int) -> LogView:
    context, page = framer.context, pages[number]
    log = Link(framer.title("updates"), context.urls.list("updates"))
    near = beside(len(pages), number, lambda other: _link(context, pages[other]))
    frame = framer.part(
        "updates",
        _file(context, page),
        f"{log.text}: {_link(context, page).text}",
        Notes(context),
        description(context, "updates", len(page.keys)),
        template="updates",
        previous=near[0],
        next=near[1],
    )
    shown = newest_first(context.story.updates[key.id] for key in page.keys)
    return _view(context, frame, shown, pages, log)


def _view(
    context: Context, frame: Frame, updates: list[Update], pages: tuple[Period, ...], whole: Link | None
) -> LogView:
    return LogView(
        frame=frame,
        updates=tuple(update_view(update, context) for update in updates),
        whole=whole,
        periods=tuple((_link(context, page), len(page.keys)) for page in reversed(pages)),
        atom=context.urls.at(ATOM_FEED),
        json=context.urls.at(JSON_FEED),
    )
