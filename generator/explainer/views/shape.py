"""How the time of a record is drawn, so that what is not known shows."""

from __future__ import annotations

from explainer.model.edtf import Edtf, Kind, Shape
from explainer.model.edtf_parts import Precision

_DAYS = (Precision.DAY, Precision.MINUTE, Precision.SECOND)


def shape_of(date: Edtf) -> str:
    """Return `point` for a known day, `span` from a day to another, `since` or `until` for one open side.

    `some` is a day among several, `some-since` or `some-until` where those have no end;
    `all` is each of several.
    """
    if date.shape is Shape.ALL_OF:
        return "all"
    side = (
        "since" if date.end_kind is not Kind.KNOWN else "until" if date.start_kind is not Kind.KNOWN else ""
    )
    if date.shape is Shape.ONE_OF:
        return f"some-{side}".removesuffix("-")
    if date.shape is Shape.INTERVAL:
        return side or "span"
    exact = date.begins is not None and date.begins.precision in _DAYS and not date.begins.approximate
    return "point" if exact else "some"
