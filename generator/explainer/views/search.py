"""What the search box says and may look through, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explainer.language import language
from explainer.views.findable import FOUND, PAGE, UNTITLED, Findable

_KINDS: Mapping[str, tuple[str, str]] = {
    "actors": ("Actor", "Actors"),
    "events": ("Event", "Events"),
    "quotes": ("Quote", "Quotes"),
    "figures": ("Figure", "Figures"),
    "places": ("Place", "Places"),
    "disputes": ("Dispute", "Disputes"),
    "glossary": ("Term", "Glossary"),
    "sources": ("Source", "Sources"),
    "relations": ("Relation", "Relations"),
    PAGE: ("Page", "Pages"),
}
"""What one record of a collection is called, and what all of them are."""
_WORDS: Mapping[str, str] = {
    "search": "Search",
    "close": "Close",
    "all": "All kinds",
    "kinds": "Show only",
    "more": "Show more results",
    "index": "All names from A to Z",
    "count": "Results: {count}",
    "near": "No record has these words. Names like them: {count}",
    "none": "Nothing found. Try another word or spelling, or fewer words.",
    "wait": "Searching…",
}


def kind_of(collection: str, lang: str) -> str:
    """Return what one record of a collection is called."""
    return language(lang).gettext(_KINDS[collection][0])


def settings(entries: Sequence[Findable], lang: str, *, full: bool) -> dict[str, object]:
    """Return what the search of pages in one language is to know; `full` says whether there is a full text."""
    words = language(lang)
    found = {entry.collection for entry in entries}
    kinds = [collection for collection in (*FOUND, PAGE) if collection in found]
    return {
        "lang": lang,
        "dir": words.direction,
        "full": full,
        "found": kinds,
        "titles": [kind for kind in kinds if kind != UNTITLED],
        "kinds": {kind: [words.gettext(name) for name in _KINDS[kind]] for kind in kinds},
        "words": {name: words.gettext(text) for name, text in _WORDS.items()},
    }
