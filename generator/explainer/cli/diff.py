"""`explainer diff`: what changed between two states of a story, and the updates that would say so."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

import click

from explainer.changes.compare import Change, changes
from explainer.changes.proposals import proposals, untold
from explainer.cli.common import content_folder, today
from explainer.load.reader import load
from explainer.model.story import Story
from explainer.revisions import NoRevision, content_at


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--story",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The story that A and B are revisions of.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print changes."
)
def diff(before: str, after: str | None, folder: Path | None, form: str) -> None:
    """List what changed in the story from A to B, each a folder or a revision of git's, and propose updates.

    B is the story as it is now when left out.
    """
    with ExitStack() as stack:
        old, new = (_story(name, folder, stack) for name in (before, after))
        found = list(changes(old, new))
        open_ = untold(found, old, new)
        click.echo(_as_json(found, open_) if form == "json" else _as_text(found, open_), nl=False)


def _story(name: str | None, folder: Path | None, stack: ExitStack) -> Story:
    if name is None:
        return load(content_folder(folder)).story
    if Path(name).is_dir():
        return load(content_folder(Path(name))).story
    return story_at(name, content_folder(folder), stack)


def story_at(revision: str, content: Path, stack: ExitStack) -> Story:
    """Return a story as it was at a revision of git's.

    Raises:
        UsageError: there is no such revision, or no git.

    """
    try:
        return load(stack.enter_context(content_at(revision, content))).story
    except NoRevision as error:
        message = f"“{revision}” is neither a folder nor a revision with the story in it: {error}"
        raise click.UsageError(message) from None


def _as_text(found: Sequence[Change], open_: Sequence[Change]) -> str:
    if not found:
        return "Readers see no difference.\n"
    lines = [f"{'  ' if change not in open_ else '* '}{change}\n" for change in found]
    if not open_:
        return "".join(lines)
    proposed = proposals([change for change in found if change in open_], today().isoformat())
    told = "No update tells readers of the changes marked *."
    if not proposed:
        return "".join(lines) + f"\n{told}\n"
    return "".join(lines) + f"\n{told} For updates.yml, to be finished:\n\n{proposed}"


def _as_json(found: Sequence[Change], open_: Sequence[Change]) -> str:
    listed = [{**asdict(change), "key": str(change.key), "told": change not in open_} for change in found]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
