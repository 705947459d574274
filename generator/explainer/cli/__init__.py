"""The `explainer` command."""

from __future__ import annotations

import click

from explainer import __version__
from explainer.cli.check import check
from explainer.cli.diff import diff
from explainer.cli.schema import schema
from explainer.cli.verify import verify
from explainer.cli.zip import zip_


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="mkdocs-explainer")
def main() -> None:
    """Turn structured YAML about a news story into a browsable explainer site."""


for command in (check, verify, diff, schema, zip_):
    main.add_command(command)
