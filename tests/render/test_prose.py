"""Editors' prose becomes HTML that is safe to publish."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.render.addresses import fitted, marked
from explainer.render.prose import ProseRenderer
from explainer.views.pieces import Link, Prose

HARMFUL = st.sampled_from(
    ["<script>", "</script>", "<img src=x onerror=y>", "[a](javascript:b)", "<a href='javascript:c'>", "![p](//evil.example/x)",
     "<svg onload=a>", "<style>", "[[x]]", "[[y|<b>]]", "**", "_", "`", "&lt;", "\n\n", "# ", "<!--", "]]>", "\x00", "é", " "]
)  # fmt: skip
RENDERER = ProseRenderer(lambda url: f"../{url}")
LINKS = (("x", Link("X & <i>co</i>", "actors/x/")), ("y", Link("Y")))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain words", "plain words"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("**bold** and *soft*", "<strong>bold</strong> and <em>soft</em>"),
        ("see [[x]]", 'see <a href="../actors/x/">X &amp; &lt;i&gt;co&lt;/i&gt;</a>'),
        ("see [[x|her]]", 'see <a href="../actors/x/">her</a>'),
        ("see [[y]]", "see <span>Y</span>"),
        ("code `[[x]]`", "code <code>[[x]]</code>"),
        ("<script>alert(1)</script>here", "here"),
        ("[a](javascript:alert(1))", "<a>a</a>"),
        ("1. not a list", "not a list"),
    ],
)
def test_inline_prose(text: str, html: str) -> None:
    """Prose in the middle of a line keeps its marks and links, and loses what could do harm."""
    assert str(RENDERER.inline(Prose(text, LINKS))).strip() == html


@given(pieces=st.lists(HARMFUL | st.text(max_size=8), max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_prose_is_harmful(pieces: list[str]) -> None:
    """Whatever an editor writes, no script, handler, style, image or frame comes out, in a line or as blocks."""
    for html in (
        RENDERER.inline(Prose("".join(pieces), LINKS)),
        RENDERER.block(Prose("".join(pieces), LINKS)),
    ):
        for tag in BeautifulSoup(f"<div>{html}</div>", "html.parser").find_all(True):
            assert tag.name not in {"script", "style", "img", "svg", "iframe", "object", "form", "input"}
            assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
            assert not str(tag.get("href", "")).lower().startswith(("javascript:", "data:"))


@given(text=st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_words_without_marks_come_out_as_they_are(text: str) -> None:
    """The short way for words without Markdown says the same as the long one."""
    html = f"<p>{RENDERER.inline(Prose(text.replace('[', ''), ()))}</p>"
    shown = BeautifulSoup(html, "html.parser").get_text()
    if text.isalnum():
        assert shown == text


@pytest.mark.parametrize("text", ["see [[x]]", "*see* [[x]]", "see\n\n- [[x]]"])
@pytest.mark.parametrize("way", ["inline", "lede", "block"])
def test_addresses_in_prose_are_fitted_to_the_page(text: str, way: str) -> None:
    """A link in prose leads where it should from the page, whether or not Markdown and the sanitiser saw it."""
    html = str(getattr(ProseRenderer(marked), way)(Prose(text, LINKS)))
    (link,) = BeautifulSoup(fitted(html.encode(), "events/e/", {}), "html.parser").find_all("a")
    assert link["href"] == "../../actors/x/"


class _Thorough(ProseRenderer):
    """Asks Markdown about every text."""

    def _plain(self, text: str) -> str:
        return ""


WORDS = st.sampled_from(
    ["said", "“so”", "it's", '"', ">", "a  b", " ", ".", "5", "1.", "-", "(a)", "é", "سوريا", "[[x]]", "[[x|her > \"]]",
     "[[ y ]]", "[[gone]]", "[[x]]:", "*", "_", "#", "=", ":", "\n"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=6).map("".join))
def test_texts_of_words_and_links_come_out_as_from_markdown(text: str) -> None:
    """A text that is not given to Markdown, since only its links mean anything, looks as if it had been."""
    thorough, prose = _Thorough(lambda url: f"../{url}"), Prose(text, LINKS)
    for way in ("block", "lede"):
        quick, slow = (_seen(getattr(one, way)(prose)) for one in (RENDERER, thorough))
        assert quick == slow


def _seen(html: str) -> str:
    """Return HTML as browsers see it, without white space that shows nowhere."""
    found = BeautifulSoup(f"<div>{html}</div>", "html.parser")
    return " ".join(str(found).replace(" </p>", "</p>").replace("</p>", " </p>").split())
