"""What coordinators see of supervision and competence: hours per year and kind, and nothing else.

Invariant: there is no field for anything else. Minutes of supervision count when supervisee and supervisor have both
reported the same number; a member's own hours of training and intervision are her own statement. Written by the
clients of those two, in one act with the second signature.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.core import CodeText
from vp_tui.domain.ids import Id
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

__all__ = ["HoursOpened", "HoursReported", "HoursState", "OpenHours", "ReportHours", "Reported", "counted"]

MOST_MINUTES = 366 * 24 * 60


class Reported(Struct, frozen=True, array_like=True):
    by: bytes
    year: int
    code: str
    minutes: int


class HoursState(Struct, frozen=True):
    """Of one ``member``; with a ``supervisor`` for supervision, without for the rest."""

    member: bytes = b""
    supervisor: bytes = b""
    reported: tuple[Reported, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.member)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who writes; coordinators read as well."""
        return frozenset({self.member, self.supervisor} - {b""})


class HoursOpened(Event, frozen=True):
    member: Id
    supervisor: Id | None = None


class HoursReported(Event, frozen=True):
    year: Annotated[int, Bounds(ge=2000, le=9999)]
    code: CodeText
    minutes: Annotated[int, Bounds(ge=0, le=MOST_MINUTES)]


class OpenHours(Command, frozen=True):
    """Urenstaat beginnen, of the actor; ``supervisor`` for supervision."""

    KIND: ClassVar = "hours"
    OPENS: ClassVar = True
    supervisor: bytes = b""


class ReportHours(Command, frozen=True):
    """Uren van een jaar doorgeven: ``supervision_log.supervised`` gives the minutes per year and code."""

    KIND: ClassVar = "hours"
    year: int
    code: str
    minutes: int


def counted(state: HoursState) -> dict[tuple[int, str], int]:
    """Minutes per year and code that everybody who writes here has reported alike."""
    said: dict[tuple[int, str], dict[bytes, int]] = {}
    for row in state.reported:
        said.setdefault((row.year, row.code), {})[row.by] = row.minutes
    return {
        key: next(iter(by.values()))
        for key, by in said.items()
        if set(by) == state.readers and len(set(by.values())) == 1
    }


def _open(state: HoursState, command: OpenHours, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    if command.supervisor == context.actor:
        raise RefusedError("supervisor-unknown", "supervisor")
    return [HoursOpened(Id(context.actor), Id(command.supervisor) if command.supervisor else None)]


def _report(state: HoursState, command: ReportHours, context: Context) -> list[Event]:
    if context.actor not in state.readers:
        raise NotPermittedError("not-your-log")
    code = codes.checked(command.code, ("supervision",) if state.supervisor else ("education",), "code", context.today)
    if command.year > context.today.year:
        raise RefusedError("date-in-future", "year")
    if not 0 <= command.minutes <= MOST_MINUTES:
        raise RefusedError("number-out-of-range", "minutes", least=0, most=MOST_MINUTES)
    if Reported(context.actor, command.year, code, command.minutes) in state.reported:
        raise RefusedError("nothing-changed", "minutes")
    return [HoursReported(command.year, code, command.minutes)]


def _opened(state: HoursState, event: HoursOpened, meta: Meta) -> HoursState | None:
    if state.opened or event.member != meta.by or event.supervisor == event.member:
        return None
    return replace(state, member=event.member, supervisor=event.supervisor or b"")


def _reported(state: HoursState, event: HoursReported, meta: Meta) -> HoursState | None:
    found = codes.get(event.code)
    if meta.by not in state.readers or found is None or (found.list == "supervision") != bool(state.supervisor):
        return None
    made = Reported(meta.by, event.year, event.code, event.minutes)
    others = tuple(row for row in state.reported if (row.by, row.year, row.code) != (made.by, made.year, made.code))
    return replace(state, reported=(*others, made))


DECIDE: Deciders = {OpenHours: _open, ReportHours: _report}
FOLD: Folders = {HoursOpened: _opened, HoursReported: _reported}
