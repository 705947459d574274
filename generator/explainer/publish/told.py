"""What every download says of a record: its name, its address, its day, and who says so."""

from __future__ import annotations

import re
import unicodedata

from explainer.language import language
from explainer.model.attribution import chain
from explainer.model.collections import title_of
from explainer.model.event import Event
from explainer.model.phrases import phrase
from explainer.model.plain import plain
from explainer.model.private import neutral_name
from explainer.model.story import Key, Story
from explainer.model.update import newest_first
from explainer.model.when import DateRecord
from explainer.urls import Urls

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Teller:
    """Puts a story's records in words; `base` is the site's address with a slash, empty where not known."""

    def __init__(self, story: Story, urls: Urls, base: str) -> None:
        self.story, self.urls, self.base = story, urls, base
        self.language = language(story.info.language)
        self._accounts: dict[str, str] = {}

    def address(self, key: Key) -> str:
        """Return the whole address of a record's page, empty where the site's is not known."""
        return self.base + self.urls.record(key) if self.base else ""

    def date(self, date: DateRecord) -> str:
        """Return a date in words."""
        return phrase(date.edtf, self.language, part=date.part)

    def text(self, prose: str | None) -> str:
        """Return a prose text as plain text, empty for none."""
        return printable(plain(prose, self.story)) if prose else ""

    def places(self, event: Event) -> str:
        """Return where an event was, in words."""
        return self.language.list(self.story.places[id_].name for id_ in event.place)

    def actor(self, id_: str) -> str:
        """Return an actor's name; a neutral one for a private person, who is not in the exported story."""
        actor = self.story.actors.get(id_)
        return actor.name if actor and not actor.private else neutral_name(self.story)

    def account(self, event: Event) -> str:
        """Return when an event was, what is known of it and who says so, a line each."""
        if event.id not in self._accounts:
            self._accounts[event.id] = self._account(event)
        return self._accounts[event.id]

    def _account(self, event: Event) -> str:
        _ = self.language.gettext
        says = [
            id_ for step in chain(self.story, event) if step.role == "according-to" for id_ in step.actors
        ]
        who = map(self.actor, says)
        lines = [
            self.date(event.date),
            self.text(event.summary),
            _("According to {who}").format(who=self.language.list(who)) if says else "",
            self.sources(event),
        ]
        return "\n".join(filter(None, lines))

    def sources(self, event: Event) -> str:
        """Return the titles of the sources that an event rests on."""
        cited = dict.fromkeys(citation.ref for citation in event.source)
        names = [title_of(self.story.sources[ref]) for ref in cited]
        return f"{self.language.gettext('Source')}: {'; '.join(names)}" if names else ""

    def day(self) -> str:
        """Return the day up to which the story is told: its own, the last update's, or the last event's."""
        info, updates = self.story.info, newest_first(self.story.updates.values())
        if info.as_of and info.as_of.edtf.latest:
            return info.as_of.edtf.latest[:10]
        if updates:
            return (updates[0].date.edtf.latest or updates[0].date.edtf.earliest)[:10]
        days = (event.date.edtf.latest[:10] for event in self.story.events.values())
        return max(filter(_usual, days), default="2000-01-01")

    def name(self) -> str:
        """Return the story's title in letters that names of files and keys of entries may hold."""
        folded = unicodedata.normalize("NFKD", self.story.info.title).encode("ascii", "ignore").decode()
        return "-".join(re.findall(r"[a-z0-9]+", folded.lower())[:6]) or "story"


def _usual(day: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", day))


def printable(text: str) -> str:
    """Return a text without the characters that XML and calendars cannot hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)
