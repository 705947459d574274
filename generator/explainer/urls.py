"""The only place where the site's paths and anchors are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from explainer.model.story import Key
from explainer.near import did_you_mean

PAGED = ("actors", "events", "quotes", "figures", "places", "sources")
"""Collections whose records have a page each."""
LISTED = ("disputes", "glossary", "updates")
"""Collections whose records share one page, each with an anchor."""
_MAIN = ("questions", "chronology", "actors", "relations", "quotes", "figures", "places", "sources")
COLLECTION_PAGES = (*_MAIN, *LISTED, "downloads")
"""The pages that list records or files, in the order of the navigation."""
_PERIOD = re.compile(r"(planned-?)?((minus-)?\d{4,}(-\d\d){0,2}(-part-\d+)?)?")
"""What pages of periods are called, so that a kind of event of that name makes way."""
INDEX = "index"
"""The pages that list all records from A to Z."""
_FOLDER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def option_fault(titles: Mapping[str, str], folders: Mapping[str, str]) -> str:
    """Return what is wrong with a site's own titles and folders of collection pages, or an empty text."""
    for option, names, known in (
        ("titles", titles, (INDEX, *COLLECTION_PAGES)),
        ("folders", folders, ("events", "print", INDEX, *COLLECTION_PAGES)),
    ):
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known) or f"one of: {', '.join(known)}"
                return f'{option}: no collection page is called "{name}" - {hint}'
    for folder in folders.values():
        if not _FOLDER.fullmatch(folder):
            return f'folders: "{folder}" must be made of lower-case letters, digits and hyphens'
    return ""


@dataclass(frozen=True)
class Urls:
    """Spells the addresses of pages, all relative to the site's root.

    `folders` renames a collection's folder; `directory` chooses `actors/x/` over `actors/x.html`; `edition`
    is the folder of an edition in another language, such as `ar/`; `editions` names all of them by language.
    `shelved` gives the source paths of the pages that the records of a collection in parts stand on.
    """

    directory: bool = True
    folders: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""
    editions: tuple[tuple[str, str], ...] = ()
    shelved: Mapping[Key, str] = field(default_factory=dict)

    def folder(self, collection: str) -> str:
        """Return the folder of a collection's pages."""
        return self.at(self.folders.get(collection, collection))

    def at(self, path: str) -> str:
        """Return where a file of the site's stands in this edition."""
        return self.edition + path

    def elsewhere(self, url: str) -> tuple[tuple[str, str], ...]:
        """Return the address of a page in every edition, by language; nothing where there is only one."""
        bare = url.removeprefix(self.edition)
        return tuple((code, folder + bare) for code, folder in self.editions)

    def list_file(self, collection: str) -> str:
        """Return the source path of the page that lists a collection."""
        return f"{self.folder(collection)}/index.md"

    def record_file(self, key: Key) -> str:
        """Return the source path of a record's own page."""
        return f"{self.folder(key.collection)}/{key.id}.md"

    def question_file(self, question: str) -> str:
        """Return the source path of a question's page."""
        return f"{self.folder('questions')}/{question}.md"

    def whole_file(self, number: int = 1) -> str:
        """Return the source path of a volume, counted from 1, of the whole story in one piece."""
        return f"{self.folder('print')}/{number if number > 1 else 'index'}.md"

    def kind_file(self, kind: str) -> str:
        """Return the source path of the chronology of one kind of event."""
        apart = "kind-" if _PERIOD.fullmatch(kind) else ""
        return f"{self.folder('chronology')}/{apart}{kind}.md"

    def own_chronology_file(self, key: Key) -> str:
        """Return the source path of the chronology of one actor, place or source."""
        return f"{self.folder(key.collection)}/{key.id}/chronology.md"

    def period_file(self, file: str, name: str) -> str:
        """Return the source path of a period's page in the chronology at another; itself without a name."""
        return f"{file.removesuffix('.md').removesuffix('/index')}/{name}.md" if name else file

    def entry(self, key: Key, name: str) -> str:
        """Return the address of a record's entry in the chronology, which is on the page of that period."""
        return f"{self.url(self.period_file(self.list_file('chronology'), name))}#{entry_anchor(key)}"

    def letter_file(self, letter: str) -> str:
        """Return the source path of the A-Z index's page of a letter, given by its name in an address."""
        return f"{self.folder(INDEX)}/{letter}.md"

    def url(self, file: str) -> str:
        """Return the address that a source path is published under; the home page's is empty."""
        stem = file.removesuffix(".md")
        folder, _, name = stem.rpartition("/")
        if name in {"index", "README"}:
            base = f"{folder}/" if folder else ""
            return base if self.directory else f"{base}index.html"
        return f"{stem}/" if self.directory else f"{stem}.html"

    def output(self, file: str) -> str:
        """Return the path of the HTML file that a source path is written to."""
        url = self.url(file)
        return f"{url}index.html" if not url or url.endswith("/") else url

    def home(self) -> str:
        """Return the address of the home page."""
        return self.url(self.home_file())

    def home_file(self) -> str:
        """Return the source path of the home page."""
        return self.at("index.md")

    def paragraph(self, source: Key, number: int) -> str:
        """Return the address of a paragraph on its source's own page."""
        return f"{self.url(self.record_file(source))}#{paragraph_anchor(number)}"

    def list(self, collection: str) -> str:
        """Return the address of the page that lists a collection."""
        return self.url(self.list_file(collection))

    def kind(self, kind: str) -> str:
        """Return the address of the chronology of one kind of event."""
        return self.url(self.kind_file(kind))

    def record(self, key: Key) -> str:
        """Return the address where a record is shown, or an empty text for one that has no place."""
        if key.collection in PAGED:
            return self.url(self.record_file(key))
        page = self.shelved.get(key)
        if key.collection in LISTED or page:
            anchor = key.id if key.collection in LISTED else entry_anchor(key)
            return f"{self.url(page or self.list_file(key.collection))}#{anchor}"
        return ""


