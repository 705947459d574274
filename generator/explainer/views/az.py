"""The A-Z index: every record under its name and its other names, by script and letter.

The order is that of the folded names (`explainer.folding`): accents and the article are left aside, letters
stand in the order of Unicode, which is each alphabet's own or near it, and Arabic in that of its alphabet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from explainer.folding import initial, sort_key
from explainer.frozen import frozen
from explainer.model.collections import title_of
from explainer.model.story import Key
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


@frozen
class _Portion:
    """A letter, or a part of one, of which only the number of names is known before its page is made."""

    anchor: str
    script: str
    text: str
    part: int
    count: int
    names: Callable[[], tuple[Name, ...]]
    """All names under the letter, in order."""

    def letter(self) -> Letter:
        """Return the letter with its names."""
        first = ON_A_PAGE * max(self.part - 1, 0)
        names = self.names()[first : first + self.count]
        return Letter(self.anchor, self.script, self.text, names, self.part)


def index_pages(framer: Framer) -> Iterator[Planned[IndexView]]:
    """Yield the index: one page, or a page of letters and one for each letter where names are many."""
    context = framer.context
    letters = list(_letters(context))
    count = sum(letter.count for letter in letters)
    if not count:
        return
    file = context.urls.list_file(INDEX)
    if count <= ON_ONE_PAGE:
        here = context.urls.url(file)
        choices = [_choice(letter, f"{here}#{letter.anchor}") for letter in letters]
        yield Planned(file, partial(_index, framer, choices, letters, count))
        return
    parts = [part for letter in letters for part in _parts(letter)]
    urls = [context.urls.url(context.urls.letter_file(part.anchor)) for part in parts]
    choices = [_choice(part, url) for part, url in zip(parts, urls, strict=True)]
    yield Planned(file, partial(_index, framer, choices, (), count))
    for part, choice in zip(parts, choices, strict=True):
        made = partial(_letter, framer, choices, part, choice.text)
        yield Planned(context.urls.letter_file(part.anchor), made)


def _index(framer: Framer, choices: Sequence[Choice], letters: Sequence[_Portion], count: int) -> IndexView:
    description = _description(framer.context, count)
    frame = framer.collection(INDEX, Notes(framer.context), description, "az")
    return IndexView(frame, by_script(choices), tuple(letter.letter() for letter in letters), count)


def _letter(framer: Framer, choices: Sequence[Choice], part: _Portion, title: str) -> IndexView:
    description = _description(framer.context, part.count)
    frame = framer.letter(part.anchor, title, Notes(framer.context), description)
    return IndexView(frame, by_script(choices), (part.letter(),), part.count)


def _choice(letter: _Portion, url: str) -> Choice:
    return Choice(letter.script, letter.text, letter.part, url, letter.count)


def _letters(context: Context) -> Iterator[_Portion]:
    """Yield the letters that names stand under, in order."""
    under: dict[tuple[str, str], list[tuple[str, Key]]] = {}
    for key, record in found(context, INDEXED):
        for text in dict.fromkeys((title_of(record), *names_of(record))):
            under.setdefault(initial(text), []).append((text, key))
    for (script, letter), named in sorted(under.items(), key=lambda item: sort_key(item[1][0][0])):
        names = cache(partial(_names, context, named))
        yield _Portion(
            letter_anchor(script, letter), script_name(context, script), letter, 0, len(named), names
        )


def _names(context: Context, named: Iterable[tuple[str, Key]]) -> tuple[Name, ...]:
    lang = context.story.info.language
    names = (Name(text, context.link(key), kind_of(key.collection, lang)) for text, key in named)
    return tuple(sorted(names, key=lambda name: (sort_key(name.text), name.kind, name.link.url)))


def _parts(letter: _Portion) -> Iterator[_Portion]:
    """Yield a letter's names in portions that a page may hold."""
    if letter.count <= ON_A_PAGE:
        yield letter
        return
    for part, start in enumerate(range(0, letter.count, ON_A_PAGE), 1):
        count = min(ON_A_PAGE, letter.count - start)
        yield replace(letter, anchor=f"{letter.anchor}-{part}", part=part, count=count)


def _description(context: Context, count: int) -> str:
    names = context.language.ngettext("{count} name", "{count} names", count).format(count=count)
    return f"{context.story.info.title}: {names}."
