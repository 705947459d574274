"""A record that prose leads to, in a few words, to be looked up without leaving the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from explainer.frozen import frozen
from explainer.model.fields import field_of
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.pieces import Link
from explainer.views.roles import current_role

_COLLECTIONS = ("actors", "places", "glossary")
_SENTENCE = re.compile(
    r"(?:[^.!?؟。]|[.!?؟](?![\s\"”»)]))*?\w{2,}[\"”»)]*[.!?؟。]+[\"”»)]*(?=\s+[^\W\da-z_]|$)"
)
"""Up to a full stop after a word, not an initial, that a capital or a letter without case follows."""
_LONGEST = 240


@frozen
class Preview:
    """A record in a few words."""

    id: str
    """The anchor of its card."""
    link: Link
    kind: str
    role: str
    says: str
    """One sentence, as plain text."""
    collection: str


class Previews:
    """The records that can be looked up, by address; private persons are not among them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._made: dict[str, Preview | None] = {}

    def of(self, url: str) -> Preview | None:
        """Return the record at an address in a few words, or nothing where there is no more to tell."""
        if url not in self._made:
            key = self._keys.get(url)
            self._made[url] = self._preview(key) if key else None
        return self._made[url]

    @cached_property
    def _keys(self) -> dict[str, Key]:
        return {self._context.urls.record(key): key for key in self._known()}

    def _known(self) -> Iterator[Key]:
        story = self._context.story
        yield from (Key("actors", id_) for id_, actor in story.actors.items() if not actor.private)
        yield from (Key(name, id_) for name in _COLLECTIONS[1:] for id_ in story.collection(name))

    def _preview(self, key: Key) -> Preview | None:
        record = self._context.story.collection(key.collection)[key.id]
        told = field_of(record, "summary") or field_of(record, "means")
        if not told:
            return None
        return Preview(
            f"card-{key.collection.removesuffix('s')}-{key.id}",
            self._context.link(key),
            field_of(record, "kind", ""),
            _role(self._context, key),
            first_sentence(self._context.plain(told)),
            key.collection,
        )


def _role(context: Context, key: Key) -> str:
    """Return the position that an actor holds at the story's as-of date, or an empty text."""
    role = current_role(context.story.actors[key.id], context) if key.collection == "actors" else None
    return role.title if role else ""


def first_sentence(text: str) -> str:
    """Return the first sentence of a plain text, cut at a word where it is very long."""
    words = " ".join(text.split())
    found = _SENTENCE.match(words)
    first = found[0] if found else words
    return first if len(first) <= _LONGEST else first[:_LONGEST].rsplit(" ", 1)[0] + " …"
