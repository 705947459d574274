"""Every record rests on a source, and says where in it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.model.story import Story
from explainer.problems import Problem

_STAND_ALONE = {"sources", "images", "updates"}
"""Collections whose records are evidence, or our own word."""
LONGEST_LOCATOR = 8
"""Words: a locator is a pointer into the source, not a copy of it."""


def records_have_sources(story: Story) -> Iterator[Problem]:
    """Yield a problem for each record that neither names a source nor says why it has none."""
    for key, record in story.records:
        if key.collection in _STAND_ALONE or (record.source and not record.unsourced):
            continue
        where = story.origins[key]
        if not record.source and not record.unsourced and "source" not in record.withheld:
            hint = "add a line “source: …”, or “unsourced: why” if there is none"
            yield Problem(where, "no-source", f'"{record.id}" has no source', hint)
        elif record.source and record.unsourced:
            message = f'"{record.id}" has a source and says that it has none'
            yield Problem(
                where.step("unsourced", on_key=True), "no-source", message, "delete one of the two", "warning"
            )


def locators_are_short(story: Story) -> Iterator[Problem]:
    """Yield a problem for each locator of more than eight words."""
    for owner, path, citation in story.citations:
        count = len(citation.at.split()) if citation.at else 0
        if count > LONGEST_LOCATOR:
            where = story.place(owner).step(*path)
            message = f"this locator has {count} words, {LONGEST_LOCATOR} at most"
            yield Problem(
                where.step("at"), "long-locator", message, "copy just enough words to find the place"
            )
