"""Texts of both writing directions on one page: each keeps its own order, and says its language if known.

Without it an Arabic page shows 2025-03-12 as 12-03-2025: after Arabic letters the hyphens of a date run
with the page (Unicode Standard Annex 9, rules W2 and N2).
"""

from __future__ import annotations

import re
from functools import cache

from explainer.language import direction_of
from explainer.model.foreign import CLOSE, OPEN, SHUT

_MARKS = re.compile(rf"{OPEN}[A-Za-z0-9-]*{SHUT}|[{OPEN}{SHUT}{CLOSE}]")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_LEFT_TO_RIGHT = re.compile(
    r"https?://[^\s<>،؛]*[^\s<>،؛.,)»]"  # an address
    r"|(?<![\w.,-])[+\u2212-]?\d[\d.,:]*(?:[-/\u2212]\d[\d.,:]*)+(?!\w)"  # a date, a range, a fraction
    r"|(?<![\w.,-])[+\u2212-]\d[\d.,]*|(?<![\w.,-])\d[\d.,]*\s?[%\u2030]"  # a number with a sign, a share
    r"|(?<!\w)[#@./~]*[A-Za-z][\w.@/:+#-]*[+#/](?!\w)|(?<![\w<])[#@./~]+[A-Za-z][\w./-]*\w"  # C++, .schema
)
_RIGHT_TO_LEFT = re.compile(rf"[{_RTL}](?:[^<>A-Za-z]*[{_RTL}])?")
_SAME = (
    rf"(?P<same>(?:<(?!(?:title|svg|script|style|option|textarea)\b)[^>{OPEN}{SHUT}{CLOSE}]*>"
    rf"|[^<{OPEN}{SHUT}{CLOSE}%s]++(?=<|\Z))++)"
)
"""Tags and texts in which nothing can run against the page, as many as there are: most of a page."""
_PART = (
    rf"|<(?P<plain>title|svg|script|style|option|textarea)\b.*?</(?P=plain)>|<[^>]*>"
    rf"|{OPEN}(?P<lang>[A-Za-z0-9-]*){SHUT}(?P<foreign>[^{OPEN}{SHUT}{CLOSE}<>]*){CLOSE}"
    rf"|(?P<text>[^<{OPEN}]+)"
)
"""An element that holds text alone, a tag, a text in another language, or any other text."""
_MIXED = re.compile(rf"[A-Za-z0-9].*[{_RTL}]|[{_RTL}].*[A-Za-z0-9]", re.DOTALL)
_ASCII, _FOREIGN = bytes(range(128)), OPEN.encode()
_ANY_RTL = re.compile(f"[{_RTL}]")


@cache
def _parts(direction: str) -> re.Pattern[str]:
    # Most stories need neither, and both take as long to compile as ten others.
    return re.compile(_SAME % (_RTL if direction == "ltr" else r"\dA-Za-z") + _PART, re.DOTALL)


def isolated(html: bytes, direction: str) -> bytes:
    """Return a page's HTML with texts that run against its direction in elements of their own.

    Foreign texts get `<bdi lang dir>`; where no element may stand, as in attributes, nothing is marked.
    """
    if direction != "rtl" and _FOREIGN not in html and not _ANY_RTL.search(_beyond_ascii(html)):
        return html
    text = _in_rtl if direction == "rtl" else _in_ltr

    def part(found: re.Match[str]) -> str:
        if found["same"] is not None:
            return found[0]
        if found["text"] is not None:
            return text(found["text"])
        if (lang := found["lang"]) is None:
            return _MARKS.sub("", found[0])
        return f'<bdi lang="{lang}" dir="{direction_of(lang)}">{found["foreign"]}</bdi>'

    return _MARKS.sub("", _parts(direction).sub(part, html.decode())).encode()


def _beyond_ascii(html: bytes) -> str:
    """Return the characters of a page that are not ASCII, at a tenth of what looking at each would cost."""
    return html.translate(None, _ASCII).decode()


def unmarked(text: str) -> str:
    """Return a text without the marks of texts in another language."""
    return _MARKS.sub("", text)


def _in_rtl(text: str) -> str:
    return _wrapped(_LEFT_TO_RIGHT, text, "ltr")


def _in_ltr(text: str) -> str:
    return _wrapped(_RIGHT_TO_LEFT, text, "rtl") if _MIXED.search(text) else text


def _wrapped(pattern: re.Pattern[str], text: str, direction: str) -> str:
    def bdi(found: re.Match[str]) -> str:
        return f'<bdi dir="{direction}">{found[0]}</bdi>'

    return pattern.sub(bdi, text)
