"""What the search box says and may look through, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explainer.language import N_, language
from explainer.views.findable import FOUND, PAGE, UNTITLED, Findable

_KINDS: Mapping[str, tuple[str, str]] = {
    "actors": (N_("Actor"), N_("Actors")),
    "events": (N_("Event"), N_("Events")),
    "quotes": (N_("Quote"), N_("Quotes")),
    "figures": (N_("Figure"), N_("Figures")),
    "places": (N_("Place"), N_("Places")),
    "disputes": (N_("Dispute"), N_("Disputes")),
    "glossary": (N_("Term"), N_("Glossary")),
    "sources": (N_("Source"), N_("Sources")),
    "relations": (N_("Relation"), N_("Relations")),
    PAGE: (N_("Page"), N_("Pages")),
}
"""What one record of a collection is called, and what all of them are."""
_WORDS: Mapping[str, str] = {
    "search": N_("Search"),
    "close": N_("Close"),
    "all": N_("All kinds"),
    "kinds": N_("Show only"),
    "more": N_("Show more results"),
    "index": N_("All names from A to Z"),
    "count": N_("Results: {count}"),
    "near": N_("No record has these words. Names like them: {count}"),
    "none": N_("Nothing found. Try another word or spelling, or fewer words."),
    "wait": N_("Searching…"),
}


def kind_of(collection: str, lang: str) -> str:
    """Return what one record of a collection is called."""
    return language(lang).gettext(_KINDS[collection][0])


def settings(entries: Sequence[Findable], lang: str, *, full: bool) -> dict[str, object]:
    """Return what the search in one language is to know; `full` says whether there is a full text."""
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
