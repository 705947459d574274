"""Addresses in HTML that is made before it is known on which page it will stand.

They are marked, root-relative as views give them, and fitted to the page when it is whole, so that what is
the same on many pages is made once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from secrets import token_hex

OPEN, SHUT = f"\x05{token_hex(8)}/", "\x06"
"""Stand around an address until the page is whole; no text can hold what nobody could know beforehand.

What they make of it must still be a relative address, or the sanitiser of prose takes it out.
"""
_ADDRESS = re.compile(f"{OPEN}([^{SHUT}]*){SHUT}".encode())


def marked(url: str) -> str:
    """Return an address with marks around it."""
    return f"{OPEN}{url}{SHUT}"


def fitted(html: bytes, page: str, moved: Mapping[str, str]) -> bytes:
    """Return HTML whose marked addresses lead where they should from the page at an address.

    `moved` gives the addresses that it leads to instead of some.
    """
    return _ADDRESS.sub(_way(page.encode(), moved), html)


def encoded(html: str) -> bytes:
    """Return HTML as its file holds it: in UTF-8, with numbers for what has no place in that."""
    return html.encode("utf-8", "xmlcharrefreplace")


def _way(page: bytes, moved: Mapping[str, str]) -> Callable[[re.Match[bytes]], bytes]:
    """Return what `relative` makes of addresses on one page, worked out once for each folder around it."""
    parts = page.split(b"/")[:-1]
    depths = range(len(parts), 0, -1)
    around = [(b"/".join(parts[:depth]) + b"/", b"../" * (len(parts) - depth)) for depth in depths]
    around = around or [(b"", b"")]
    top, up, here = around[-1][0], b"../" * len(parts), page + b"#"

    def way(found: re.Match[bytes]) -> bytes:
        url = found[1]
        if moved and (now := moved.get(url.decode())) is not None:
            url = now.encode()
        if not url.startswith(top):
            return up + url
        if url.startswith(here):
            return url[len(page) :]
        for folder, steps in around:
            if url.startswith(folder):
                short = steps + url[len(folder) :]
                return short if short and not short.startswith(b"#") else b"./" + short
        return url

    return way
