"""The page of a figure and the page of all figures."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.counts import description
from explainer.views.figure_cards import FigureCard, figure_card
from explainer.views.frames import Framer, neighbours
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Prose
from explainer.views.planned import Planned, record_pages


@frozen
class FiguresView:
    """The page of all figures."""

    frame: Frame
    figures: tuple[FigureCard, ...]


@frozen
class FigureView:
    """The page of a figure."""

    frame: Frame
    card: FigureCard
    body: Prose | None
    mentions: Mentions


def figures_page(framer: Framer) -> FiguresView:
    """Return the page of all figures, in the editors' order."""
    context, notes = framer.context, Notes(framer.context)
    cards = tuple(figure_card(id_, context, notes) for id_ in context.story.figures)
    return FiguresView(
        framer.collection("figures", notes, description(context, "figures", len(cards))), cards
    )


def figure_pages(framer: Framer) -> list[Planned[FigureView]]:
    """Return a page for each figure, in the editors' order."""
    keys = [Key("figures", id_) for id_ in framer.context.story.figures]
    return record_pages(framer, keys, _page)


def _page(framer: Framer, keys: Sequence[Key], index: int) -> FigureView:
    key = keys[index]
    near = neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    figure = context.story.figures[key.id]
    card = figure_card(key.id, context, notes)
    said = context.plain(figure.summary) if figure.summary else f"{figure.title}."
    return FigureView(
        frame=framer.record(key, notes, said, "figure", previous=near[0], next=near[1]),
        card=card,
        body=context.prose(figure.body),
        mentions=mentions_of(context, key),
    )
