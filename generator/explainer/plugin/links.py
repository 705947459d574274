"""Where `[[id]]` links in the editors' own pages lead, and what they say."""

from __future__ import annotations

import posixpath

from mkdocs.plugins import get_plugin_logger

from explainer.model.links import ProseLink
from explainer.render.prose import Target
from explainer.site import Site
from explainer.urls import LISTED, PAGED
from explainer.views.context import Context

log = get_plugin_logger("explainer")


def title(site: Site, record: str) -> str:
    """Return what readers know a record as, or an empty text for none."""
    key = site.story.resolve(record)
    found = site.story.get(key) if key else None
    return Context(site.story, site.urls).title(found) if found else ""


def target(site: Site, link: ProseLink, page: str) -> Target | None:
    """Return where a link in a page, given by its source path, leads; nothing for one that leads nowhere."""
    story = site.masked
    key = story.resolve(link.target)
    record = story.get(key) if key else None
    if key is None or record is None:
        return None
    words = Context(story, site.urls).title(record)
    mask_of = str(key) if words != title(site, str(key)) else ""
    if key.collection not in (*PAGED, *LISTED):
        return Target(words, "", mask_of)
    listed = key.collection in LISTED
    file = f"{site.urls.list_file(key.collection)}#{key.id}" if listed else site.urls.record_file(key)
    return Target(words, posixpath.relpath(file, posixpath.dirname(page) or "."), mask_of)


def resolved(site: Site, link: ProseLink, page: str) -> Target | None:
    """Return where a link in a page leads, as `target` does; one that leads nowhere is warned of."""
    found = target(site, link, page) if page else None
    if found is None:
        log.warning("%s: [[%s]] leads to no record", page or "?", link.target)
    return found
