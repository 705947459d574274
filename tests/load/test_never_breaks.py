"""Whatever stands in a file, editors get a message and never a traceback."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainer.model.collections import COLLECTIONS
from explainer.reading import read
from explainer.report import FORMATS

YAMLISH = st.text(alphabet="abid: -[]{}#&*!|>'\"%@`,\n\t0129~?\\/\u2028\x00é", max_size=60)
RECORD = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "date", "source", "who", "at"]), inner)
    ),
    max_leaves=8,
)


def check(name: str, data: bytes) -> None:
    """Read a content folder with this file in it, and print what is wrong in every format."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "story.yml").write_text("title: T\n")
        (Path(folder) / name).write_bytes(data)
        problems = read(Path(folder)).problems
        assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems)
        for form in FORMATS.values():
            assert isinstance(form(problems), str)


@given(
    text=YAMLISH,
    collection=st.sampled_from(sorted(COLLECTIONS)),
    ending=st.sampled_from(["yml", "json", "csv"]),
)
@example(text="- [a", collection="events", ending="yml")
@example(text='a"b,c\n"', collection="events", ending="csv")
@settings(max_examples=150, deadline=None)
def test_any_text(text: str, collection: str, ending: str) -> None:
    """Any text in any collection's file is read or reported."""
    check(f"{collection}.{ending}", text.encode("utf-8", "surrogatepass"))


@given(data=st.binary(max_size=40))
@settings(max_examples=50, deadline=None)
def test_any_bytes(data: bytes) -> None:
    """Any bytes are read or reported."""
    check("events.yml", data)


@pytest.mark.parametrize("collection", sorted(COLLECTIONS))
@given(items=st.lists(RECORD, max_size=3))
@settings(max_examples=40, deadline=None)
def test_any_structure(collection: str, items: list[object]) -> None:
    """Any structure in the place of records is read or reported."""
    import json

    check(f"{collection}.json", json.dumps(items).encode())
