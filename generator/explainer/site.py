"""From a story to everything that a site is made of, whoever publishes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from explainer.assets import THEME, book_stylesheet
from explainer.book import book
from explainer.cards.card import Card
from explainer.files import (
    ARCHIVE,
    ATOM_FEED,
    BOOK,
    FILES,
    JSON_FEED,
    STORY_DATA,
    STORY_SCHEMA,
    LeftOut,
    record_data,
    table_file,
)
from explainer.frozen import frozen
from explainer.language import language
from explainer.model.collections import COLLECTIONS
from explainer.model.plain import plain
from explainer.model.private import masked
from explainer.model.story import Key, Story
from explainer.publish.downloads import Downloads
from explainer.publish.feeds import Feeds
from explainer.publish.jsonld import Describer, Page
from explainer.publish.use import use_of
from explainer.render.addresses import encoded
from explainer.render.bidi import isolated
from explainer.render.pages import Heading, Renderer, environment
from explainer.sharing import Sharing, Which, described
from explainer.urls import COLLECTION_PAGES, FILTER_INDEX, FILTER_TITLES, PAGED, Urls, relative
from explainer.views.context import Context
from explainer.views.filter_index import filter_files
from explainer.views.findable import Findable, findables
from explainer.views.findable import page as page_of
from explainer.views.frames import Framer, alternates
from explainer.views.pieces import Frame
from explainer.views.planned import Planned
from explainer.views.previews import Previews
from explainer.views.site import View, pages, redirects, shelved


@frozen
class SitePage:
    """A page of the site: what readers see, and what machines may know of it."""

    frame: Frame
    """As machines may know it: no private person is named in it."""
    body: bytes
    """Its HTML in UTF-8."""
    headings: tuple[Heading, ...]
    """Without private persons."""
    indexed: Callable[[], str]
    """Makes the page for search: without private persons, and empty where the page is left out of it."""


class Site:
    """A story's pages and data files, made one by one as they are asked for."""

    def __init__(  # noqa: PLR0913 - options have their names
        self,
        story: Story,
        urls: Urls,
        *,
        titles: Mapping[str, str] | None = None,
        base: str = "",
        folders: Sequence[Path | str] = (),
        left_out: Collection[LeftOut] = (),
    ) -> None:
        self.story = story.published()
        self.masked = masked(self.story)
        """The story without private persons: for titles, search, linked data and whatever machines read."""
        self.archived = False
        """Whether the site is published in one file too."""
        self._left_out = left_out
        urls = replace(urls, shelved=shelved(Context(self.story, urls)))
        self.urls, self._base = urls, base
        open_ = Context(self.story, urls)
        self._masked = open_ if self.masked is self.story else Context(self.masked, urls)
        self._describer = Describer(self.masked, urls, base)
        self._feeds = Feeds(self.story, urls, base)
        self._renderer = Renderer(environment([*folders, THEME]), language(story.info.language))
        self.sharing = Sharing(self._masked, base, self._renderer, embeds="embeds" not in left_out)
        self._previews = Previews(self._masked)
        self._framer = Framer(open_, titles)
        self.pages: dict[str, Planned[View]] = {page.file: page for page in pages(self._framer)}
        """Every page by its source path, to be made when it is asked for."""
        self._made: dict[str, Frame] = {}
        self._masks = {}
        if self._masked is not open_:
            self._masks = {page.file: page for page in pages(Framer(self._masked, titles))}

    @cached_property
    def _downloads(self) -> Downloads:
        return Downloads(self.story, self.urls, self._base, formats="formats" not in self._left_out)

    def page(self, view: View, **more: object) -> SitePage:
        """Return a rendered page with its linked data."""
        mask = self.mask(view)
        told = described(mask.frame)
        script = f'<script type="application/ld+json">{self._describer.script(told)}</script>\n'
        more = {**self._beside(mask.frame, told), "previews": self._previews, **more}
        indexed = self._renderer.render(mask, **more)
        shown = indexed if mask == view else self._renderer.render(view, **more)

        def plain() -> str:
            return indexed.html + script if mask.frame.searchable else ""

        return SitePage(mask.frame, shown.body + encoded(script), indexed.headings, plain)

    def mask(self, view: View) -> View:
        """Return a page as machines may know it: the same where it names no private person."""
        mask = self._masks.get(view.frame.file)
        return mask.make() if mask else view

    def made(self, file: str) -> Frame:
        """Return the frame of a page, given by its source path, as machines may know it."""
        planned = self._masks.get(file, self.pages[file])
        if file not in self.titles:
            return planned.make().frame
        if file not in self._made:
            self._made[file] = planned.make().frame
        return self._made[file]

    @property
    def home(self) -> str:
        """Return the source path of the home page."""
        return self.urls.home_file()

    def hidden(self) -> Iterator[str]:
        """Yield the addresses of pages that machines should leave out."""
        return (self.urls.url(page.file) for page in self.pages.values() if not page.searchable)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return what the home page and the collections' pages are called, by their source paths."""
        named = {self.urls.list_file(name): self._framer.title(name) for name in COLLECTION_PAGES}
        found = {self.home: self.story.info.title, **named}
        return {file: title for file, title in found.items() if file in self.pages}

    def outline(self, file: str) -> Frame:
        """Return the frame of the home page or a collection's, as far as it is known before it is made."""
        lang, direction = self.story.info.language, self._renderer.language.direction
        return Frame(file, self.urls.url(file), self.titles[file], "", "", lang, direction)

    def findables(self) -> Iterator[Findable]:
        """Yield what search may find, without private persons: records, and the pages that list them."""
        yield from findables(self._masked)
        listed = [self.home, *(self.urls.list_file(name) for name in COLLECTION_PAGES)]
        yield from (page_of(self.made(file)) for file in self.pages if file in listed)

    def _beside(self, frame: Frame, told: Page) -> dict[str, object]:
        """Return what a page's template needs beside its view, as machines may know it."""
        if frame.template == "downloads":
            self._bind()
            return self._downloads.beside(list(self._feeds.files()), ARCHIVE if self.archived else "")
        if not (told.key and frame.searchable):
            return {}
        alone = "records" not in self._left_out
        return {"use": use_of(told, self._downloads, *self.sharing.embed(frame), alone=alone)}

    def _bind(self) -> None:
        """Add the story as a book to the downloads."""
        if BOOK not in self._downloads.files and "book" not in self._left_out:
            made = book(self._downloads.teller, self._framer, self._renderer, book_stylesheet())
            self._downloads.add(BOOK, made)

    def data_files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the paths and contents of the files to take away, feeds, and cards on other sites."""
        self._bind()
        for file in self._downloads.files.values():
            yield self.urls.at(file.path), file.content
        if "records" not in self._left_out:
            yield from self._downloads.record_files()
        yield from self._feeds.files()
        yield from self.sharing.embed_files()

    def file_names(self) -> Iterator[str]:
        """Yield the paths of files to take away, which the editors' own pages may lead to."""
        yield from map(self.urls.at, (STORY_DATA, STORY_SCHEMA, ATOM_FEED, JSON_FEED, ARCHIVE))
        if "book" not in self._left_out:
            yield self.urls.at(BOOK)
        if "formats" not in self._left_out:
            yield from map(self.urls.at, FILES)
            tables = (name for name in COLLECTIONS if self.masked.collection(name))
            yield from (self.urls.at(table_file(name)) for name in tables)
        for name in PAGED if "records" not in self._left_out else ():
            yield from (self.urls.at(record_data(Key(name, id_))) for id_ in self.masked.collection(name))

    def filter_files(self) -> Iterator[tuple[str, str]]:
        """Yield the paths and contents of what the chronology's filter looks through."""
        made = filter_files(self.story, self.urls)
        yield from zip(map(self.urls.at, (FILTER_INDEX, FILTER_TITLES)), made, strict=True)

    def cards(self, which: Which) -> Iterator[tuple[str, Card]]:
        """Yield the paths and texts of the pages' share cards."""
        questions = {self.urls.question_file(question.id) for question in self.story.info.questions}
        asked = (self.made(file) for file in self.pages if file in questions)
        return self.sharing.cards(which, partial(self.made, self.home), asked)

    def plain(self, text: str) -> str:
        """Return a prose text without marks, as machines may know it."""
        return plain(text, self.masked)

    def feed_links(self, page: str) -> str:
        """Return the lines that name the feeds in the head of a page, given by its address."""
        return self._feeds.links(page)

    def redirect_files(self) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of the pages at former addresses."""
        for file, now in redirects(self._masked):
            output = self.urls.output(file)
            yield output, self._renderer.fragment("moved", output, to=relative(now, output))

    def own_page(self, html: str, url: str, pages: Container[str]) -> str:
        """Return the content of an editors' own page, given by its address, with links to other languages."""
        items = [item for item in alternates(self.urls, url) if item.current or item.url in pages]
        shown = isolated(encoded(html), self._renderer.language.direction).decode()
        return self._renderer.fragment("alternates", url, items=items) + shown

    def head_links(self, url: str, pages: Container[str]) -> str:
        """Return the lines for a page's head, given by its address, that lead to it in every language."""
        found = [(code, at) for code, at in self.urls.elsewhere(url) if at in pages]
        if len(found) < 2:
            return ""
        if found[0][1] == self.urls.elsewhere(url)[0][1]:
            found.append(("x-default", found[0][1]))
        # Of a bare `alternate` Material asks for the site map below it; the space keeps it away.
        return "".join(
            f'<link rel="alternate " hreflang="{code}" href="{self._address(at, url)}">\n'
            for code, at in found
        )

    def _address(self, at: str, page: str) -> str:
        return self._base + at if self._base else relative(at, page)
