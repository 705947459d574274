"""Where words stand in their sources, and whether that was checked."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.edtf import parse
from explainer.model.findings import Passage
from explainer.model.quote import Quote
from explainer.model.source import Source
from explainer.model.story import Key
from explainer.model.when import DateRecord
from explainer.urls import text_fragment
from explainer.views.context import Context
from explainer.views.pieces import DateView, Link, PassageView


@frozen
class CheckView:
    """Whether the words of a quotation were found in its source, word for word."""

    found: bool
    day: DateView | None
    """The day of the check, where it is on record."""
    source: Link | None
    passages: tuple[PassageView, ...]
    insertions: str
    """Whose text in square brackets is: `editors`, `publisher`, or empty where there is none."""
    url: str
    """Where the source can be read elsewhere, opening at the words where the browser can."""


def check_view(quote: Quote, context: Context) -> CheckView | None:
    """Return whether a quotation was checked; nothing for one without verbatim words."""
    if not quote.words:
        return None
    passages = context.story.findings.words.get(quote.id, ())
    source = passages[0].source if passages else next((c.ref for c in quote.source), "")
    whose = {passage.insertions for passage in passages} - {""} or ({"editors"} if quote.inserted else set())
    return CheckView(
        found=bool(passages),
        day=day_view(passages[0].checked, context) if passages else None,
        source=context.link(Key("sources", source)) if source else None,
        passages=tuple(dict.fromkeys(passage_view(passage, context) for passage in passages)),
        insertions=min(whose, default=""),
        url=address(context.story.sources[source], quote.originals) if source else "",
    )


def passage_view(passage: Passage, context: Context) -> PassageView:
    """Return where words stand, with a link to the paragraph on the source's page."""
    number = context.language.number
    runs_on = passage.last != passage.paragraph
    shown = f"{number(passage.paragraph)}–{number(passage.last)}" if runs_on else number(passage.paragraph)
    place = context.urls.paragraph(Key("sources", passage.source), passage.paragraph)
    return PassageView(shown, Link(shown, place))


def address(source: Source, words: tuple[str, ...]) -> str:
    """Return where a source can be read elsewhere, its archived copy first, at these words."""
    url = source.archived or source.url or ""
    return text_fragment(url, words) if url else ""


def day_view(day: str, context: Context) -> DateView | None:
    """Return the day of a check, or nothing where it is not on record."""
    return context.date(DateRecord(edtf=parse(day))) if day else None
