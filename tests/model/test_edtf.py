from __future__ import annotations

import pytest

from explainer.model.edtf import PARTS, Kind, Precision, Shape, parse

# text, earliest, latest, width in days, precision
POINTS = [
    ("2016", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-02", "2016-02-01", "2016-02-29", 29, "month"),
    ("1900-02", "1900-02-01", "1900-02-28", 28, "month"),
    ("2000-02-29", "2000-02-29", "2000-02-29", 1, "day"),
    (" 2016-04-30 ", "2016-04-30", "2016-04-30", 1, "day"),
    ("2016-04-30T14:05", "2016-04-30", "2016-04-30", 1, "minute"),
    ("2016-04-30T14:05:09+03:00", "2016-04-30", "2016-04-30", 1, "second"),
    ("201X", "2010-01-01", "2019-12-31", 3652, "decade"),
    ("20XX", "2000-01-01", "2099-12-31", 36525, "century"),
    ("2016-XX", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", 366, "year"),
    ("2016-05-XX", "2016-05-01", "2016-05-31", 31, "month"),
    ("2016-21", "2016-03-01", "2016-05-31", 92, "season"),
    ("2016-22", "2016-06-01", "2016-08-31", 92, "season"),
    ("2016-23", "2016-09-01", "2016-11-30", 91, "season"),
    ("2016-24", "2016-12-01", "2017-02-28", 90, "season"),
    ("0000", "0000-01-01", "0000-12-31", 366, "year"),
    ("-0232", "-0232-01-01", "-0232-12-31", 366, "year"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", 1, "day"),
    ("-004X", "-0049-01-01", "-0040-12-31", 3653, "decade"),
    ("-01XX", "-0199-01-01", "-0100-12-31", 36524, "century"),
    ("Y-12000", "-12000-01-01", "-12000-12-31", 366, "year"),
    ("Y12001", "+12001-01-01", "+12001-12-31", 365, "year"),
    ("9999-24", "9999-12-01", "+10000-02-29", 91, "season"),
]

# text, shape, earliest, latest, kinds of the ends
RANGES = [
    ("2016-04-22/2016-05-01", "interval", "2016-04-22", "2016-05-01", ("known", "known")),
    ("2016-05-01/2016-05-01", "interval", "2016-05-01", "2016-05-01", ("known", "known")),
    ("2016-05-10/2016-05", "interval", "2016-05-10", "2016-05-31", ("known", "known")),
    ("2016-04-22/..", "interval", "2016-04-22", "", ("known", "open")),
    ("2016-04-22/", "interval", "2016-04-22", "", ("known", "unknown")),
    ("../2016", "interval", "", "2016-12-31", ("open", "known")),
    ("/2016-05-02~", "interval", "", "2016-05-02", ("unknown", "known")),
    ("-0232/2016", "interval", "-0232-01-01", "2016-12-31", ("known", "known")),
    ("[2016-04-30..2016-05-01]", "one_of", "2016-04-30", "2016-05-01", ("known", "known")),
    ("[..2016-05-01]", "one_of", "", "2016-05-01", ("open", "known")),
    ("[2016-05-01..]", "one_of", "2016-05-01", "", ("known", "open")),
    ("[2017, 2015]", "one_of", "2015-01-01", "2017-12-31", ("known", "known")),
    ("[2015,2017-05..2017-06,2019..]", "one_of", "2015-01-01", "", ("known", "open")),
    ("{2016-05-01,2016-05-03}", "all_of", "2016-05-01", "2016-05-03", ("known", "known")),
    ("{2016-05,2016-07..2016-09}", "all_of", "2016-05-01", "2016-09-30", ("known", "known")),
]

# each list in the order in which readers meet it; text and part of the day
ORDERS = [
    ["Y-12000", "-0232", "0000", "0001", "1999", "2016-05-01", "Y12000"],
    ["2016-04-30", "[..2016-04-30]", "2016-05-01", "2016-05-01/..", "2016-05-02"],
    ["2016-05-01", "2016-05", "2016-05/..", "2016-05-02"],
    ["2016-01-01", "2016", "2016/..", "2016-01-02"],
    ["2016-05-01", "2016-05-01~/2016-05-02", "2016-05-01T00:00", "2016-05-01T23:59"],
    ["2016-05-01T10:00+03:00", "2016-05-01T10:00Z", "2016-05-01T10:00-05:00", "2016-05-01T10:01+14:00"],
    ["2015/..", "/2016-05-01", "../2016-05-02"],
]


@pytest.mark.parametrize(("text", "earliest", "latest", "width", "precision"), POINTS)
def test_a_date_has_bounds_and_a_precision(
    text: str, earliest: str, latest: str, width: int, precision: str
) -> None:
    """A date covers the days that its precision leaves open."""
    date = parse(text)
    assert (date.earliest, date.latest, date.width, date.shape) == (earliest, latest, width, Shape.POINT)
    assert date.begins is date.ends
    assert date.begins is not None
    assert date.begins.precision == precision


@pytest.mark.parametrize(("text", "shape", "earliest", "latest", "kinds"), RANGES)
def test_a_range_has_a_shape_and_ends(
    text: str, shape: str, earliest: str, latest: str, kinds: tuple[str, str]
) -> None:
    """A range, set or list covers what its members do; a missing end is open or unknown."""
    date = parse(text)
    assert (date.shape, date.earliest, date.latest) == (shape, earliest, latest)
    assert (date.start_kind, date.end_kind) == kinds
    assert (date.start is None, date.end is None) == (kinds[0] != Kind.KNOWN, kinds[1] != Kind.KNOWN)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2016", False, False), ("2016~", True, False), ("2016?", False, True), ("2016%", True, True)],
)
def test_hedges_are_kept_apart(text: str, *, approximate: bool, uncertain: bool) -> None:
    """`~` is about, `?` is perhaps, `%` is both, for each end and for the whole."""
    date = parse(f"2015/{text}")
    assert date.ends is not None
    assert date.begins is not None
    assert (date.ends.approximate, date.ends.uncertain) == (approximate, uncertain)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert not date.begins.hedged
    assert parse(f"[2014,{text}]").approximate is approximate


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2016-05-01", 6),
        ("2016-04-30T23:59", 5),
        ("1970-01-01", 3),
        ("0001-01-01", 0),
        ("0000-12-31", 6),
        ("2016-05-01T10:00/2016-05-01T12:00", 6),
        ("2016-05-01~", None),
        ("2016-05-01?", None),
        ("2016-05", None),
        ("2016-05-XX", None),
        ("[..2016-05-01]", None),
        ("2016-05-01/2016-05-02", None),
    ],
)
def test_only_a_single_sure_day_has_a_weekday(text: str, weekday: int | None) -> None:
    """A weekday belongs to one calendar day without a hedge, with or without a time."""
    assert parse(text).weekday == weekday
    assert parse(text).is_day is (weekday is not None)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2016-04-30T14:05", "2016-04-30T14:05:00"),
        ("-0043-03-15T14:05+03:00", "-0043-03-15T14:05:00+03:00"),
        ("[ 2016-04-30T14:05Z , 2016-05 ]", "[2016-04-30T14:05:00Z,2016-05]"),
        ("2016-04-30T14:05/..", "2016-04-30T14:05:00/.."),
    ],
)
def test_export_completes_clock_times(text: str, normal: str) -> None:
    """Canonical EDTF has seconds and no spaces, and the text stays as it was written."""
    assert parse(text).normal == normal
    assert parse(text).text == text


