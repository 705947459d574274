"""The pieces that pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from explainer.frozen import frozen


@frozen
class Name:
    """A name in another language or script."""

    text: str
    lang: str
    direction: str


@frozen
class Link:
    """A text that leads somewhere; `url` is relative to the site's root, empty where there is no page."""

    text: str
    url: str = ""
    note: str = ""
    """A word or two to set the link apart, such as an actor's kind."""


@frozen
class Prose:
    """Inline Markdown with the records its `[[links]]` lead to, by the text between the brackets."""

    text: str
    links: tuple[tuple[str, Link], ...] = ()


@frozen
class DateView:
    """A date for readers: in words, for machines, and how it was read."""

    text: str
    """In words, in the story's language."""
    machine: str
    """For `<time datetime>`; empty where HTML has no form for it."""
    basis: str
    """stated, inferred, assumed or background."""
    says: str = ""
    """The source's own words."""
    why: Prose | None = None
    """Our reasoning."""
    edtf: str = ""
    """As written, for machines."""
    zone: str = ""
    """The story's time zone, where a clock time is given without one."""


@frozen
class Step:
    """One hand in an attribution chain: said, according-to, told, via or published, and who."""

    role: str
    who: tuple[Link, ...]


@frozen
class PassageView:
    """Where copied words stand in their source's text."""

    paragraph: str
    """The paragraph's number in the story's language; two of them where the words run on."""
    link: Link
    """The paragraph on the source's page."""


@frozen
class Note:
    """A piece of evidence at the foot of a page, numbered by its place among the others."""

    source: Link
    at: str
    """Words of the source to find the place by; empty for the whole of it."""
    basis: str
    publisher: Link | None = None
    published: DateView | None = None
    source_url: str = ""
    """Where the source can be read elsewhere."""
    url: str = ""
    """The same, opening at the words where the browser can."""
    passage: PassageView | None = None
    """Where the words stand, if they were checked."""
    type: str = ""
    """What kind of publication the source is."""
    archived: bool = False
    """Whether the addresses are those of an archived copy."""
    lang: str = ""
    direction: str = ""
    same: object = field(default_factory=object, compare=False, repr=False)
    """What tells it from every other."""


@frozen
class Withheld:
    """Something that readers are not told, and why."""

    field: str
    """The field's name in editors' files."""
    reason: str


@frozen
class Evidence:
    """What a statement rests on: numbers of notes, or the reason why there are none."""

    notes: tuple[int, ...] = ()
    unsourced: str = ""
    withheld: str = ""
    """Why readers are not told the source."""


@frozen
class Part:
    """The part that actors played, such as `by` or `mediator`."""

    role: str
    who: tuple[Link, ...]


@frozen
class Picture:
    """An image with its alternative text and credit."""

    url: str
    alt: str
    credit: str
    caption: Prose | None = None
    licence: str = ""
    source_url: str = ""
    withheld: tuple[Withheld, ...] = ()


@frozen
class UpdateView:
    """A change to what was published."""

    id: str
    link: Link
    """Its entry in the log."""
    kind: str
    """added, updated, corrected, clarified or removed."""
    date: DateView
    says: Prose
    was: str
    now: str
    items: tuple[Link, ...]
    withheld: tuple[Withheld, ...]

    @property
    def mends(self) -> bool:
        """Tell whether readers were told something else before."""
        return self.kind in {"corrected", "clarified", "removed"}


@frozen
class Alternate:
    """A page in one of the story's languages; `name` is what the language calls itself."""

    lang: str
    direction: str
    name: str
    url: str
    current: bool


@frozen
class Frame:
    """What every page has around its content."""

    file: str
    """The page's source path, which decides its address."""
    url: str
    title: str
    description: str
    """Plain text, one sentence or two."""
    template: str
    lang: str
    direction: str
    crumbs: tuple[Link, ...] = ()
    """From the home page to the page's parent."""
    previous: Link | None = None
    next: Link | None = None
    notes: tuple[Note, ...] = ()
    updates: tuple[UpdateView, ...] = ()
    """Changes to what the page said, newest first."""
    withheld: tuple[Withheld, ...] = ()
    """What readers are not told about the record."""
    edit: str = ""
    """The file in the content folder that the page is made from."""
    searchable: bool = True
    collection: str = ""
    """The collection the page belongs to."""
    id: str = ""
    """The record's id on a record's page."""
    alternates: tuple[Alternate, ...] = ()
    """The same page in every language, the story's own first; nothing where there is only one."""
    moved: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Where this page leads instead of the addresses that other pages lead to."""
