"""Pages' bodies as well-formed XML, for books: what only works in a browser is left out.

The bodies come from our own templates and from a sanitiser, so that every attribute is in double quotes and
every element but the void ones is closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from typing import NamedTuple

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_OUT = {"nav", "script", "style", "button", "template", "form", "textarea"}
_LEFT_OUT_CLASSES = {"headerlink", "ex-permalink", "ex-peek", "ex-more"}
_INSTEAD = {"details": "div", "summary": "p"}
"""Folds are open in a book."""
_ATTRIBUTES = {"popover", "popovertarget", "loading", "download", "spellcheck", "tabindex", "target", "open"}
"""What no reading system needs."""
Resolve = Callable[[str], str]
"""From an address in a page to the one in a book, empty where there is none."""


_TOKEN = re.compile(r"""(<!--.*?-->|</?[a-zA-Z][^"'>]*+(?:"[^"]*"[^"'>]*+)*+>|&\w+;)""", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(.*)>", re.DOTALL)
_HREF = re.compile(r'\shref="([^"]*)"')
_ATTRIBUTE = re.compile(r'([^\s"=/]+)(?:="([^"]*)")?')
_XML = {"&amp;", "&lt;", "&gt;", "&quot;"}
"""What XML calls by a name of its own."""


class _Token(NamedTuple):
    """What stands between two texts."""

    step: int
    """How many elements are open behind it: one more, one less, or as many as before."""
    written: str | None = ""
    """As a book holds it, but for what ends an element; nothing where an element is left out."""
    end: str = ""
    """What ends the element that it begins."""
    href: str | None = None
    """Where it leads, if it is a link; its attributes alone are written then."""


def xhtml(html: str, resolve: Resolve) -> str:
    """Return a body as XML; links that lead nowhere in a book become plain words."""
    parts = _TOKEN.split(html)
    open_: list[str] = []
    skipped = 0
    for place in range(1, len(parts), 2):
        step, written, end, href = _token(parts[place])
        if skipped or written is None:
            skipped += step
            parts[place] = ""
            if skipped:
                parts[place + 1] = ""
        elif step < 0:
            parts[place] = open_.pop() if open_ else ""
        else:
            if href is not None:
                written, end = _link(written, resolve(href))
            parts[place] = written
            if step:
                open_.append(end)
    return "".join([*parts, *reversed(open_)])


@cache
def _token(text: str) -> _Token:
    """Return what a token is in a book; pages repeat a few hundred again and again."""
    if text.startswith("&"):
        return _Token(0, text if text in _XML else escape(unescape(text)))
    found = _TAG.fullmatch(text)
    if not found:
        return _Token(0)
    closing, tag, rest = found.groups()
    if closing:
        return _Token(0 if tag in _VOID else -1)
    led = _HREF.search(rest) if tag == "a" else None
    if not led:
        return _element(tag, rest)
    step, written, end, _ = _element(tag, rest[: led.start()] + rest[led.end() :])
    return _Token(step, written, end, unescape(led[1]))


@cache
def _element(tag: str, rest: str) -> _Token:
    """Return what begins an element in a book; where links lead is told apart, and they are few then."""
    void = tag in _VOID or rest.endswith("/")
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(rest)}
    if tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split()):
        return _Token(not void, None)
    if tag == "svg":
        given["xmlns"] = "http://www.w3.org/2000/svg"
    if "lang" in given:
        given["xml:lang"] = given["lang"]
    pairs = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if _kept(name))
    tag = _INSTEAD.get(tag, tag)
    if tag == "a":
        return _Token(not void, pairs, href="")
    return _Token(not void, f"<{tag}{pairs}{'/' if void else ''}>", f"</{tag}>")


def _link(pairs: str, href: str) -> tuple[str, str]:
    """Return how a link begins in a book, and how it ends."""
    if href:
        return f'<a{pairs} href="{escape(href)}">', "</a>"
    kept = (
        one[0] for one in _ATTRIBUTE.finditer(pairs) if one[1] in {"class", "lang", "xml:lang", "dir", "id"}
    )
    # A name, as likely as not in another script.
    return f"<bdi{''.join(f' {one}' for one in kept)}>", "</bdi>"


def _kept(name: str) -> bool:
    return name not in _ATTRIBUTES and not name.startswith(("data-", "on"))
