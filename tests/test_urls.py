"""Addresses: relative to any page, under any kind of site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.model.story import Key
from explainer.urls import Urls, relative

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
