"""The frame of a page: its address, title, breadcrumbs and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from explainer.language import N_, direction_of, language
from explainer.model.story import Key
from explainer.urls import INDEX, LISTED, Urls
from explainer.views.context import Context
from explainer.views.notes import Notes
from explainer.views.pieces import Alternate, Frame, Link
from explainer.views.updates import updates_in, updates_of

TITLES: Mapping[str, str] = {
    "questions": N_("Questions"),
    "chronology": N_("Chronology"),
    "actors": N_("Actors"),
    "relations": N_("Relations"),
    "quotes": N_("Quotes"),
    "figures": N_("Figures"),
    "places": N_("Places"),
    "sources": N_("Sources"),
    "disputes": N_("Disputes"),
    "glossary": N_("Glossary"),
    "updates": N_("Updates"),
    "downloads": N_("Downloads"),
    "print": N_("The whole story"),
    "index": N_("A–Z"),
}
"""What the collection pages are called, unless the site gives them other titles."""


class Framer:
    """Makes frames for a story's pages; `titles` overrides what collection pages are called."""

    def __init__(self, context: Context, titles: Mapping[str, str] | None = None) -> None:
        self.context = context
        self._titles = {**TITLES, **(titles or {})}

    def elsewhere(self, context: Context) -> Framer:
        """Return a framer with the same titles for pages at other addresses."""
        return Framer(context, self._titles)

    def title(self, collection: str) -> str:
        """Return what a collection's page is called."""
        return self.context.language.gettext(self._titles[collection])

    def collection(self, name: str, notes: Notes, description: str, template: str = "") -> Frame:
        """Return the frame of a collection's page."""
        file = self.context.urls.list_file(name)
        return self._frame(
            file,
            self.title(name),
            description,
            template or name,
            notes,
            collection=name,
            crumbs=(self._home(),),
            updates=updates_in(self.context, name, self.context.story.collection(name))
            if name in LISTED and name != "updates"
            else (),
        )

    def record(self, key: Key, notes: Notes, description: str, template: str, **more: Any) -> Frame:
        """Return the frame of a record's page, with its neighbours in the collection's order."""
        record = self.context.story.collection(key.collection)[key.id]
        parent = "chronology" if key.collection == "events" else key.collection
        return self._frame(
            self.context.urls.record_file(key),
            self.context.title(record),
            description,
            template,
            notes,
            collection=key.collection,
            id=key.id,
            crumbs=(self._home(), Link(self.title(parent), self.context.urls.list(parent))),
            edit=self.context.story.origins[key].file,
            withheld=self.context.withheld(record),
            updates=updates_of(self.context, key),
            **more,
        )

    def chronology(
        self, file: str, title: str, above: Sequence[Link], notes: Notes, description: str, **more: Any
    ) -> Frame:
        """Return the frame of a chronology's page; `above` are the pages between home and it."""
        collection = more.pop("collection", "chronology")
        return self._frame(
            file,
            title,
            description,
            "chronology",
            notes,
            crumbs=(self._home(), *above),
            collection=collection,
            **more,
        )

    def question(self, id_: str, title: str, notes: Notes, description: str, **more: Any) -> Frame:
        """Return the frame of a question's page."""
        crumbs = (self._home(), Link(self.title("questions"), self.context.urls.list("questions")))
        file = self.context.urls.question_file(id_)
        return self._frame(
            file, title, description, "question", notes, crumbs=crumbs, collection="questions", **more
        )

    def whole(self, number: int, title: str, notes: Notes, description: str, **more: Any) -> Frame:
        """Return the frame of a volume of the whole story, which repeats what other pages say."""
        crumbs = (self._home(), Link(self.title("downloads"), self.context.urls.list("downloads")))
        file = self.context.urls.whole_file(number)
        return self._frame(file, title, description, "print", notes, crumbs=crumbs, searchable=False, **more)

    def letter(self, name: str, letter: str, notes: Notes, description: str) -> Frame:
        """Return the frame of the A-Z index's page of a letter; `name` is what its address calls it."""
        crumbs = (self._home(), Link(self.title(INDEX), self.context.urls.list(INDEX)))
        file, title = self.context.urls.letter_file(name), f"{self.title(INDEX)}: {letter}"
        return self._frame(file, title, description, "az", notes, crumbs=crumbs, collection=INDEX)

    def part(
        self, collection: str, file: str, title: str, notes: Notes, description: str, **more: Any
    ) -> Frame:
        """Return the frame of a part of a collection's page."""
        template = more.pop("template", "part")
        crumbs = (self._home(), Link(self.title(collection), self.context.urls.list(collection)))
        return self._frame(
            file, title, description, template, notes, crumbs=crumbs, collection=collection, **more
        )

    def home(self, notes: Notes, description: str) -> Frame:
        """Return the frame of the home page."""
        return self._frame(
            self.context.urls.home_file(), self.context.story.info.title, description, "home", notes
        )

    def _home(self) -> Link:
        return Link(self.context.story.info.title, self.context.urls.home())

    def _frame(
        self, file: str, title: str, description: str, template: str, notes: Notes, **more: Any
    ) -> Frame:
        return Frame(
            file=file,
            url=self.context.urls.url(file),
            title=title,
            description=description,
            template=template,
            lang=self.context.story.info.language,
            direction=self.context.language.direction,
            alternates=alternates(self.context.urls, self.context.urls.url(file)),
            notes=notes.all(),
            **more,
        )


def alternates(urls: Urls, url: str) -> tuple[Alternate, ...]:
    """Return a page, given by its address, in every language; nothing for a story in one."""
    return tuple(
        Alternate(code, direction_of(code), language(code).name_of(code), address, address == url)
        for code, address in urls.elsewhere(url)
    )


def neighbours(context: Context, keys: Sequence[Key], index: int) -> tuple[Link | None, Link | None]:
    """Return links to the records before and after one in a sequence."""
    return beside(len(keys), index, lambda other: context.link(keys[other]))


def beside(count: int, index: int, link: Callable[[int], Link]) -> tuple[Link | None, Link | None]:
    """Return links to what stands before and after the one at an index, of so many."""
    return link(index - 1) if index > 0 else None, link(index + 1) if index + 1 < count else None
