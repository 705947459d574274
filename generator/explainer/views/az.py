"""The A-Z index: every record under its name and its other names, by script and letter.

The order is that of the folded names (`explainer.folding`): accents and the article are left aside, letters
stand in the order of Unicode, which is each alphabet's own or near it, and Arabic in that of its alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from explainer.folding import initial, sort_key
from explainer.frozen import frozen
from explainer.model.collections import title_of
from explainer.model.titles import full_title
from explainer.urls import INDEX, letter_anchor
from explainer.views.context import Context
from explainer.views.findable import found, names_of
from explainer.views.frames import Framer
from explainer.views.letters import Choice, Choices, by_script, script_name
from explainer.views.notes import Notes
from explainer.views.pieces import Frame, Link
from explainer.views.planned import Planned
from explainer.views.search import kind_of

INDEXED = ("actors", "places", "glossary", "events", "figures", "disputes", "sources")
"""The collections in the index; a quotation is found through its speaker."""
ON_ONE_PAGE = 400
"""Names up to which the whole index is one page."""
ON_A_PAGE = 800
"""Names that a letter's page holds at most."""


@frozen
class Name:
    """A name in the index."""

    text: str
    link: Link
    """The record, under the name that the story gives it."""
    kind: str

    @property
    def is_other(self) -> bool:
        """Tell whether the story calls the record by another name."""
        return self.text != self.link.text


@frozen
class Letter:
    """The names under one letter, or a part of them where they are many."""

    anchor: str
    script: str
    """What the letters of its script are called."""
    text: str
    """Empty for what stands under no letter."""
    names: tuple[Name, ...]
    part: int = 0
    """Which part this is, from 1; 0 for the whole."""


@frozen
class IndexView:
    """The A-Z index, or one letter's page of it."""

    frame: Frame
    choices: Choices
    letters: tuple[Letter, ...]
    """The names on this page."""
    count: int


def index_pages(framer: Framer) -> Iterator[Planned[IndexView]]:
    """Yield the index: one page, or a page of letters and one for each letter where names are many."""
    context = framer.context
    names = sorted(_names(context), key=lambda name: (sort_key(name.text), name.kind, name.link.url))
    if not names:
        return
    whole = [
        Letter(letter_anchor(*under), script_name(context, under[0]), under[1], tuple(group))
        for under, group in groupby(names, key=lambda name: initial(name.text))
    ]
    file = context.urls.list_file(INDEX)
    if len(names) <= ON_ONE_PAGE:
        here = context.urls.url(file)
        choices = [_choice(letter, f"{here}#{letter.anchor}") for letter in whole]
        yield Planned(file, partial(_index, framer, choices, tuple(whole), len(names)))
        return
    parts = [part for letter in whole for part in _parts(letter)]
    urls = [context.urls.url(context.urls.letter_file(part.anchor)) for part in parts]
    choices = [_choice(part, url) for part, url in zip(parts, urls, strict=True)]
    yield Planned(file, partial(_index, framer, choices, (), len(names)))
    for part, choice in zip(parts, choices, strict=True):
        made = partial(_letter, framer, choices, part, choice.text)
        yield Planned(context.urls.letter_file(part.anchor), made)


def _index(framer: Framer, choices: Sequence[Choice], letters: tuple[Letter, ...], count: int) -> IndexView:
    description = _description(framer.context, count)
    frame = framer.collection(INDEX, Notes(framer.context), description, "az")
    return IndexView(frame, by_script(choices), letters, count)


def _letter(framer: Framer, choices: Sequence[Choice], part: Letter, title: str) -> IndexView:
    description = _description(framer.context, len(part.names))
    frame = framer.letter(part.anchor, title, Notes(framer.context), description)
    return IndexView(frame, by_script(choices), (part,), len(part.names))


def _choice(letter: Letter, url: str) -> Choice:
    return Choice(letter.script, letter.text, letter.part, url, len(letter.names))


def _names(context: Context) -> Iterator[Name]:
    for key, record, url in found(context, INDEXED):
        kind = kind_of(key.collection, context.story.info.language)
        title = full_title(context.story, record)
        for text in dict.fromkeys((title_of(record), *names_of(record))):
            yield Name(text, Link(title, url), kind)


def _parts(letter: Letter) -> Iterator[Letter]:
    """Yield a letter's names in portions that a page may hold."""
    if len(letter.names) <= ON_A_PAGE:
        yield letter
        return
    for part, start in enumerate(range(0, len(letter.names), ON_A_PAGE), 1):
        names = letter.names[start : start + ON_A_PAGE]
        yield Letter(f"{letter.anchor}-{part}", letter.script, letter.text, names, part)


def _description(context: Context, count: int) -> str:
    names = context.language.ngettext("{count} name", "{count} names", count).format(count=count)
    return f"{context.story.info.title}: {names}."
