"""All pages of a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from explainer.model.story import Key
from explainer.views import log, relations
from explainer.views.actors import ActorsView, ActorView, actor_pages, actors_page
from explainer.views.az import IndexView, index_pages
from explainer.views.chronology import ChronologyView, chronologies
from explainer.views.context import Context
from explainer.views.disputes import DisputesView, disputes_page
from explainer.views.downloads import DownloadsView, downloads_page
from explainer.views.events import EventView, event_pages
from explainer.views.figures import FiguresView, FigureView, figure_pages, figures_page
from explainer.views.former_periods import former_pages
from explainer.views.frames import Framer
from explainer.views.glossary import GlossaryView, glossary_page
from explainer.views.home import HomeView, home_page
from explainer.views.log import LogView, log_page, period_pages
from explainer.views.parts import PartView, collection_pages
from explainer.views.parts import shelved as in_parts
from explainer.views.places import PlacesView, PlaceView, place_pages, places_page
from explainer.views.planned import Planned
from explainer.views.questions import QuestionsView, QuestionView, question_pages
from explainer.views.quote_groups import QuoteGroupView, group_pages
from explainer.views.quotes import QuotesView, QuoteView, quote_pages, quotes_page
from explainer.views.relations import RelationGroupView, RelationsView, relation_pages, relations_page
from explainer.views.sources import SourcesView, SourceView, source_pages, sources_page
from explainer.views.whole import VolumeView, whole_pages

View = (
    HomeView | ChronologyView | ActorsView | ActorView | EventView | QuotesView | QuoteView | FiguresView
    | FigureView | PlacesView | PlaceView | SourcesView | SourceView | DisputesView | GlossaryView | LogView
    | PartView | IndexView | QuoteGroupView | RelationsView | RelationGroupView
    | QuestionsView | QuestionView | DownloadsView | VolumeView
)  # fmt: skip

_COLLECTIONS: tuple[
    tuple[str, Callable[[Framer], View], Callable[[Framer], Iterable[Planned[View]]]], ...
] = (
    ("actors", actors_page, actor_pages),
    ("relations", relations_page, relation_pages),
    ("quotes", quotes_page, quote_pages),
    ("figures", figures_page, figure_pages),
    ("places", places_page, place_pages),
    ("sources", sources_page, source_pages),
    ("disputes", disputes_page, lambda _: ()),
    ("glossary", glossary_page, lambda _: ()),
    ("updates", log_page, period_pages),
)


def pages(framer: Framer) -> Iterator[Planned[View]]:
    """Yield every page of a story; a collection without records has none."""
    story, urls = framer.context.story, framer.context.urls
    yield Planned(urls.home_file(), partial(home_page, framer))
    yield from question_pages(framer)
    yield from chronologies(framer)
    yield from event_pages(framer)
    for collection, page, records in _COLLECTIONS:
        if story.collection(collection):
            yield from collection_pages(framer, collection, page)
            yield from records(framer)
    yield from group_pages(framer)
    yield from index_pages(framer)
    yield Planned(urls.list_file("downloads"), partial(downloads_page, framer))
    yield from whole_pages(framer)


def shelved(context: Context) -> dict[Key, str]:
    """Return the source path of the page that each record of a long collection stands on without its own."""
    return dict(
        [
            *chain(*(in_parts(context, name) for name in ("disputes", "glossary"))),
            *log.shelved(context),
            *relations.shelved(context),
        ]
    )


def redirects(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the source path of each former address of a record with a page, and the record's address now."""
    story, urls = context.story, context.urls
    for key, record in story.records:
        for former in record.former_ids:
            if "#" not in (now := urls.record(key)) and now:
                yield urls.record_file(Key(key.collection, former)), now
    yield from former_pages(context)
