"""Days, moments and ages as a person says them: "morgen", "vr 27 nov", "12 d".

Invariant: nothing here reads the clock; today and now are arguments. Words come from the catalog ``days``; forms are
short enough for a column of a list (a day takes at most 10 columns, an age 4). Callers: cli, tui, report, demo.
"""

from __future__ import annotations

import datetime

from vp_tui.i18n import count, text

__all__ = ["age", "day", "full", "moment", "span", "term"]

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_HOUR = 3_600_000
_DAY = 24 * _HOUR


def _word(name: str, number: int) -> str:
    return text(f"days.{name}").split()[number]


def day(on: datetime.date, today: datetime.date) -> str:
    """ "vandaag", "vr 27 nov", "27 nov 25": at most 10 columns."""
    apart = (on - today).days
    if apart in _NEAR:
        return text(f"days.{_NEAR[apart]}")
    month = _word("months", on.month - 1)
    if on.year == today.year or abs(apart) < 120:
        return f"{_word('weekdays', on.weekday())} {on.day} {month}"
    return f"{on.day} {month} {on.year % 100:02}"


def full(on: datetime.date) -> str:
    """ "vr 27 nov 2026", for where a date is agreed on."""
    return f"{_word('weekdays', on.weekday())} {on.day} {_word('months', on.month - 1)} {on.year}"


def term(on: datetime.date, today: datetime.date) -> str:
    """ "vandaag", "vr 27 nov, over 5 dagen", "gisteren, 1 dag te laat": a day to keep to, and how far away it is."""
    apart = (on - today).days
    if apart in (0, 1):
        return day(on, today)
    return f"{day(on, today)}, {count('days.ahead' if apart > 0 else 'days.late', abs(apart))}"


def moment(at_ms: int, now_ms: int) -> str:
    """Local date and time: "10:05" today, else "19 nov 10:05", in another year "19 nov 25"."""
    at, now = datetime.datetime.fromtimestamp(at_ms / 1000), datetime.datetime.fromtimestamp(now_ms / 1000)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    month = _word("months", at.month - 1)
    return f"{at.day} {month} {at:%H:%M}" if at.year == now.year else f"{at.day} {month} {at:%y}"


def age(since_ms: int, now_ms: int) -> str:
    """ "5 m", "3 u", "12 d", "9 w": time gone by, at most 4 columns."""
    gone = max(0, now_ms - since_ms)
    if gone < _HOUR:
        number, unit = gone // 60_000, "minute"
    elif gone < _DAY:
        number, unit = gone // _HOUR, "hour"
    elif gone < 100 * _DAY:
        number, unit = gone // _DAY, "day"
    else:
        number, unit = min(gone // (7 * _DAY), 99), "week"
    return f"{number} {text(f'days.{unit}')}"


def span(since_ms: int, now_ms: int) -> str:
    """ "vandaag", "1 dag", "12 dagen": an age in words."""
    gone = max(0, now_ms - since_ms) // _DAY
    return count("days.days", gone) if gone else text("days.today")
