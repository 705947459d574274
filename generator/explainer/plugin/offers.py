"""Pages of ours as other plugins find them among a site's files, before it is known who makes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import get_build_date

from explainer.load.folder import is_editors_file
from explainer.plugin.direct import PageFile
from explainer.plugin.editions import own_pages
from explainer.plugin.pages import without_metadata
from explainer.site import Site
from explainer.views.menu import HOMES
from explainer.views.planned import Planned
from explainer.views.site import View

_TWICE = "is a page of yours and a page that Explainer makes: rename yours, or set `folders`"


def clash(config: MkDocsConfig) -> str:
    """Return what is wrong with a site's other plugins, and what to do about it."""
    if "i18n" in config.plugins:
        return (
            "the plugin i18n builds a site anew for each language, where pages that are made cannot follow: "
            "leave it out, and write the story's languages, and your own pages in them, into i18n/CODE/"
        )
    return ""


def without_private(files: Files, content: Path, texts: Iterable[Path]) -> None:
    """Take the files that are the editors' own, and the texts of sources, out of a site's."""
    for file in list(files):
        # What other plugins are told by files with a point is never published.
        if file.abs_src_path is None or (
            file.name.startswith(".") and file.inclusion is InclusionLevel.EXCLUDED
        ):
            continue
        path = Path(file.abs_src_path)
        inside = path.is_relative_to(content)
        if (inside and is_editors_file(path.relative_to(content))) or any(map(path.is_relative_to, texts)):
            files.remove(file)


def offer(sites: Iterable[Site], content: Path, files: Files, config: MkDocsConfig) -> None:
    """Put all pages of ours among a site's files, for plugins that look through them, such as redirects.

    Pictures that the editors put there lose what their cameras wrote into them.
    """
    for file in files:
        if file.src_dir == config.docs_dir:
            without_metadata(file)
    today = get_build_date()
    for site in sites:
        for own in own_pages(site, content, config):
            files.append(own)
        for page in site.pages.values():
            if page.file == site.home and any(files.get_file_from_path(site.urls.at(home)) for home in HOMES):
                continue
            if page.file in files.src_uris:
                raise PluginError(f"{page.file} {_TWICE}")
            files.append(PageFile(config, site, page, today))


def accepted(site: Site, page: Planned[View], files: Files) -> PageFile | None:
    """Take back the offer of a page when all plugins have seen it, and return it if it is still wanted."""
    file = files.src_uris.get(page.file)
    if isinstance(file, PageFile):
        files.remove(file)
        return file
    if file is not None and page.file != site.home:
        raise PluginError(f"{page.file} {_TWICE}")
    return None
