"""The title index: names, dates and addresses of a collection's records in one script.

Search falls back on it on `file://`, without WebAssembly, without Pagefind, and for names that are misspelt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from explainer.views.findable import Findable

_SLUG = re.compile(r"[^a-z0-9]+")


def title_index(collection: str, entries: Sequence[Findable]) -> str:
    """Return the script with a collection's titles; each line is title, other names, date and address.

    An address is left out where the title tells it; the script that reads the lines works it out again.
    """
    head, tail = _ends([entry.url for entry in entries])
    lines = "\n".join(_line(entry, head, tail) for entry in entries)
    told = ",".join(json.dumps(text, ensure_ascii=False) for text in (collection, head, tail, lines))
    return f"exTitles({told});\n"


def _line(entry: Findable, head: str, tail: str) -> str:
    middle = entry.url[len(head) : len(entry.url) - len(tail)]
    address = "" if middle == _SLUG.sub("-", entry.title.lower()).strip("-") else middle or "."
    fields = (entry.title, " · ".join(entry.names), entry.date, address)
    return "\t".join(" ".join(field.split()) for field in fields).rstrip("\t")


def _ends(urls: Sequence[str]) -> tuple[str, str]:
    """Return what all addresses begin with, up to a sign that parts words, and what they all end with."""
    head = _shared(urls)
    head = head[: max(head.rfind("/"), head.rfind("#")) + 1]
    rest = [url[len(head) :] for url in urls]
    tail = next((end for end in ("/", ".html") if all(url.endswith(end) for url in rest)), "")
    return head, tail


def _shared(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((n for n, (a, b) in pairs if a != b), min(len(first), len(last)))]
