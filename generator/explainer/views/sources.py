"""The page of a source, with everything that rests on it, and the page of all sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explainer.frozen import frozen
from explainer.language import direction_of
from explainer.model.collections import COLLECTIONS
from explainer.model.coverage import Paragraph, Support, coverage
from explainer.model.record import CitationRecord
from explainer.model.story import INFO, Key
from explainer.model.walk import inside
from explainer.urls import paragraph_anchor
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer, neighbours
from explainer.views.listing import Rest, rest
from explainer.views.notes import Notes
from explainer.views.passages import day_view
from explainer.views.pieces import DateView, Evidence, Frame, Link, Prose
from explainer.views.planned import Planned, record_pages
from explainer.views.scopes import dated_page

ROOM = 400
"""Records that the page of a source names: about 130 KB of HTML."""


@frozen
class SourceCard:
    """A source in brief."""

    link: Link
    type: str
    publisher: Link | None
    authors: tuple[str, ...]
    published: DateView | None
    accessed: DateView | None
    url: str
    archived: str
    credit: str
    rights: str
    lang: str
    direction: str
    language: str
    """What the story's language calls the source's."""
    cited: int
    """Records that rest on it."""
    original_title: str
    """The title as published, where the other is a translation."""
    title_lang: str
    title_direction: str


@frozen
class Resting:
    """A record that rests on a source, with the words it points at."""

    link: Link
    at: tuple[str, ...]
    background: bool


@frozen
class RestingOn:
    """The first records of a collection that rest on a source."""

    collection: str
    records: tuple[Resting, ...]
    rest: Rest


@frozen
class ParagraphView:
    """A paragraph of a source's text: its number, whether anything rests on it, and what."""

    number: str
    anchor: str
    state: str
    """cited, uncited or not-content."""
    resting: tuple[Resting, ...]
    rest: Rest


@frozen
class CoverageView:
    """How much of a source's text the records rest on."""

    paragraphs: tuple[ParagraphView, ...]
    checked: DateView | None
    cited: int
    content: int
    """Paragraphs that are content."""


@frozen
class SourcesView:
    """The page of all sources."""

    frame: Frame
    sources: tuple[SourceCard, ...]


@frozen
class SourceView:
    """The page of a source."""

    frame: Frame
    card: SourceCard
    evidence: Evidence
    resting: tuple[RestingOn, ...]
    """What rests on the source, by collection; without what is listed by paragraph."""
    coverage: CoverageView | None
    """What rests on each paragraph, where the source's text was read."""
    body: Prose | None


def sources_page(framer: Framer) -> SourcesView:
    """Return the page of all sources, in the editors' order."""
    context, notes = framer.context, Notes(framer.context)
    cards = tuple(source_card(id_, context, notes) for id_ in context.story.sources)
    return SourcesView(
        framer.collection("sources", notes, description(context, "sources", len(cards))), cards
    )


def source_pages(framer: Framer) -> list[Planned[SourceView]]:
    """Return a page for each source, in the editors' order."""
    keys = [Key("sources", id_) for id_ in framer.context.story.sources]
    return record_pages(framer, keys, _page)


def _page(framer: Framer, keys: Sequence[Key], index: int) -> SourceView:
    key = keys[index]
    near = neighbours(framer.context, keys, index)
    context, notes = framer.context, Notes(framer.context)
    source = context.story.sources[key.id]
    card = source_card(key.id, context, notes)
    evidence = notes.evidence(source)
    found = coverage(context.story, key.id)
    covered = {support.owner for paragraph in found for support in paragraph.support}
    publisher = f", {card.publisher.text}" if card.publisher else ""
    return SourceView(
        frame=framer.record(
            key, notes, f"{source.title}{publisher}.", "source", previous=near[0], next=near[1]
        ),
        card=card,
        evidence=evidence,
        resting=tuple(_by_collection(context, key, covered)),
        coverage=_coverage(context, key.id, found),
        body=context.prose(source.body),
    )


def source_card(id_: str, context: Context, _: Notes) -> SourceCard:
    """Return a source in brief."""
    source = context.story.sources[id_]
    own = context.story.info.language
    lang = source.lang or own
    title_lang = own if source.original_title else lang
    return SourceCard(
        link=context.link(Key("sources", id_)),
        type=source.type,
        publisher=context.link(Key("actors", source.publisher)) if source.publisher else None,
        authors=source.author,
        published=context.date(source.published),
        accessed=context.date(source.accessed),
        url=source.url or "",
        archived=source.archived or "",
        credit=source.credit or "",
        rights=source.rights or "",
        lang=lang,
        direction=direction_of(lang),
        language=context.language.name_of(lang),
        cited=len(context.story.mentions.get(Key("sources", id_), ())),
        original_title=str(source.original_title or ""),
        title_lang=title_lang,
        title_direction=direction_of(title_lang),
    )


def _coverage(context: Context, source: str, found: Sequence[Paragraph]) -> CoverageView | None:
    """Return what rests on each paragraph of a source's text, or nothing where it was never read."""
    if not found:
        return None
    room = ROOM // max(sum(paragraph.state == "cited" for paragraph in found), 1)
    paragraphs = tuple(
        ParagraphView(
            context.language.number(paragraph.number),
            paragraph_anchor(paragraph.number),
            paragraph.state,
            tuple(_support(context, support, source) for support in paragraph.support[:room]),
            _rest(context, source, "events", len(paragraph.support) - room),
        )
        for paragraph in found
    )
    states = [paragraph.state for paragraph in found]
    day = day_view(context.story.findings.texts[source].checked, context)
    return CoverageView(paragraphs, day, states.count("cited"), len(states) - states.count("not-content"))


def _rest(context: Context, source: str, collection: str, number: int) -> Rest:
    """Return how many more rest on a source: dated ones are in its chronology, if it has one."""
    return rest(context, collection, number, dated_page(context, Key("sources", source), collection))


def _support(context: Context, support: Support, source: str) -> Resting:
    if support.owner == INFO:
        return Resting(Link(context.story.info.title, context.urls.home()), support.words, background=False)
    whole = _resting(context, support.owner, Key("sources", source))
    return replace(whole, at=support.words)


def _by_collection(context: Context, source: Key, covered: set[Key]) -> Iterator[RestingOn]:
    """Yield what rests on a source as a whole, or on words in it that were not checked, by collection."""
    by_collection: dict[str, list[Key]] = {}
    for key in context.story.mentions.get(source, ()):
        if key not in covered:
            by_collection.setdefault(key.collection, []).append(key)
    room = ROOM // max(len(by_collection), 1)
    for name in COLLECTIONS:
        if keys := by_collection.get(name):
            shown = tuple(_resting(context, key, source) for key in keys[:room])
            yield RestingOn(name, shown, _rest(context, source.id, name, len(keys) - room))


def _resting(context: Context, key: Key, source: Key) -> Resting:
    record = context.story.collection(key.collection)[key.id]
    cited = [citation for _, citation in inside(record, CitationRecord) if citation.ref == source.id]
    at = tuple(dict.fromkeys(citation.at for citation in cited if citation.at))
    background = bool(cited) and all(citation.basis == "background" for citation in cited)
    return Resting(context.link(key), at, background)
