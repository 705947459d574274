"""`explainer zip`: the site in one file to pass on."""

from __future__ import annotations

from pathlib import Path

import click

from explainer.offline import NotBuilt, archive


@click.command("zip")
@click.argument("out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), default="site.zip")
@click.option(
    "--config-file",
    "-f",
    "config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default="mkdocs.yml",
    help="The site's mkdocs.yml.",
)
@click.option("--theme", "-t", default="", help="Another theme than the site's, such as explainer.")
def zip_(out: Path, config: Path, theme: str) -> None:
    """Write the whole site into FILE, a ZIP archive that works from disk (default: site.zip)."""
    try:
        content = archive(config, theme)
    except NotBuilt as error:
        raise click.ClickException(f"the site cannot be built:\n{error}") from error
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    click.echo(f"{out}: {len(content) / 1e6:.1f} MB; unpack it and open index.html")
