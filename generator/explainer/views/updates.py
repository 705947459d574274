"""Updates: the log of what was changed, and the changes that concern a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from explainer.model.references import references
from explainer.model.story import Key, Story
from explainer.model.update import Update, newest_first
from explainer.urls import LISTED, PAGED
from explainer.views.context import Context
from explainer.views.pieces import UpdateView


def latest(context: Context, most: int) -> tuple[UpdateView, ...]:
    """Return the newest updates, so many at most, the newest first."""
    ordered = newest_first(context.story.updates.values())
    return tuple(update_view(update, context) for update in ordered[:most])


def updates_of(context: Context, key: Key) -> tuple[UpdateView, ...]:
    """Return the updates that concern a record's page, newest first.

    Records without a page, such as relations, concern the pages of the records that they belong to.
    """
    story = context.story
    if not story.updates:
        return ()
    concerned = {key}
    for other in story.mentions.get(key, ()):
        if _has_no_page(other):
            concerned.add(other)
    concerned |= {target for target in _targets(story, key) if _has_no_page(target)}
    return _naming(context, concerned)


def updates_in(context: Context, collection: str, ids: Iterable[str]) -> tuple[UpdateView, ...]:
    """Return the updates that concern any of these records of a collection, which share one page."""
    return _naming(context, {Key(collection, id_) for id_ in ids})


def _naming(context: Context, keys: Collection[Key]) -> tuple[UpdateView, ...]:
    story = context.story
    mentioning = {
        other.id for key in keys for other in story.mentions.get(key, ()) if other.collection == "updates"
    }
    named = [
        update
        for update in map(story.updates.__getitem__, mentioning)
        if any(story.resolve(item) in keys for item in update.items)
    ]
    places = context.update_places
    ordered = newest_first(sorted(named, key=lambda update: places[update.id]))
    return tuple(update_view(update, context) for update in ordered)


def _has_no_page(key: Key) -> bool:
    return key.collection not in (*PAGED, *LISTED)


def _targets(story: Story, key: Key) -> set[Key]:
    record = story.get(key)
    found = (story.resolve(ref.target, ref.collections) for ref in references(record)) if record else ()
    return {target for target in found if target}


def update_view(update: Update, context: Context) -> UpdateView:
    """Return an update with links to its entry in the log and to what it concerns."""
    date, says = context.date(update.date), context.prose(update.says)
    if date is None or says is None:  # both are required; this tells the type checker
        raise TypeError(update.id)
    return UpdateView(
        id=update.id,
        link=context.link(Key("updates", update.id), date.text),
        kind=update.kind,
        date=date,
        says=says,
        was=update.was or "",
        now=update.now or "",
        items=context.targets(update.items),
        withheld=context.withheld(update),
    )
