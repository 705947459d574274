"""The home page: the story at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.frozen import frozen
from explainer.model.fields import field_of
from explainer.model.story import Key, Story
from explainer.views.actor_cards import ActorCard, actor_card
from explainer.views.context import Context
from explainer.views.counts import counted
from explainer.views.disputes import DisputeView, dispute_view
from explainer.views.entry import Chronicle, Numbered, chronicle, entry
from explainer.views.figure_cards import FigureCard, figure_card
from explainer.views.frames import Framer
from explainer.views.glance import Glance, glance
from explainer.views.listing import Rest, rest
from explainer.views.maps import MapView, story_map
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Frame, Link, Prose, UpdateView
from explainer.views.place_cards import PlaceCard, place_card
from explainer.views.questions import QuestionCard, question_cards
from explainer.views.reading import reading_time
from explainer.views.strip import Strip, story_strip
from explainer.views.unknowns import OpenQuestion, UnknownView, open_questions, said_unknown
from explainer.views.updates import latest

LAST_UPDATES = 3
KEY_ACTORS, KEY_PLACES, KEY_FIGURES, LATEST = 6, 4, 4, 5
"""How many records home shows where the editors name none."""
NEXT, DISPUTES, NAMED_SOURCES = 6, 6, 8
"""How many plans and disputes it shows, and up to how many sources it names."""


@frozen
class HomeView:
    """The story at a glance."""

    frame: Frame
    standfirst: Prose | None
    as_of: DateView | None
    timezone: str
    minutes: tuple[int, int]
    """How long the answers to the questions take to read, and how long everything takes."""
    glance: Glance
    questions: tuple[QuestionCard, ...]
    latest: tuple[Numbered, ...]
    """The last things that happened, newest first."""
    planned: Chronicle
    chronology: Link
    strip: Strip | None
    """The last days with entries."""
    actors: tuple[ActorCard, ...]
    places: tuple[PlaceCard, ...]
    map: MapView | None
    figures: tuple[FigureCard, ...]
    disputes: tuple[DisputeView, ...]
    unknown: tuple[UnknownView, ...]
    """What the editors say is not known."""
    open: tuple[OpenQuestion, ...]
    """What the records leave open beyond that."""
    counts: tuple[tuple[str, int, Link], ...]
    """Collections, how many records each has, and its page."""
    sources: tuple[Link, ...]
    """All of them, where they are few enough to be named."""
    all_sources: Link | None
    """How many there are, leading to their page."""
    updates: tuple[UpdateView, ...]
    """The last changes, newest first."""
    more_planned: Rest
    """How many more plans there are than home shows."""
    more_disputes: Rest
    log: Link


def home_page(framer: Framer) -> HomeView:
    """Return the story at a glance."""
    context, notes = framer.context, Notes(framer.context)
    story, info = context.story, context.story.info
    dated = [key for key in context.timeline.keys if key.collection == "events"]
    happened = [key for key in dated if story.events[key.id].phase in {"past", "ongoing"}]
    planned = [key for key in dated if story.events[key.id].phase == "planned"]
    pieces = {  # in the order of the page, so that evidence is numbered as it is read
        "glance": glance(context, notes),
        "latest": tuple(entry(context, key, notes) for key in reversed(happened[-LATEST:])),
        "planned": chronicle(context, planned[:NEXT], notes),
        "actors": tuple(
            actor_card(id_, context, notes)
            for id_ in info.key.actors or _most_mentioned(story, "actors", KEY_ACTORS)
        ),
        "places": tuple(
            place_card(id_, context, notes)
            for id_ in info.key.places or _most_mentioned(story, "places", KEY_PLACES)
        ),
        "figures": tuple(
            figure_card(id_, context, notes) for id_ in info.key.figures or tuple(story.figures)[:KEY_FIGURES]
        ),
        "disputes": tuple(dispute_view(id_, context, notes) for id_ in list(story.disputes)[:DISPUTES]),
        "unknown": tuple(said_unknown(context, notes)),
        "open": tuple(open_questions(context, notes)),
    }
    return HomeView(
        frame=framer.home(notes, context.plain(info.standfirst or info.title)),
        standfirst=context.prose(info.standfirst),
        as_of=context.date(info.as_of),
        timezone=info.timezone,
        minutes=(reading_time(context, *_answers(story)), reading_time(context, *_everything(story))),
        questions=question_cards(context),
        strip=story_strip(context),
        chronology=Link(framer.title("chronology"), context.urls.list("chronology")),
        counts=tuple(_counts(framer)),
        sources=context.links("sources", story.sources if len(story.sources) <= NAMED_SOURCES else ()),
        all_sources=Link(counted(context, "sources", len(story.sources)), context.urls.list("sources"))
        if story.sources
        else None,
        map=story_map(context),
        updates=latest(context, LAST_UPDATES),
        more_planned=rest(context, "events", len(planned) - NEXT),
        more_disputes=rest(context, "disputes", len(story.disputes) - DISPUTES),
        log=Link(framer.title("updates"), context.urls.list("updates")),
        **pieces,  # type: ignore[arg-type]
    )


def _answers(story: Story) -> Iterator[str]:
    return (question.answer for question in story.info.questions)


def _everything(story: Story) -> Iterator[str]:
    """Yield the texts of all records: what a reader has read who has opened every page."""
    yield from _answers(story)
    for _, record in story.records:
        for name in ("title", "summary", "says", "text", "means", "body"):
            if isinstance(text := field_of(record, name), str):
                yield text


def key_records(context: Context) -> list[Key]:
    """Return the records that home shows first: key events, actors, places and figures."""
    story, key = context.story, context.story.info.key
    events = [id_ for id_, event in story.events.items() if event.key]
    chosen = (
        ("events", events),
        ("actors", key.actors or _most_mentioned(story, "actors", KEY_ACTORS)),
        ("places", key.places or _most_mentioned(story, "places", KEY_PLACES)),
        ("figures", key.figures or tuple(story.figures)[:KEY_FIGURES]),
    )
    return [Key(collection, id_) for collection, ids in chosen for id_ in ids]


def _most_mentioned(story: Story, collection: str, most: int) -> list[str]:
    ids = list(story.collection(collection))
    return sorted(ids, key=lambda id_: -len(story.mentions.get(Key(collection, id_), ())))[:most]


def _counts(framer: Framer) -> Iterator[tuple[str, int, Link]]:
    story, urls = framer.context.story, framer.context.urls
    for name in ("events", "actors", "quotes", "figures", "places", "disputes", "sources"):
        page = "chronology" if name == "events" else name
        if count := len(story.collection(name)):
            yield name, count, Link(framer.title(page), urls.list(page))
