"""Figures are used as they were meant."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.model.story import Key, Story
from explainer.problems import Problem


def preferred_estimates_exist(story: Story) -> Iterator[Problem]:
    """Yield a problem for each preferred estimate that nobody gave."""
    for id_, figure in story.figures.items():
        givers = [estimate.by for estimate in figure.estimates]
        hidden = {"preferred", "estimates"} & set(figure.withheld)
        if figure.preferred and figure.preferred.by not in givers and not hidden:
            where = story.origins[Key("figures", id_)].step("preferred", "by")
            message = f'"{figure.preferred.by}" gives no estimate of this figure'
            yield Problem(where, "preferred", message, f"one of: {', '.join(dict.fromkeys(givers))}")


def figures_are_not_their_own_opposite(story: Story) -> Iterator[Problem]:
    """Yield a warning for each figure that is not to be combined with itself."""
    for id_, figure in story.figures.items():
        for number, other in enumerate(figure.do_not_combine_with):
            if other == id_:
                where = story.origins[Key("figures", id_)].step("do_not_combine_with", number)
                message = "a figure cannot be combined with itself anyway"
                yield Problem(where, "combine", message, "name the other figure", "warning")
