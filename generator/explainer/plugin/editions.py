"""A story's editions inside one MkDocs site: which page belongs to which, and the frame each is shown in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from explainer.files import LeftOut
from explainer.language import language
from explainer.load.folder import EDITIONS
from explainer.plugin.pages import RecordPage
from explainer.reading import Reading
from explainer.site import Site
from explainer.urls import Urls
from explainer.views.menu import menu

_MATERIAL = Path("partials", "languages")
"""Where Material keeps its own words."""


def sites(  # noqa: PLR0913, PLR0917 - what a site is made of
    reading: Reading,
    urls: Urls,
    titles: Mapping[str, str],
    base: str,
    folders: list[str],
    left_out: list[LeftOut],
) -> list[Site]:
    """Return a site for each language, the story's own first; titles of the site's own are in that one."""
    codes = [edition.info.language for edition in reading.editions]
    everywhere = ((reading.story.info.language, ""), *((code, f"{code}/") for code in codes)) if codes else ()
    made = []
    for story, code in ((reading.story, ""), *zip(reading.editions, codes, strict=True)):
        own = Urls(urls.directory, urls.folders, f"{code}/" if code else "", everywhere)
        names = None if code else titles
        made.append(Site(story, own, titles=names, base=base, folders=folders, left_out=left_out))
    return made


def site_of(sites: Sequence[Site], file: File | None) -> Site:
    """Return the site that a page belongs to: by its folder, else the story's own."""
    first, *others = sites
    path = file.src_uri if file else ""
    return next((site for site in others if path.startswith(site.urls.edition)), first)


def own_pages(site: Site, content: Path, config: MkDocsConfig) -> Iterator[File]:
    """Yield the pages that the editors wrote for an edition, where they are published."""
    folder = f"{EDITIONS}/{site.story.info.language}/"
    for name in site.story.pages:
        if name.startswith(folder):
            uri = site.urls.at(name.removeprefix(folder))
            path = str(content / name)
            file = File.generated(config, uri, abs_src_path=path, inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = Path(os.path.relpath(path, config.docs_dir)).as_posix()
            yield file


def listed(sites: Sequence[Site], files: Files) -> dict[str, Page]:
    """Return the pages of collections by their addresses."""
    homes = {site.urls.home() or "./" for site in sites}
    titled = {uri for site in sites for uri in site.titles}
    shown = (file for file in files.documentation_pages() if file.src_uri in titled)
    return {file.url: file.page for file in shown if file.page and file.url not in homes}


def menu_of(sites: Sequence[Site], files: Files) -> list[Any]:
    """Return the menu of the story's own language, as `nav` in `mkdocs.yml` would be written."""
    site = sites[0]
    here = (file for file in files.documentation_pages() if site_of(sites, file) is site)
    own = [file.src_uri for file in here if file.src_uri not in site.pages]
    words = language(site.story.info.language)
    nav: list[Any] = []
    for title, file, part in menu(site.titles, own, site.urls, words):
        inside = nav
        if part:
            if not (nav and isinstance(nav[-1], dict) and part in nav[-1]):
                nav.append({part: []})
            inside = nav[-1][part]
        inside.append({escape(title): file} if title else file)
    return nav


def navigation(site: Site, files: Files, config: MkDocsConfig) -> Navigation:
    """Return the menu of an edition: its front page, its collections, and the editors' own pages."""
    there = (file.src_uri for file in files.documentation_pages())
    own = [uri for uri in there if uri not in site.pages and uri.startswith(site.urls.edition)]
    items: list[StructureItem] = []
    pages: list[Page] = []
    for title, uri, part in menu(site.titles, own, site.urls, language(site.story.info.language)):
        pages.append(page := _page(title, uri, files, config))
        if not part:
            items.append(page)
            continue
        section = items[-1]
        if not isinstance(section, Section):
            items.append(section := Section(part, []))
        page.parent = section
        section.children.append(page)
    nav = Navigation(items, pages)
    nav.homepage = next((page for page in pages if page.url == site.urls.home()), None)
    return nav


def _page(title: str, uri: str, files: Files, config: MkDocsConfig) -> Page:
    file = files.get_file_from_path(uri)
    assert file is not None  # noqa: S101 - the menu names files that there are
    if isinstance(file.page, RecordPage) or (file.page and not title):
        return file.page
    return Page(escape(title) or None, file, config)


class Overlaid:
    """Settings with other values in the place of some, for templates."""

    def __init__(self, base: Any, **values: Any) -> None:
        self._base, self._values = base, values

    def __getattr__(self, name: str) -> Any:
        return self._values[name] if name in self._values else getattr(self._base, name)

    def __getitem__(self, name: str) -> Any:
        return self._values[name] if name in self._values else self._base[name]

    def __contains__(self, name: object) -> bool:
        return name in self._values or name in self._base


def settings(site: Site, config: MkDocsConfig) -> Any:
    """Return the site's settings as an edition's pages need them: its name, and the theme's own words."""
    info = site.story.info
    words = language(info.language)
    theme: dict[str, Any] = {}
    if config.theme.name == "material" and (code := _material(info.language, config)):
        palette = config.theme.get("palette")
        named = [{**one, "toggle": _toggle(one["toggle"], words.gettext)} if "toggle" in one else one
                 for one in palette] if isinstance(palette, list) else palette  # fmt: skip
        theme = {"language": code, "direction": words.direction, "palette": named}
    description = site.masked.info.standfirst
    return Overlaid(
        config,
        site_name=info.title,
        site_description=site.plain(description) if description else config.site_description,
        theme=Overlaid(config.theme, **theme),
    )


def _material(code: str, config: MkDocsConfig) -> str:
    """Return what Material calls a language, or an empty text for one that it has no words for."""
    folders = [Path(folder) / _MATERIAL for folder in config.theme.dirs]
    for name in (code, code.partition("-")[0]):
        if any((folder / f"{name}.html").is_file() for folder in folders):
            return name
    return ""


def _toggle(toggle: Mapping[str, str], _: Any) -> dict[str, str]:
    known = {_("Switch to dark mode"), _("Switch to light mode")}
    name = _(toggle.get("name", ""))
    return {**toggle, "name": name if name in known else toggle.get("name", "")}
