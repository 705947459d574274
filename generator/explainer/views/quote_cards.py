"""Quotations with their speakers and the chains they came through."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.language import direction_of
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.passages import CheckView, check_view
from explainer.views.pieces import DateView, Evidence, Link, Prose, Step

MOST_QUOTES = 30
"""Quotations that a profile or the page of an event shows whole."""


@frozen
class QuoteCard:
    """A quotation with its speaker and the chain it came through."""

    link: Link
    speaker: Link
    label: str
    on_behalf_of: Link | None
    act: str
    form: str
    """direct, mixed or indirect."""
    words: tuple[str, ...]
    says: Prose | None
    lang: str
    direction: str
    check: CheckView | None
    """Whether the words stand in the source; nothing where there are none."""
    translated_by: str
    translation: tuple[str, ...]
    """The words in the page's language, piece by piece."""
    date: DateView | None
    to: tuple[Link, ...]
    about: tuple[Link, ...]
    stance: tuple[tuple[str, Link], ...]
    chain: tuple[Step, ...]
    evidence: Evidence


def quote_card(id_: str, context: Context, notes: Notes) -> QuoteCard:
    """Return a quotation with its chain."""
    quote = context.story.quotes[id_]
    lang = quote.lang or context.story.info.language
    return QuoteCard(
        link=context.link(Key("quotes", id_)),
        speaker=context.link(Key("actors", quote.speaker)),
        label=quote.label or "",
        on_behalf_of=context.link(Key("actors", quote.on_behalf_of)) if quote.on_behalf_of else None,
        act=quote.act,
        form=quote.form,
        words=quote.words,
        says=context.prose(quote.says),
        lang=lang,
        direction=direction_of(lang),
        check=check_view(quote, context),
        translated_by=quote.translated_by or "",
        translation=quote.translation,
        date=context.date(quote.date),
        to=context.actors(quote.to),
        about=context.targets(quote.about),
        stance=tuple((stance, context.link(Key("actors", actor))) for actor, stance in quote.stance.items()),
        chain=context.chain(quote),
        evidence=notes.evidence(quote),
    )
