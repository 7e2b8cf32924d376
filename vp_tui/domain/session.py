"""A session (sessie) of an intervision group: when, with which method, on which casuses, led by whom.

Invariant: an agenda holds casuses that a colleague has checked before the session begins; in the Netherlands a member
of the group leads it, and no supervisor. Who was there, until when, is in ``attendance``.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.core import CodeText
from vp_tui.domain.group_file import GroupState, Session
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.span import Time, time_of_day
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "SESSION_STATES",
    "CancelSession",
    "PlanSession",
    "SessionCancelled",
    "SessionPlanned",
    "SessionStarted",
    "StartSession",
    "require_checked",
    "to_lead",
]

SESSION_STATES = ("planned", "running", "held", "cancelled")
"""Gepland, bezig, gehouden, afgelast."""
_MOST_CASUSES = 12


class SessionPlanned(Event, frozen=True):
    session: Id
    base: Base
    on: datetime.date
    method: CodeText
    facilitator: Id
    agenda: Annotated[tuple[Id, ...], Bounds(max_length=_MOST_CASUSES)] = ()


class SessionStarted(Event, frozen=True):
    session: Id
    base: Base
    start: Time


class SessionCancelled(Event, frozen=True):
    session: Id
    base: Base


class _OnGroup(Command, frozen=True):
    KIND: ClassVar = "group"


class PlanSession(_OnGroup, frozen=True):
    """Sessie plannen; ``agenda`` of casuses, ``method`` IM-xx; ``rotation.proposed`` proposes the facilitator."""

    session: bytes
    on: datetime.date
    method: str
    facilitator: bytes
    agenda: tuple[bytes, ...] = ()
    base: int = 0


class StartSession(_OnGroup, frozen=True):
    """Sessie beginnen; every casus on the agenda has been checked."""

    session: bytes
    base: int
    start: str


class CancelSession(_OnGroup, frozen=True):
    """Sessie afgelasten."""

    session: bytes
    base: int


def _leads(state: GroupState, facilitator: bytes, context: Context) -> Id:
    if facilitator in state.former:
        raise RefusedError("member-left", "facilitator")
    if state.profile == "NL" and facilitator in (context.supervisors or ()):
        raise RefusedError("supervisor-in-group", "facilitator")
    outside = state.profile == "BE" and (context.supervisors is None or facilitator in context.supervisors)
    if facilitator not in state.members and not outside:
        raise RefusedError("facilitator-unknown", "facilitator")
    return Id(facilitator)


def _plan(state: GroupState, command: PlanSession, context: Context) -> list[Event]:
    state.require_member(context)
    before = to_put(state.sessions, command.session, command.base)
    if before is not None and before.state != "planned":
        raise ConflictError("session-begun")
    agenda = tuple(dict.fromkeys(command.agenda))
    if len(agenda) > _MOST_CASUSES:
        raise RefusedError("number-out-of-range", "agenda", least=0, most=_MOST_CASUSES)
    if not all((row := find(state.casuses, casus)) and row.state in ("offered", "cleared") for casus in agenda):
        raise RefusedError("casus-not-offered", "agenda")
    return [
        SessionPlanned(
            Id(command.session),
            command.base,
            command.on,
            codes.checked(command.method, ("method",), "method", context.today),
            _leads(state, command.facilitator, context),
            tuple(Id(casus) for casus in agenda),
        )
    ]


def to_lead(state: GroupState, session: bytes, base: int, context: Context) -> Session:
    """A session that the actor may start and end: any member's, and the facilitator's from outside."""
    if context.actor not in state.readers:
        state.require_member(context)
    return seen(state.sessions, session, base)


def require_checked(row: Session, state: GroupState, context: Context) -> None:
    on_or_before_today(row.on, context, "on")
    if not all(_cleared(state, casus) for casus in row.agenda):
        raise RefusedError("casus-not-checked", "agenda")


def _cleared(state: GroupState, casus: bytes) -> bool:
    row = find(state.casuses, casus)
    return row is not None and row.state in ("cleared", "discussed")


def _start(state: GroupState, command: StartSession, context: Context) -> list[Event]:
    row = to_lead(state, command.session, command.base, context)
    if row.state != "planned":
        raise ConflictError("session-begun")
    require_checked(row, state, context)
    return [SessionStarted(Id(row.id), command.base, time_of_day(command.start, "start"))]


def _cancel(state: GroupState, command: CancelSession, context: Context) -> list[Event]:
    row = to_lead(state, command.session, command.base, context)
    if row.state not in ("planned", "running"):
        raise ConflictError("session-begun")
    return [SessionCancelled(Id(row.id), command.base)]


def _planned(state: GroupState, event: SessionPlanned, meta: Meta) -> GroupState | None:
    row = find(state.sessions, event.session)
    if meta.by not in state.members or not may_put(state.sessions, event.session, event.base):
        return None
    if row is not None and row.state != "planned":
        return None
    if state.profile == "NL" and event.facilitator not in state.members:
        return None
    after = Session(event.session, event.on, event.method, event.agenda, event.facilitator, rev=event.base + 1)
    return replace(state, sessions=put(state.sessions, after))


def _changed(state: GroupState, event: SessionStarted | SessionCancelled, meta: Meta) -> GroupState | None:
    row = at(state.sessions, event.session, event.base)
    if row is None or meta.by not in state.readers:
        return None
    match event:
        case SessionStarted() if row.state == "planned":
            after = replace(row, state="running", start=event.start, rev=row.rev + 1)
        case SessionCancelled() if row.state in ("planned", "running"):
            after = replace(row, state="cancelled", rev=row.rev + 1)
        case _:
            return None
    return replace(state, sessions=put(state.sessions, after))


DECIDE: Deciders = {
    PlanSession: _plan,
    StartSession: _start,
    CancelSession: _cancel,
}
FOLD: Folders = {
    SessionPlanned: _planned,
    SessionStarted: _changed,
    SessionCancelled: _changed,
}
