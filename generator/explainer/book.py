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
from explainer.volumes import chapter, moved


def book(teller: Teller, framer: Framer, renderer: Renderer, style: str) -> bytes:
    """Return the story as EPUB; the teller's story must be the one that may be exported."""
    return epub(teller, list(_chapters(teller, framer, renderer)), style)


def _chapters(teller: Teller, framer: Framer, renderer: Renderer) -> Iterator[Chapter]:
    hidden, urls = Key("actors", STAND_IN), teller.urls
    if teller.story is not framer.context.story:
        framer = framer.elsewhere(Context(_with_stand_in(teller.story), urls))
    plans = [
        [replace(one, keys=tuple(key for key in one.keys if key != hidden))] for one in plan(framer.context)
    ]
    pages = {urls.url(urls.whole_file(number)): chapter(number) for number in range(1, len(plans) + 1)}
    there = {**pages, **moved(urls, volumes_of(plans), chapter)}
    resolve = _resolver(set(pages.values()), urls.record(hidden), teller.base)
    for page in volume_views(framer, plans, there):
        view = page.make()
        url = pages[view.frame.url]
        made = renderer.render(replace(view, frame=replace(view.frame, url=url)))
        yield Chapter(url, view.leaves[0].title, xhtml(made.html, resolve))


def _with_stand_in(story: Story) -> Story:
    """Return the story with somebody behind the word that stands for every private person."""
    somebody = Actor.model_construct(id=STAND_IN, kind="person", name=neutral_name(story), private=True)
    return replace(story, actors={**story.actors, STAND_IN: somebody})


def _resolver(chapters: set[str], nowhere: str, base: str) -> Callable[[str], str]:
    def resolve(url: str) -> str:
        page = url.partition("#")[0]
        if url.startswith(("http:", "https:", "#")) or page in chapters:
            return url
        return base + url.removeprefix("./") if base and url != nowhere else ""

    return resolve
