"""A build in which nothing is new leaves the site as it is; any other makes what a first build makes."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.exceptions import Abort

from explainer.keeping import sealed, unsealed
from explainer.plugin import adapter, search, standing
from explainer.plugin.shelf import Shelf
from support import Built, build_site, write_files

FILES = {
    "mkdocs.yml": "site_name: Anville\ndocs_dir: content\n"
    "theme: {name: explainer, custom_dir: theme}\nplugins: [explainer: {cards: none, search: false}]\n",
    "theme/404.html": '{% extends "main.html" %}',
    "content/story.yml": "title: The bridge at Anville\n",
    "content/actors.yml": "- {id: mayor, name: The mayor, kind: person, source: gazette}\n",
    "content/sources.yml": "- {id: gazette, title: Bridge closed, text: gazette.txt}\n",
    "content/events/closed.yml": "{title: The bridge is closed, date: 2020-02-29, who: {by: mayor}, source: gazette}\n",
    "content/quotes.yml": "- {id: cracks, speaker: mayor, date: 2020-02-29, words: There are cracks, source: gazette}\n",
    "sources/gazette.txt": "“There are cracks”, said the mayor.\n",
}

_COMPILED: dict[Any, Any] = {}


def _project(folder: Path) -> Path:
    write_files(folder, FILES)
    return folder


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile each template once for all builds, which would take most of their time."""
    compiling = Environment.compile

    def compiled(env: Environment, *args: Any, **more: Any) -> Any:
        key = type(env), env.trim_blocks, tuple(env.extensions), args, tuple(more.items())
        if key not in _COMPILED:
            _COMPILED[key] = compiling(env, *args, **more)
        return _COMPILED[key]

    monkeypatch.setattr(Environment, "compile", compiled)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small story of our own, in our own shell, with no plugin but ours."""
    return _project(tmp_path / "project")


def _build(project: Path, **options: Any) -> Built:
    return build_site(project, **{"strict": False, **options})


def _change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _bytes(site: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in _files(site).items()}


def _times(site: Path) -> dict[str, int]:
    return {name: path.stat().st_mtime_ns for name, path in _files(site).items()}


def _kept(project: Path) -> list[Path]:
    return sorted((project / standing.FOLDER).glob("*"))


def _first(project: Path, **options: Any) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a first build of a copy, and its warnings."""
    copy = project.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    built = _build(copy, **options)
    return _bytes(built.site), [line.replace(str(copy), str(project)) for line in built.warnings]


def _fail(*_: object, **__: object) -> Any:
    raise AssertionError("nothing was to be made")


def test_nothing_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing has changed the story is not even read, and no file is touched."""
    first = _build(project)
    before = _times(first.site)
    monkeypatch.setattr(adapter, "read", _fail)
    monkeypatch.setattr(Shelf, "write_all", _fail)

    _build(project)

    assert _times(first.site) == before
    assert {entry.name for entry in project.iterdir()} == {
        "mkdocs.yml",
        "content",
        "sources",
        "theme",
        ".cache",
        "site",
    }


def test_a_changed_name_reaches_every_page(project: Path) -> None:
    """An actor's new name stands wherever the old one stood."""
    _build(project)
    _change(project / "content/actors.yml", "The mayor", "Mayor Okafor")

    built = _build(project)

    texts = {name: path.read_bytes() for name, path in _files(built.site).items() if name.endswith(".html")}
    assert b"Mayor Okafor" in texts["actors/mayor/index.html"]
    assert b"Mayor Okafor" in texts["events/closed/index.html"]
    assert not any(b"The mayor" in text for text in texts.values())
    assert (_bytes(built.site), built.warnings) == _first(project)


def test_warnings_are_repeated(project: Path) -> None:
    """A build that makes nothing warns of what the one before it warned of, and is as strict."""
    (project / "content/about.md").write_text("# About\n\n[Gone](gone.md)\n", "utf-8")
    first = _build(project)
    before = _times(first.site)

    assert _build(project).warnings == first.warnings != []
    assert _times(first.site) == before
    for _ in range(2):
        with pytest.raises(Abort, match="strict"):
            _build(project, strict=True)


