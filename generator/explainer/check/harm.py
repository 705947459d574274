"""Do no harm: what would give away a private person, or a name that is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from explainer.check.protected import Finder, folded, protected, texts
from explainer.model.story import Key, Story
from explainer.problems import Path, Problem, Where

_LINKS = ("links", "wikidata", "image")
_PARTICLES = frozenset(
    {"abu", "and", "bin", "bint", "das", "dem", "den", "der", "des", "del", "della", "dos", "ibn", "les"}
    | {"the", "umm", "van", "von"}
)
"""Words in names that many people share."""
_LONG = 5
"""Letters from which on a word is looked for inside other words of an id."""


def protected_actors_have_no_links(story: Story) -> Iterator[Problem]:
    """Yield a problem for each private person, or actor of withheld name, with links to who it is."""
    for id_, actor in story.actors.items():
        field = next((f for f in _LINKS if getattr(actor, f) and f not in actor.withheld), None)
        if field is None or not (actor.private or "name" in actor.withheld):
            continue
        if actor.private:
            message = f'"{id_}" is private, so `{field}` must not be published'
            hint = "delete the field, or `private: true`"
        else:
            message = f'the name of "{id_}" is withheld, but `{field}` tells it'
            hint = f"withhold `{field}` too, or delete it"
        yield Problem(story.origins[Key("actors", id_)].step(field, on_key=True), "private", message, hint)


def ids_tell_nothing(story: Story) -> Iterator[Problem]:
    """Yield a warning for each id that holds a name that must not be known: ids are addresses."""
    people = list(protected(story))
    for key, record in story.records if people else ():
        for number, id_ in enumerate((key.id, *record.former_ids)):
            words = (_word_in(id_, names, any_word=key == Key("actors", who)) for who, names in people)
            if (word := next(filter(None, words), "")) and not record.draft:
                step: Path = ("id",) if number == 0 else ("former_ids", number - 1)
                message = f'"{id_}" holds “{word}” of a name that is to be protected, and ids are public'
                hint = (
                    "choose one that tells nothing, such as resident-1, and keep the old out of `former_ids`"
                )
                yield Problem(story.origins[key].step(*step), "telling-id", message, hint, "warning")


def _word_in(id_: str, names: Iterable[str], *, any_word: bool) -> str:
    """Return a word of a name that an id holds: any of them, or only where the id holds them all."""
    parts = id_.split("-")
    for name in names:
        found: list[str] = re.findall(r"\w{3,}", folded(name))
        words = [word for word in found if word not in _PARTICLES]
        held = [word for word in words if word in parts or (len(word) >= _LONG and word in id_)]
        if held and (any_word or len(held) == len(words)):
            return held[0]
    return ""


def names_stay_out_of_texts(story: Story) -> Iterator[Problem]:
    """Yield a warning for each text that spells out a protected name, in records and in editors' pages."""
    people = list(protected(story))
    if not people:
        return
    finder = Finder(story, people)
    for text in texts(story):
        for who, name, _ in finder.found(text.text):
            if who != text.private:
                yield _spelt_out(text.where, who, name, prose=text.prose)
    for page, markdown in story.pages.items():
        for who, name, at in finder.found(markdown):
            where = Where(page, markdown.count("\n", 0, at) + 1, at - markdown.rfind("\n", 0, at))
            yield _spelt_out(where, who, name, prose=True)


def _spelt_out(where: Where, who: str, name: str, *, prose: bool) -> Problem:
    message = f"“{name}” is a name that is to be protected, and machines would find it here"
    hint = f"write [[{who}]] instead" if prose else "say it without the name, or withhold this field"
    return Problem(where, "telling-text", message, hint, "warning")
