"""A story's site inside MkDocs: its options and what happens at each step of a build."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from explainer.assets import SCRIPT, STYLESHEET, THEME, asset_files
from explainer.evidence.texts import texts_folders
from explainer.load.folder import is_editors_file
from explainer.model.links import ProseLink
from explainer.plugin import editions, links, material, shell
from explainer.plugin.faults import forgiving, report, shown
from explainer.plugin.options import ExplainerConfig
from explainer.plugin.outputs import card_files, publish_archive, shared_lines, wants_archive
from explainer.plugin.pages import (
    NOINDEX,
    RecordPage,
    fill,
    forget,
    hidden,
    meta_of,
    show,
    with_head,
    without_metadata,
)
from explainer.plugin.search import Search
from explainer.render.prose import RecordLinkExtension, Target
from explainer.site import Site, read
from explainer.urls import Urls, option_fault
from explainer.views.home import HomeView
from explainer.views.menu import HOMES
from explainer.views.site import View

log = get_plugin_logger("explainer")
HOME = HOMES[0]


class ExplainerPlugin(BasePlugin[ExplainerConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of a story to a site."""

    _serving = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Remember whether the site is served while it is written."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the story before MkDocs touches the published site."""
        if wrong := option_fault(self.config.titles, self.config.folders):
            raise PluginError(f"explainer: {wrong}")
        self._content = Path(self.config.content_dir or config.docs_dir)
        self._texts = texts_folders(self._content, map(Path, self.config.source_texts))
        reading = read(shown(self._content), self._texts)
        report(reading, strict=bool(config.strict))
        self._search = Search(config, wanted=self.config.search, serving=self._serving)
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        self._urls = Urls(config.use_directory_urls, self.config.folders)
        base = config.site_url or ""
        self._sites = editions.sites(reading, self._urls, self.config.titles, base, custom)
        self._site = self._sites[0]
        self._settings: dict[str, Any] = {}
        self._site.archived = wants_archive(option=self.config.archive)
        self._page: Page | None = None
        self._shell = config.theme.name or ""
        if self._shell == material.NAME:
            material.prepare(config)
            # Behind the site's own overrides, before Material, whose files of the same name we replace.
            config.theme.dirs.insert(len(custom), str(THEME / "material"))
        config.extra_css.append(STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        config.markdown_extensions.append(RecordLinkExtension(self._resolve))  # type: ignore[arg-type]
        return config

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the story and its texts, and serve the last good site while it cannot be published."""
        if self._content != Path(config.docs_dir):
            server.watch(str(self._content))
        for folder in self._texts:
            server.watch(str(folder))
        server.builder = forgiving(server.builder)
        if self._shell == shell.NAME:
            server.set_app(shell.without_policy(server.get_app()))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the editors' files out of the site, and put the story's pages and data in."""
        for file in list(files):
            if self._is_private(file):
                files.remove(file)
            elif file.src_dir == config.docs_dir:
                without_metadata(file)
        for site in self._sites:
            for own in editions.own_pages(site, self._content, config):
                files.append(own)
            for view in site.views:
                self._add_page(site, view, files, config)
            cards = card_files(site, self.config.cards, Path(config.config_file_path).parent)
            for path, text in chain(cards, site.data_files(), site.redirect_files()):
                files.append(File.generated(config, path, content=text))
        for path, text in asset_files(self._shell):
            files.append(File.generated(config, path, content=text))
        if config.nav is None:
            config.nav = editions.menu_of(self._sites, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each record's page the collection's page as its parent, so that the menu shows where it is."""
        by_url = {file.url: file.page for file in files.documentation_pages()}
        for file in files.documentation_pages():
            if isinstance(file.page, RecordPage) and file.page.parent is None:
                crumbs = file.page.view.frame.crumbs
                index = by_url.get(crumbs[-1].url) if crumbs else None
                if index is not None and crumbs[-1].url != self._site_of(file).urls.home():
                    file.page.parent = index.parent or index  # type: ignore[assignment]
        self._pages = {"" if url in {".", "./"} else url for url in by_url}
        self._settings = {
            site.urls.edition: (editions.settings(site, config), editions.navigation(site, files, config))
            for site in self._sites[1:]
        }
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> None:
        """Remember the page, from which `[[id]]` links in it start."""
        self._page = page

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put the editors' introduction on the home page."""
        if self._shell == shell.NAME and not isinstance(page, RecordPage):
            html = shell.fitted(html)
        site = self._site_of(page.file)
        self._search.note(page, site, html)
        if page.file.src_uri != site.urls.at(HOME) or page.meta.get("explainer") != "home":
            return html if isinstance(page, RecordPage) else site.own_page(html, page.url, self._pages)
        view = next(view for view in site.views if isinstance(view, HomeView))
        prose_toc = list(page.toc)  # the prose stands between what the view says and its evidence
        fill(page, site.page(view, prose_html=Markup(html)))  # noqa: S704 - MkDocs rendered it
        *before, last = page.toc
        page.toc = TableOfContents([*before, *prose_toc, last])
        page.meta = {**meta_of(site, view), **page.meta}
        return page.content or ""

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Get the templates of our own shell ready."""
        if self._shell == shell.NAME:
            shell.prepare(env)
        elif self._shell == "material":
            env.loader.searchpath.append(str(THEME))  # type: ignore[union-attr]
        return env

    @event_priority(-100)  # after every plugin that makes something of a page's content, such as search
    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Put private persons on the page that readers see."""
        site = self._site_of(page.file)
        show(page, lambda record: links.title(site, record))
        if site.urls.edition in self._settings:
            context["config"], context["nav"] = self._settings[site.urls.edition]
        return self._furnished(context, page)

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Name the feeds in the page's head, and ask search engines to leave out a private person's page."""
        site = self._site_of(page.file)
        lines = shared_lines(site, page) + site.feed_links(page.url) + site.head_links(page.url, self._pages)
        return with_head(output, lines + (NOINDEX if hidden(page) else ""))

    def on_template_context(self, context: Any, *, template_name: str, **_: Any) -> Any:
        """Leave private persons' pages out of the site map."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if not hidden(file.page)]
        return self._furnished(context)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what search looks through; leave private persons out of another plugin's search."""
        self._search.write(self._sites, Path(config.site_dir))
        views = chain.from_iterable(site.views for site in self._sites)
        out = (view.frame.url for view in views if not view.frame.searchable)
        forget(Path(config.site_dir, "search", "search_index.json"), out)
        if self._site.archived:
            publish_archive(config)

    def _furnished(self, context: Any, page: Page | None = None) -> Any:
        site = self._site_of(page.file if page else None)
        if self._shell == shell.NAME:
            context.update(shell.furnishing(site, page))
        context.update(self._search.furnishing(site))
        return context

    def _site_of(self, file: File | None) -> Site:
        return editions.site_of(self._sites, file)

    def _is_private(self, file: File) -> bool:
        if file.abs_src_path is None:
            return False
        path = Path(file.abs_src_path)
        inside = path.is_relative_to(self._content)
        return (inside and is_editors_file(path.relative_to(self._content))) or any(
            path.is_relative_to(folder) for folder in self._texts
        )

    def _add_page(self, site: Site, view: View, files: Files, config: MkDocsConfig) -> None:
        name = view.frame.file
        existing = files.get_file_from_path(name)
        if isinstance(view, HomeView) and any(files.get_file_from_path(site.urls.at(home)) for home in HOMES):
            return
        if existing is not None:
            message = (
                f"{name} is a page of yours and a page that Explainer makes: rename yours, or set `folders`"
            )
            raise PluginError(message)
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if view.frame.edit:
            origin = os.path.relpath(self._content / view.frame.edit, config.docs_dir)
            file.edit_uri = Path(origin).as_posix()
        RecordPage(file, config, site, view)
        files.append(file)

    def _resolve(self, link: ProseLink) -> Target | None:
        file = self._page.file if self._page else None
        found = links.target(self._site_of(file), link, file.src_uri) if file else None
        if found is None:
            log.warning("%s: [[%s]] leads to no record", file.src_uri if file else "?", link.target)
        return found
