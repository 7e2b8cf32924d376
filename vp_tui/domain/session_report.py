"""The group's report of a session (groepsverslag): for those who were there, in a space of its own.

Invariant: who was not there has no key to it, member of the group or not (domain reference, 5.5). One's own learning
note is not here but in the personal space (``learning_note``).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, find
from vp_tui.domain.text import prose
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "OpenSessionReport",
    "SessionReportOpened",
    "SessionReportState",
    "SessionReportWritten",
    "WriteSessionReport",
]


class SessionReportState(Struct, frozen=True):
    """``session`` of a ``group``; ``present`` may read and write; ``by`` wrote last."""

    id: bytes = b""
    group: bytes = b""
    session: bytes = b""
    present: tuple[bytes, ...] = ()
    text: str = ""
    by: bytes = b""
    at_ms: int = 0
    rev: int = 0
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who holds keys."""
        return frozenset(self.present)


class SessionReportOpened(Event, frozen=True):
    report: Id
    group: Id
    session: Id
    present: Annotated[tuple[Id, ...], Bounds(min_length=1, max_length=24)]


class SessionReportWritten(Event, frozen=True):
    base: Base
    text: str


class OpenSessionReport(Command, frozen=True):
    """Groepsverslag beginnen, for those who were there (``Context.groups`` knows who)."""

    KIND: ClassVar = "session_report"
    OPENS: ClassVar = True
    report: bytes
    group: bytes
    session: bytes


class WriteSessionReport(Command, frozen=True):
    """Groepsverslag schrijven, over what it was at ``base``."""

    KIND: ClassVar = "session_report"
    base: int
    text: str


def _open(state: SessionReportState, command: OpenSessionReport, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    group = context.groups.get(command.group)
    if group is None:
        raise NotFoundError("group-unknown")
    session = find(group.sessions, command.session)
    if session is None:
        raise NotFoundError("entry-not-found")
    if session.state != "held":
        raise RefusedError("session-without-end", "session")
    if session.attended(context.actor) is None:
        raise NotPermittedError("not-present")
    present = tuple(Id(row.member) for row in session.present)
    return [SessionReportOpened(Id(command.report), Id(command.group), Id(command.session), present)]


def _write(state: SessionReportState, command: WriteSessionReport, context: Context) -> list[Event]:
    if context.actor not in state.present:
        raise NotPermittedError("not-present")
    if command.base != state.rev:
        raise ConflictError("entry-changed", rev=state.rev)
    text = prose(command.text, "text")
    if text == state.text:
        raise RefusedError("nothing-changed", "text")
    return [SessionReportWritten(command.base, text)]


def _opened(state: SessionReportState, event: SessionReportOpened, meta: Meta) -> SessionReportState | None:
    if state.opened or meta.by not in event.present:
        return None
    return replace(state, id=event.report, group=event.group, session=event.session, present=event.present)


def _written(state: SessionReportState, event: SessionReportWritten, meta: Meta) -> SessionReportState | None:
    if meta.by not in state.present or event.base != state.rev:
        return None
    return replace(state, text=event.text, by=meta.by, at_ms=meta.at_ms, rev=state.rev + 1)


DECIDE: Deciders = {OpenSessionReport: _open, WriteSessionReport: _write}
FOLD: Folders = {SessionReportOpened: _opened, SessionReportWritten: _written}
