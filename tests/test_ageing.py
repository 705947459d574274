"""Sources that readers cannot get at, that were read long ago, or whose pages are gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from explainer.cli import main


class _Handler(BaseHTTPRequestHandler):
    """Answers `/here` and nothing else."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/here" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def check(folder: Path, sources: str, *options: str) -> list[str]:
    """Write a story with these sources and return what the check says of them."""
    (folder / "story.yml").write_text("title: Test\n", "utf-8")
    (folder / "sources.yml").write_text(sources, "utf-8")
    result = CliRunner(env={"SOURCE_DATE_EPOCH": "1577836800"}).invoke(main, ["check", str(folder), *options])
    assert result.exit_code == 0, result.output
    prefix = f"{folder.as_posix()}/sources.yml:"
    return [line.removeprefix(prefix) for line in result.output.splitlines() if line.startswith(prefix)]


SOURCES = """\
- {id: nowhere, title: A}
- {id: unread, title: A, url: https://example.org/a, archived: https://example.org/b}
- {id: old, title: A, archived: https://example.org/b, accessed: 2018-12-31}
- {id: recent, title: A, archived: https://example.org/b, accessed: 2019-06}
- {id: bare, title: A, url: https://example.org/a, accessed: 2020-01-01}
"""


def test_nothing_is_said_unasked(tmp_path: Path) -> None:
    """Without --sources the age of sources is no matter of the check."""
    assert check(tmp_path, SOURCES) == []


def test_ageing_sources_are_reported(tmp_path: Path) -> None:
    """Sources without a copy, never or long ago read are warnings with the likely mend."""
    assert check(tmp_path, SOURCES, "--sources") == [
        '1:3: "nowhere" has neither a `url` nor an archived copy, so readers cannot look it up - add `url`, or `archived`',
        '2:3: "unread" does not say when it was last read - read it, and add `accessed: 2020-01-01`',
        '3:66: "old" was last read 366 days ago - read it again, then write `accessed: 2020-01-01`',
        '5:29: "bare" has no archived copy; its page may change or vanish - save it in a web archive, add `archived`',
    ]


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    """What long ago means is the editors' to say."""
    found = check(tmp_path, SOURCES, "--sources", "--older-than", "100")

    assert [line.split(" - ")[0] for line in found if "days ago" in line] == [
        '3:66: "old" was last read 366 days ago',
        '4:69: "recent" was last read 185 days ago',
    ]


def test_dead_links_are_looked_for_only_online(tmp_path: Path, server: str) -> None:
    """With --online each address is asked; without it nobody is."""
    sources = f"""\
- {{id: a, title: A, url: {server}/here, archived: {server}/gone, accessed: 2020-01-01}}
- {{id: b, title: A, archived: "http://127.0.0.1:9/", accessed: 2020-01-01}}
"""
    assert check(tmp_path, sources, "--sources") == []
    gone, silent = check(tmp_path, sources, "--sources", "--online")
    assert f"{server}/gone answers with 404 Not Found" in gone
    assert "http://127.0.0.1:9/ does not answer: [Errno 111] Connection refused" in silent
