"""Records as search knows them: what they are called in any script, what they say, and where they are.

For machines only: to be made from a story without private persons, whose own records are left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

from explainer.frozen import frozen
from explainer.model.fields import Model, ProseMark, RefTo, field_of, marks
from explainer.model.record import Record
from explainer.model.references import references
from explainer.model.relation import Relation
from explainer.model.source import Source
from explainer.model.story import Key
from explainer.model.when import DateRecord
from explainer.views.context import Context
from explainer.views.pieces import Frame

FOUND = ("actors", "events", "quotes", "figures", "places", "disputes", "glossary", "sources", "relations")
"""The collections that search looks through; what an update says stands on the page that it changed."""
UNTITLED = "relations"
"""The collection whose records have no titles of their own, but stand on the profiles of two actors."""
PAGE = "pages"
"""What is no record: the home page, the collections' pages, and pages of the editors' own."""
_FIRST = ("words", "says", "summary", "means", "body")
"""The fields that a record's first words come from."""
_NAMES = ("names", "aliases", "weak_aliases")
_SAID = ("words", "label", "text", "unit", "author", "credit")
"""Fields with texts for readers that are no prose; `title` is one too, but for the record's own."""
_UNSAID = frozenset({"id", "former_ids", "note", "draft", "withheld", "tags", "links", *_NAMES})


@frozen
class Findable:
    """A record or a page as search knows it; all texts are plain."""

    collection: str
    """The record's collection, or `PAGE`."""
    url: str
    """From the site's root."""
    lang: str
    title: str
    names: tuple[str, ...] = ()
    """Other names, in any language and script."""
    date: str = ""
    """In words."""
    text: str = ""
    """What it says, its first words first."""
    others: tuple[str, ...] = ()
    """Actors and places that it names."""


def findables(context: Context) -> Iterator[Findable]:
    """Yield every record that search may find, collection by collection."""
    for key, record in found(context, FOUND):
        if url := context.link(key).url:
            yield _findable(key, record, url, context)


def found(context: Context, collections: Iterable[str]) -> Iterator[tuple[Key, Record]]:
    """Yield the records of these collections, those about private persons left out."""
    for collection in collections:
        for id_, record in context.story.collection(collection).items():
            if not _private(record, context):
                yield Key(collection, id_), record


def page(frame: Frame, text: str = "") -> Findable:
    """Return a page that shows no record of its own; `text` is for more than its description."""
    return Findable(PAGE, frame.url, frame.lang, frame.title, text=f"{frame.description} {text}".strip())


def _private(record: Record, context: Context) -> bool:
    """Tell whether a record is about a private person and nothing else."""
    ends = (record.a, record.b) if isinstance(record, Relation) else ()
    actors = (context.story.actors.get(end) for end in ends)
    return bool(field_of(record, "private")) or any(actor and actor.private for actor in actors)


def _findable(key: Key, record: Record, url: str, context: Context) -> Findable:
    date = field_of(record, "date") or field_of(record, "published")
    shown = context.date(date) if isinstance(date, DateRecord) else None
    texts = dict.fromkeys(text for text in _texts(record, context, own=True) if text)
    title = context.title(record)
    return Findable(
        collection=key.collection,
        url=url,
        lang=context.story.info.language,
        title=title,
        names=names_of(record),
        date=shown.text if shown else "",
        text=" ".join(texts),
        others=tuple(dict.fromkeys(other for other in _others(record, context) if other not in title)),
    )


def names_of(record: Record) -> tuple[str, ...]:
    """Return the other names of a record, in any language and script."""
    values = [field_of(record, field, ()) for field in _NAMES]
    names = (value.values() if isinstance(value, Mapping) else value for value in values)
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _others(record: Record, context: Context) -> Iterator[str]:
    for reference in references(record):
        key = context.story.resolve(reference.target, reference.collections)
        other = context.story.get(key) if key and key.collection in {"actors", "places"} else None
        if other is not None and not reference.in_prose:
            yield context.title(other)


def _texts(model: Model, context: Context, *, own: bool = False) -> Iterator[str]:
    """Yield the texts of a record; `own` for the record itself rather than what is inside it."""
    for name, prose in _fields(type(model)):
        if not (own and name == "title") and not (isinstance(model, Source) and name == "text"):
            yield from _inside(getattr(model, name), context, prose=prose, said=name in {*_SAID, "title"})


def _inside(value: Any, context: Context, *, prose: bool, said: bool) -> Iterator[str]:
    if isinstance(value, str) and (prose or said):
        yield context.plain(value) if prose else " ".join(value.split())
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item, context, prose=prose, said=said)
    elif isinstance(value, Model) and not isinstance(value, DateRecord):
        yield from _texts(value, context)


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that may hold texts, those with a record's first words first, and which are prose."""
    found = []
    for name, field in model.model_fields.items():
        held = [mark for part in (field.annotation, *field.metadata) for mark in marks(part)]
        if name not in _UNSAID and not any(isinstance(mark, RefTo) for mark in held):
            found.append((name, any(isinstance(mark, ProseMark) for mark in held)))
    return tuple(sorted(found, key=lambda one: (*_FIRST, one[0]).index(one[0])))
