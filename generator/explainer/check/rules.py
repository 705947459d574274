"""All rules in one list, and the function that applies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from explainer.check import dates, evidence, figures, harm, names, references, settings, updates
from explainer.model.story import INFO, Story, Unread
from explainer.problems import Problem

Rule = Callable[[Story], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references.drafts_stay_out_of_sight,
    references.links_are_closed,
    references.nothing_contains_itself,
    evidence.locators_are_short,
    dates.weekdays_agree,
    dates.sources_come_after_events,
    figures.preferred_ones_are_given,
    figures.no_figure_forbids_itself,
    figures.estimates_are_given_once,
    names.ids_are_free,
    names.former_ids_are_free,
    names.aliases_mean_one_actor,
    harm.protected_actors_have_no_links,
    harm.ids_tell_nothing,
    harm.names_stay_out_of_texts,
    updates.updates_are_finished,
)
STORY_RULES: tuple[Rule, ...] = (
    settings.language_is_known,
    settings.timezone_is_known,
    settings.sides_exist,
    settings.kinds_have_labels,
    settings.ids_are_given_once,
    evidence.records_have_sources,
    dates.phases_fit_dates,
)
"""Rules that need `story.yml`; without it they would blame every record for its mistake."""

TEXT_RULES: tuple[Rule, ...] = (
    references.drafts_stay_out_of_sight,
    references.links_are_closed,
    harm.names_stay_out_of_texts,
)
"""Rules that a translation can break."""


def check_texts(story: Story, unread: Unread | None = None) -> Iterator[Problem]:
    """Yield what the rules find in the texts of a story: links, and names to be protected."""
    yield from references.references_exist(story, unread or Unread())
    for rule in TEXT_RULES:
        yield from rule(story)


def check(story: Story, unread: Unread | None = None) -> Iterator[Problem]:
    """Yield every problem that the editorial rules find, not yet located."""
    missing = unread or Unread()
    yield from references.references_exist(story, missing)
    for rule in RULES if INFO.collection in missing.collections else (*RULES, *STORY_RULES):
        yield from rule(story)