def relative(url: str, page: str) -> str:
    """Return a root-relative address as seen from the page at another one."""
    path, hash_, anchor = url.partition("#")
    here, there = page.split("/")[:-1], path.split("/")
    if path == page:
        return f"#{anchor}" if hash_ else (there[-1] or "./")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (way or "./") + hash_ + anchor


LONG_TEXT = 300
"""Characters beyond which a text fragment names only the beginning and the end."""
_ENDS = 5
"""Words that it then names of each."""


def text_fragment(url: str, words: Iterable[str]) -> str:
    """Return an address elsewhere that opens at these words, where the browser knows text fragments.

    Written by the WICG specification "URL Fragment Text Directives"; one directive for each of the words.
    """
    texts = [_text_directive(text) for text in words if text.strip()]
    if not texts:
        return url
    return url + ("" if "#" in url else "#") + ":~:" + "&".join(f"text={text}" for text in texts)


def _text_directive(text: str) -> str:
    words = text.split()
    if len(text) <= LONG_TEXT or len(words) <= 2 * _ENDS:
        return _percent(" ".join(words))
    return f"{_percent(' '.join(words[:_ENDS]))},{_percent(' '.join(words[-_ENDS:]))}"


def _percent(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def entry_anchor(key: Key) -> str:
    """Return the permanent anchor of a record's entry in a chronology."""
    return f"{key.collection.removesuffix('s')}-{key.id}"


def day_anchor(day: str, *, planned: bool = False) -> str:
    """Return the anchor of a day's section in a chronology, where what is planned stands apart."""
    return f"planned-{day}" if planned else f"on-{day}"


def period_name(unit: Iterable[int]) -> str:
    """Return what the address of a year, month or day holds: `2016`, `2016-04`; zeros stand for none."""
    year, *rest = unit
    sign = "minus-" if year < 0 else ""
    return "-".join([f"{sign}{abs(year):04}", *(f"{number:02}" for number in rest if number)])


def month_anchor(unit: Iterable[int]) -> str:
    """Return the anchor of a month's section in a chronology, or of a year's without a month."""
    return f"in-{period_name(unit)}"


FILTER_SCRIPT = "assets/filter.js"
FILTER_INDEX, FILTER_TITLES = "data/chronology.js", "data/chronology-titles.js"
"""What readers fetch who filter the chronology: the script, its table, and titles for use from disk."""


def paragraph_anchor(number: int) -> str:
    """Return the anchor of a paragraph on the page of its source."""
    return f"paragraph-{number}"


def note_anchor(number: int) -> str:
    """Return the anchor of a page's numbered evidence note."""
    return f"note-{number}"


def search_folder(lang: str) -> str:
    """Return the folder that the full-text index of pages in one language is published in."""
    return f"assets/pagefind-{lang}"


def search_script(lang: str) -> str:
    """Return where the search of pages in one language is published, which readers fetch on first use."""
    return f"assets/search-{lang}.js"


def titles_script(lang: str, collection: str) -> str:
    """Return where the titles of a collection in one language are published."""
    return f"assets/titles-{lang}-{collection}.js"


def letter_anchor(script: str, letter: str) -> str:
    """Return the anchor of a letter in the A-Z index: its number in Unicode, as any address may hold it."""
    return f"{script.lower()}-{ord(letter):x}" if letter else script.lower()
