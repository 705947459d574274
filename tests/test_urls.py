"""Addresses: relative to any page, under any kind of site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.model.story import Key
from explainer.urls import Urls, relative, text_fragment

PATHS = st.lists(st.sampled_from(["a", "b", "actors", "x"]), max_size=3).flatmap(
    lambda parts: st.sampled_from(["/".join(parts) + "/" if parts else "", "/".join([*parts, "page.html"])])
)


@given(url=PATHS, page=PATHS, anchor=st.sampled_from(["", "#here"]))
def test_relative_addresses_lead_where_they_should(url: str, page: str, anchor: str) -> None:
    """A relative address, followed from its page as a browser does, is the address it was made from."""
    base = "https://example.org/sub/path/"
    assert urljoin(base + page, relative(url + anchor, page)) == base + url + anchor


@pytest.mark.parametrize(
    ("directory", "key", "address"),
    [
        (True, Key("actors", "x"), "people/x/"),
        (False, Key("actors", "x"), "people/x.html"),
        (True, Key("events", "x"), "events/x/"),
        (True, Key("disputes", "x"), "disputes/#x"),
        (False, Key("disputes", "x"), "disputes/index.html#x"),
        (True, Key("relations", "x"), ""),
    ],
)
def test_records_have_one_address(directory: bool, key: Key, address: str) -> None:
    """A record's address depends on the site's settings and on nothing else."""
    assert Urls(directory, {"actors": "people"}).record(key) == address


FRAGMENTS = [
    ("https://a.org/x", ["a few words"], "https://a.org/x#:~:text=a%20few%20words"),
    ("https://a.org/x#part", ["words"], "https://a.org/x#part:~:text=words"),
    (
        "https://a.org/",
        ["one, two - three & four"],
        "https://a.org/#:~:text=one%2C%20two%20%2D%20three%20%26%20four",
    ),
    ("https://a.org/", ["one", "two"], "https://a.org/#:~:text=one&text=two"),
    ("https://a.org/", ["الوضع"], "https://a.org/#:~:text=%D8%A7%D9%84%D9%88%D8%B6%D8%B9"),
    ("https://a.org/", [], "https://a.org/"),
    ("https://a.org/", [" "], "https://a.org/"),
    (
        "https://a.org/",
        ["first of all the words " + "and more " * 40 + "up to the last one"],
        "https://a.org/#:~:text=first%20of%20all%20the%20words,up%20to%20the%20last%20one",
    ),
]


@pytest.mark.parametrize(("url", "words", "expected"), FRAGMENTS)
def test_text_fragments_are_written_by_the_specification(url: str, words: list[str], expected: str) -> None:
    """Words are percent-encoded with the signs that mean something in a fragment; long ones as start and end."""
    assert text_fragment(url, words) == expected
