"""Dates and durations as they are typed. Today is Wednesday 25 November 2026."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.story import TODAY, refusal
from vp_tui.domain.dates import parse_date
from vp_tui.domain.duration import parse_minutes
from vp_tui.errors import RefusedError


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vandaag", "2026-11-25"),
        ("today", "2026-11-25"),
        ("Morgen", "2026-11-26"),
        ("tomorrow", "2026-11-26"),
        ("overmorgen", "2026-11-27"),
        ("gisteren", "2026-11-24"),
        # numbers
        ("31-12", "2026-12-31"),
        ("31-12-2026", "2026-12-31"),
        ("31/12/27", "2027-12-31"),
        ("31.12", "2026-12-31"),
        ("2026-12-31", "2026-12-31"),
        ("1-2", "2027-02-01"),
        ("25-11", "2026-11-25"),
        ("24-11", "2027-11-24"),
        ("24-11-2026", "2026-11-24"),
        ("29-02-2028", "2028-02-29"),
        # names of months
        ("12 mrt", "2027-03-12"),
        ("12 maart 2026", "2026-03-12"),
        ("12mrt", "2027-03-12"),
        ("1e december", "2026-12-01"),
        ("3rd dec", "2026-12-03"),
        ("dec 3", "2026-12-03"),
        ("december 3, 2027", "2027-12-03"),
        ("7 okt. 27", "2027-10-07"),
        # weekdays
        ("vr", "2026-11-27"),
        ("vrijdag", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("wo", "2026-12-02"),
        ("di", "2026-12-01"),
        ("komende maandag", "2026-11-30"),
        ("this friday", "2026-11-27"),
        ("volgende week dinsdag", "2026-12-01"),
        ("volgende week", "2026-12-02"),
        ("next week", "2026-12-02"),
        ("volgende vrijdag", "2026-12-04"),
        ("next friday", "2026-12-04"),
        ("volgende maand", "2026-12-25"),
        # spans
        ("over 3 dagen", "2026-11-28"),
        ("over een week", "2026-12-02"),
        ("in 2 weeks", "2026-12-09"),
        ("over twee maanden", "2027-01-25"),
        ("+3d", "2026-11-28"),
        ("3d", "2026-11-28"),
        ("2w", "2026-12-09"),
        ("1 m", "2026-12-25"),
        ("1j", "2027-11-25"),
        ("-2d", "2026-11-23"),
        ("3 dagen geleden", "2026-11-22"),
        ("2 weeks ago", "2026-11-11"),
    ],
)
def test_something_to_come(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25-11", "2026-11-25"),
        ("26-11", "2025-11-26"),
        ("24-11", "2026-11-24"),
        ("12 mrt", "2026-03-12"),
        ("vr", "2026-11-20"),
        ("wo", "2026-11-18"),
        ("vorige dinsdag", "2026-11-17"),
        ("afgelopen week maandag", "2026-11-16"),
        ("last friday", "2026-11-20"),
        ("3d", "2026-11-22"),
        ("gisteren", "2026-11-24"),
    ],
)
def test_something_that_was(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY, past=True).isoformat() == meant


def test_a_month_after_the_31st() -> None:
    assert parse_date("1m", datetime.date(2027, 1, 31)).isoformat() == "2027-02-28"


@pytest.mark.parametrize(
    ("typed", "last"),
    [("31-02", "28-02-2026"), ("31 april 2027", "30-04-2027"), ("29-2-2027", "28-02-2027"), ("0-12", "31-12-2026")],
)
def test_a_day_that_does_not_exist_names_the_last_one(typed: str, last: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_date(typed, TODAY, field="due")
    assert (refused.value.key, refused.value.field, refused.value.facts["last"]) == ("date-unknown-day", "due", last)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ooit",
        "12",
        "12-13",
        "1-1-1800",
        "32 xyz",
        "volgende",
        "over",
        "over drie koeien",
        "9999j",
        "-9999j",
        "vr vr",
        "+",
        "²-1",
    ],
)
def test_not_a_date(typed: str) -> None:
    with pytest.raises(RefusedError, match="date-not-understood"):
        parse_date(typed, TODAY)


@given(st.text(alphabet="0123456789-/. vrdwmoergn+eit²", max_size=14), st.booleans())
def test_whatever_is_typed_is_a_date_or_a_refusal(typed: str, past: bool) -> None:
    refused = refusal(parse_date, typed, TODAY, past)
    assert refused is None or refused.key in ("date-not-understood", "date-unknown-day")


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)), st.integers(1, 31), st.integers(1, 12))
def test_a_day_without_a_year_is_the_nearest_that_way(today: datetime.date, day: int, month: int) -> None:
    try:
        ahead, back = (parse_date(f"{day}-{month}", today, past) for past in (False, True))
    except RefusedError:
        return
    assert back <= today <= ahead
    assert (ahead - today).days <= 366
    assert (today - back).days <= 366


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45), ("45m", 45), ("90'", 90), ("1u30", 90), ("1h30", 90), ("1 u 30 min", 90), ("1:30", 90),
        ("45 min", 45), ("1u", 60), ("2 uur", 120), ("1,5u", 90), ("1.25 h", 75), ("0", 0), ("24u", 1440),
    ],
)  # fmt: skip
def test_durations(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "key"),
    [("", "duration-not-understood"), ("lang", "duration-not-understood"), ("1u75", "duration-not-understood"),
     ("25u", "minutes-out-of-range"), ("1441", "minutes-out-of-range"), ("-5", "duration-not-understood")],
)  # fmt: skip
def test_not_a_duration(typed: str, key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        parse_minutes(typed)
