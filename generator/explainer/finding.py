"""The full-text index that browsers search in, made by Pagefind where that is installed.

Pagefind reads HTML files, so every record is written as a small page of its own into a temporary folder: the
site's own pages never reach it, and with them no private person.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from explainer.folding import respelt, script_of
from explainer.views.findable import Findable

PART = " ␞ "
"""Parts the title, the other names, the text and the folded words in an entry; the script splits there."""
_FOLDS_ITSELF = {"ar": "Arabic"}
"""Languages whose words Pagefind folds by itself, in the script that they are written in."""
_WEIGHTS = {"relations": 1, "quotes": 4, "sources": 4, "events": 6, "figures": 6, "disputes": 6}
"""How much the words of a title weigh; those of a name, and of anything else, weigh `_NAMED`."""
_NAMED = 10
_KIND = "xk"
"""Begins the word that stands in every entry for its kind: Pagefind's own filters differ from run to run."""
_KEPT = ("fragment", "index", "filter", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_ENDINGS = {".pf_meta", ".pagefind"}
_PROGRAM = "pagefind_bin"
"""The package that brings Pagefind's program."""


class FindingError(Exception):
    """Pagefind could not make its index; the message holds what it said."""


def installed() -> bool:
    """Tell whether Pagefind is there to make an index with."""
    return find_spec(_PROGRAM) is not None


def write_index(entries: Iterable[Findable], target: Path) -> None:
    """Write the full-text index of these records, one for each language, into a folder made anew.

    Raises:
        FindingError: Pagefind ended with an error.

    """
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as pages:
        for number, entry in enumerate(entries):
            Path(pages, f"{number:06}.html").write_text(_html(entry), "utf-8")
        done = _run("--site", pages, "--output-path", str(target), "--quiet")
    if done.returncode or not (target / "pagefind.js").is_file():
        shutil.rmtree(target, ignore_errors=True)
        raise FindingError(f"{done.stdout}{done.stderr}".strip() or "Pagefind made nothing")
    for path in target.iterdir():
        if path.name not in _KEPT and path.suffix not in _ENDINGS:
            path.unlink()


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        program = str(import_module(_PROGRAM).get_executable())
        return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        message = f"its program cannot be started: {error}"
        raise FindingError(message) from error


def _html(entry: Findable) -> str:
    """Return the page that Pagefind reads; weights put a name before a mention."""
    title = _WEIGHTS.get(entry.collection, _NAMED)
    weighed = (
        (title, entry.title),
        (title, " · ".join(entry.names)),
        (2, entry.text),
        (1, " ".join(entry.others)),
        (title, " ".join(dict.fromkeys(_respelt(entry)))),
        (0.1, _KIND + entry.collection),
    )
    body = PART.join(
        f'<span data-pagefind-weight="{weight}">{escape(text)}</span>' for weight, text in weighed
    )
    kept = {"kind": entry.collection, "href": entry.url, "title": entry.title, "date": entry.date}
    meta = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(text)}">'
        for name, text in kept.items()
        if text
    )
    return (
        f'<!doctype html><html lang="{escape(entry.lang)}"><head><title></title></head>'
        f"<body data-pagefind-body>{meta}<p>{body}</p></body></html>"
    )


def _respelt(entry: Findable) -> Iterator[str]:
    """Yield the folded forms of words that Pagefind would not find under them."""
    own = _FOLDS_ITSELF.get(entry.lang.partition("-")[0])
    for text in (entry.title, *entry.names, entry.text, *entry.others):
        for word in text.split():
            if (folded := respelt(word)) and script_of(folded[0]) != own:
                yield folded
