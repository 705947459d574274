"""The page of everything that readers can take away."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.views.frames import Framer
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link


@frozen
class DownloadsView:
    """The page of everything that readers can take away; the files themselves come from who publishes."""

    frame: Frame
    story: str
    as_of: DateView | None
    whole: Link
    """The whole story to print."""


def downloads_page(framer: Framer) -> DownloadsView:
    """Return the page of downloads."""
    context, notes = framer.context, Notes(framer.context)
    info, urls = context.story.info, context.urls
    what = context.language.gettext("The story as data, tables, calendars and a book.")
    return DownloadsView(
        framer.collection("downloads", notes, f"{info.title}: {what}"),
        info.title,
        context.date(info.as_of),
        Link(framer.title("print"), urls.url(urls.whole_file())),
    )
