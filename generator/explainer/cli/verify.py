"""`explainer verify`: every quotation and locator against the texts of the sources."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from explainer.cli.common import FORM, SOURCE_TEXTS, STORY, content_folder, today
from explainer.problems import errors
from explainer.reading import Verification
from explainer.reading import verify as evidence_of
from explainer.report import FORMATS, as_coverage


@click.command()
@STORY
@SOURCE_TEXTS
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if the lock is stale.")
@click.option("--coverage", "show_coverage", is_flag=True, help="List what rests on each paragraph instead.")
@FORM
def verify(
    folder: Path | None,
    source_texts: tuple[Path, ...],
    form: str,
    *,
    only_check: bool,
    show_coverage: bool,
) -> None:
    """Check every quotation and locator of the story in DIR against the texts of its sources.

    Writes what was found to sources.lock in DIR. Exits with 0 if everything was found, 1 if something was not
    or, with --check, if the lock is stale, 2 if DIR holds no story.
    """
    result = evidence_of(content_folder(folder), source_texts, today().isoformat())
    if show_coverage:
        click.echo(as_coverage(result.story), nl=False)
        return
    failed = bool(errors(result.problems))
    stale = result.lock != result.written
    if form != "text" or result.problems:
        click.echo(FORMATS[form](result.problems), nl=False)
    if stale and not failed and not only_check:
        result.path.write_text(result.lock, "utf-8", newline="\n")
    if form == "text":
        click.echo(_outcome(result, failed=failed, stale=stale, only_check=only_check))
    sys.exit(1 if failed or (stale and only_check) else 0)


def _outcome(result: Verification, *, failed: bool, stale: bool, only_check: bool) -> str:
    """Return what an editor reads at the end of a check of the evidence."""
    lock = result.path.name
    done = [f"{count} {what}" for count, what in _counts(result) if count]
    if failed:
        after = f"{lock} was left as it is."
    elif not stale:
        after = f"{lock} is up to date."
    else:
        after = f"{lock} is stale: run `explainer verify`." if only_check else f"{lock} written."
    nothing = "Nothing was found" if failed else "Nothing to check"
    return f"{'; '.join(done) or nothing}. {after}"


def _counts(result: Verification) -> Iterator[tuple[int, str]]:
    texts = "1 source text" if result.texts == 1 else f"{result.texts} source texts"
    yield result.checked - result.recorded, f"quotations and locators found in {texts}"
    yield result.recorded, f"taken from {result.path.name}, as their texts are not at hand"
    yield result.unchecked, "never checked, as their texts are not at hand"
