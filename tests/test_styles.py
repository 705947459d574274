"""The parts of the stylesheet say what browsers understand."""

from __future__ import annotations

import re

import pytest

from explainer.assets import stylesheet


@pytest.mark.parametrize("shell", ["explainer", "material", ""])
def test_no_list_of_alternatives_holds_a_pseudo_element(shell: str) -> None:
    """`:is()` takes no pseudo-elements: browsers drop them without a word."""
    assert re.findall(r":(?:is|where|not)\([^()]*::[^()]*\)", stylesheet(shell)) == []
