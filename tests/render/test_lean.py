"""Lean templates beside Jinja's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from explainer.assets import THEME
from explainer.reading import read
from explainer.render.lean import LeanEnvironment, escaped
from explainer.render.pages import environment
from explainer.site import Site
from explainer.urls import Urls
from support import SITES


def test_both_compilers_make_the_same_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of a story is the same byte for byte, whichever compiler made it."""
    story = read(SITES / "full" / "content").story
    lean = Site(story, Urls())
    assert isinstance(environment([THEME]), LeanEnvironment)

    def plain(folders: list[Path | str]) -> Environment:
        return Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    monkeypatch.setattr("explainer.site.environment", plain)
    usual = Site(story, Urls())

    assert len(lean.pages) > 40
    for file in lean.pages:
        assert lean.page(lean.pages[file].make()).body == usual.page(usual.pages[file].make()).body, file


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("plain", "plain"),
        ("a < b & 'c'", "a &lt; b &amp; &#39;c&#39;"),
        (Markup("<b>"), "<b>"),
        (12, "12"),
        (None, "None"),
    ],
)
def test_values_are_escaped(value: object, html: str) -> None:
    """What is no HTML is escaped."""
    assert escaped(value) == html


def test_what_is_missing_is_an_error() -> None:
    """A name that a template does not know, or an argument that a macro does not take, stops the page."""
    env = LeanEnvironment(autoescape=True, undefined=StrictUndefined)

    assert env.from_string("{{ 'no' if x is not defined }}").render() == "no"
    with pytest.raises(Exception, match="is undefined"):
        env.from_string("{{ x }}").render()
    with pytest.raises(TypeError, match="unexpected keyword argument 'c'"):
        env.from_string("{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1, c=3) }}").render()
    shown = env.from_string("{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m('<') }}{{ m(1, b=3) }}")
    assert shown.render() == "&lt;213"
