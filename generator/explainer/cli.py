"""The `explainer` command."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from explainer import __version__
from explainer.model.collections import COLLECTIONS
from explainer.problems import errors
from explainer.publish.schema import editor_schemas, schema_text
from explainer.report import FORMATS
from explainer.site import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="mkdocs-explainer")
def main() -> None:
    """Turn structured YAML about a news story into a browsable explainer site."""


@main.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print problems."
)
def check(folder: Path | None, form: str) -> None:
    """Check the story in DIR (default: the folder content, else this one).

    Exits with 0 if it can be published, 1 if there are errors, 2 if DIR holds no story.
    """
    content = _content(folder)
    problems = read(content).problems
    click.echo(FORMATS[form](problems), nl=False)
    sys.exit(1 if errors(problems) else 0)


def _content(folder: Path | None) -> Path:
    """Return the folder that holds the story: the one given, its `content` folder, or this one."""
    given = folder or Path()
    for candidate in (given, given / "content"):
        if candidate.is_dir() and any(_belongs(path) for path in candidate.iterdir()):
            return candidate
    raise click.UsageError(f"there is no story in “{given}”: name the folder that holds story.yml")


def _belongs(path: Path) -> bool:
    return path.stem in {"story", *COLLECTIONS}


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of the editors' files into DIR."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in editor_schemas().items():
        (folder / name).write_text(schema_text(content), encoding="utf-8")
    click.echo(f"{len(editor_schemas())} schemas written to {folder}")
