"""Feeds of updates: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org), the same for the same story.

Dates are those of the updates; nothing tells when the site was built. Without the site's address links are
relative to the feed, which Atom allows, and ids are made from the story's title instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from explainer.files import ATOM_FEED, JSON_FEED
from explainer.frozen import frozen
from explainer.language import language
from explainer.model.plain import plain
from explainer.model.private import exported
from explainer.model.story import Key, Story
from explainer.model.titles import full_title
from explainer.model.update import Update, newest_first
from explainer.publish.json_text import json_text
from explainer.urls import Urls, relative

ATOM = "http://www.w3.org/2005/Atom"
JSON_VERSION = "https://jsonfeed.org/version/1.1"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""


@frozen
class Entry:
    """An update as feeds tell it; texts are plain."""

    id: str
    url: str
    title: str
    text: str
    day: str


class Feeds:
    """The feeds of a story; `base` is the site's address with a slash, empty where it is not known."""

    def __init__(self, story: Story, urls: Urls, base: str) -> None:
        self._story = exported(story) if story.updates else story
        self._urls, self._base = urls, base
        self._atom, self._json = urls.at(ATOM_FEED), urls.at(JSON_FEED)
        self._language = language(story.info.language)
        self._entries = list(self._made())

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of both feeds, or nothing for a story without updates."""
        if self._entries:
            yield self._atom, self.atom()
            yield self._json, self.json()

    def links(self, page: str) -> str:
        """Return the `<link>` elements that lead from a page, given by its address, to the feeds."""
        if not self._entries:
            return ""
        feeds = ("application/atom+xml", self._atom), ("application/feed+json", self._json)
        title = escape(self._title)
        # What is `alternate` and nothing else Material takes for the site in another language.
        return "".join(
            f'<link rel="alternate feed" type="{kind}" title="{title}" href="{relative(url, page)}">\n'
            for kind, url in feeds
        )

    def atom(self) -> str:
        """Return the Atom feed."""
        ET.register_namespace("", ATOM)
        feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": self._lang})
        for name, text in (
            ("id", self._id("")),
            ("title", self._title),
            ("updated", _moment(self._entries[0].day)),
        ):
            _child(feed, name, text)
        _child(_child(feed, "author"), "name", self._story.info.title)
        _child(
            feed, "link", rel="self", href=self._address(self._atom, self._atom), type="application/atom+xml"
        )
        log = self._address(self._urls.list("updates"), self._atom)
        _child(feed, "link", rel="alternate", href=log, type="text/html")
        for entry in self._entries:
            item = _child(feed, "entry")
            for name, text in (("id", entry.id), ("title", entry.title), ("updated", _moment(entry.day))):
                _child(item, name, text)
            _child(item, "link", rel="alternate", href=self._address(entry.url, self._atom), type="text/html")
            _child(item, "content", entry.text, type="text")
        ET.indent(feed, " ")
        return ET.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"

    def json(self) -> str:
        """Return the JSON Feed."""
        feed = {
            "version": JSON_VERSION,
            "title": self._title,
            "home_page_url": self._address(self._urls.home(), self._json),
            "feed_url": self._address(self._json, self._json),
            "language": self._lang,
            "items": [
                {
                    "id": entry.id,
                    "url": self._address(entry.url, self._json),
                    "title": entry.title,
                    "content_text": entry.text,
                    "date_published": _moment(entry.day),
                }
                for entry in self._entries
            ],
        }
        return json_text(feed, 2)

    @property
    def _lang(self) -> str:
        return self._story.info.language

    @property
    def _title(self) -> str:
        title = self._language.gettext("{title}: updates").format(title=self._story.info.title)
        return _printable(title)

    def _made(self) -> Iterator[Entry]:
        for update in newest_first(self._story.updates.values()):
            yield Entry(
                self._id(update.id),
                self._urls.record(Key("updates", update.id)),
                _printable(full_title(self._story, update)),
                _printable(self._text(update)),
                update.date.edtf.latest or update.date.edtf.earliest,
            )

    def _text(self, update: Update) -> str:
        _ = self._language.gettext
        parts = [plain(update.says, self._story)]
        parts += [_("Was: {text}").format(text=update.was)] if update.was else []
        parts += [_("Now: {text}").format(text=update.now)] if update.now else []
        return "\n".join(parts)

    def _id(self, update: str) -> str:
        return uuid5(
            NAMESPACE_URL, f"{self._base + self._urls.edition or self._story.info.title}#{update}"
        ).urn

    def _address(self, url: str, feed: str) -> str:
        return self._base + url if self._base else relative(url, feed)


def _child(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def _moment(day: str) -> str:
    """Return a day as a moment (RFC 3339): its beginning, in universal time."""
    return f"{day}T00:00:00Z"


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
