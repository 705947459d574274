"""Sources age: pages vanish, and what was read long ago may read differently now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explainer.model.source import Source
from explainer.model.story import Key, Story
from explainer.problems import Problem


def ageing_sources(story: Story, today: date, days: int) -> Iterator[Problem]:
    """Yield a warning for each source that readers cannot get at, or that was read over `days` ago."""
    for id_, source in story.sources.items():
        where = story.place(Key("sources", id_))
        if source.url is None and source.archived is None:
            message = f'"{id_}" has neither a `url` nor an archived copy, so readers cannot look it up'
            yield Problem(where, "no-copy", message, "add `url`, or `archived`", "warning")
            continue
        if source.archived is None:
            message = f'"{id_}" has no archived copy; its page may change or vanish'
            yield Problem(
                where.step("url"), "no-copy", message, "save it in a web archive, add `archived`", "warning"
            )
        yield from _read_long_ago(source, story, today, days)


def _read_long_ago(source: Source, story: Story, today: date, days: int) -> Iterator[Problem]:
    where = story.place(Key("sources", source.id))
    latest = source.accessed.edtf.latest if source.accessed else ""
    if not latest:
        message = f'"{source.id}" does not say when it was last read'
        yield Problem(where, "not-accessed", message, f"read it, and add `accessed: {today}`", "warning")
        return
    age = (today - date.fromisoformat(latest)).days
    if age > days:
        message = f'"{source.id}" was last read {age} days ago'
        hint = f"read it again, then write `accessed: {today}`"
        yield Problem(where.step("accessed"), "long-ago", message, hint, "warning")
