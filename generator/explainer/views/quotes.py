"""The page of a quotation and the page of all quotations."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.actor_cards import ActorCard, actor_card
from explainer.views.entry import disputes_about
from explainer.views.frames import Framer, neighbours
from explainer.views.listing import MOST as MOST_NAMED
from explainer.views.listing import Listing, rest
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link, Prose
from explainer.views.planned import Planned, record_pages
from explainer.views.quote_cards import QuoteCard, quote_card
from explainer.views.quote_groups import MOST, Grouping, groupings, quotes_of


@frozen
class Speaker:
    """A speaker and what they said."""

    id: str
    card: ActorCard
    quotes: tuple[QuoteCard, ...]
    """The first of them, where all together are too many for a page."""
    more: Link | None
    """Where all of them are; nothing where they are here."""


@frozen
class QuotesView:
    """The page of all quotations, by speaker."""

    frame: Frame
    groupings: tuple[Grouping, ...]
    """Speakers, acts, sides and days with a page of their own."""
    speakers: tuple[Speaker, ...]


@frozen
class QuoteView:
    """The page of a quotation."""

    frame: Frame
    card: QuoteCard
    speaker: ActorCard
    disputes: Listing
    more: Listing
    """Other quotations of the same speaker."""
    body: Prose | None
    mentions: Mentions


def quotes_page(framer: Framer) -> QuotesView:
    """Return the page of all quotations, speakers in the order of their first one."""
    context, notes = framer.context, Notes(framer.context)
    by_speaker = context.said
    total = len(context.story.quotes)
    room = total if total <= MOST else max(MOST // len(by_speaker), 1)
    speakers = tuple(
        Speaker(
            speaker,
            actor_card(speaker, context, notes),
            tuple(quote_card(id_, context, notes) for id_ in ids[:room]),
            quotes_of(context, speaker) if len(ids) > room else None,
        )
        for speaker, ids in list(by_speaker.items())[: MOST if total > MOST else None]
    )
    count = context.language.ngettext("{count} quotation", "{count} quotations", total).format(count=total)
    frame = framer.collection("quotes", notes, f"{context.story.info.title}: {count}.")
    return QuotesView(frame, groupings(context), speakers)


def quote_pages(framer: Framer) -> list[Planned[QuoteView]]:
    """Return a page for each quotation, in the editors' order."""
    keys = [Key("quotes", id_) for id_ in framer.context.story.quotes]
    return record_pages(framer, keys, _page)


def _page(framer: Framer, keys: Sequence[Key], index: int) -> QuoteView:
    key = keys[index]
    near = neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    quote = context.story.quotes[key.id]
    card = quote_card(key.id, context, notes)
    speaker = actor_card(quote.speaker, context, notes)
    said = " ".join(quote.translation or quote.words) if quote.words else context.plain(quote.says or "")
    everything = quotes_of(context, quote.speaker)
    spoken = context.said[quote.speaker]
    others = [id_ for id_ in spoken[: MOST_NAMED + 1] if id_ != key.id][:MOST_NAMED]
    return QuoteView(
        frame=framer.record(
            key, notes, f"{context.speaker(quote)}: {said}", "quote", previous=near[0], next=near[1]
        ),
        card=card,
        speaker=speaker,
        disputes=disputes_about(context, key),
        more=Listing(
            "quotes",
            context.links("quotes", others),
            rest(context, "quotes", len(spoken) - 1 - len(others), everything.url if everything else ""),
        ),
        body=context.prose(quote.body),
        mentions=mentions_of(context, key, without={"disputes"}),
    )
