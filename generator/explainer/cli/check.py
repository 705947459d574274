"""`explainer check`: everything wrong with a story, in one run."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from explainer.changes.compare import changes
from explainer.changes.proposals import untold, untold_problems
from explainer.check.ageing import ageing_sources
from explainer.cli.common import FORM, SOURCE_TEXTS, STORY, content_folder, today
from explainer.cli.diff import story_at
from explainer.load.locate import locate
from explainer.model.story import Story
from explainer.online import dead_links
from explainer.problems import Problem, errors
from explainer.reading import read
from explainer.report import FORMATS


@click.command()
@STORY
@FORM
@SOURCE_TEXTS
@click.option("--sources", is_flag=True, help="Report sources without a copy, or read long ago, as well.")
@click.option("--older-than", metavar="DAYS", default=365, show_default=True, help="What long ago means.")
@click.option(
    "--since", metavar="REV", help="Report changes since a revision of git's that no update tells of."
)
@click.option("--online", is_flag=True, help="With --sources: ask the network for dead links, too.")
def check(
    folder: Path | None,
    form: str,
    source_texts: tuple[Path, ...],
    older_than: int,
    since: str | None,
    *,
    sources: bool,
    online: bool,
) -> None:
    """Check the story in DIR (default: the folder content, else this one).

    Exits with 0 if it can be published, 1 if there are errors, 2 if DIR holds no story.
    """
    content = content_folder(folder)
    reading = read(content, source_texts)
    more: list[Problem] = []
    if sources or online:
        more += ageing_sources(reading.story, today(), older_than)
    if online:
        more += dead_links(reading.story)
    if since is not None:
        more += _untold(content, reading.story, since)
    problems = sorted([*reading.problems, *locate(more, content)])
    click.echo(FORMATS[form](problems), nl=False)
    sys.exit(1 if errors(problems) else 0)


def _untold(content: Path, story: Story, since: str) -> list[Problem]:
    with ExitStack() as stack:
        before = story_at(since, content, stack)
    return list(untold_problems(untold(changes(before, story), before, story), story, since))
