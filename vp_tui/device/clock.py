"""The time, as an argument: every act that needs a clock is given one, so tests and the demo can hold it still.

Invariant: no other module of the product asks the operating system for the time. Callers: every room above `domain`.
"""

from __future__ import annotations

import time
from typing import Protocol

__all__ = ["Clock", "RealClock"]


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
