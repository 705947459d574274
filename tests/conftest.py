"""What all tests share: copies of the sample sites, and builds of them."""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of this run that every worker of it sees."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built(project: Callable[[str], Path], shared: Path) -> Callable[..., Built]:
    """Return a function that builds a sample site, once for the same name and options, such as `skin="explainer"`.

    What a worker has built the others take; nobody may change it.
    """
    made: dict[str, Built] = {}

    def build(name: str, **options: Any) -> Built:
        key = repr((name, sorted(options.items())))
        if key not in made:
            made[key] = once(hashlib.sha256(key.encode()).hexdigest()[:16], name, options)
        return made[key]

    def once(key: str, name: str, options: dict[str, Any]) -> Built:
        kept = shared / f"built-{key}"
        with kept.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_bytes(pickle.dumps(build_site(project(name), **options)))
            found: Built = pickle.loads(kept.read_bytes())
        return found

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
