"""What the commands share: where the story is, what day it is, and their options."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from explainer.model.collections import COLLECTIONS
from explainer.report import FORMATS

STORY = click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
FORM = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print problems."
)
SOURCE_TEXTS = click.option(
    "--source-texts",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with the texts of sources (default: a folder sources beside the story's).",
)


def today() -> date:
    """Return today's date, or that of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()
    return now.date()


def content_folder(folder: Path | None) -> Path:
    """Return the folder that holds the story: the one given, its `content` folder, or this one."""
    given = folder or Path()
    for candidate in (given, given / "content"):
        if candidate.is_dir() and any(_belongs(path) for path in candidate.iterdir()):
            return candidate
    raise click.UsageError(f"there is no story in “{given}”: name the folder that holds story.yml")


def _belongs(path: Path) -> bool:
    """Tell whether a file is one of a story's; a folder of texts may be called like a collection."""
    return path.is_file() and path.stem in {"story", *COLLECTIONS}
