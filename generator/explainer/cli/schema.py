"""`explainer schema`: JSON Schemas for editors' completion."""

from __future__ import annotations

from pathlib import Path

import click

from explainer.publish.edition_schema import edition_schemas
from explainer.publish.schema import editor_schemas, schema_text


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of the editors' files into DIR."""
    folder.mkdir(parents=True, exist_ok=True)
    schemas = {**editor_schemas(), **edition_schemas()}
    for name, content in schemas.items():
        (folder / name).write_text(schema_text(content), encoding="utf-8")
    click.echo(f"{len(schemas)} schemas written to {folder}")
