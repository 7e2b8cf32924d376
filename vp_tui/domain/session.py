"""A session (sessie) of an intervision group: agenda, method, roles, who was there from when until when.

Invariant: an agenda holds casuses that a colleague has checked before the session begins. Who was there signs for
herself, over the canonical record of day, times and names; changing that record takes every signature off it. A
session without an end counts for nothing. Nothing of what was said is in it (domain reference, 2.1 and 4.1 item 13).
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Cleaned, Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.canonical import Digest, canonical, digest, require_current, signed
from vp_tui.domain.core import CodeText
from vp_tui.domain.group_file import Attendance, Casus, GroupState, Session
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.span import Time, minutes, overlapping, span, time_of_day
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "SESSION_STATES",
    "CancelSession",
    "EndSession",
    "PlanSession",
    "SessionCancelled",
    "SessionEnded",
    "SessionPlanned",
    "SessionSigned",
    "SessionStarted",
    "SignSession",
    "StartSession",
    "attended_minutes",
    "canonical_session",
    "session_digest",
]

SESSION_STATES = ("planned", "running", "held", "cancelled")
"""Gepland, bezig, gehouden, afgelast."""
_MOST_CASUSES = 12
_MOST_PRESENT = 24


class Presence(Cleaned, frozen=True):
    """Who was there, from when until when."""

    member: Id
    start: Time
    end: Time


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


class SessionEnded(Event, frozen=True):
    session: Id
    base: Base
    start: Time
    end: Time
    present: Annotated[tuple[Presence, ...], Bounds(min_length=1, max_length=_MOST_PRESENT)]


class SessionCancelled(Event, frozen=True):
    session: Id
    base: Base


class SessionSigned(Event, frozen=True):
    session: Id
    digest: Digest


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


class EndSession(_OnGroup, frozen=True):
    """Sessie afsluiten with who was there (no times: all of it), or correct that; ``start`` if it was not started
    here, or otherwise than it was."""

    session: bytes
    base: int
    end: str
    present: tuple[Attendance, ...]
    start: str = ""


class CancelSession(_OnGroup, frozen=True):
    """Sessie afgelasten."""

    session: bytes
    base: int


class SignSession(_OnGroup, frozen=True):
    """Tekenen voor de eigen aanwezigheid; ``digest`` of the record that was read (``session_digest``)."""

    session: bytes
    digest: str


def canonical_session(state: GroupState, session: Session) -> bytes:
    """What a participant signs: group, session, day, times, method, facilitator, and who was there when."""
    present = sorted((row.member.hex(), row.start, row.end) for row in session.present)
    return canonical(
        "session",
        group=state.id,
        session=session.id,
        on=session.on,
        start=session.start,
        end=session.end,
        method=session.method,
        facilitator=session.facilitator,
        present=present,
    )


def session_digest(state: GroupState, session: bytes) -> str:
    """The digest to sign. NotFoundError ``entry-not-found``; RefusedError ``session-without-end``."""
    row = find(state.sessions, session)
    if row is None:
        raise NotFoundError("entry-not-found")
    if row.state != "held":
        raise RefusedError("session-without-end", "end")
    return digest(canonical_session(state, row))


def attended_minutes(session: Session, member: bytes) -> int:
    """What counts for this member: nothing before the session has an end and she has signed."""
    row = session.attended(member)
    return minutes(row.start, row.end) if row is not None and member in session.signed_by else 0


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


def _to_lead(state: GroupState, session: bytes, base: int, context: Context) -> Session:
    """A session that the actor may start and end: any member's, and the facilitator's from outside."""
    if context.actor not in state.readers:
        state.require_member(context)
    return seen(state.sessions, session, base)


def _begin(row: Session, state: GroupState, context: Context) -> None:
    on_or_before_today(row.on, context, "on")
    if not all(_cleared(state, casus) for casus in row.agenda):
        raise RefusedError("casus-not-checked", "agenda")


def _cleared(state: GroupState, casus: bytes) -> bool:
    row = find(state.casuses, casus)
    return row is not None and row.state in ("cleared", "discussed")


def _start(state: GroupState, command: StartSession, context: Context) -> list[Event]:
    row = _to_lead(state, command.session, command.base, context)
    if row.state != "planned":
        raise ConflictError("session-begun")
    _begin(row, state, context)
    return [SessionStarted(Id(row.id), command.base, time_of_day(command.start, "start"))]


def _end(state: GroupState, command: EndSession, context: Context) -> list[Event]:
    row = _to_lead(state, command.session, command.base, context)
    if row.state == "cancelled":
        raise ConflictError("session-begun")
    _begin(row, state, context)
    start, end = span(command.start or row.start, command.end)
    present = tuple(_presence(entry, start, end) for entry in command.present)
    members = [entry.member for entry in present]
    if not _could_attend(state, row).issuperset(set(members) & set(state.former)):
        raise RefusedError("member-left", "present")
    if not _could_attend(state, row).issuperset(members) or len(set(members)) != len(members):
        raise RefusedError("present-unknown", "present")
    if row.facilitator not in members:
        raise RefusedError("facilitator-absent", "present")
    if _elsewhere(state, replace(row, start=start, end=end, present=present)):
        raise RefusedError("session-overlaps", "start")
    if (row.start, row.end, row.present) == (start, end, present):
        raise RefusedError("nothing-changed", "present")
    there = tuple(Presence(Id(entry.member), entry.start, entry.end) for entry in present)
    return [SessionEnded(Id(row.id), command.base, start, end, there)]


def _could_attend(state: GroupState, row: Session) -> frozenset[bytes]:
    """The members, who leads, and in a correction whoever was there and has left the group since."""
    return frozenset({*state.members, row.facilitator, *(entry.member for entry in row.present)})


def _presence(entry: Attendance, start: str, end: str) -> Attendance:
    begins, ends = span(entry.start or start, entry.end or end)
    if begins < start or ends > end:
        raise RefusedError("attendance-outside", "present")
    return Attendance(entry.member, begins, ends)


def _elsewhere(state: GroupState, row: Session) -> bool:
    """Somebody was in another session at that time."""
    there = {entry.member for entry in row.present}
    others = [
        other
        for other in state.sessions
        if other.state == "held" and there.intersection(entry.member for entry in other.present)
    ]
    return overlapping(row, others)


def _cancel(state: GroupState, command: CancelSession, context: Context) -> list[Event]:
    row = _to_lead(state, command.session, command.base, context)
    if row.state not in ("planned", "running"):
        raise ConflictError("session-begun")
    return [SessionCancelled(Id(row.id), command.base)]


def _sign(state: GroupState, command: SignSession, context: Context) -> list[Event]:
    row = find(state.sessions, command.session)
    if context.actor not in state.readers:
        state.require_member(context)
    current = require_current(command.digest, session_digest(state, command.session))
    assert row is not None, "what has a digest is there"
    if row.attended(context.actor) is None:
        raise NotPermittedError("not-present")
    if context.actor in row.signed_by:
        raise RefusedError("signed-already", "digest")
    return [SessionSigned(Id(row.id), current)]


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


def _ended(state: GroupState, event: SessionEnded, meta: Meta) -> GroupState | None:
    row = at(state.sessions, event.session, event.base)
    if row is None or row.state == "cancelled" or meta.by not in state.readers:
        return None
    present = tuple(Attendance(entry.member, entry.start, entry.end) for entry in event.present)
    within = all(event.start <= entry.start < entry.end <= event.end for entry in present)
    members = {entry.member for entry in present}
    if not within or len(members) != len(present) or not _could_attend(state, row).issuperset(members):
        return None
    held = replace(row, state="held", start=event.start, end=event.end, present=present, signatures=())
    held = replace(held, digest=digest(canonical_session(state, held)), rev=row.rev + 1)
    if _elsewhere(state, held):
        return None
    casuses = tuple(_discussed(casus) if casus.id in row.agenda else casus for casus in state.casuses)
    return replace(state, sessions=put(state.sessions, held), casuses=casuses)


def _discussed(casus: Casus) -> Casus:
    return replace(casus, state="discussed", rev=casus.rev + 1) if casus.state == "cleared" else casus


def _signed(state: GroupState, event: SessionSigned, meta: Meta) -> GroupState | None:
    row = find(state.sessions, event.session)
    if row is None or row.state != "held" or row.digest != event.digest:
        return None
    if row.attended(meta.by) is None or meta.by not in state.readers:
        return None
    after = replace(row, signatures=signed(row.signatures, event.digest, meta))
    return replace(state, sessions=put(state.sessions, after))


DECIDE: Deciders = {
    PlanSession: _plan,
    StartSession: _start,
    EndSession: _end,
    CancelSession: _cancel,
    SignSession: _sign,
}
FOLD: Folders = {
    SessionPlanned: _planned,
    SessionStarted: _changed,
    SessionCancelled: _changed,
    SessionEnded: _ended,
    SessionSigned: _signed,
}
