"""Questions that readers ask, each with its answer on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from explainer.frozen import frozen
from explainer.model.info import Question
from explainer.model.links import links_in
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.frames import Framer
from explainer.views.listing import listing
from explainer.views.mentions import Mentions
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link, Prose
from explainer.views.planned import Planned
from explainer.views.reading import reading_time


@frozen
class QuestionCard:
    """A question in brief, with the beginning of its answer."""

    link: Link
    opening: Prose
    """The first paragraph of the answer."""
    more: bool
    """Whether the answer goes on."""


@frozen
class QuestionView:
    """A question, its answer, and the records that the answer rests on."""

    frame: Frame
    answer: Prose
    notes: tuple[int, ...]
    records: Mentions
    """The records it speaks of, by collection."""
    number: int
    """Its place among the questions, from 1."""
    questions: tuple[Link, ...]
    """All questions, this one among them."""
    minutes: int
    """How long the answer takes to read, rounded up."""


@frozen
class QuestionsView:
    """The page of all questions."""

    frame: Frame
    questions: tuple[QuestionCard, ...]


def question_pages(framer: Framer) -> Iterator[Planned[QuestionsView | QuestionView]]:
    """Yield the page of all questions and each question's own; nothing for a story without questions."""
    questions = framer.context.story.info.questions
    if not questions:
        return
    urls = framer.context.urls
    yield Planned(urls.list_file("questions"), partial(_list, framer))
    for number, question in enumerate(questions, 1):
        yield Planned(urls.question_file(question.id), partial(_page, framer, number))


def question_cards(context: Context) -> tuple[QuestionCard, ...]:
    """Return all questions in brief, in the editors' order."""
    return tuple(_card(context, question) for question in context.story.info.questions)


def _card(context: Context, question: Question) -> QuestionCard:
    opening, _, rest = question.answer.partition("\n\n")
    prose = context.prose(opening) or Prose(opening)
    return QuestionCard(link_to(context, question), prose, bool(rest.strip()))


def link_to(context: Context, question: Question) -> Link:
    """Return a link to a question's page."""
    return Link(question.question, context.urls.url(context.urls.question_file(question.id)))


def _list(framer: Framer) -> QuestionsView:
    context = framer.context
    cards = question_cards(context)
    count = context.language.ngettext("{count} question", "{count} questions", len(cards))
    description = f"{context.story.info.title}: {count.format(count=len(cards))}."
    return QuestionsView(framer.collection("questions", Notes(context), description), cards)


def _page(framer: Framer, number: int) -> QuestionView:
    context, notes = framer.context, Notes(framer.context)
    questions = context.story.info.questions
    links = tuple(link_to(context, question) for question in questions)
    question = questions[number - 1]
    cited = notes.cite(question.source)
    frame = framer.question(
        question.id,
        question.question,
        notes,
        context.plain(question.answer.partition("\n\n")[0]),
        previous=links[number - 2] if number > 1 else None,
        next=links[number] if number < len(links) else None,
    )
    return QuestionView(
        frame=frame,
        answer=context.prose(question.answer) or Prose(question.answer),
        notes=cited,
        records=_records(context, question),
        number=number,
        questions=links,
        minutes=reading_time(context, question.answer),
    )


def _records(context: Context, question: Question) -> Mentions:
    """Return the records that a question speaks of, in the order of the answer, by collection."""
    targets = [*(link.target for link in links_in(question.answer)), *question.about]
    found: dict[str, dict[Key, Link]] = {}
    for key in filter(None, map(context.story.resolve, targets)):
        link = context.link(key)
        if link.url:
            found.setdefault(key.collection, {})[key] = link
    return tuple(listing(context, name, list(links.values())) for name, links in found.items())
