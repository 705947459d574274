"""From a content folder to everything that a site is made of, whoever publishes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from explainer.check.rules import check
from explainer.language import language
from explainer.load.locate import locate
from explainer.load.reader import load
from explainer.model.story import Key, Story
from explainer.problems import Problem
from explainer.publish.data import story_json
from explainer.publish.jsonld import Describer, Page
from explainer.publish.schema import data_schema, schema_text
from explainer.render.pages import Heading, Renderer, environment
from explainer.urls import Urls, relative
from explainer.views.pieces import Frame
from explainer.views.site import View, pages, redirects

THEME = Path(str(files("explainer_theme")))
"""The folder with the templates and the stylesheet."""
STYLESHEET = "assets/explainer.css"


@dataclass(frozen=True, slots=True)
class Reading:
    """A story ready to be published, and every problem found on the way, located and sorted."""

    story: Story
    problems: list[Problem]


def read(folder: Path) -> Reading:
    """Return the story in a content folder after every check."""
    loaded = load(folder)
    found = [*loaded.problems, *check(loaded.story, loaded.unread)]
    return Reading(loaded.story, locate(found, folder))


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site: its frame, body and headings."""

    frame: Frame
    html: str
    headings: tuple[Heading, ...]


class Site:
    """A story's pages and data files, made one by one as they are asked for."""

    def __init__(
        self,
        story: Story,
        urls: Urls,
        *,
        titles: Mapping[str, str] | None = None,
        base: str = "",
        folders: Sequence[Path | str] = (),
    ) -> None:
        self.story = story.published()
        self.urls = urls
        self._describer = Describer(self.story, urls, base)
        self._renderer = Renderer(environment([*folders, THEME]), language(story.info.language))
        self.views: list[View] = list(pages(self.story, urls, titles))

    def page(self, view: View, **more: object) -> SitePage:
        """Return a rendered page with its linked data."""
        rendered = self._renderer.render(view, **more)
        script = f'<script type="application/ld+json">{self._describer.script(_page(view.frame))}</script>\n'
        return SitePage(view.frame, rendered.html + script, rendered.headings)

    def data_files(self) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of the files for machines."""
        yield "data/story.json", story_json(self.story, self.urls)
        yield "data/story.schema.json", schema_text(data_schema())

    def redirect_files(self) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of the pages at former addresses."""
        for file, now in redirects(self.story, self.urls):
            output = self.urls.output(file)
            yield output, _redirect(relative(now, output))


def _page(frame: Frame) -> Page:
    key = Key(frame.collection, frame.id) if frame.id else None
    crumbs = tuple((crumb.text, crumb.url) for crumb in frame.crumbs)
    return Page(frame.url, frame.title, frame.description, frame.lang, crumbs, key)


def _redirect(to: str) -> str:
    """Return a page that leads on; ids and folders hold no character that HTML would have to escape."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Moved</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{to}">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p>This page has moved: <a href="{to}">go to its new address</a>.</p>\n</body>\n</html>\n'
    )
