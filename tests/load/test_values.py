"""What editors write reaches the record as they wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.load.reader import load
from explainer.reading import read


@pytest.mark.parametrize(
    "text", ["no", "0044", "12:30", "1.10", "2016-05-01", "true", "0x1F", "1e3", "Null", "off"]
)
@pytest.mark.parametrize("ending", ["yml", "md", "csv"])
def test_scalars_survive(text: str, ending: str, tmp_path: Path) -> None:
    """A word that YAML would turn into something else stays the text that was written."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "events").mkdir()
    fields = {
        "yml": f"title: {text}\ndate: 2016\nunsourced: x\n",
        "md": f"---\ntitle: {text}\ndate: 2016\nunsourced: x\n---\n",
        "csv": f"id,title,date,unsourced\ne,{text},2016,x\n",
    }
    name = "events.csv" if ending == "csv" else f"events/e.{ending}"
    (tmp_path / name).write_text(fields[ending])

    loaded = load(tmp_path)

    assert not loaded.problems
    assert loaded.story.events["e"].title == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "events.yml",
            "- {id: e, title: T, date: 2016, place: [p], who: {by: a}, unsourced: x, key: true}\n",
        ),
        (
            "events.yaml",
            "- {id: e, title: T, date: {edtf: 2016}, place: p, who: {by: [a]}, unsourced: x, key: yes}\n",
        ),
        ("events/e.yml", "title: T\ndate: 2016\nplace: p\nwho: {by: a}\nunsourced: x\nkey: true\n"),
        (
            "events/deep/er/e.yaml",
            "- {id: e, title: T, date: 2016, place: p, who: {by: a}, unsourced: x, key: true}\n",
        ),
        ("events/e.md", "---\ntitle: T\ndate: 2016\nplace: p\nwho: {by: a}\nunsourced: x\nkey: true\n---\n"),
        (
            "events.json",
            '[{"id":"e","title":"T","date":"2016","place":["p"],"who":{"by":"a"},"unsourced":"x","key":true}]',
        ),
        ("events.csv", "id,title,date.edtf,place,who.by,unsourced,key\ne,T,2016,p,a,x,true\n"),
    ],
)
def test_every_format_gives_the_same_record(name: str, text: str, tmp_path: Path) -> None:
    """A record is the same in a list, alone in its file, in YAML, JSON, CSV or Markdown."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "actors.yml").write_text("- {id: a, name: A, kind: group, unsourced: x}\n")
    (tmp_path / "places.yml").write_text("- {id: p, name: P, kind: city, unsourced: x}\n")
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)

    reading = read(tmp_path)
    event = reading.story.events["e"]

    assert reading.problems == []
    assert (event.title, event.date.edtf.normal, event.place, event.who.by, event.key) == (
        "T",
        "2016",
        ("p",),
        ("a",),
        True,
    )


def test_a_file_and_a_folder_are_one_collection(tmp_path: Path) -> None:
    """A collection may be one file and a folder at once."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "events").mkdir()
    (tmp_path / "events.yml").write_text("- {id: a, title: A, date: 2016, unsourced: x}\n")
    (tmp_path / "events/b.yml").write_text("{title: B, date: 2016, unsourced: x}\n")

    assert list(load(tmp_path).story.events) == ["a", "b"]


def test_numbered_columns_make_a_list(tmp_path: Path) -> None:
    """Columns such as `estimates.0.value` make a list of records within a record."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "actors.yml").write_text("- {id: a, name: A, kind: group, unsourced: x}\n")
    table = "id,title,unit,estimates.0.by,estimates.0.value,estimates.1.by,estimates.1.value,unsourced\nf,F,people,a,3,a,4,x\n"
    (tmp_path / "figures.csv").write_text(table)

    assert [estimate.value for estimate in load(tmp_path).story.figures["f"].estimates] == [3, 4]


def test_default_source_is_used_where_none_is_named(tmp_path: Path) -> None:
    """A record without a source rests on the story's default source, unless it says that it has none."""
    (tmp_path / "story.yml").write_text("title: T\ndefault_source: s\n")
    (tmp_path / "sources.yml").write_text("- {id: s, title: S}\n- {id: t, title: T}\n")
    events = [
        "{id: a, title: A, date: 2016}",
        "{id: b, title: B, date: 2016, source: t}",
        "{id: c, title: C, date: 2016, unsourced: x}",
    ]
    (tmp_path / "events.yml").write_text("".join(f"- {event}\n" for event in events))

    found = read(tmp_path).story.events

    assert [[citation.ref for citation in event.source] for event in found.values()] == [["s"], ["t"], []]


def test_relations_and_updates_name_themselves(tmp_path: Path) -> None:
    """A relation or an update without an id gets one, distinct from the others."""
    (tmp_path / "story.yml").write_text("title: T\n")
    (tmp_path / "actors.yml").write_text(
        "- {id: a, name: A, kind: group, unsourced: x}\n- {id: b, name: B, kind: group, unsourced: x}\n"
    )
    (tmp_path / "relations.yml").write_text("- {a: a, rel: fights, b: b, unsourced: x}\n" * 2)

    reading = read(tmp_path)

    assert reading.problems == []
    assert list(reading.story.relations) == ["a-fights-b", "a-fights-b-2"]


def test_a_link_out_of_the_content_folder_is_refused(tmp_path: Path) -> None:
    """A symbolic link cannot bring a file from outside into the story."""
    (tmp_path / "secret.yml").write_text("- {id: e, title: T, date: 2016, unsourced: x}\n")
    content = tmp_path / "content"
    content.mkdir()
    (content / "story.yml").write_text("title: T\n")
    (content / "events.yml").symlink_to(tmp_path / "secret.yml")

    reading = read(content)

    assert [problem.code for problem in reading.problems] == ["outside"]
    assert not reading.story.events
