"""A story's site inside MkDocs: its options and what happens at each step of a build."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer.assets import SCRIPT, STYLESHEET, THEME, asset_files
from explainer.evidence.texts import texts_folders
from explainer.load.haste import uncollected, unsearched_at_exit
from explainer.load.store import Store
from explainer.model.links import ProseLink
from explainer.plugin import editions, links, material, outputs, shell
from explainer.plugin.direct import OwnFile, PageFile, addresses, findable, named, watchers
from explainer.plugin.faults import forgiving, report, shown
from explainer.plugin.offers import accepted, clash, offer, without_private
from explainer.plugin.options import ExplainerConfig
from explainer.plugin.pages import RecordPage, fill_around, page_file, parent_of, show
from explainer.plugin.press import Press
from explainer.plugin.preview import Preview, attentive
from explainer.plugin.search import Search, forget
from explainer.plugin.shelf import Shelf
from explainer.plugin.standing import Standing
from explainer.reading import read
from explainer.render.prose import RecordLinkExtension, Target
from explainer.site import Site
from explainer.urls import Urls, option_fault
from explainer.views.menu import HOMES
from explainer.views.planned import Planned
from explainer.views.site import View

log = get_plugin_logger("explainer")
HOME = HOMES[0]


class ExplainerPlugin(BasePlugin[ExplainerConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of a story to a site."""

    def __init__(self) -> None:
        self._preview = Preview()
        self._stores: dict[Path, Store] = {}
        self._clean = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is served while it is written, or made from the beginning."""
        self._preview.active = command == "serve"
        if not self._preview.active:
            unsearched_at_exit()
        self._clean = not (dirty or self._preview.active)

    @uncollected()
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the story before MkDocs touches the published site."""
        if wrong := option_fault(self.config.titles, self.config.folders) or clash(config):
            raise PluginError(f"explainer: {wrong}")
        self._content = Path(self.config.content_dir or config.docs_dir)
        self._texts = texts_folders(self._content, map(Path, self.config.source_texts))
        self._standing = Standing(config, [self._content, *self._texts], clean=self._clean)
        if idle := self._standing.idle():
            return idle
        kept = Path(config.config_file_path).parent / outputs.RECORDS
        store = self._stores.setdefault(kept, Store(kept))
        reading = read(shown(self._content), self._texts, store)
        report(reading, strict=bool(config.strict))
        self._search = Search(config, wanted=self.config.search, serving=self._preview.active)
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        self._shelf = Shelf(Path(config.site_dir))
        self._urls = Urls(config.use_directory_urls, self.config.folders)
        self._sites = editions.sites(
            reading, self._urls, self.config.titles, config.site_url or "", custom, self.config.leave_out
        )
        self._site = self._sites[0]
        self._settings: dict[str, Any] = {}
        self._site.archived = outputs.wants_archive(option=self.config.archive)
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
        for folder in (self._content, *self._texts):
            if folder.is_dir() and folder != Path(config.docs_dir):
                server.watch(str(folder))
        attentive(server)
        server.builder = self._preview.rebuilding(forgiving(server.builder))
        app = shell.without_policy(server.get_app()) if self._shell == shell.NAME else server.get_app()
        server.set_app(self._preview.before(app, server.mount_path))
        return server

    def _offer(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the editors' files out of the site, and let other plugins see which pages the story has."""
        without_private(files, self._content, self._texts)
        offer(self._sites, self._content, files, config)
        return files

    @uncollected()
    def _add(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the story's pages and data into the site, after plugins that add pages."""
        if seen := watchers(config, self):
            log.info("MkDocs makes every page one by one, which takes longer, to show it to %s", seen)
        self._late, self._nav = not seen, config.nav
        for site in self._sites:
            listed = {*site.titles, *named(config.nav)}
            for planned in site.pages.values():
                if offered := accepted(site, planned, files):
                    ours = None if seen or planned.file in listed else offered
                    self._add_page(site, planned, files, config, ours)
            cards = outputs.card_files(site, self.config.cards, Path(config.config_file_path).parent)
            drawn = cards if self._preview.active else list(cards)  # pages name the cards that there are
            for path in site.file_names():
                files.append(OwnFile(config, path, path))
            for make in (drawn.__iter__, site.redirect_files, site.filter_files, site.data_files):
                self._shelf.add_files(make)
        for path, text in asset_files(self._shell):
            files.append(File.generated(config, path, content=text))
        config.nav = self._nav or editions.menu_of(self._sites, files)
        return files

    on_files = CombinedEvent(event_priority(100)(_offer), event_priority(-100)(_add))

    def _menu_made(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let plugins that make menus see that the editors wrote none."""
        config.nav = self._nav
        return nav

    @uncollected()
    def _menu_known(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each record's page the collection's page as its parent, so that the menu shows where it is."""
        self._settings = {
            site.urls.edition: (editions.settings(site, config), editions.navigation(site, files, config))
            for site in self._sites[1:]
        }
        listed = editions.listed(self._sites, files)
        for file in files.documentation_pages():
            if isinstance(file.page, RecordPage) and file.page.parent is None:
                file.page.parent = parent_of(file.page.frame, listed)  # type: ignore[assignment]
        self._press = Press(config, self._content, files, nav, addresses(files), listed, self._furnished)
        return nav

    on_nav = CombinedEvent(event_priority(150)(_menu_made), event_priority(-100)(_menu_known))

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
            return html if isinstance(page, RecordPage) else site.own_page(html, page.url, self._press.known)
        view = site.pages[site.home].make()
        fill_around(page, site.page(view, prose_html=Markup(html)))  # noqa: S704 - MkDocs rendered it
        return page.content or ""

    @event_priority(-100)  # the theme's templates as every plugin wants them
    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Get the theme's templates ready."""
        shell.prepare(env, self._shell)
        self._press.env = env
        return env

    @event_priority(-100)  # after every plugin that makes something of a page's content, such as search
    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Put private persons on the page that readers see."""
        site = self._site_of(page.file)
        show(page, lambda record: links.title(site, record))
        return self._furnished(context, page, site)

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Name the feeds in the page's head, and ask search engines to leave out a private person's page."""
        lines = outputs.head_lines(self._site_of(page.file), page, self._press.known)
        return outputs.with_head(output, lines)

    def on_template_context(self, context: Any, *, template_name: str, **_: Any) -> Any:
        """Leave private persons' pages out of the site map."""
        if template_name == "sitemap.xml":
            context["pages"] = findable(self._press.files)
        return self._furnished(context, None, self._sites[0])

    def _publish(self, *, config: MkDocsConfig) -> None:
        """Write everything that MkDocs knows nothing of; under a preview each file when it is asked for."""
        for site in self._sites:
            self._shelf.add_files(partial(self._search.files, site, Path(config.site_dir)), apart=True)
        if self._preview.active:
            self._preview.shelf = self._shelf
        else:
            self._shelf.write_all()

    def _finish(self, *, config: MkDocsConfig) -> None:
        """Leave private persons out of another plugin's search, and pack the site."""
        pages = (page for site in self._sites for page in site.hidden())
        forget(Path(config.site_dir, "search", "search_index.json"), pages)
        if self._site.archived:
            outputs.publish_archive(config)
        self._standing.keep(self._shelf.written)

    on_post_build = CombinedEvent(event_priority(100)(_publish), event_priority(-100)(_finish))

    def _furnished(self, context: Any, page: Page | None, site: Site) -> Any:
        if page and site.urls.edition in self._settings:
            context["config"], context["nav"] = self._settings[site.urls.edition]
        if self._shell == shell.NAME:
            context.update(shell.furnishing(site, page))
        context.update(self._search.furnishing(site))
        return context

    def _site_of(self, file: File | None) -> Site:
        return editions.site_of(self._sites, file)

    def _add_page(
        self, site: Site, page: Planned[View], files: Files, config: MkDocsConfig, ours: PageFile | None
    ) -> None:
        """Add a page: as one of MkDocs' own if it is in the menu, else as one that is left to us."""
        waits, path = self._late and page.file in site.titles, site.urls.output(page.file)
        if waits or ours:
            self._shelf.add_page(path, lambda: self._press.page(site, page), sums_up=waits)
        if ours:
            ours.settle()
            files.append(ours)
            return
        frame = site.outline(page.file) if waits else site.made(page.file)
        files.append(file := page_file(config, self._content, frame))
        if site is self._site and page.file in site.titles and not self._nav:
            file.inclusion = InclusionLevel.INCLUDED  # for plugins that make menus
        RecordPage(file, config, frame, lambda: site.page(page.make())).late = waits

    def _resolve(self, link: ProseLink) -> Target | None:
        file = self._page.file if self._page else None
        return links.resolved(self._site_of(file), link, file.src_uri if file else "")
