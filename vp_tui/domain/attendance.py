"""Who was at a session (aanwezigheid): its end, who was there from when until when, and everybody's own signature.

Invariant: who was there signs for herself, over the canonical record of day, times and names; changing that record
takes every signature off it. A session without an end counts for nothing, and nobody is in two at once. Nothing of
what was said is in it (domain reference, 2.1 and 4.1 item 13).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Cleaned, Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.canonical import Digest, canonical, digest, require_current, signed
from vp_tui.domain.group_file import Attendance, Casus, GroupState, Session
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, put
from vp_tui.domain.session import require_checked, to_lead
from vp_tui.domain.span import Time, minutes, overlapping, span
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "EndSession",
    "Presence",
    "SessionEnded",
    "SessionSigned",
    "SignSession",
    "attended_minutes",
    "canonical_session",
    "session_digest",
]

_MOST_PRESENT = 24


class Presence(Cleaned, frozen=True):
    """Who was there, from when until when."""

    member: Id
    start: Time
    end: Time


class SessionEnded(Event, frozen=True):
    session: Id
    base: Base
    start: Time
    end: Time
    present: Annotated[tuple[Presence, ...], Bounds(min_length=1, max_length=_MOST_PRESENT)]


class SessionSigned(Event, frozen=True):
    session: Id
    digest: Digest


class EndSession(Command, frozen=True):
    """Sessie afsluiten with who was there (no times: all of it), or correct that; ``start`` if it was not started
    here, or otherwise than it was."""

    KIND: ClassVar = "group"
    session: bytes
    base: int
    end: str
    present: tuple[Attendance, ...]
    start: str = ""


class SignSession(Command, frozen=True):
    """Tekenen voor de eigen aanwezigheid; ``digest`` of the record that was read (``session_digest``)."""

    KIND: ClassVar = "group"
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


def _end(state: GroupState, command: EndSession, context: Context) -> list[Event]:
    row = to_lead(state, command.session, command.base, context)
    if row.state == "cancelled":
        raise ConflictError("session-begun")
    require_checked(row, state, context)
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
    if row is None or row.digest != event.digest:
        return None
    if row.attended(meta.by) is None or meta.by not in state.readers:
        return None
    after = replace(row, signatures=signed(row.signatures, event.digest, meta))
    return replace(state, sessions=put(state.sessions, after))


DECIDE: Deciders = {EndSession: _end, SignSession: _sign}
FOLD: Folders = {SessionEnded: _ended, SessionSigned: _signed}
