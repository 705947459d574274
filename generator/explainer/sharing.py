"""How pages are shared: what their heads say, their share cards, and their cards on other sites."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Literal

from explainer.cards.card import Card
from explainer.files import card_file, embed_file, oembed_file
from explainer.model.actor import Actor
from explainer.model.story import Key
from explainer.publish.jsonld import Page
from explainer.publish.opengraph import Shared, frame_html, head_lines, oembed
from explainer.render.pages import Renderer
from explainer.urls import PAGED
from explainer.views.context import Context
from explainer.views.faces import EmbedView, FaceView, face, faces
from explainer.views.home import key_records
from explainer.views.pieces import Frame

Which = Literal["none", "key", "all"]
"""Which pages have a share card of their own; the others share the story's."""


class Sharing:
    """How a story's pages are shared; the story must be masked, `base` is empty where it is not known.

    Without `embeds` there are no cards for other sites.
    """

    def __init__(self, context: Context, base: str, renderer: Renderer, *, embeds: bool = True) -> None:
        self._context, self._embeds, self._direction = context, embeds, context.language.direction
        self._base, self._renderer = base, renderer
        self._home = card_file(context.urls.home_file())
        self.drawn: Collection[str] = ()
        """The paths of the share cards that there are."""

    def lines(self, frame: Frame) -> str:
        """Return what a page's head says of it; nothing for one that machines should leave out."""
        return head_lines(self._shared(frame)) if frame.searchable else ""

    def _shared(self, frame: Frame) -> Shared:
        urls, key = self._context.urls, _key(frame)
        own = card_file(frame.file)
        image = self._image(own)
        offered = bool(self._base and key and self._embeds and self._offers(key))
        return Shared(
            frame.title,
            frame.description,
            frame.lang,
            self._context.story.info.title,
            home=frame.template == "home",
            url=self._base + frame.url if self._base else "",
            image=image,
            image_alt=frame.title if image == self._base + own else self._context.story.info.title,
            modified=frame.updates[0].date.machine if frame.updates else "",
            oembed=self._base + oembed_file(urls.record_file(key)) if offered and key else "",
        )

    def _image(self, own: str) -> str:
        """Return the address of a page's share card, or of the story's; empty where there is neither."""
        found = next((path for path in (own, self._home) if path in self.drawn), "")
        return self._base + found if found and self._base else ""

    def _offers(self, key: Key) -> bool:
        record = self._context.story.get(key)
        return key.collection in PAGED and not (isinstance(record, Actor) and record.private)

    def embed(self, frame: Frame) -> tuple[str, str]:
        """Return the address of a page's card, and the HTML that puts it on another site, if it has them."""
        key = _key(frame)
        if not key or not (self._embeds and self._offers(key)):
            return "", ""
        url = self._context.urls.url(embed_file(self._context.urls.record_file(key)))
        return url, frame_html(self._base + url, frame.title) if self._base else ""

    def embed_files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield the paths and texts of the cards on other sites, and what oEmbed says of them."""
        urls, home = self._context.urls, self._base + self._context.urls.home()
        for one in faces(self._context) if self._embeds else ():
            view = EmbedView(self._embedded(one), one)
            card = self._card(one)
            yield (
                urls.output(view.frame.file),
                self._renderer.render(view, card=card, base=self._base).body,
            )
            if self._base:
                file, info = urls.record_file(one.key), self._context.story.info
                image = self._image(card_file(file))
                shared = Shared(
                    one.title, "", info.language, info.title, url=self._base + one.url, image=image
                )
                yield oembed_file(file), oembed(shared, self._base + view.frame.url, home)

    def _embedded(self, one: FaceView) -> Frame:
        context, file = self._context, embed_file(self._context.urls.record_file(one.key))
        language = context.story.info.language
        return Frame(file, context.urls.url(file), one.title, "", "embed", language, self._direction)

    def cards(
        self, which: Which, home: Callable[[], Frame], questions: Iterable[Frame]
    ) -> Iterator[tuple[str, Card]]:
        """Yield the paths and texts of the share cards; none where the site's address is not known.

        `home` makes the frame of the home page.
        """
        if which == "none" or not self._base:
            return
        info, direction = self._context.story.info, self._direction
        yield (
            self._home,
            Card(
                "",
                info.title,
                self._renderer.gettext("An explainer"),
                home().description,
                direction=direction,
            ),
        )
        question = self._renderer.gettext("Question")
        for frame in questions:
            yield card_file(frame.file), Card(question, frame.title, info.title, direction=direction)
        everything = (one.key for one in faces(self._context))
        chosen = key_records(self._context) if which == "key" else everything
        for key in chosen:
            if self._offers(key):
                path = card_file(self._context.urls.record_file(key))
                yield path, self._card(face(self._context, key))

    def _card(self, one: FaceView) -> Card:
        say = self._renderer.say
        spoken = one.key.collection == "quotes" and bool(getattr(one.piece, "words", ()))
        return Card(
            kicker=say("kicker", one),
            title=say("head", one),
            story=self._context.story.info.title,
            lead=say("lead", one),
            by=say("by", one),
            number=one.key.collection == "figures",
            spoken=spoken,
            direction=self._direction,
        )


def _key(frame: Frame) -> Key | None:
    return Key(frame.collection, frame.id) if frame.id and frame.collection in PAGED else None


def described(frame: Frame) -> Page:
    """Return a page as linked data and citations know it."""
    key = Key(frame.collection, frame.id) if frame.id else None
    crumbs = tuple((crumb.text, crumb.url) for crumb in frame.crumbs)
    mended = tuple(update.id for update in frame.updates if update.kind in {"corrected", "clarified"})
    return Page(frame.url, frame.title, frame.description, frame.lang, crumbs, key, mended)
