"""Dates as people type them, in Dutch and English: ``31-12``, ``vr``, ``volgende week di``, ``12 mei``.

Invariant: pure; today is an argument. What a date leaves open is filled in by its use:

- for something to come (a promise): the next such day; a day and month without a year may be today, a weekday may not;
- for something that was (a conversation, ``past=True``): the last such day, likewise;
- ``volgende vrijdag``, ``next friday``, ``volgende week vrijdag``: the Friday of next week (weeks begin on Monday);
  ``vorige vrijdag``, ``last friday``: that of last week; ``komende``, ``aanstaande``, ``this`` add nothing;
- a month after 31 January is the last day of February.

Order of numbers is day, month, year, as in both countries, unless the year comes first.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Annotated

from msgspec import Meta as Bounds

from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError

__all__ = ["LATEST_MS", "Moment", "later", "parse_date"]

LATEST_MS = 253_402_128_000_000
"""30 December 9999, in milliseconds since the epoch: no local time of it is beyond what a calendar can say."""

Moment = Annotated[int, Bounds(ge=0, le=LATEST_MS)]

_DAYS = {
    "vandaag": 0, "today": 0, "nu": 0, "now": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2,
    "gisteren": -1, "yesterday": -1, "eergisteren": -2,
}  # fmt: skip
_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "maandag ma monday mon", "dinsdag di tuesday tue tues", "woensdag wo wednesday wed",
            "donderdag do thursday thu thur thurs", "vrijdag vr vrij friday fri", "zaterdag za saturday sat",
            "zondag zo sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari jan january", "februari feb february", "maart mrt mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "augustus aug august", "september sep sept",
            "oktober okt october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_UNITS = {
    name: unit
    for unit, names in {
        "d": "d dag dagen day days",
        "w": "w wk week weken weeks",
        "m": "m mnd maand maanden month months",
        "y": "j jr jaar jaren y yr year years",
    }.items()
    for name in names.split()
}
_NUMBERS = {"een": 1, "a": 1, "an": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4}
_NEXT = ("volgende", "volgend", "next")
_LAST = ("vorige", "vorig", "afgelopen", "last")
_THIS = ("komende", "aanstaande", "this", "deze", "op", "on")

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
_DAY_NAME = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)?[ -]?([a-z]+)\.?(?:[ -](\d{4}|\d{2}))?")
_NAME_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_SPAN = re.compile(r"([+-]?)(\d{1,4}|[a-z]+) ?([a-z]+)")


def parse_date(text: str, today: datetime.date, past: bool = False, field: str = "date") -> datetime.date:
    """The date meant. RefusedError beside ``field``: ``date-not-understood``; ``date-unknown-day`` with ``day``,
    ``month`` and the ``last`` day of that month as one could type it."""
    typed = fold_text(text)
    try:
        found = _relative(typed, today, past) or _absolute(typed, today, past, field)
    except OverflowError:
        found = None
    if found is None:
        raise RefusedError("date-not-understood", field)
    return found


def later(on: datetime.date, number: int, unit: str = "d") -> datetime.date:
    """That many days (``d``), weeks (``w``), months (``m``) or years (``y``) after, or before if it is negative; the
    last or the first day there is at most."""
    try:
        return _shifted(on, number, unit)
    except OverflowError:
        return datetime.date.max if number > 0 else datetime.date.min


def _relative(typed: str, today: datetime.date, past: bool) -> datetime.date | None:
    if typed in _DAYS:
        return today + datetime.timedelta(_DAYS[typed])
    words = typed.split()
    while words and words[0] in _THIS:
        words = words[1:]
    match words:
        case [day] if day in _WEEKDAYS:
            return _weekday(_WEEKDAYS[day], today, past)
        case [which, *rest] if which in _NEXT + _LAST:
            return _other_week(rest, today, 1 if which in _NEXT else -1)
        case [("over" | "in"), *rest]:
            return _span(" ".join(rest), today, 1)
        case [*rest, ("geleden" | "ago")]:
            return _span(" ".join(rest), today, -1)
    # A bare 3d or 2w points the way that the use does; a sign overrules it.
    return _span(typed, today, -1 if past else 1) if typed[:1] in "+-0123456789" else None


def _weekday(day: int, today: datetime.date, past: bool) -> datetime.date:
    ahead = (day - today.weekday()) % 7
    return today + datetime.timedelta(ahead - 7 if past else ahead or 7)


def _other_week(rest: list[str], today: datetime.date, way: int) -> datetime.date | None:
    match rest:
        case ["week"]:
            return today + datetime.timedelta(7 * way)
        case [unit] if _UNITS.get(unit) in ("m", "y"):
            return _shifted(today, way, _UNITS[unit])
        case [day] | ["week", day] | ["week", ("op" | "on"), day] if day in _WEEKDAYS:
            return today + datetime.timedelta(_WEEKDAYS[day] - today.weekday() + 7 * way)
    return None


def _span(typed: str, today: datetime.date, way: int) -> datetime.date | None:
    found = _SPAN.fullmatch(typed)
    if found is None or found[3] not in _UNITS:
        return None
    number = int(found[2]) if found[2].isdigit() else _NUMBERS.get(found[2])
    if number is None:
        return None
    signed = {"": way, "+": 1, "-": -1}[found[1]] * number
    return _shifted(today, signed, _UNITS[found[3]])


def _shifted(today: datetime.date, number: int, unit: str) -> datetime.date:
    if unit in "dw":
        return today + datetime.timedelta(number * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError
    return datetime.date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _absolute(typed: str, today: datetime.date, past: bool, field: str) -> datetime.date | None:
    if found := _ISO.fullmatch(typed):
        return _date(int(found[1]), int(found[2]), int(found[3]), field)
    if found := _DAY_FIRST.fullmatch(typed):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif (found := _DAY_NAME.fullmatch(typed)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2]], found[3]
    elif (found := _NAME_DAY.fullmatch(typed)) and found[1] in _MONTHS:
        day, month, year = int(found[2]), _MONTHS[found[1]], found[3]
    else:
        return None
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day, field)
    this = _date(today.year, month, day, field)
    if past:
        return this if this <= today else _date(today.year - 1, month, day, field)
    return this if this >= today else _date(today.year + 1, month, day, field)


def _date(year: int, month: int, day: int, field: str) -> datetime.date:
    if not 1 <= month <= 12 or not 1900 <= year <= 2199:
        raise RefusedError("date-not-understood", field)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise RefusedError("date-unknown-day", field, day=day, month=month, last=f"{last}-{month:02}-{year}")
    return datetime.date(year, month, day)
