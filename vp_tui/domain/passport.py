"""How far one is (stoplicht per regel): the rules of a scheme against the hours of the passport.

Invariant: pure and forgetful; a light is computed anew from activities and a day, and never stored. Green is met, or
in step with an even spread; amber is behind it; red is over the date, or so near to it that nothing may go wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from msgspec import Struct

from vp_tui.domain.dates import later
from vp_tui.domain.personal_parts import Activity, Certification
from vp_tui.domain.rulesets import Rule, RuleSet, in_force

__all__ = ["COLOURS", "NEAR_DAYS", "Light", "Year", "lights", "period", "years"]

COLOURS = ("green", "amber", "red")
NEAR_DAYS = 90


class Light(Struct, frozen=True):
    """Of one rule: ``least``, ``done`` and ``missing`` in ``unit`` minutes or times, ``by`` when it must be met;
    ``unproven`` minutes have no evidence."""

    rule: Rule
    colour: str
    unit: str
    least: int
    done: int
    missing: int
    by: datetime.date
    unproven: int


class Year(Struct, frozen=True):
    """One year of the period: minutes per kind PE-xx."""

    first: datetime.date
    last: datetime.date
    minutes: dict[str, int]


def period(held: Certification) -> tuple[datetime.date, datetime.date]:
    """First and last day that count; the last day of all if there is no end."""
    length = in_force(held.scheme, held.since).years
    return held.since, _before(_years_on(held.since, length)) if length else datetime.date.max


def lights(held: Certification, activities: Iterable[Activity], today: datetime.date) -> tuple[Light, ...]:
    """One light per rule, in the rules' order."""
    rules = in_force(held.scheme, held.since)
    kept = [row for row in activities if not row.dropped]
    return tuple(
        _yearly(rule, held, kept, today) if rule.every else _of_period(rule, rules, held, kept, today)
        for rule in rules.rules
    )


def years(held: Certification, activities: Iterable[Activity], today: datetime.date) -> tuple[Year, ...]:
    """The years of the period up to the present one: how evenly the hours are spread."""
    first, last = period(held)
    rows = [row for row in activities if not row.dropped]
    found = []
    while first <= min(last, today):
        end = _before(_years_on(first, 1))
        minutes: dict[str, int] = {}
        for row in rows:
            if first <= row.on <= end:
                minutes[row.kind] = minutes.get(row.kind, 0) + row.minutes
        found.append(Year(first, end, minutes))
        first = later(end, 1)
    return tuple(found)


def _years_on(on: datetime.date, number: int) -> datetime.date:
    return later(on, 12 * number, "m")


def _before(on: datetime.date) -> datetime.date:
    return later(on, -1)


def _of_period(
    rule: Rule, rules: RuleSet, held: Certification, rows: Sequence[Activity], today: datetime.date
) -> Light:
    first, last = held.since, _before(_years_on(held.since, rule.years or rules.years))
    done = _done(rule, first, last, rows)
    for name in rule.overflow:
        other = next(found for found in rules.rules if found.id == name)
        done += max(_done(other, first, last, rows) - other.minutes, 0)
    missing = max(rule.minutes - done, 0)
    length = (last - first).days + 1
    elapsed = min(max((today - first).days, 0), length)
    colour = _colour(missing, last, today, done * length < rule.minutes * elapsed)
    return Light(rule, colour, "minutes", rule.minutes, done, missing, last, _unproven(rule, first, last, rows))


def _done(rule: Rule, first: datetime.date, last: datetime.date, rows: Sequence[Activity]) -> int:
    per_year: dict[int, int] = {}
    for row in rows:
        if row.kind in rule.kinds and first <= row.on <= last:
            year = row.on.year - first.year - ((row.on.month, row.on.day) < (first.month, first.day))
            per_year[year] = per_year.get(year, 0) + row.minutes
    return sum(min(minutes, rule.most_per_year or minutes) for minutes in per_year.values())


def _unproven(rule: Rule, first: datetime.date, last: datetime.date, rows: Sequence[Activity]) -> int:
    return sum(row.minutes for row in rows if row.kind in rule.kinds and not row.evidence and first <= row.on <= last)


def _colour(missing: int, by: datetime.date, today: datetime.date, behind: bool) -> str:
    if not missing:
        return "green"
    if (by - today).days < NEAR_DAYS:
        return "red"
    return "amber" if behind else "green"


def _yearly(rule: Rule, held: Certification, rows: Sequence[Activity], today: datetime.date) -> Light:
    """Every calendar year after the one it began in; what an earlier year lacks stays red."""
    asked = range(held.since.year + 1, today.year + 1)
    times = {year: sum(row.kind in rule.kinds and row.on.year == year for row in rows) for year in asked}
    lacking = [year for year, number in times.items() if number < rule.times]
    year = lacking[0] if lacking else max(today.year, held.since.year + 1)
    by = datetime.date(year, 12, 31)
    if not lacking:
        colour = "green"
    else:
        colour = _colour(1, by, today, behind=True)
    first = datetime.date(held.since.year, 1, 1)
    return Light(
        rule,
        colour,
        "times",
        rule.times * len(asked),
        sum(min(number, rule.times) for number in times.values()),
        sum(rule.times - times[year] for year in lacking),
        by,
        _unproven(rule, first, today, rows),
    )
