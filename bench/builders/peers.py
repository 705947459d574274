"""What we are measured beside, each set up as lightly as it can be: what they do less than we do favours them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench.builders.pages import Page, bare_folders, write_pages
from bench.builders.projects import MKDOCS, Project, copied, project

TEMPLATE = '<!doctype html>\n<meta charset="utf-8">\n<title>{title}</title>\n{content}\n'


@dataclass(frozen=True)
class Subject:
    """What peers start from: a story's own project, its pages as Markdown, and its built site."""

    story: Path
    pages: Sequence[Page]
    site: Path


@dataclass(frozen=True)
class Peer:
    """A way to make the site, and how to set it up."""

    name: str
    title: str
    set_up: Callable[[Subject, Path, str], Project]
    program: str = ""
    """The program's name where it is not installed with us."""
    version: Callable[[str], str] = field(default=lambda _: "")

    def path(self, given: str = "") -> str:
        """Return the program, as given or as found on the path, and nothing where there is none."""
        found = shutil.which(given or self.program or sys.executable)
        there = str(Path(found).absolute()) if found else ""
        return _unwrapped(there) if there and self.name == "hugo" else there


def _unwrapped(hugo: str) -> str:
    """Return the program itself, where the one found is a script around it that takes time of its own."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=False)
    found = re.search(r" at (\S*hugo\S*?)(?:\x1b|\s|$)", said.stdout + said.stderr)
    return found[1] if found and Path(found[1]).is_file() else hugo


def said_version(program: str) -> str:
    """Return the first version number that a program says it has."""
    for argument in ("--version", "version"):
        said = subprocess.run([program, argument], capture_output=True, text=True, check=False)
        if found := re.search(r"\d+\.\d+[\w.]*", said.stdout if said.returncode == 0 else ""):
            return found[0]
    return ""


def ours(subject: Subject, folder: Path, _: str) -> Project:
    """Set up our own project: the story as YAML."""
    return copied(subject.story, folder)


def _without(subject: Subject, folder: Path, options: str) -> Project:
    made = copied(subject.story, folder)
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("explainer]", f"{{explainer: {options}}}]"), "utf-8"
    )
    return made


def quiet(subject: Subject, folder: Path, _: str) -> Project:
    """Set up our own project without the full-text index, which Pagefind makes, a program of its own."""
    return _without(subject, folder, "{search: false}")


def pages_alone(subject: Subject, folder: Path, _: str) -> Project:
    """Set up our own project with what the others make: the pages, and all records in one file."""
    return _without(subject, folder, "{search: false, leave_out: [book, embeds, formats, records]}")


def explainer(subject: Subject, folder: Path, _: str) -> Project:
    """Set up our own project in the skin without Material."""
    return copied(subject.story, folder, skin="explainer")


def _mkdocs(subject: Subject, folder: Path, plugins: str) -> Project:
    write_pages(subject.pages, folder / "docs")
    # A menu of every page takes Material minutes: it is not what anybody with so many pages would keep.
    settings = "site_name: Made up\ntheme: {name: material}\nnav: [index.md]\nnot_in_nav: '*'\n" + plugins
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return project(folder, MKDOCS, "site")


def mkdocs(subject: Subject, folder: Path, _: str) -> Project:
    """Set up MkDocs and Material as they come, which means with search."""
    return _mkdocs(subject, folder, "")


def mkdocs_bare(subject: Subject, folder: Path, _: str) -> Project:
    """Set up MkDocs and Material without search."""
    return _mkdocs(subject, folder, "plugins: []\n")


def hugo(subject: Subject, folder: Path, program: str) -> Project:
    """Set up Hugo with one template of four lines, and without taxonomies, feeds, site map and error page."""
    content = folder / "content"
    write_pages(subject.pages, content, home="_index.md", section="_index.md")
    for bare in bare_folders(subject.pages):
        (content / bare / "_index.md").write_text("---\nbuild: {render: never, list: never}\n---\n", "utf-8")
    off = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
    (folder / "hugo.toml").write_text(
        f'baseURL = "https://example.org/"\ntitle = "Made up"\ndisableKinds = {json.dumps(off)}\n', "utf-8"
    )
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        made = TEMPLATE.format(title="{{ .Title }}", content="{{ .Content }}")
        (layouts / f"{name}.html").write_text(made, "utf-8")
    return project(folder, (program, "--quiet", "--logLevel", "error"), "public")


def zensical(subject: Subject, folder: Path, program: str) -> Project:
    """Set up Zensical with a menu of one page, and without most of the Markdown extensions that it comes with."""
    write_pages(subject.pages, folder / "docs")
    settings = '[project]\nsite_name = "Made up"\nnav = ["index.md"]\n[project.markdown_extensions.tables]\n'
    (folder / "zensical.toml").write_text(settings, "utf-8")
    return project(folder, (program, "build"), "site")


def eleventy(subject: Subject, folder: Path, program: str) -> Project:
    """Set up Eleventy with one template of four lines, and without template language in the texts."""
    write_pages(subject.pages, folder / "content")
    layouts = folder / "content" / "_includes"
    layouts.mkdir()
    made = TEMPLATE.format(title="{{ title }}", content="{{ content | safe }}")
    (layouts / "page.njk").write_text(made, "utf-8")
    settings = {
        "dir": {"input": "content", "output": "site"},
        "markdownTemplateEngine": False,
        "htmlTemplateEngine": False,
    }
    (folder / "eleventy.config.cjs").write_text(
        'module.exports = (config) => { config.addGlobalData("layout", "page.njk");'
        f" config.setUseGitIgnore(false); return {json.dumps(settings)}; }};\n",
        "utf-8",
    )
    return project(folder, (program, "--quiet"), "site")


def copy(subject: Subject, folder: Path, program: str) -> Project:
    """Set up the floor: our files, written once more by a program that does nothing else."""
    folder.mkdir(parents=True)
    return project(folder, (program, "-r", str(subject.site), "site"), "site")


def _mkdocs_version(_: str) -> str:
    return f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"


PEERS = (
    Peer("ours", "Explainer, Material", ours, version=lambda _: version("mkdocs-explainer")),
    Peer("quiet", "Explainer, Material, no search", quiet, version=lambda _: version("mkdocs-explainer")),
    Peer(
        "pages",
        "Explainer, Material, pages alone",
        pages_alone,
        version=lambda _: version("mkdocs-explainer"),
    ),
    Peer("explainer", "Explainer, own skin", explainer, version=lambda _: version("mkdocs-explainer")),
    Peer("hugo", "Hugo", hugo, "hugo", said_version),
    Peer("zensical", "Zensical", zensical, "zensical", said_version),
    Peer("eleventy", "Eleventy", eleventy, "eleventy", said_version),
    Peer("material", "MkDocs and Material", mkdocs, version=_mkdocs_version),
    Peer("bare", "MkDocs and Material, no search", mkdocs_bare, version=_mkdocs_version),
    Peer("copy", "`cp -r` of our site", copy, "cp"),
)
