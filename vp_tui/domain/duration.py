"""How long a conversation took, as people write it: ``45``, ``45m``, ``1u30``, ``1h30``, ``1:30``, ``1,5u``.

Invariant: minutes, from none to a whole day. Callers: forms, the command line, and ``note`` for its bounds.
"""

from __future__ import annotations

import re

from vp_tui.errors import RefusedError

__all__ = ["MOST_MINUTES", "in_bounds", "parse_minutes"]

MOST_MINUTES = 24 * 60

_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|minuten?|minutes?|')?")
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:u|uur|uren|h|hrs?|hours?)")
_BOTH = re.compile(r"(\d{1,2})\s*(?:u|uur|h|hrs?|hours?|:)\s*([0-5]?\d)\s*(?:m|min|minuten?|minutes?)?")


def in_bounds(minutes: int, field: str) -> int:
    """The minutes themselves. RefusedError ``minutes-out-of-range`` beside ``field``."""
    if not 0 <= minutes <= MOST_MINUTES:
        raise RefusedError("minutes-out-of-range", field, most=MOST_MINUTES)
    return minutes


def parse_minutes(text: str, field: str = "minutes") -> int:
    """Minutes. RefusedError ``duration-not-understood`` or ``minutes-out-of-range`` beside ``field``."""
    typed = text.strip().lower()
    if found := _BOTH.fullmatch(typed):
        return in_bounds(int(found[1]) * 60 + int(found[2]), field)
    if found := _HOURS.fullmatch(typed):
        tenths = found[2] or "0"
        return in_bounds(int(found[1]) * 60 + round(int(tenths) * 60 / 10 ** len(tenths)), field)
    if found := _MINUTES.fullmatch(typed):
        return in_bounds(int(found[1]), field)
    raise RefusedError("duration-not-understood", field)
