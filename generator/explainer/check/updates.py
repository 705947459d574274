"""Updates tell readers something."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.model.story import Key, Story
from explainer.model.update import UNFINISHED
from explainer.problems import Problem


def updates_are_finished(story: Story) -> Iterator[Problem]:
    """Yield a problem for each update whose sentence was pasted and not finished."""
    for id_, update in story.updates.items():
        if update.says.startswith(UNFINISHED) and not update.draft:
            where = story.origins[Key("updates", id_)].step("says")
            message = f"this update still begins with {UNFINISHED}"
            yield Problem(where, "unfinished", message, "say in a sentence what was changed, and why")
