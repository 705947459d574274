"""The `explainer` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import click

from explainer import __version__
from explainer.check.ageing import ageing_sources
from explainer.load.locate import locate
from explainer.model.collections import COLLECTIONS
from explainer.online import dead_links
from explainer.problems import errors
from explainer.publish.schema import editor_schemas, schema_text
from explainer.report import FORMATS, as_coverage
from explainer.site import Verification, read
from explainer.site import verify as verification

SOURCE_TEXTS = click.option(
    "--source-texts",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with the texts of sources (default: a folder sources beside the story's).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="mkdocs-explainer")
def main() -> None:
    """Turn structured YAML about a news story into a browsable explainer site."""


@main.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print problems."
)
@SOURCE_TEXTS
@click.option("--sources", is_flag=True, help="Report sources without a copy, or read long ago, as well.")
@click.option("--older-than", metavar="DAYS", default=365, show_default=True, help="What long ago means.")
@click.option("--online", is_flag=True, help="With --sources: ask the network for dead links, too.")
def check(
    folder: Path | None,
    form: str,
    source_texts: tuple[Path, ...],
    older_than: int,
    *,
    sources: bool,
    online: bool,
) -> None:
    """Check the story in DIR (default: the folder content, else this one).

    Exits with 0 if it can be published, 1 if there are errors, 2 if DIR holds no story.
    """
    content = _content(folder)
    reading = read(content, source_texts)
    problems = reading.problems
    if sources or online:
        more = [*ageing_sources(reading.story, _today(), older_than)]
        more += dead_links(reading.story) if online else ()
        problems = sorted([*problems, *locate(more, content)])
    click.echo(FORMATS[form](problems), nl=False)
    sys.exit(1 if errors(problems) else 0)


@main.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@SOURCE_TEXTS
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if the lock is stale.")
@click.option("--coverage", "show_coverage", is_flag=True, help="List what rests on each paragraph instead.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print problems."
)
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
    result = verification(_content(folder), source_texts, _today().isoformat())
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


def _today() -> date:
    """Return today's date, or that of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()
    return now.date()


def _content(folder: Path | None) -> Path:
    """Return the folder that holds the story: the one given, its `content` folder, or this one."""
    given = folder or Path()
    for candidate in (given, given / "content"):
        if candidate.is_dir() and any(_belongs(path) for path in candidate.iterdir()):
            return candidate
    raise click.UsageError(f"there is no story in “{given}”: name the folder that holds story.yml")


def _belongs(path: Path) -> bool:
    """Tell whether a file is one of a story's; a folder of texts may be called like a collection."""
    return path.is_file() and path.stem in {"story", *COLLECTIONS}


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of the editors' files into DIR."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in editor_schemas().items():
        (folder / name).write_text(schema_text(content), encoding="utf-8")
    click.echo(f"{len(editor_schemas())} schemas written to {folder}")
