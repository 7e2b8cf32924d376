"""The shapes in which the stories of the demo are written down: one line per moment of a case.

Days count backwards from the day on which the demo is founded, so that a demo is never stale: 0 is that day, 21 is
three weeks earlier. Due dates count forwards (``within=3`` is in three days, ``within=-2`` is two days overdue). The
codes are those of ``vp_tui.domain.codes``. Callers: the stories and ``cases``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vp_tui.domain.act import Command

__all__ = [
    "Arrived",
    "Cared",
    "Closed",
    "Deputised",
    "Did",
    "Due",
    "In",
    "Member",
    "Moment",
    "Noted",
    "Own",
    "Ref",
    "Stage",
    "Story",
    "Talk",
    "Waits",
    "did",
]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A first contact without a conversation yet. A story begins with this or with a ``Talk``."""

    day: int
    channel: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with the reporter, or an attempt at one."""

    day: int
    minutes: int
    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note in the dossier layer: what a deputy or a successor may read."""

    day: int
    text: str


@dataclass(frozen=True, slots=True)
class Own:
    """A personal note: the confidant's own thoughts, never handed over."""

    day: int
    text: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The case moves to another state of the queue."""

    day: int
    state: str


@dataclass(frozen=True, slots=True)
class Waits:
    """The case waits, usually for the reporter."""

    day: int
    what: str


@dataclass(frozen=True, slots=True)
class Due:
    """What happens next, and the day by which."""

    day: int
    text: str
    within: int


@dataclass(frozen=True, slots=True)
class Deputised:
    """A colleague stands in; ``how`` the reporter consented is ``oral`` or ``written``, ``consent`` tells it."""

    day: int
    member: str
    how: str
    consent: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The case is closed, with a code of list J; ``after`` are the days of aftercare, counted like due dates."""

    day: int
    reason: str
    after: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cared:
    """The earliest open moment of aftercare was asked about: what came of it for the reporter."""

    day: int
    outcome: str
    retaliation: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of something that this story calls ``name``: an option, a step, a consent."""

    name: str


@dataclass(frozen=True, slots=True)
class In:
    """A date, counted forwards from the day of founding like a due date."""

    days: int


@dataclass(frozen=True, slots=True)
class Member:
    """The id of a member of the practice, by key."""

    key: str


@dataclass(frozen=True, slots=True)
class Did:
    """Any other command of the domain, with its fields; a field ``base`` that is left out counts by itself."""

    day: int
    command: type[Command]
    facts: tuple[tuple[str, Any], ...]


def did(day: int, command: type[Command], **facts: Any) -> Did:
    """``did(24, TickIntake, item="wish")``; values may be ``Ref``, ``In`` and ``Member``."""
    return Did(day, command, tuple(facts.items()))


Moment = Arrived | Talk | Noted | Own | Stage | Waits | Due | Deputised | Closed | Cared | Did


@dataclass(frozen=True, slots=True)
class Story:
    """One case from first contact on. ``natures`` is the main code first, then at most three more; ``role`` is the
    reporter's part in it, ``source`` who told her of the confidant."""

    alias: str
    client: str
    owner: str
    natures: tuple[str, ...]
    moments: tuple[Moment, ...]
    role: str = "RO-BE"
    source: str = "VZ-ZE"
