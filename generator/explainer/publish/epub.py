"""A book in EPUB 3, packed from chapters: complete in itself, and described for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import chain
from uuid import NAMESPACE_URL, uuid5

from explainer.frozen import frozen
from explainer.language import language
from explainer.publish.archive import packed
from explainer.publish.told import Teller, printable

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_ACCESS = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityHazard", "none"),
)


@frozen
class Chapter:
    """A chapter: its file, what it is called in the table of contents, and its body as XML."""

    file: str
    title: str
    body: str


def epub(teller: Teller, chapters: Sequence[Chapter], style: str) -> bytes:
    """Return chapters as a book with a table of contents."""
    info = teller.story.info
    title, lang = printable(info.title), info.language
    direction = language(lang).direction
    contents = teller.language.gettext("Contents")
    listed = "".join(f'<li><a href="{one.file}">{escape(one.title)}</a></li>\n' for one in chapters)
    nav = f'<nav epub:type="toc" role="doc-toc"><h1>{escape(contents)}</h1>\n<ol>\n{listed}</ol></nav>'
    files: list[tuple[str, str]] = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER),
        ("EPUB/package.opf", _package(teller, title, chapters)),
        ("EPUB/nav.xhtml", _page(contents, lang, direction, nav)),
        ("EPUB/style.css", style),
    ]
    pages = ((f"EPUB/{one.file}", _page(one.title, lang, direction, one.body)) for one in chapters)
    return packed(chain(files, pages), stored=["mimetype"])


def _page(title: str, lang: str, direction: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{lang}" xml:lang="{lang}" dir="{direction}">\n<head>\n<title>{escape(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
        f"<body>\n{printable(body)}\n</body>\n</html>\n"
    )


def _package(teller: Teller, title: str, chapters: Sequence[Chapter]) -> str:
    info, day = teller.story.info, teller.day()
    identifier = uuid5(NAMESPACE_URL, f"{teller.base or info.title}#book").urn
    access = "".join(f'<meta property="schema:{name}">{value}</meta>\n' for name, value in _ACCESS)
    description = teller.text(info.standfirst)
    items = "".join(
        f'<item id="c{number}" href="{one.file}" media-type="application/xhtml+xml"{_drawn(one)}/>\n'
        for number, one in enumerate(chapters, 1)
    )
    order = "".join(f'<itemref idref="c{number}"/>\n' for number in range(1, len(chapters) + 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{info.language}" dir="{teller.language.direction}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{identifier}</dc:identifier>\n<dc:title>{escape(title)}</dc:title>\n'
        f"<dc:language>{info.language}</dc:language>\n<dc:date>{day}</dc:date>\n"
        + (f"<dc:description>{escape(description)}</dc:description>\n" if description else "")
        + (f"<dc:source>{escape(teller.base)}</dc:source>\n" if teller.base else "")
        + f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>\n{access}</metadata>\n'
        '<manifest>\n<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="style" href="style.css" media-type="text/css"/>\n{items}</manifest>\n'
        f'<spine page-progression-direction="{teller.language.direction}">\n{order}</spine>\n</package>\n'
    )


def _drawn(chapter: Chapter) -> str:
    return ' properties="svg"' if "<svg" in chapter.body else ""
