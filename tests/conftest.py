"""What all tests share: copies of the sample sites, and builds of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from support import ROOT, SITES, Built, build_site, served

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
os.environ.setdefault("SOURCE_DATE_EPOCH", "1462060800")
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


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


@pytest.fixture(scope="session")
def built(project: Callable[[str], Path]) -> Callable[..., Built]:
    """Return a function that builds a sample site, once for the same name and options, such as `skin="explainer"`."""
    made: dict[tuple[str, str], Built] = {}

    def build(name: str, **options: Any) -> Built:
        key = name, repr(sorted(options.items()))
        if key not in made:
            made[key] = build_site(project(name), **options)
        return made[key]

    return build


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; where it is missing, tests are skipped, but never in CI."""
    if not CHROMIUM and not os.environ.get("EXPLAINER_CI"):
        pytest.skip("needs Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page in a context of its own, made with the options that a test is parametrized with."""
    context = browser.new_context(**getattr(request, "param", {}))
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def address(built: Callable[..., Built]) -> Iterator[str]:
    """Serve the published story, and return its address."""
    with served(built("aleppo").site) as url:
        yield url


@pytest.fixture(scope="session")
def full(built: Callable[..., Built]) -> Iterator[str]:
    """Serve the sample site with every feature, and return its address."""
    with served(built("full").site) as url:
        yield url
