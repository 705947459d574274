"""Who is to be protected, by which names, and where texts spell them out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from explainer.frozen import frozen
from explainer.model.actor import Actor
from explainer.model.fields import Model, ProseMark, RefTo, marks
from explainer.model.links import links_in
from explainer.model.story import INFO, Story
from explainer.model.withheld import LEFT_OUT, taken_out
from explainer.problems import Where

Person = tuple[str, tuple[str, ...]]
"""The id of somebody to be protected, and the names that would give them away."""
_NAMES = ("name", "names", "aliases", "weak_aliases")
_UNREAD = frozenset({"id", "former_ids", "note", "draft"})
"""Fields that are no published text, or are judged by a rule of their own."""


def protected(story: Story) -> Iterator[Person]:
    """Yield private persons and actors of withheld name; a description, such as “a shepherd”, is no name."""
    for id_, actor in story.actors.items():
        out = taken_out(actor)
        fields = [field for field in _NAMES if actor.private or field in out]
        described = actor.kind == "unnamed-person" and "name" not in out
        names = [
            name for field in fields if not (described and field == "name") for name in _in(actor, field)
        ]
        kept = tuple(dict.fromkeys(name for name in names if len(name) > 2 and name != LEFT_OUT))
        if kept:
            yield id_, kept


def _in(actor: Actor, field: str) -> tuple[str, ...]:
    value = getattr(actor, field)
    return (value,) if isinstance(value, str) else tuple(value.values() if isinstance(value, dict) else value)


class Finder:
    """Finds protected names in texts, but not inside longer names of others."""

    def __init__(self, story: Story, people: list[Person]) -> None:
        longest_first = sorted(((name, who) for who, names in people for name in names), key=_length)
        self._patterns = [(who, _pattern(name)) for name, who in longest_first]
        hidden = {who for who, _ in people}
        open_ = (actor for id_, actor in story.actors.items() if id_ not in hidden)
        names = {name for actor in open_ for field in _NAMES for name in _in(actor, field)}
        longer = [name for name in names if any(p.search(folded(name)) for _, p in self._patterns)]
        self._others = [_pattern(name) for name in sorted(longer, key=len, reverse=True)]

    def found(self, text: str) -> Iterator[tuple[str, str, int]]:
        """Yield whose name it is, the name as it stands there, and where, from 0."""
        bare = folded(text)
        for link in links_in(text):  # the id in a link is judged as an id; its label is a text
            end = bare.index("]]", link.start)
            end = bare.find("|", link.start, end) if link.label else end
            bare = bare[: link.start] + " " * (end - link.start) + bare[end:]
        for other in self._others:
            bare = other.sub(_blank, bare)
        for who, pattern in self._patterns:
            if match := pattern.search(bare):
                yield who, text[match.start() : match.end()], match.start()
                bare = pattern.sub(_blank, bare)


def _length(named: tuple[str, str]) -> int:
    return -len(named[0])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s_-]+".join(re.escape(word) for word in folded(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def folded(text: str) -> str:
    """Return a text in lower case without accents, letter by letter, so that every letter keeps its place."""
    return text.lower() if text.isascii() else "".join(map(_bare, text))


@cache
def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].lower()[0]


@frozen
class PublishedText:
    """A text that readers are given: where it stands, and whether it may hold links."""

    where: Where
    text: str
    prose: bool
    private: str
    """The id of the private person whose own record it stands in, which machines never see."""


def texts(story: Story) -> Iterator[PublishedText]:
    """Yield every text of a story that is published, ids and references excepted."""
    info = story.origins.get(INFO, Where("story.yml"))
    yield from (PublishedText(where, text, prose, "") for where, text, prose in _strings(story.info, info))
    for key, record in story.records:
        if record.draft:
            continue
        private = key.id if isinstance(record, Actor) and record.private else ""
        for where, text, prose in _strings(record, story.origins[key], taken_out(record)):
            yield PublishedText(where, text, prose, private)


def _strings(model: Model, where: Where, out: tuple[str, ...] = ()) -> Iterator[tuple[Where, str, bool]]:
    for name, alias, prose in _readable(type(model)):
        if name not in out:
            yield from _inside(getattr(model, name), where.step(alias), prose=prose)


@cache
def _readable(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a model that may hold texts: attribute, name in files, and whether it is prose."""
    found = []
    for name, field in model.model_fields.items():
        held = [mark for part in (field.annotation, *field.metadata) for mark in marks(part)]
        if name not in _UNREAD and not any(isinstance(mark, RefTo) for mark in held):
            prose = any(isinstance(mark, ProseMark) for mark in held)
            found.append((name, field.alias or name, prose))
    return tuple(found)


def _inside(value: Any, where: Where, *, prose: bool) -> Iterator[tuple[Where, str, bool]]:
    if isinstance(value, str):
        yield where, value, prose
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, where.step(number), prose=prose)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, where.step(key), prose=prose)
    elif isinstance(value, Model):
        yield from _strings(value, where)
