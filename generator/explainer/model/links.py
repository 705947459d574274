"""`[[id]]` links in prose: how they are written and how they are resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.frozen import frozen

LINK = re.compile(r"\[\[\s*(?:(?P<prefix>[a-z]+):)?(?P<id>[^\]\|\[]+?)\s*(?:\|\s*(?P<label>[^\]]+?)\s*)?\]\]")


@frozen
class ProseLink:
    """A link in prose as written: `[[prefix:id|label]]`, prefix and label being optional."""

    id: str
    prefix: str | None
    label: str | None
    start: int

    @property
    def target(self) -> str:
        """Return the reference part, as typed fields write it: `id` or `prefix:id`."""
        return f"{self.prefix}:{self.id}" if self.prefix else self.id


_CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)


def without_code(prose: str) -> str:
    """Return a Markdown text with code blanked out, so that every other letter keeps its place."""
    if "`" not in prose and "~~~" not in prose:
        return prose
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), prose)


def open_links(prose: str) -> Iterator[int]:
    """Yield the places, from 0, of every `[[` that begins no link; those in code are none."""
    if "[[" not in prose:
        return
    starts = {link.start for link in links_in(prose)}
    text = without_code(prose)
    at = text.find("[[")
    while at >= 0:
        if at not in starts:
            yield at
        at = text.find("[[", at + 2)


def links_in(prose: str) -> Iterator[ProseLink]:
    """Yield the links of a prose text in order; brackets in code are none."""
    if "[[" not in prose:
        return
    prose = without_code(prose)
    for found in LINK.finditer(prose):
        yield ProseLink(found["id"], found["prefix"], found["label"], found.start())
