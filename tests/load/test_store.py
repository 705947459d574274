"""What was read before makes reading faster, and nothing else."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer import keeping
from explainer.load import kept, reader
from explainer.load.store import Store
from explainer.reading import Reading, read

EVENTS = "".join(
    f"- id: e{n}\n  title: Event {n}\n  date: 2016-05-01\n  unsourced: test\n" for n in range(40)
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with forty events in one file."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "story.yml").write_text("title: T\n")
    (folder / "events.yml").write_text(EVENTS)
    return folder


def same(one: Reading, other: Reading) -> bool:
    """Tell whether two readings say the same, places of records and problems included."""
    return (one.story, one.story.origins, one.problems) == (other.story, other.story.origins, other.problems)


def test_unchanged_records_are_the_same_objects(content: Path) -> None:
    """In one process a record whose text was not changed stays the object that it was; others are read anew."""
    store = Store()
    before = read(content, store=store).story.events
    (content / "events.yml").write_text("# A remark.\n" + EVENTS.replace("Event 7\n", "Event seven\n"))

    after = read(content, store=store).story.events

    assert [id_ for id_ in after if after[id_] is not before[id_]] == ["e7"]
    assert after["e7"].title == "Event seven"


def test_another_process_takes_over(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process has read, another need not parse again, not even where a few records have changed."""
    read(content, store=Store(tmp_path / "cache"))
    (content / "events.yml").write_text(EVENTS.replace("Event 7\n", "Event seven\n"))
    parsed: list[str] = []
    items_of = reader.items_of
    monkeypatch.setattr(reader, "items_of", lambda pieces: parsed.extend(pieces) or items_of(pieces))

    reading = read(content, store=Store(tmp_path / "cache"))

    assert parsed == ["- id: e7\n  title: Event seven\n  date: 2016-05-01\n  unsourced: test\n"]
    assert same(reading, read(content))


def cut(data: bytes) -> bytes:
    """Return a part of a file."""
    return data[: len(data) // 2]


def turned(data: bytes) -> bytes:
    """Return a file with one bit turned."""
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


def foreign(data: bytes) -> bytes:
    """Return a file that another program could have made: readable, but not sealed by this one."""
    return data[:32] + pickle.dumps({b"x": 1})


@pytest.mark.parametrize("spoil", [cut, turned, foreign, lambda _: b"", lambda data: data + b"x"])
def test_a_spoilt_file_is_no_file(content: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """What is kept may be damaged at any moment; it is then made anew."""
    cache = tmp_path / "cache"
    read(content, store=Store(cache))
    whole = {path: path.read_bytes() for path in cache.iterdir()}
    for path, data in whole.items():
        path.write_bytes(spoil(data))

    assert same(read(content, store=Store(cache)), read(content))
    assert {path: path.read_bytes() for path in cache.iterdir()} == whole


def test_another_version_reads_for_itself(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program has kept is not looked at."""
    cache = tmp_path / "cache"
    with monkeypatch.context() as other:
        other.setattr(kept, "made_with", lambda: b"another")
        other.setattr(
            reader,
            "items_of",
            lambda pieces: [
                {"id": f"x{n}", "title": "X", "date": "2016", "unsourced": "x"} for n, _ in enumerate(pieces)
            ],
        )
        read(content, store=Store(cache))

    assert list(read(content, store=Store(cache)).story.events) == [f"e{n}" for n in range(40)]


def test_a_folder_that_cannot_be_written_to(content: Path, tmp_path: Path) -> None:
    """Without a place to keep anything, reading is only slower."""
    (tmp_path / "file").write_text("no folder")

    assert same(read(content, store=Store(tmp_path / "file" / "cache")), read(content))


class Command:
    """Something that should never be made."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        """Return what would be called."""
        return os.system, ("exit 1",)


def test_nothing_but_records_comes_out() -> None:
    """Even bytes with the right seal can make records only."""
    content = pickle.dumps({b"x": Command()})

    assert kept.unsealed(keeping.sealed(content, kept.made_with())) == {}


def test_what_surrounds_a_record_counts(content: Path) -> None:
    """A record without a source is another one as soon as the story names another default source."""
    store = Store()
    (content / "sources.yml").write_text("- {id: s, title: S}\n- {id: t, title: T}\n")
    (content / "events.yml").write_text("- id: e\n  title: E\n  date: 2016\n")
    cited = []
    for source in ("s", "t"):
        (content / "story.yml").write_text(f"title: T\ndefault_source: {source}\n")
        cited.append(read(content, store=store).story.events["e"].source[0].ref)

    assert cited == ["s", "t"]


PIECES = st.lists(
    st.sampled_from(
        [
            "- id: a\n  title: A\n  date: 2016\n  unsourced: x\n",
            "- id: b\n  title: B\n  date: 2016\n  unsourced: x\n",
            "- id: b\n  title: B\n  date: 2016-13\n  unsourced: x\n",
            "- id: c\n  title: C\n  date: 2016\n  note:\n  unsourced: x\n",
            "- id: c\n  titel: C\n  date: 2016\n  unsourced: x\n",
            "- title: D\n  date: 2016\n  unsourced: x\n",
            "- id: d\n  id: d\n",
            "- id: e\n  title: E\n  date: 2016\n  place: [[nowhere]]\n",
            "- \n",
            "- text\n",
            '- id: f\n  title: "F\n',
            "# Remark\n",
        ]
    ),
    max_size=6,
)


@given(
    versions=st.lists(PIECES, min_size=2, max_size=4),
    new_process=st.lists(st.booleans(), min_size=4, max_size=4),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_edits(
    versions: list[list[str]], new_process: list[bool], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After any edits, in one process or several, records, places and problems are those of a first reading."""
    folder = tmp_path_factory.mktemp("edits")
    (folder / "story.yml").write_text("title: T\n")
    store = Store(folder / ".cache")
    for version, new in zip(versions, new_process, strict=False):
        (folder / "events.yml").write_text("".join(version))
        store = Store(folder / ".cache") if new else store

        assert same(read(folder, store=store), read(folder))
