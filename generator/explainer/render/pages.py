"""Page views to HTML by the theme's templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from explainer.frozen import frozen
from explainer.language import Language
from explainer.render.addresses import encoded, fitted
from explainer.render.addresses import marked as marked_address
from explainer.render.bidi import isolated, unmarked
from explainer.render.compiled import Installed
from explainer.render.lean import LeanEnvironment, escaped
from explainer.render.previews import WITHOUT, with_cards
from explainer.render.previews import unmarked as without_marks
from explainer.render.prose import ProseRenderer
from explainer.urls import note_anchor
from explainer.views.pieces import Frame, Note
from explainer.views.previews import Preview


class Framed(Protocol):
    """Any page view."""

    @property
    def frame(self) -> Frame:
        """Return what the page has around its content."""


@frozen
class Heading:
    """A heading for the table of contents."""

    level: int
    id: str
    text: str


@frozen
class Rendered:
    """A page's body as HTML in UTF-8, with the headings in it."""

    frame: Frame
    headings: tuple[Heading, ...]
    body: bytes
    """With cards of the records that its prose leads to."""
    plain: Callable[[], bytes]
    """Makes the body without them."""

    @property
    def html(self) -> str:
        """Return the body without cards, made when it is asked for: of most pages nobody does."""
        return self.plain().decode()


def environment(folders: Sequence[Path | str]) -> Environment:
    """Return a template environment over these folders: it escapes everything and forgives nothing.

    The last one is our own, beside whose templates what they are compiled to is kept.
    """
    return LeanEnvironment(
        auto_reload=False,
        bytecode_cache=Installed(Path(folders[-1])),
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Renderer:
    """Renders the pages of one story; page after page, never two at once."""

    def __init__(self, env: Environment, language: Language) -> None:
        self.language = language
        self.gettext = language.gettext
        self._permanent = language.gettext("Permanent link")
        self._between = escaped(language.gettext(", ")), escaped(language.gettext(" and "))
        self._headings: list[Heading] = []
        self._notes: tuple[Note, ...] = ()
        self._seen: set[int] = set()
        self._once: dict[tuple[object, ...], Markup] = {}
        self._template = cache(env.get_template)
        prose = ProseRenderer(marked_address)
        names: dict[str, Any] = {
            "language": language,
            "_": language.gettext,
            "ngettext": language.ngettext,
            "number": language.number,
            "href": marked_address,
            "inline": prose.inline,
            "lede": prose.lede,
            "block": prose.block,
            "h": self._heading,
            "note_id": note_anchor,
            "note": lambda number: self._notes[number - 1],
            "is_new": self._is_new,
            "once": self._made_once,
            "alike": self._alike,
            "series": self._series,
            "by_source": _by_source,
        }
        env.globals.update(names)

    def render(self, view: Framed, previews: Any = None, **more: Any) -> Rendered:
        """Return a page's body, with cards of `previews`; `more` goes to the template as it is."""
        frame = view.frame
        self._headings, self._seen = [], set()
        self._notes = frame.notes
        template = self._template(f"explainer/{frame.template}.html")
        marked = template.render({"prose_html": "", **more, "page": view})
        wanted = previews if frame.template not in WITHOUT else None
        carded = with_cards(marked, wanted, frame.url, self._preview) if wanted else without_marks(marked)
        shown = self._whole(carded, frame)
        if not wanted or carded is marked:
            return Rendered(frame, tuple(self._headings), shown, lambda: shown)

        def plain() -> bytes:
            return self._whole(without_marks(marked), frame)

        return Rendered(frame, tuple(self._headings), shown, plain)

    @staticmethod
    def _whole(html: str, frame: Frame) -> bytes:
        return isolated(fitted(encoded(html), frame.url, frame.moved), frame.direction)

    def say(self, macro: str, *about: object) -> str:
        """Return what a macro of `face.html` says, as plain text."""
        module = self._template("explainer/macros/face.html").module
        return unmarked(Markup(getattr(module, macro)(*about)).striptags())  # noqa: S704 - as templates do

    def _preview(self, macro: str, about: Preview) -> Markup:
        module = self._template("explainer/macros/popover.html").module
        return self._alike(getattr(module, macro), about)

    def fragment(self, template: str, page: str, **names: object) -> str:
        """Return a part of a page, given by its address, that the editors wrote themselves."""
        made = self._template(f"explainer/{template}.html").render(names)
        return fitted(encoded(made), page, {}).decode()

    def _made_once(self, macro: Callable[..., str], about: Any, *more: object) -> Markup:
        """Return what a macro says of something that is the same on many pages."""
        return self._kept((macro, about.same, *more), macro, about, *more)

    def _alike(self, macro: Callable[..., str], *about: object) -> Markup:
        """Return what a macro says of values, which is the same of all values that are alike."""
        return self._kept((macro, *about), macro, *about)

    def _kept(self, key: tuple[object, ...], macro: Callable[..., str], *about: object) -> Markup:
        made = self._once.get(key)
        if made is None:
            made = self._once[key] = Markup(macro(*about))  # noqa: S704 - as templates do
        return made

    def _series(self, macro: Callable[..., str], items: Iterable[object]) -> Markup:
        """Return what a macro says of each item, as a series in a sentence."""
        *others, last = map(macro, items) if items else ("",)
        comma, and_ = self._between
        return Markup("".join((comma.join(others), and_, last)) if others else last)  # noqa: S704 - as templates do

    def _is_new(self, number: int) -> bool:
        """Tell whether a page shows this number of evidence for the first time."""
        new = number not in self._seen
        self._seen.add(number)
        return new

    def _heading(self, level: int, id_: str, text: str) -> Markup:
        self._headings.append(Heading(level, id_, text))
        at, said, way = escaped(id_), escaped(text), escaped(self._permanent)
        mark = f'<a class="headerlink" href="#{at}" title="{way}" aria-label="{way}: {said}">¶</a>'
        return Markup(f'<h{level} id="{at}">{said}{mark}</h{level}>')  # noqa: S704 - escaped here


def _by_source(notes: Iterable[Note]) -> list[list[tuple[int, Note]]]:
    """Return a page's notes with their numbers, in groups of one source, in the order of their first."""
    found: dict[str, list[tuple[int, Note]]] = {}
    for number, note in enumerate(notes, 1):
        found.setdefault(note.source.url, []).append((number, note))
    return list(found.values())
