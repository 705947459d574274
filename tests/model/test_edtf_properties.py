from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.model.edtf import PARTS, Edtf, EdtfError, parse
from explainer.model.edtf_parts import Moment, month_length

years = st.integers(-9999, 9999).filter(lambda year: year != 0).map(lambda y: f"{'-' * (y < 0)}{abs(y):04}")
long_years = st.integers(10_000, 10**9).flatmap(lambda y: st.sampled_from([f"Y{y}", f"Y-{y}"]))
days = st.dates().map(str)
masked = st.builds(
    "".join, st.tuples(years, st.sampled_from(["-XX", "-XX-XX", "-05-XX", "-21", "-24", "-02"]))
)
decades = st.sampled_from(["201X", "-004X", "20XX", "-01XX", "000X"])
marks = st.sampled_from(["", "?", "~", "%"])
dates = st.builds("".join, st.tuples(st.one_of(years, long_years, days, masked, decades), marks))
zones = st.sampled_from(["", "Z", "+03:00", "-09:30", "+14:00"])
clocks = st.builds(
    "{}T{}{}".format, days, st.times().map(lambda t: f"{t:%H:%M:%S}") | st.just("14:05"), zones
)
points = dates | clocks


@st.composite
def ranges(draw: st.DrawFn, dash: str, gaps: tuple[str, ...]) -> str:
    """Return two dates in order, or one and a gap."""
    first, last = sorted((draw(dates), draw(dates)), key=lambda text: parse(text).sort_key())
    if first[-1] == last[-1] == "X" or parse(first).begins.first > parse(last).ends.last:  # type: ignore[union-attr]
        last = first
    gap = draw(st.sampled_from(("none", *gaps)))
    end = draw(st.sampled_from(("start", "end")))
    if gap == "none":
        return f"{first}{dash}{last}"
    return f"{gap}{dash}{last}" if end == "start" else f"{first}{dash}{gap}"


sets = (
    st.lists(points | ranges("..", ("",)), min_size=2, max_size=4)
    .filter(lambda members: not (".." in {m[:2] for m in members} and ".." in {m[-2:] for m in members}))
    .map(lambda members: f"[{', '.join(members)}]")
)
lists = st.lists(points | ranges("..", ()), min_size=2, max_size=4).map(
    lambda members: f"{{{','.join(members)}}}"
)
profile = st.one_of(points, ranges("/", ("", "..")), sets, lists)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Reading raises nothing but `EdtfError`."""
    _read_or_refuse(text)


@given(st.text("0123456789-/.,[]{}XxuYTZS:+?~% BCEbcmayorndto", max_size=30))
def test_date_like_text_is_read_or_refused(text: str) -> None:
    """Reading raises nothing but `EdtfError`, even where much of a text looks like a date."""
    _read_or_refuse(text)


@given(profile, st.integers(0, 40), st.sampled_from("0X-/.[]?~T "))
def test_one_wrong_letter_is_read_or_refused(text: str, place: int, letter: str) -> None:
    """A typing error in a date leads to another date or to a message."""
    _read_or_refuse(text[:place] + letter + text[place:])
    _read_or_refuse(text[:place] + text[place + 1 :])


@given(profile)
def test_every_date_of_the_profile_is_read(text: str) -> None:
    """What the profile allows is read, survives a round trip and begins no later than it ends."""
    date = parse(text)
    again = parse(date.normal)
    assert again.normal == date.normal
    assert (again.shape, again.start_kind, again.end_kind) == (date.shape, date.start_kind, date.end_kind)
    assert (again.earliest, again.latest) == (date.earliest, date.latest)
    assert date.earliest or date.latest
    if date.start and date.end:
        assert date.start <= date.end
        assert date.width is not None
        assert date.width >= 1


@given(st.lists(st.tuples(profile, st.sampled_from([None, *PARTS])), max_size=12))
def test_sort_keys_are_a_total_order(texts: list[tuple[str, str | None]]) -> None:
    """Any dates can be sorted, always in the same order, wherever they start from."""
    keys = [parse(text).sort_key(part) for text, part in texts]
    ordered, backwards = sorted(keys), list(reversed(keys))
    assert ordered == sorted(backwards) == sorted(ordered)
    assert all(a <= b for a, b in pairwise(ordered))


@given(st.dates())
def test_days_are_counted_like_the_standard_library(day: date) -> None:
    """Day numbers and weekdays are those of `datetime`, which knows the years 1 to 9999."""
    ours = parse(str(day))
    assert ours.start is not None
    assert ours.start.day_number == day.toordinal()
    assert ours.weekday == day.weekday()


@given(st.integers(-20_000, 20_000), st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    """The day after the last of a month is the first of the next, in any year."""
    following = Moment(year + month // 12, month % 12 + 1, 1, 0)
    last = Moment(year, month, month_length(year, month), 0)
    assert following.day_number == last.day_number + 1


# The package `edtf` is an oracle for bounds, but only where it is right. Left out, with what it does there:
# impossible days (accepts 2015-02-29), reversed intervals (accepts them), clock times (drops them), hedges
# (its fuzzy bounds are a year off for a day, so only strict ones are compared), open ends (infinity), unknown
# ends (ten years), winter (ends on 31 December), unknown months of negative years (begin in December).
_ORACLE = st.one_of(
    years,
    long_years,
    days,
    st.builds("-{:04}-{:02}-{:02}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
    masked.filter(lambda text: not text.endswith("-24") and not re.match("-.*-XX", text)),
    decades,
)


@settings(max_examples=60, deadline=None)
@given(_ORACLE)
def test_bounds_agree_with_the_reference_package(text: str) -> None:
    """Points in time have the strict bounds that the package `edtf` gives them."""
    _agree(parse(text))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(days, min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(["{}/{}", "[{}..{}]", "{{{},{}}}"]),
)
def test_ranges_agree_with_the_reference_package(ends: list[str], form: str) -> None:
    """Intervals, sets and lists have the strict bounds that the package `edtf` gives them."""
    _agree(parse(form.format(*ends)))


def _read_or_refuse(text: str) -> None:
    error = _refusal(text)
    if error:
        assert error.message
        suggestions = re.findall(r'did you mean "(.+?)"\?', error.hint)
        assert not any(_refusal(suggestion) for suggestion in suggestions)


def _refusal(text: str) -> EdtfError | None:
    try:
        parse(text)
    except EdtfError as error:
        return error
    return None


def _agree(date: Edtf) -> None:
    theirs = parse_edtf(date.normal)
    assert date.start is not None
    assert date.end is not None
    assert tuple(theirs.lower_strict())[:3] == date.start[:3]
    assert tuple(theirs.upper_strict())[:3] == date.end[:3]
