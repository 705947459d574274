"""The whole story as a book, made from the same views as the pages to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from explainer.model.actor import Actor
from explainer.model.private import STAND_IN, neutral_name
from explainer.model.story import Key, Story
from explainer.publish.epub import Chapter, epub
from explainer.publish.told import Teller
from explainer.publish.xhtml import xhtml
from explainer.render.pages import Renderer
from explainer.views.context import Context
from explainer.views.frames import Framer
from explainer.views.whole import plan, volume_views, volumes_of
from explainer.volumes import BookUrls


def book(teller: Teller, framer: Framer, renderer: Renderer, style: str) -> bytes:
    """Return the story as EPUB; the teller's story must be the one that may be exported."""
    return epub(teller, list(_chapters(teller, framer, renderer)), style)


def _chapters(teller: Teller, framer: Framer, renderer: Renderer) -> Iterator[Chapter]:
    story = _with_stand_in(teller.story)
    hidden = Key("actors", STAND_IN)
    plans = [
        [replace(one, keys=tuple(key for key in one.keys if key != hidden))]
        for one in plan(Context(story, teller.urls))
    ]
    urls = BookUrls.of(teller.urls, volumes_of(plans))
    views = [page.make() for page in volume_views(framer.elsewhere(Context(story, urls)), plans)]
    resolve = _resolver({view.frame.url for view in views}, teller.base)
    for view in views:
        body = xhtml(renderer.render(view).html, resolve)
        yield Chapter(view.frame.url, view.leaves[0].title, body)


def _with_stand_in(story: Story) -> Story:
    """Return the story with somebody behind the word that stands for every private person."""
    somebody = Actor.model_construct(id=STAND_IN, kind="person", name=neutral_name(story), private=True)
    return replace(story, actors={**story.actors, STAND_IN: somebody})


def _resolver(chapters: set[str], base: str) -> Callable[[str], str]:
    def resolve(url: str) -> str:
        page = url.partition("#")[0]
        if url.startswith(("http:", "https:", "#")) or page in chapters:
            return url
        return base + url.removeprefix("./") if base else ""

    return resolve
