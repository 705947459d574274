"""Addresses are fitted to the page that they come to stand on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.render.addresses import fitted, marked
from explainer.urls import relative

PAGES = st.lists(st.sampled_from(["a", "ab", "b", "events"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)
FILES = st.tuples(PAGES, st.sampled_from(["", "x.html", "index.html", "data.json"])).map("".join)
ADDRESSES = st.tuples(FILES, st.sampled_from(["", "#there"])).map("".join)


@given(st.lists(ADDRESSES, max_size=3), FILES, st.dictionaries(ADDRESSES, ADDRESSES))
def test_marked_addresses_are_fitted_to_the_page_as_relative_spells_them(
    addresses: list[str], page: str, moved: dict[str, str]
) -> None:
    """A marked address comes out as the way to it from the page, and nothing around it changes."""
    html = "".join(f'<a href="{marked(address)}">x</a>, ' for address in addresses)
    expected = "".join(
        f'<a href="{relative(moved.get(address, address), page)}">x</a>, ' for address in addresses
    )
    assert fitted(html.encode(), page, moved).decode() == expected


@given(st.text(st.sampled_from("\x05\x06:/#ab0 "), max_size=20), FILES)
def test_no_text_is_taken_for_an_address(text: str, page: str) -> None:
    """Editors' text comes out as it is, whatever signs are in it."""
    link = f'<a href="{marked("actors/x/")}">'
    fit = fitted(f"{text}{link}{text}".encode(), page, {}).decode()
    assert fit == f'{text}<a href="{relative("actors/x/", page)}">{text}'
