"""Pictures are taken apart, or refused, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.pictures import PICTURES, UNCLEANED, Unreadable, clean
from telling_pictures import exif, pictures

SAMPLES = pictures(lambda where: f"secret of {where}")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_without_metadata_stays_as_it_is(name: str) -> None:
    """To take the metadata out twice changes nothing more."""
    ending = name[name.rindex(".") :]
    once = clean(SAMPLES[name], ending)

    assert once is not None
    assert clean(once, ending) == once
    assert len(once) < len(SAMPLES[name])


@given(name=st.sampled_from(sorted(SAMPLES)), at=st.integers(0, 600), new=st.binary(max_size=8))
def test_damaged_pictures_are_refused_or_cleaned(name: str, at: int, new: bytes) -> None:
    """Whatever is damaged in a picture, it is cleaned or refused, and nothing else happens."""
    data = SAMPLES[name]
    at %= len(data)
    for damaged in (data[:at] + new + data[at + len(new) :], data[:at], new + data):
        try:
            assert clean(damaged, name[name.rindex(".") :]) is not None
        except Unreadable:
            continue


@pytest.mark.parametrize("ending", UNCLEANED)
def test_formats_that_cannot_be_taken_apart_are_known(ending: str) -> None:
    """Of a format that we cannot take apart nothing is returned, and its ending is a picture's."""
    assert clean(b"anything", ending) is None
    assert ending in PICTURES


@pytest.mark.parametrize("way_up", range(1, 9))
def test_the_way_up_survives(way_up: int) -> None:
    """Each of the eight ways up is kept, the first by saying nothing."""
    photo = SAMPLES["photo.jpg"].replace(exif(6, b"")[:20], exif(way_up, b"")[:20])
    cleaned = clean(photo, ".jpg") or b""
    tag = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00" + bytes([way_up])

    assert cleaned.count(tag) == (way_up > 1)


@pytest.mark.parametrize("inside", ["text/html;base64,PGI+", "image/avif;base64,AAAA", "image/png,plain"])
def test_drawings_hold_only_pictures_we_can_read(inside: str) -> None:
    """What stands inside a drawing is a picture without metadata, or it is left out or refused."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:{inside}"/></svg>'.encode()
    try:
        assert b"data:" not in (clean(drawing, ".svg") or b"")
    except Unreadable:
        assert "avif" in inside
