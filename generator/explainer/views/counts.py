"""How many records of a collection there are, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from explainer.language import Language
from explainer.views.context import Context

_WORDS: Mapping[str, Callable[[Language, int], str]] = {
    "actors": lambda words, number: words.ngettext("{count} actor", "{count} actors", number),
    "disputes": lambda words, number: words.ngettext("{count} dispute", "{count} disputes", number),
    "figures": lambda words, number: words.ngettext("{count} figure", "{count} figures", number),
    "glossary": lambda words, number: words.ngettext("{count} term", "{count} terms", number),
    "places": lambda words, number: words.ngettext("{count} place", "{count} places", number),
    "relations": lambda words, number: words.ngettext("{count} relation", "{count} relations", number),
    "sources": lambda words, number: words.ngettext("{count} source", "{count} sources", number),
    "updates": lambda words, number: words.ngettext("{count} update", "{count} updates", number),
}


def counted(context: Context, collection: str, number: int) -> str:
    """Return a number of records in words, such as `12 actors`."""
    words = context.language
    return _WORDS[collection](words, number).format(count=words.number(number))


def description(context: Context, collection: str, number: int) -> str:
    """Return what a page that lists so many records says of itself."""
    return f"{context.story.info.title}: {counted(context, collection, number)}."
