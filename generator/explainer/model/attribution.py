"""Attribution chains: through whom a statement reached the reader."""

from __future__ import annotations

from typing import Literal

from explainer.frozen import frozen
from explainer.model.fields import field_of
from explainer.model.quote import Quote
from explainer.model.record import CitationRecord, Record
from explainer.model.story import Story

StepRole = Literal["said", "according-to", "told", "via", "published"]


@frozen
class Step:
    """One hand that a statement passed through: its part, who it was, and from which sources."""

    role: StepRole
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Sources without a known publisher, in place of one."""


def chain(story: Story, record: Record) -> tuple[Step, ...]:
    """Return the steps from the speaker or witness to the publishers of the record's sources.

    A record that names nobody is said by its publishers in their own voice: one step.
    """
    steps = []
    if isinstance(record, Quote):
        steps.append(Step("said", (record.speaker,)))
        steps += [Step("told", (record.told,))] if record.told else []
        steps += [Step("via", (actor,)) for actor in record.via]
    elif witnesses := tuple(field_of(record, "according_to", ())):
        steps.append(Step("according-to", witnesses))
    return (*steps, *_publication(story, record.source, steps))


def _publication(story: Story, citations: tuple[CitationRecord, ...], before: list[Step]) -> tuple[Step, ...]:
    stated = [citation for citation in citations if citation.basis != "background"] or list(citations)
    sources = [
        story.sources[ref]
        for ref in dict.fromkeys(citation.ref for citation in stated)
        if ref in story.sources
    ]
    publishers = dict.fromkeys(source.publisher for source in sources if source.publisher)
    nameless = tuple(source.id for source in sources if not source.publisher)
    spoken = {actor for step in before for actor in step.actors}
    named = tuple(actor for actor in publishers if actor not in spoken)
    return (Step("published", named, nameless),) if named or nameless else ()
