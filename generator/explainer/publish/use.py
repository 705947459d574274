"""How one page is taken along: cited, as data, on another site."""

from __future__ import annotations

from explainer.files import record_data
from explainer.frozen import frozen
from explainer.publish.downloads import Downloads
from explainer.publish.json_text import on_one_line
from explainer.publish.jsonld import Page
from explainer.urls import PAGED


@frozen
class Use:
    """What a page offers to whoever wants to use it; addresses are relative to the site's root."""

    plain: str
    bibtex: str
    csl: str
    downloads: str
    """The page of downloads."""
    data: str = ""
    """The record's data."""
    card: str = ""
    """The record as a card for other sites."""
    embed: str = ""
    """The HTML that puts the card on another site."""


def use_of(page: Page, downloads: Downloads, card: str = "", embed: str = "", *, alone: bool = True) -> Use:
    """Return what a page offers; `page` must be as machines may know it.

    `card` is the address of its card for other sites, `embed` the HTML that puts it there; the data of a
    record can be had `alone`, or with all others only.
    """
    citation = downloads.citer.page(page)
    urls, key = downloads.teller.urls, page.key
    return Use(
        citation.plain(),
        citation.bibtex().strip(),
        on_one_line(citation.csl()),
        urls.list("downloads"),
        urls.at(record_data(key)) if alone and key and key.collection in PAGED else "",
        card,
        embed,
    )
