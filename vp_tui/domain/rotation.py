"""Roles by rotation (rolverdeling): who presents, who leads, who takes part.

Invariant: a proposal, and nothing more; whoever led least, and longest ago, is proposed first, and nobody leads while
her own casus is on the table. The same history gives the same proposal on every screen.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct

from vp_tui.domain.group_file import GroupState
from vp_tui.domain.keyed import find

__all__ = ["Roles", "proposed"]


class Roles(Struct, frozen=True):
    """Inbrengers, facilitator (nobody if everybody presents), deelnemers."""

    presenters: tuple[bytes, ...]
    facilitator: bytes | None
    participants: tuple[bytes, ...]


def proposed(
    state: GroupState, agenda: Iterable[bytes], absent: Iterable[bytes] = (), never: Iterable[bytes] = ()
) -> Roles:
    """Roles for a session with this agenda; ``never`` are those who do not lead here, such as supervisors in the
    Netherlands."""
    away = frozenset(absent)
    there = [member for member in state.members if member not in away]
    authors = [casus.author for key in agenda if (casus := find(state.casuses, key)) is not None]
    presenters = tuple(member for member in dict.fromkeys(authors) if member in there)
    others = [member for member in there if member not in presenters]
    able = [member for member in others if member not in frozenset(never)]
    leader = min(able, key=lambda member: _led(state, member), default=None)
    return Roles(presenters, leader, tuple(member for member in others if member != leader))


def _led(state: GroupState, member: bytes) -> tuple[int, datetime.date]:
    days = [row.on for row in state.sessions if row.facilitator == member and row.state != "cancelled"]
    return len(days), max(days, default=datetime.date.min)
