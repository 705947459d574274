"""What a page says of itself where a link to it is shared: Open Graph (ogp.me) and oEmbed (oembed.com)."""

from __future__ import annotations

from html import escape

from explainer.frozen import frozen
from explainer.language import language
from explainer.publish.json_text import on_one_line

WIDTH, HEIGHT = 1200, 630
"""The size of a share card, in pixels."""
EMBED_WIDTH, EMBED_HEIGHT = 600, 360
"""The size of a card on another site, which its host may change."""


@frozen
class Shared:
    """A page as machines may know it; addresses are whole, and empty where the site's is not known."""

    title: str
    description: str
    lang: str
    site: str
    """What the story is called."""
    home: bool = False
    url: str = ""
    image: str = ""
    image_alt: str = ""
    modified: str = ""
    """The day of the last change, as 2016-05-01."""
    oembed: str = ""


def head_lines(page: Shared) -> str:
    """Return the lines for a page's head."""
    pairs = (
        ("og:type", "website" if page.home else "article"),
        ("og:site_name", page.site),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:locale", str(language(page.lang).locale)),
        ("og:url", page.url),
        ("og:image", page.image),
        ("og:image:type", "image/png" if page.image else ""),
        ("og:image:width", str(WIDTH) if page.image else ""),
        ("og:image:height", str(HEIGHT) if page.image else ""),
        ("og:image:alt", page.image_alt if page.image else ""),
        ("article:modified_time", page.modified if not page.home else ""),
    )
    lines = [f'<meta property="{name}" content="{escape(text)}">\n' for name, text in pairs if text]
    card = "summary_large_image" if page.image else "summary"
    lines.append(f'<meta name="twitter:card" content="{card}">\n')
    if page.oembed:
        # With the space Material does not take it for the site in another language.
        kind = 'rel="alternate " type="application/json+oembed"'
        lines.append(f'<link {kind} title="{escape(page.title)}" href="{escape(page.oembed)}">\n')
    return "".join(lines)


def frame_html(url: str, title: str) -> str:
    """Return the HTML that puts a card on another site."""
    return (
        f'<iframe src="{escape(url)}" title="{escape(title)}" width="{EMBED_WIDTH}" height="{EMBED_HEIGHT}"'
        ' loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


def oembed(page: Shared, embed: str, home: str) -> str:
    """Return the oEmbed answer for a page whose card stands at `embed`."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": page.site,
        "provider_url": home,
        "url": page.url,
        "html": frame_html(embed, page.title),
        "width": EMBED_WIDTH,
        "height": EMBED_HEIGHT,
    }
    if page.image:
        answer |= {"thumbnail_url": page.image, "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
    return on_one_line(answer) + "\n"
