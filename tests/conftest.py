"""What all tests share: the sample sites, and builds of them as a user's own command makes them."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SITES = Path(__file__).parent / "sites"
ROOT = Path(__file__).parent.parent
os.environ.setdefault("SOURCE_DATE_EPOCH", "1462060800")
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its sources, and what MkDocs warned about."""

    site: Path
    project: Path
    warnings: list[str]

    def html(self, path: str) -> str:
        """Return the text of one of the site's files."""
        return (self.site / path).read_text("utf-8")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that copies a sample site to a folder of its own; `aleppo` is the published one."""

    def copy(name: str) -> Path:
        target = tmp_path_factory.mktemp(name) / name
        if name == "aleppo":
            target.mkdir()
            shutil.copy(ROOT / "mkdocs.yml", target)
            shutil.copytree(ROOT / "content", target / "content")
        else:
            shutil.copytree(SITES / name, target)
        return target

    return copy


class _Warnings(logging.Handler):
    """Keeps what MkDocs counts in strict mode."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(record.getMessage())


def build_site(project: Path, **options: Any) -> Built:
    """Build a project as `mkdocs build --strict` does, with options of mkdocs.yml replaced."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    handler = _Warnings()
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        options.setdefault("site_dir", str(project / "site"))
        config = load_config(str(project / "mkdocs.yml"), strict=options.pop("strict", True), **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return Built(Path(options["site_dir"]), project, handler.lines)


@pytest.fixture(scope="session")
def built(project: Callable[[str], Path]) -> Callable[..., Built]:
    """Return a function that builds a sample site, once for the same name and options."""
    made: dict[tuple[str, str], Built] = {}

    def build(name: str, **options: Any) -> Built:
        key = name, repr(sorted(options.items()))
        if key not in made:
            made[key] = build_site(project(name), **options)
        return made[key]

    return build
