"""All rules in one list, and the function that applies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from explainer.check import dates, evidence, names, references, settings
from explainer.model.story import Key, Story
from explainer.problems import Problem

Rule = Callable[[Story], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    settings.language_is_known,
    settings.timezone_is_known,
    settings.sides_exist,
    settings.kinds_have_labels,
    references.drafts_stay_out_of_sight,
    references.links_are_closed,
    references.nothing_contains_itself,
    evidence.records_have_sources,
    evidence.locators_are_short,
    evidence.private_actors_have_no_links,
    dates.weekdays_agree,
    dates.phases_fit_dates,
    dates.sources_come_after_events,
    names.ids_are_free,
    names.former_ids_are_free,
    names.aliases_mean_one_actor,
)


def check(story: Story, rejected: Iterable[Key] = ()) -> Iterator[Problem]:
    """Yield every problem that the editorial rules find, not yet located.

    `rejected` are records that exist but could not be read; references to them are not unknown.
    """
    yield from references.references_exist(story, frozenset(rejected))
    for rule in RULES:
        yield from rule(story)