def _garbled(data: bytes) -> bytes:
    return data[:-9] + b"0" + data[-8:]


def _deep(_: bytes) -> bytes:
    content = b"[" * 100_000
    return sealed(content)


def _escaping(_: bytes) -> bytes:
    content = json.dumps(["../../x", "/etc", [["root", 50, "../../x"], 7]]).encode()
    return sealed(content)


@pytest.mark.parametrize(
    "damage",
    [_garbled, _escaping, lambda data: data[:20], lambda _: b"\xff\n[]", _deep],
    ids=["garbled", "forged", "cut off", "no text", "too deep"],
)
def test_what_is_kept_may_be_damaged(project: Path, damage: Callable[[bytes], bytes]) -> None:
    """Whatever stands in the cache, the site is that of a first build, and nothing is written elsewhere."""
    built = _build(project)
    before, names = _bytes(built.site), set(_files(project.parent))
    (kept,) = _kept(project)
    kept.write_bytes(damage(kept.read_bytes()))
    (built.site / "index.html").write_text("spoilt", "utf-8")

    assert _bytes(_build(project).site) == before
    assert set(_files(project.parent)) == names


def test_a_forged_cache_puts_nothing_into_the_site(project: Path) -> None:
    """What is kept can say that a site is right, or not; no file of the site can come of it."""
    built = _build(project)
    before = _bytes(built.site)
    (kept,) = _kept(project)
    inputs, _, _ = json.loads(unsealed(kept.read_bytes()) or b"")
    content = json.dumps([inputs, "0" * 64, [["mkdocs", 40, "x"]]])
    kept.write_bytes(sealed(content.encode()))

    again = _build(project)

    assert _bytes(again.site) == before
    assert again.warnings == []


@pytest.mark.parametrize("name", ["actors/mayor/index.html", "assets/explainer.css"])
def test_a_file_changed_by_hand_is_made_again(project: Path, name: str) -> None:
    """A file of the site that says something else, though as long and as old as it was, is made again."""
    built = _build(project)
    before, path = _bytes(built.site), built.site / name
    old = path.stat()
    path.write_bytes(b"x" * old.st_size)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))

    assert _bytes(_build(project).site) == before


def test_links_in_a_site_are_not_kept(project: Path, tmp_path: Path) -> None:
    """A file that became a link is replaced, and what it led to stays as it is."""
    built = _build(project)
    before, other = _bytes(built.site), tmp_path / "other.html"
    shutil.move(built.site / "index.html", other)
    (built.site / "index.html").symlink_to(other)
    text = other.read_text("utf-8")

    again = _build(project)

    assert not (built.site / "index.html").is_symlink()
    assert other.read_text("utf-8") == text
    assert _bytes(again.site) == before