def test_clock_times_have_zones() -> None:
    """The zone is kept as written, with its distance from UTC at hand."""
    for text, offset in (("Z", 0), ("+05:30", 19_800), ("-03:00", -10_800), ("", 0)):
        date = parse(f"2016-04-30T14:05{text}")
        assert date.begins is not None
        assert (date.zone, date.begins.offset) == (text, offset)


@pytest.mark.parametrize("texts", ORDERS, ids=lambda texts: texts[0])
def test_dates_sort_as_readers_expect(texts: list[str]) -> None:
    """Dates are ordered by their first day (or else their last), time of day, zone and width."""
    keys = [parse(text).sort_key() for text in texts]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_parts_of_the_day_sort_among_clock_times() -> None:
    """A part of the day counts from its beginning, after the plain day, and not if there is a clock time."""
    keys = [parse("2016-05-01").sort_key(part) for part in (None, *PARTS)]
    assert keys == sorted(keys)
    assert parse("2016-05-01T11:00").sort_key("night") < parse("2016-05-01").sort_key("midday")
    assert parse("2016-04-30").sort_key("night") < parse("2016-05-01").sort_key()
    with pytest.raises(KeyError):
        parse("2016-05-01").sort_key("teatime")


def test_hedges_do_not_move_dates() -> None:
    """A hedge changes nothing about where a date is sorted."""
    assert (
        parse("2016-05-01~").sort_key() == parse("2016-05-01").sort_key() == parse("2016-05-01%").sort_key()
    )


def test_precisions_run_from_coarse_to_fine() -> None:
    """The precisions are listed in the order of their fineness."""
    texts = [
        "19XX",
        "201X",
        "2016",
        "2016-21",
        "2016-05",
        "2016-05-01",
        "2016-05-01T10:00",
        "2016-05-01T10:00:00",
    ]
    assert [point.precision for text in texts for point in parse(text).points] == list(Precision)
