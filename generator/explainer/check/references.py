"""References lead to exactly one record, and no record contains itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import dropwhile

from explainer.model.collections import BY_PREFIX, COLLECTIONS
from explainer.model.fields import field_of
from explainer.model.links import links_in, open_links
from explainer.model.record import Record
from explainer.model.references import Reference, Target, mentions, proses, references
from explainer.model.story import Key, Story, Unread
from explainer.near import did_you_mean
from explainer.problems import Problem, Where


def references_exist(story: Story, unread: Unread) -> Iterator[Problem]:
    """Yield a problem for each reference to a record that is unknown or ambiguous."""
    good: set[Target] = set()
    for origin, model in story.written():
        if all(target in good or _is_good(target, story, good) for target in mentions(model).targets):
            continue
        for reference in references(model):
            yield from _judge(story, reference, origin.step(*reference.path), unread)
    for name, text in story.pages.items():
        for link in links_in(text):
            reference = Reference((), (), link.target, in_prose=True)
            yield from _judge(story, reference, _place(name, text, link.start), unread)


def _is_good(target: Target, story: Story, good: set[Target]) -> bool:
    """Tell whether a reference leads to one record, and remember it if so."""
    if len(story.candidates(target[1], target[0])) != 1:
        return False
    good.add(target)
    return True


def _judge(story: Story, reference: Reference, where: Where, unread: Unread) -> Iterator[Problem]:
    found = story.candidates(reference.target, reference.collections)
    if len(found) > 1:
        choices = " or ".join(_spelt(key, reference) for key in found)
        kinds = " and ".join(_a(COLLECTIONS[key.collection].prefix) for key in found)
        yield Problem(where, "ambiguous", f'"{reference.target}" is the id of {kinds}', f"write {choices}")
    elif not found and not unread.may_hold(reference.target, reference.collections):
        yield _unknown(story, reference, where)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _spelt(key: Key, reference: Reference) -> str:
    return f"[[{key}]]" if reference.in_prose else str(key)


def _unknown(story: Story, reference: Reference, where: Where) -> Problem:
    prefix, colon, rest = reference.target.partition(":")
    if colon and prefix not in BY_PREFIX:
        hint = did_you_mean(prefix, BY_PREFIX) or f"one of: {', '.join(BY_PREFIX)}"
        return Problem(where, "unknown-reference", f'"{prefix}:" is no kind of record', hint)
    allowed = (BY_PREFIX[prefix],) if colon else reference.collections or tuple(COLLECTIONS)
    if colon and reference.collections and allowed[0] not in reference.collections:
        wanted = COLLECTIONS[reference.collections[0]].prefix
        message = f'"{reference.target}" is {_a(prefix)}, but {_a(wanted)} is needed here'
        return Problem(where, "unknown-reference", message, f"write the id of {_a(wanted)}")
    known = [id_ for name in allowed for id_ in story.collection(name)]
    noun = COLLECTIONS[allowed[0]].prefix if len(allowed) == 1 else "record"
    hint = did_you_mean(rest if colon else reference.target, known) or f"add the {noun}, or correct the id"
    message = f'no {noun} called "{rest if colon else reference.target}"'
    return Problem(where, "unknown-reference", message, hint)


def drafts_stay_out_of_sight(story: Story) -> Iterator[Problem]:
    """Yield a problem for each mention of a draft in a record that is published, unless it is withheld."""
    if not any(one.draft for name in COLLECTIONS for one in story.collection(name).values()):
        return
    for key, record in story.records:
        if record.draft:
            continue
        for reference in references(record):
            target = story.resolve(reference.target, reference.collections)
            mentioned = story.get(target) if target else None
            if mentioned is not None and mentioned.draft and reference.path[0] not in record.withheld:
                message = f'"{reference.target}" is a draft, so readers cannot be led to it'
                hint = f'publish it, or make "{key.id}" a draft too'
                yield Problem(story.origins[key].step(*reference.path), "draft", message, hint)


def links_are_closed(story: Story) -> Iterator[Problem]:
    """Yield a warning for each `[[` that begins no link, in records and in the editors' pages."""
    for key, record in story.records:
        if not mentions(record).unclosed:
            continue
        for path, text in proses(record):
            yield from (_open_link(story.origins[key].step(*path)) for _ in open_links(text))
    for name, text in story.pages.items():
        yield from (_open_link(_place(name, text, at)) for at in open_links(text))


def _open_link(where: Where) -> Problem:
    return Problem(where, "open-link", "[[ begins a link that is not closed", "write [[id]]", "warning")


def _place(name: str, text: str, at: int) -> Where:
    return Where(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


_CONTAINERS = (("actors", "part_of"), ("places", "within"), ("events", "part_of"))


def nothing_contains_itself(story: Story) -> Iterator[Problem]:
    """Yield a problem for each actor, place or event that is, through others, part of itself."""
    for name, attribute in _CONTAINERS:
        records = story.collection(name)
        for id_ in _circular(records, attribute):
            where = story.origins[Key(name, id_)].step(attribute)
            message = f'"{id_}" is part of itself: {attribute} leads back to it'
            yield Problem(where, "circle", message, "take one of the links out")


def _circular(records: Mapping[str, Record], attribute: str) -> Iterator[str]:
    """Yield the ids that lead back to themselves; each record is passed once, however long the chains are."""
    passed: set[str] = set()
    for first in records:
        chain: dict[str, None] = {}
        here: str | None = first
        while here is not None and here in records and here not in passed:
            passed.add(here)
            chain[here] = None
            here = field_of(records[here], attribute)
        if here in chain:
            yield from dropwhile(here.__ne__, chain)
