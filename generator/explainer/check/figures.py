"""Figures: an estimate is preferred among those that are given, and each of them is given once."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.model.figure import Estimate
from explainer.model.story import Key, Story
from explainer.near import did_you_mean
from explainer.problems import Problem


def preferred_ones_are_given(story: Story) -> Iterator[Problem]:
    """Yield a problem for each preferred estimate that nobody gave."""
    for id_, figure in story.figures.items():
        givers = list(dict.fromkeys(estimate.by for estimate in figure.estimates))
        if figure.preferred and figure.preferred.by not in givers:
            where = story.origins[Key("figures", id_)].step("preferred", "by")
            message = f'"{figure.preferred.by}" gives no estimate here, so it cannot be preferred'
            hint = did_you_mean(figure.preferred.by, givers) or f"one of: {', '.join(givers)}"
            yield Problem(where, "preferred", message, hint)


def no_figure_forbids_itself(story: Story) -> Iterator[Problem]:
    """Yield a problem for each figure that is not to be combined with itself."""
    for id_, figure in story.figures.items():
        for index, other in enumerate(figure.do_not_combine_with):
            if other == id_:
                where = story.origins[Key("figures", id_)].step("do_not_combine_with", index)
                message = f'"{id_}" cannot be kept apart from itself'
                yield Problem(where, "apart-from-itself", message, "name the other figure, or take it out")


def estimates_are_given_once(story: Story) -> Iterator[Problem]:
    """Yield a problem for each estimate that is written twice, which would look like agreement."""
    for id_, figure in story.figures.items():
        seen: set[tuple[object, ...]] = set()
        for index, estimate in enumerate(figure.estimates):
            if _gist(estimate) in seen:
                where = story.origins[Key("figures", id_)].step("estimates", index)
                message = f'"{estimate.by}" gives the same number for the same day twice'
                hint = "one estimate takes several sources: `source: [a, b]`"
                yield Problem(where, "estimate-twice", message, hint)
            seen.add(_gist(estimate))


def _gist(estimate: Estimate) -> tuple[object, ...]:
    as_of = estimate.as_of.edtf.normal if estimate.as_of else ""
    numbers = estimate.value, estimate.low, estimate.high
    return estimate.by, as_of, estimate.text, estimate.qualifier, *numbers
