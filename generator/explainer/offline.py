"""The whole site in one file, to pass on: unpacked anywhere it opens by a double click, without a server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from explainer.publish.archive import packed

INSIDE = "EXPLAINER_ARCHIVE"
"""Set in the environment of the build that goes into an archive, which holds none itself."""
_POINTLESS = {"sitemap.xml", "sitemap.xml.gz"}
"""What only search engines ask for."""


class NotBuilt(Exception):
    """The site could not be built; the text is what MkDocs said."""


def archive(config: Path, theme: str = "") -> bytes:
    """Return the site of a `mkdocs.yml` as a ZIP archive; raise `NotBuilt` if it cannot be built.

    It is built once more for it: addresses that end in a folder open only from a server, so here every link
    names a file.
    """
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls"]
        command += [
            "--config-file",
            str(config),
            "--site-dir",
            folder,
            *(["--theme", theme] if theme else []),
        ]
        done = subprocess.run(  # noqa: S603 - our own command, no shell
            command, env={**os.environ, INSIDE: "1"}, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NotBuilt(done.stderr.strip())
        return packed(_files(Path(folder)))


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name not in _POINTLESS:
            yield path.relative_to(site).as_posix(), path.read_bytes()
