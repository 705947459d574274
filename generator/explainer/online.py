"""Dead links: the only part that asks the network, and only when an editor asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from explainer import __version__
from explainer.model.story import Key, Story
from explainer.problems import Problem, Where

SECONDS = 15
"""How long an answer may take."""
AT_ONCE = 8
"""Requests under way at a time."""


def dead_links(story: Story) -> Iterator[Problem]:
    """Yield a warning for each address of a source that does not answer, or answers with an error."""
    asked = [
        (story.place(Key("sources", id_)).step(field), address)
        for id_, source in story.sources.items()
        for field, address in (("url", source.url), ("archived", source.archived))
        if address
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for (where, address), fault in zip(asked, pool.map(_fault, (url for _, url in asked)), strict=True):
            if fault:
                yield _dead(where, address, fault)


def _dead(where: Where, address: str, fault: str) -> Problem:
    hint = "look yourself; if it is gone, correct the address or add `archived`"
    return Problem(where, "dead-link", f"{address} {fault}", hint, "warning")


def _fault(address: str) -> str:
    """Return what is wrong with an address, or an empty text; its page is not read."""
    headers = {"User-Agent": f"explainer/{__version__} (link check)", "Range": "bytes=0-0"}
    try:
        with urlopen(Request(address, headers=headers), timeout=SECONDS):  # noqa: S310 - the model allows http(s) only
            return ""
    except HTTPError as error:
        return "" if error.code == 416 else f"answers with {error.code} {error.reason}"
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return f"does not answer: {reason}"