def test_a_site_may_be_a_link(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site's folder may be a link to where it is published from."""
    (tmp_path / "www").mkdir()
    (project / "site").symlink_to(tmp_path / "www")
    _build(project)
    with monkeypatch.context() as patch:
        patch.setattr(adapter, "read", _fail)
        _build(project)
    _change(project / "content/story.yml", "bridge", "dam")

    assert "dam at Anville" in _build(project).html("index.html")
    assert (project / "site").is_symlink()
    assert (tmp_path / "www/index.html").is_file()


def test_every_folder_has_its_own(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sites written into two folders in turn both stay as they are."""
    folders = [str(project / "site"), str(tmp_path / "elsewhere")]
    for folder in folders:
        _build(project, site_dir=folder)
    monkeypatch.setattr(adapter, "read", _fail)
    for folder in folders:
        _build(project, site_dir=folder)

    assert len(_kept(project)) == 2


def test_a_file_changed_meanwhile_is_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is changed while the site is built, and changed back later, leaves no wrong site behind."""
    path = project / "content/actors.yml"
    text, read = path.read_text("utf-8"), adapter.read

    def meanwhile(*args: Any) -> Any:
        path.write_text(text.replace("The mayor", "Nobody"), "utf-8")
        return read(*args)

    monkeypatch.setattr(adapter, "read", meanwhile)
    assert "Nobody" in _build(project).html("actors/mayor/index.html")
    monkeypatch.setattr(adapter, "read", read)
    path.write_text(text, "utf-8")

    assert "The mayor" in _build(project).html("actors/mayor/index.html")


def test_what_fails_once_is_tried_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site whose full-text index could not be made is not taken for what its inputs give."""
    _change(project / "mkdocs.yml", "search: false", "search: true")

    def broken(*_: object) -> None:
        raise search.FindingError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(search, "write_index", broken)
        assert any("no room" in line for line in _build(project).warnings)

    assert _build(project).warnings == []
    assert (project / "site/assets/pagefind-en").is_dir()


OPTIONS: dict[str, dict[str, Any]] = {
    "another plugin": {"plugins": ["explainer", "search"]},
    "a hook": {"hooks": ["hook.py"]},
    "an extension that reads files": {"markdown_extensions": ["pymdownx.snippets"]},
    "a theme that tells the time": {"theme": {"name": "mkdocs"}},
    "a value that is no text": {"extra": {"x": shutil.copy}},
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
def test_what_is_not_known_is_built_each_time(project: Path, options: dict[str, Any]) -> None:
    """Where something takes part that may change what comes out, every build is as the first."""
    (project / "hook.py").write_text("def on_env(env, **_):\n    return env\n", "utf-8")

    _build(project, **options)

    assert _kept(project) == []


def test_a_template_may_tell_the_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with the time of its build on its pages is built each time, unless that is set."""
    (project / "theme/main.html").write_text(
        '{% extends "explainer/main.html" %}{{ build_date_utc }}', "utf-8"
    )
    (project / "theme/main.html").write_text("{{ page.content }}{{ build_date_utc }}", "utf-8")
    with monkeypatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH")
        _build(project)
        assert _kept(project) == []
    _build(project)

    assert len(_kept(project)) == 1


def test_a_new_day_is_something_new(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site map names the day of the build."""
    options = {"site_url": "https://example.org/"}
    _build(project, **options)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")

    built = _build(project, **options)

    assert "2020-09-13" in built.html("sitemap.xml")


def test_functions_in_settings_are_known_by_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Functions of Material, which many sites name in their settings, are no hindrance."""
    emoji = (
        "markdown_extensions:\n  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    )
    (project / "mkdocs.yml").write_text(FILES["mkdocs.yml"] + emoji, "utf-8")
    _build(project)
    monkeypatch.setattr(adapter, "read", _fail)

    _build(project)


def test_a_dirty_build_is_nobodys_model(project: Path) -> None:
    """Nothing is kept of a build that does not begin from the beginning."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)

    assert _kept(project) == []


OUTPUT = ("site/", ".cache/")
"""Where builds write."""


class Story:
    """A project that is changed in one of many ways at a time."""

    def __init__(self, project: Path, chance: random.Random) -> None:
        self.project, self._chance = project, chance

    def _switch(self, name: str, *texts: str) -> None:
        """Write one of the texts into a file, or delete it where the text is empty."""
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if text := self._chance.choice(texts):
            path.write_text(text, "utf-8")

    def _any(self, folder: str) -> Path:
        found = sorted(path for path in (self.project / folder).rglob("*") if path.is_file())
        return self._chance.choice(found) if found else self.project / folder / "none"

    def rest(self) -> None:
        """Do nothing."""

    def touch(self) -> None:
        """Write a file anew as it was."""
        path = self._any("content")
        path.write_bytes(path.read_bytes())

    def edit(self) -> None:
        """Change a name."""
        actor = FILES["content/actors.yml"]
        self._switch("content/actors.yml", actor, actor.replace("The mayor", "Mayor Okafor"))

    def add(self) -> None:
        """Add a record or delete it."""
        self._switch("content/events/open.yml", "", "{title: It opens, date: 2021, source: gazette}\n")

    def rename(self) -> None:
        """Rename a record, and with it its page."""
        one, other = (self.project / "content/events" / name for name in ("closed.yml", "shut.yml"))
        (one if one.exists() else other).rename(other if one.exists() else one)

    def page(self) -> None:
        """Write a page of the editors' own; one links to what is not there."""
        self._switch("content/about.md", "", "# About\n\nUs.\n", "# About\n\n[Gone](gone.md)\n")

    def text(self) -> None:
        """Change or delete the text of a source."""
        text = FILES["sources/gazette.txt"]
        self._switch("sources/gazette.txt", "", text, f"Yesterday.\n\n{text}")

    def picture(self) -> None:
        """Publish a file of another kind."""
        self._switch(
            "content/files/map.svg",
            "",
            *(f'<svg xmlns="http://www.w3.org/2000/svg"{more}' for more in ("/>", "></svg>")),
        )

    def settings(self) -> None:
        """Change the site's settings."""
        plain = FILES["mkdocs.yml"]
        titled = plain.replace("cards: none", "cards: none, titles: {actors: Who}")
        material = plain.replace("name: explainer", "name: material, font: false")
        hidden = f"{plain}exclude_docs: about.md\nextra: {{when: 2020-02-29, x: [1, 2]}}\n"
        named = plain.replace("Anville", "A bridge")
        self._switch("mkdocs.yml", plain, named, titled, material, hidden)

    def template(self) -> None:
        """Override a template of the site's shell or of its pages."""
        self._switch("theme/404.html", "", FILES["theme/404.html"], "Not here.")
        self._switch("theme/explainer/moved.html", "", "Moved.", "Gone.")

    def damage(self) -> None:
        """Spoil a file of the cache."""
        path = self._any(".cache")
        if path.exists():
            data = bytearray(path.read_bytes() or b"x")
            data[self._chance.randrange(len(data))] ^= 1
            path.write_bytes(self._chance.choice([bytes(data), bytes(data[: len(data) // 2]), b""]))

    def forget(self) -> None:
        """Delete the cache."""
        shutil.rmtree(self.project / ".cache", ignore_errors=True)

    def meddle(self) -> None:
        """Change, delete or add a file of the site."""
        path = self._any("site")
        path.parent.mkdir(parents=True, exist_ok=True)
        match self._chance.randrange(3):
            case 0:
                path.write_text("x", "utf-8")
            case 1:
                path.unlink(missing_ok=True)
            case _:
                (path.parent / "x.html").touch()

    def clear(self) -> None:
        """Delete the site."""
        shutil.rmtree(self.project / "site", ignore_errors=True)

    def kill(self) -> None:
        """End a build in its midst, after another change."""
        self._chance.choice([self.edit, self.add, self.settings, self.rest])()
        files, write = self._chance.randrange(20), Shelf._write

        def dying(shelf: Shelf, path: str, content: str | bytes) -> None:
            if len(shelf.written) == files:
                raise KeyboardInterrupt
            write(shelf, path, content)

        self.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Shelf, "_write", dying)
            with pytest.raises(KeyboardInterrupt):
                _build(self.project)

    def changes(self, steps: int) -> Iterator[Callable[[], None]]:
        """Yield changes by chance, each at least once if there are steps enough, and nothing after every second."""
        every = [
            self.touch, self.edit, self.add, self.rename, self.page, self.text, self.picture, self.settings,
            self.template, self.damage, self.forget, self.meddle, self.clear, self.kill,
        ]  # fmt: skip
        while steps > 0:
            self._chance.shuffle(every)
            for change in every[:steps]:
                yield change
                yield self._chance.choice([self.rest, self.rest, self.edit])
            steps -= len(every)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens_the_site_is_that_of_a_first_build(tmp_path: Path, seed: int) -> None:
    """After any series of edits, renames, deletions, damages and interruptions a site is what its files give."""
    story = Story(_project(tmp_path / "project"), random.Random(seed))
    firsts: dict[frozenset[tuple[str, bytes]], tuple[dict[str, bytes], list[str]]] = {}
    stood = 0
    for change in story.changes(14):
        change()
        before = _times(story.project / "site")
        built = _build(story.project)
        stood += before == _times(built.site)
        inputs = {name: data for name, data in _bytes(story.project).items() if not name.startswith(OUTPUT)}
        key = frozenset(inputs.items())
        if key not in firsts:
            firsts[key] = _first(story.project)
        assert (_bytes(built.site), built.warnings) == firsts[key], change.__name__

    assert stood > 3
