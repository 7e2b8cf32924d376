"""The time, as an argument: every act that needs a clock is given one, so tests and the demo can hold it still.

Invariant: no other module of the product asks the operating system for the time. Callers: every room above `domain`.
"""

from __future__ import annotations

import datetime
import time
from typing import Protocol

__all__ = ["Clock", "LocalZone", "RealClock"]


class Clock(Protocol):
    """What an act may know about time."""

    def now_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC, by the wall clock: may jump when the clock is set."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary moment, never falling: for durations and idle time."""


class RealClock:
    """The clock of this computer."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic(self) -> float:
        return time.monotonic()


class LocalZone(datetime.tzinfo):
    """The zone of this computer, with the summer time of each date: for local times that are still to come."""

    def utcoffset(self, at: datetime.datetime | None) -> datetime.timedelta | None:
        return at.replace(tzinfo=None).astimezone().utcoffset() if at is not None else None

    def dst(self, at: datetime.datetime | None) -> datetime.timedelta | None:
        return None

    def tzname(self, at: datetime.datetime | None) -> str | None:
        return None
