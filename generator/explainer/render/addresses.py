"""Addresses in HTML that is made before it is known on which page it will stand.

They are marked, root-relative as views give them, and fitted to the page when it is whole, so that what is
the same on many pages is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from secrets import token_hex

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
    """Return what `relative` makes of addresses on one page, worked out once for each folder around it."""
    parts = page.split("/")[:-1]
    depths = range(len(parts), 0, -1)
    around = [("/".join(parts[:depth]) + "/", "../" * (len(parts) - depth)) for depth in depths]
    around = around or [("", "")]
    top, up, here = around[-1][0], "../" * len(parts), page + "#"

    def way(url: str) -> str:
        if not url.startswith(top):
            return up + url
        if url.startswith(here):
            return url[len(page) :]
        for folder, steps in around:
            if url.startswith(folder):
                found = steps + url[len(folder) :]
                return found if found and found[0] != "#" else "./" + found
        return url

    return way
