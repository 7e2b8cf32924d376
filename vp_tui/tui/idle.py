"""When the application locks itself, and when it ends.

Invariant: time asleep counts, so a laptop opened in the evening is locked. Pure but for its clock.
Callers: the application.
"""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Idle", "awake"]


def awake() -> float:
    """Seconds of a clock that also runs while the computer sleeps, where the system has one."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Idle:
    """Counts the seconds since somebody typed or scrolled."""

    def __init__(self, limit: float, now: Callable[[], float] = awake) -> None:
        self.limit = limit
        self._now = now
        self._last = now()

    def touch(self) -> bool:
        """Somebody did something. False if that came too late: the limit had passed, and the key must not count."""
        in_time = self.remaining() > 0
        if in_time:
            self._last = self._now()
        return in_time

    def restart(self) -> None:
        """Begin again, after an unlock."""
        self._last = self._now()

    def remaining(self) -> float:
        """Seconds left; not above zero once the limit has passed."""
        return self.limit - (self._now() - self._last)
