"""The page of all updates: what was added, corrected and taken back, newest first."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.urls import ATOM_FEED, JSON_FEED
from explainer.views.frames import Framer
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, UpdateView
from explainer.views.updates import all_updates


@frozen
class LogView:
    """The page of all updates."""

    frame: Frame
    updates: tuple[UpdateView, ...]
    atom: str
    json: str
    """The addresses of the feeds."""


def log_page(framer: Framer) -> LogView:
    """Return the log of updates."""
    context, urls = framer.context, framer.context.urls
    updates = all_updates(context)
    count = context.language.ngettext("{count} update", "{count} updates", len(updates))
    description = f"{context.story.info.title}: {count.format(count=len(updates))}."
    frame = framer.collection("updates", Notes(context), description)
    return LogView(frame, updates, urls.at(ATOM_FEED), urls.at(JSON_FEED))
