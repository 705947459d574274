"""Addresses in HTML that is made before it is known on which page it will stand.

They are marked, root-relative as views give them, and fitted to the page when it is whole, so that what is
the same on many pages is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from secrets import token_hex

from explainer.urls import relative

OPEN, SHUT = f"\x05{token_hex(8)}/", "\x06"
"""Stand around an address until the page is whole; no text can hold what nobody could know beforehand.

What they make of it must still be a relative address, or the sanitiser of prose takes it out.
"""


def marked(url: str) -> str:
    """Return an address with marks around it."""
    return f"{OPEN}{url}{SHUT}"


def fitted(html: str, page: str, moved: Mapping[str, str]) -> str:
    """Return HTML whose marked addresses lead where they should from the page at an address.

    `moved` gives the addresses that it leads to instead of some.
    """
    text, *parts = html.split(OPEN)
    if not parts:
        return html
    way = _way(page)
    out = [text]
    for part in parts:
        url, _, rest = part.partition(SHUT)
        out += (way(moved.get(url, url)), rest)
    return "".join(out)


def _way(page: str) -> Callable[[str], str]:
    """Return `relative` from one page; where nothing of the way is shared, that is as many steps up."""
    top, slash, _ = page.partition("/")
    up = "../" * page.count("/")

    def way(url: str) -> str:
        return relative(url, page) if not slash or url.startswith(top) else up + url

    return way
