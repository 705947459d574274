"""The paths of files that readers take away, inside an edition."""

from __future__ import annotations

from typing import Literal

from explainer.model.story import Key

PLANNED_CALENDAR, WHOLE_CALENDAR = "data/planned.ics", "data/chronology.ics"
PLACES_MAP, EVENTS_MAP = "data/places.geojson", "data/events.geojson"
TIMELINE = "data/timeline.json"
SOURCES_BIB, SOURCES_CSL = "data/sources.bib", "data/sources.csl.json"
ATOM_FEED, JSON_FEED = "updates/atom.xml", "updates/feed.json"
"""Where the feeds of updates are published."""
STORY_DATA, STORY_SCHEMA = "data/story.json", "data/story.schema.json"
"""Where the whole story is published for machines, and what describes it."""
BOOK, ARCHIVE = "downloads/story.epub", "downloads/site.zip"
"""Where the files are published that readers take away."""
FILES = (
    *(PLANNED_CALENDAR, WHOLE_CALENDAR, PLACES_MAP, EVENTS_MAP, TIMELINE),
    *(SOURCES_BIB, SOURCES_CSL),
)
"""All records, or some, in other formats than JSON; some stories have no use for some of them."""

LeftOut = Literal["book", "embeds", "formats", "records"]
"""What a site may leave out: the book, cards for other sites, all records in other formats than JSON, and the
data of each record by itself."""


def table_file(collection: str) -> str:
    """Return where a collection is published as a table."""
    return f"data/{collection}.csv"


def card_file(file: str) -> str:
    """Return where the share card of a page is published, given by its source path."""
    return f"cards/{file.removesuffix('.md')}.png"


def record_data(key: Key) -> str:
    """Return where the data of one record are published."""
    return f"data/{key.collection}/{key.id}.json"


def embed_file(page: str) -> str:
    """Return the source path of a record's card for other sites, given that of its page."""
    return f"embed/{page}"


def oembed_file(page: str) -> str:
    """Return where the oEmbed answer for a record's page is published, given its source path."""
    return embed_file(page).removesuffix("md") + "json"


def part_file(folder: str, name: str) -> str:
    """Return the source path of a part of a collection, in its folder."""
    return f"{folder}/by-letter/{name}.md"


def group_file(folder: str, by: str, value: str, number: int = 1) -> str:
    """Return the source path of a group in a collection's folder; its later pages are numbered."""
    return f"{folder}/by-{by}/{value}{f'/{number}' if number > 1 else ''}.md"
