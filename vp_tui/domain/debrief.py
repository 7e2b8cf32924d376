"""A debrief (nagesprek) after a heavy talk: a confidant asks the supervisor on duty to be heard herself.

Invariant: there is no field for a text, so nothing of a case is in it. What is said then is not kept; whoever wants it
to count writes a supervision log of kind SV-AC.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.ids import Id
from vp_tui.domain.span import MaybeTime, time_of_day
from vp_tui.domain.text import one_of
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

__all__ = [
    "DEBRIEF_STATES",
    "WHENS",
    "AgreeDebrief",
    "AskDebrief",
    "DebriefAgreed",
    "DebriefAsked",
    "DebriefEnded",
    "DebriefState",
    "EndDebrief",
]

When = Literal["today", "tomorrow", "this_week"]
WHENS: tuple[When, ...] = get_args(When)
_DAYS = {"today": 0, "tomorrow": 1, "this_week": 6}
Ended = Literal["held", "declined", "withdrawn"]
DEBRIEF_STATES = ("asked", "agreed", *get_args(Ended))
"""Gevraagd, afgesproken, gehouden, niet mogelijk, ingetrokken."""
_OPEN = ("asked", "agreed")


class DebriefState(Struct, frozen=True):
    """``by`` asks ``supervisor``; ``due`` by when, ``on`` and ``time`` when it was agreed."""

    id: bytes = b""
    by: bytes = b""
    supervisor: bytes = b""
    due: datetime.date = datetime.date.min
    state: str = "asked"
    on: datetime.date | None = None
    time: str = ""
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who holds keys: these two and nobody else."""
        return frozenset({self.by, self.supervisor})


class DebriefAsked(Event, frozen=True):
    debrief: Id
    supervisor: Id
    due: datetime.date


class DebriefAgreed(Event, frozen=True):
    on: datetime.date
    time: MaybeTime = ""


class DebriefEnded(Event, frozen=True):
    how: Ended


class AskDebrief(Command, frozen=True):
    """Nagesprek vragen: today, tomorrow or this week. A colleague of one's own group may be asked as well: it is care,
    and no review."""

    KIND: ClassVar = "debrief"
    OPENS: ClassVar = True
    debrief: bytes
    supervisor: bytes
    when: str = "today"


class AgreeDebrief(Command, frozen=True):
    """Nagesprek afspreken, by the one who was asked."""

    KIND: ClassVar = "debrief"
    on: datetime.date
    time: str = ""


class EndDebrief(Command, frozen=True):
    """Gehouden, niet mogelijk (by the one who was asked), or ingetrokken (by the one who asked)."""

    KIND: ClassVar = "debrief"
    how: str


def _ask(state: DebriefState, command: AskDebrief, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    known = context.supervisors is None or command.supervisor in context.supervisors
    if not known or command.supervisor == context.actor:
        raise RefusedError("supervisor-unknown", "supervisor")
    due = context.today + datetime.timedelta(_DAYS[one_of(command.when, WHENS, "when")])
    return [DebriefAsked(Id(command.debrief), Id(command.supervisor), due)]


def _require_open(state: DebriefState) -> None:
    if state.state not in _OPEN:
        raise RefusedError("debrief-ended")


def _agree(state: DebriefState, command: AgreeDebrief, context: Context) -> list[Event]:
    if context.actor != state.supervisor:
        raise NotPermittedError("not-your-debrief")
    _require_open(state)
    if command.on < context.today:
        raise RefusedError("debrief-in-past", "on")
    return [DebriefAgreed(command.on, time_of_day(command.time, "time") if command.time else "")]


def _end(state: DebriefState, command: EndDebrief, context: Context) -> list[Event]:
    how = one_of(command.how, get_args(Ended), "how")
    if not _may_end(state, how, context.actor):
        raise NotPermittedError("not-your-debrief")
    _require_open(state)
    return [DebriefEnded(how)]


def _may_end(state: DebriefState, how: str, actor: bytes) -> bool:
    return actor in {"held": state.readers, "declined": {state.supervisor}, "withdrawn": {state.by}}[how]


def _asked(state: DebriefState, event: DebriefAsked, meta: Meta) -> DebriefState | None:
    if state.opened or event.supervisor == meta.by:
        return None
    return replace(state, id=event.debrief, by=meta.by, supervisor=event.supervisor, due=event.due)


def _agreed(state: DebriefState, event: DebriefAgreed, meta: Meta) -> DebriefState | None:
    if meta.by != state.supervisor or state.state not in _OPEN:
        return None
    return replace(state, state="agreed", on=event.on, time=event.time)


def _ended(state: DebriefState, event: DebriefEnded, meta: Meta) -> DebriefState | None:
    if state.state not in _OPEN or not _may_end(state, event.how, meta.by):
        return None
    return replace(state, state=event.how)


DECIDE: Deciders = {AskDebrief: _ask, AgreeDebrief: _agree, EndDebrief: _end}
FOLD: Folders = {DebriefAsked: _asked, DebriefAgreed: _agreed, DebriefEnded: _ended}
