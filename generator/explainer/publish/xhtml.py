"""Pages' bodies as well-formed XML, for books: what only works in a browser is left out.

The bodies come from our own templates and from a sanitiser, so that every attribute is in double quotes and
every element but the void ones is closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape, unescape

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_OUT = {"nav", "script", "style", "button", "template", "form", "textarea"}
_LEFT_OUT_CLASSES = {"headerlink", "ex-permalink", "ex-peek", "ex-more"}
_INSTEAD = {"details": "div", "summary": "p"}
"""Folds are open in a book."""
_ATTRIBUTES = {"popover", "popovertarget", "loading", "download", "spellcheck", "tabindex", "target", "open"}
"""What no reading system needs."""
Resolve = Callable[[str], str]
"""From an address in a page to the one in a book, empty where there is none."""


_TOKEN = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][\w:-]*)((?:[^"'>]|"[^"]*")*)>|(&\w+;)""", re.DOTALL)
_ATTRIBUTE = re.compile(r'([^\s"=/]+)(?:="([^"]*)")?')
_XML = {"&amp;", "&lt;", "&gt;", "&quot;"}
"""What XML calls by a name of its own."""


def xhtml(html: str, resolve: Resolve) -> str:
    """Return a body as XML; links that lead nowhere in a book become plain words."""
    out: list[str] = []
    open_: list[str] = []
    start = skipped = 0
    for token in _TOKEN.finditer(html):
        if not skipped:
            out.append(html[start : token.start()])
        start = token.end()
        closing, tag, rest, entity = token.groups()
        if entity:
            out.append("" if skipped else entity if entity in _XML else escape(unescape(entity)))
        elif tag is None or (closing and tag in _VOID):
            continue
        elif closing:
            if skipped:
                skipped -= 1
            elif open_:
                out.append(f"</{open_.pop()}>")
        else:
            void = tag in _VOID or rest.endswith("/")
            written, pairs, href = _element(tag, rest)
            if skipped or not written:
                skipped += not void
                continue
            if href is not None:
                written, pairs = _link(pairs, resolve(href))
            out.append(f"<{written}{pairs}{'/' if void else ''}>")
            if not void:
                open_.append(written)
    out.append("" if skipped else html[start:])
    return "".join([*out, *(f"</{written}>" for written in reversed(open_))])


@cache
def _element(tag: str, rest: str) -> tuple[str, str, str | None]:
    """Return what an element is called in a book, its attributes, and where it leads if it is a link.

    Nothing for one that is left out; pages repeat a few hundred elements again and again.
    """
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(rest)}
    if tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(given.get("class", "").split()):
        return "", "", None
    href = given.pop("href", "") if tag == "a" else None
    if tag == "svg":
        given["xmlns"] = "http://www.w3.org/2000/svg"
    if "lang" in given:
        given["xml:lang"] = given["lang"]
    pairs = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if _kept(name))
    return _INSTEAD.get(tag, tag), pairs, href


def _link(pairs: str, href: str) -> tuple[str, str]:
    if href:
        return "a", f'{pairs} href="{escape(href)}"'
    kept = (
        one[0] for one in _ATTRIBUTE.finditer(pairs) if one[1] in {"class", "lang", "xml:lang", "dir", "id"}
    )
    return "bdi", "".join(f" {one}" for one in kept)  # a name, as likely as not in another script


def _kept(name: str) -> bool:
    return name not in _ATTRIBUTES and not name.startswith(("data-", "on"))
