"""Dates on pages: what machines read beside the words."""

from __future__ import annotations

import pytest

from explainer.model.edtf import parse
from explainer.views.context import machine_date


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [
        ("2016-05-01", "2016-05-01"),
        ("2016-05", "2016-05"),
        ("2016~", "2016"),
        ("2016-05-01T14:05", "2016-05-01T14:05:00"),
        ("2016-05-01T14:05+03:00", "2016-05-01T14:05:00+03:00"),
        ("2016-21", ""),
        ("201X", ""),
        ("2016-05-XX", ""),
        ("-0043", ""),
        ("0000", ""),
        ("Y-12000", ""),
        ("2016-05-01/2016-05-03", ""),
        ("[..2016-05-01]", ""),
    ],
)
def test_machine_dates(edtf: str, machine: str) -> None:
    """`<time datetime>` holds a date where HTML has a form for it, and nothing where it would have to guess."""
    assert machine_date(parse(edtf).normal) == machine
