"""What a record of a collection looks like where many of them stand on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from explainer.model.story import Key
from explainer.views.actor_cards import actor_card
from explainer.views.context import Context
from explainer.views.disputes import dispute_view
from explainer.views.figure_cards import figure_card
from explainer.views.glossary import term_view
from explainer.views.notes import Notes
from explainer.views.place_cards import place_card
from explainer.views.quote_cards import quote_card
from explainer.views.sources import source_card

_MAKERS: Mapping[str, Callable[[str, Context, Notes], Any]] = {
    "actors": actor_card,
    "quotes": quote_card,
    "figures": figure_card,
    "places": place_card,
    "disputes": dispute_view,
    "glossary": term_view,
    "sources": source_card,
}


def card(key: Key, context: Context, notes: Notes) -> Any:
    """Return the card of a record."""
    return _MAKERS[key.collection](key.id, context, notes)
