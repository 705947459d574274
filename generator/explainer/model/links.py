"""`[[id]]` links in prose: how they are written and how they are resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"\[\[\s*(?:(?P<prefix>[a-z]+):)?(?P<id>[^\]\|\[]+?)\s*(?:\|\s*(?P<label>[^\]]+?)\s*)?\]\]")


@dataclass(frozen=True, slots=True)
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


def links_in(prose: str) -> Iterator[ProseLink]:
    """Yield the links of a prose text in order."""
    if "[[" not in prose:
        return
    for found in LINK.finditer(prose):
        yield ProseLink(found["id"], found["prefix"], found["label"], found.start())
