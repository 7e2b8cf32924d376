"""Spans (van, tot): hours of one day that are to count, as local times hh:mm.

Invariant: what counts has an end, the end comes after the beginning, and nobody is in two places at once.
Callers: sessions, supervision logs, the competence passport.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Annotated, Protocol

from msgspec import Meta as Bounds

from vp_tui.errors import RefusedError

__all__ = ["MaybeTime", "Spanned", "Time", "minutes", "overlapping", "require_alone", "span", "time_of_day"]

_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
Time = Annotated[str, Bounds(pattern=rf"\A{_TIME}\Z")]
MaybeTime = Annotated[str, Bounds(pattern=rf"\A({_TIME})?\Z")]


class Spanned(Protocol):
    """Something on a day; without times it is nowhere in particular on it."""

    @property
    def id(self) -> bytes: ...

    @property
    def on(self) -> datetime.date: ...

    @property
    def start(self) -> str: ...

    @property
    def end(self) -> str: ...


def time_of_day(text: str, field: str) -> str:
    """hh:mm. RefusedError ``time-not-understood`` beside ``field``."""
    typed = text.strip().rjust(5, "0")
    if not re.fullmatch(_TIME, typed):
        raise RefusedError("time-not-understood", field)
    return typed


def span(start: str, end: str) -> tuple[str, str]:
    """Both times. RefusedError ``session-without-end``, ``session-ends-before`` beside ``end``."""
    begins = time_of_day(start, "start")
    if not end.strip():
        raise RefusedError("session-without-end", "end")
    ends = time_of_day(end, "end")
    if ends <= begins:
        raise RefusedError("session-ends-before", "end")
    return begins, ends


def minutes(start: str, end: str) -> int:
    """How long it took; 0 for what has no times, or ends before it begins."""
    if not (start and end):
        return 0
    return max(_of_day(end) - _of_day(start), 0)


def _of_day(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def overlapping(row: Spanned, others: Iterable[Spanned]) -> bool:
    """Whether another one was going on at the same time; its own earlier form does not count."""
    return any(
        other.id != row.id and other.on == row.on and other.start < row.end and row.start < other.end
        for other in others
        if other.start and row.start
    )


def require_alone(row: Spanned, others: Iterable[Spanned]) -> None:
    """RefusedError ``session-overlaps`` beside ``start``."""
    if overlapping(row, others):
        raise RefusedError("session-overlaps", "start")
