"""The supervision log (supervisielog): talks of a supervisee with a supervisor, signed by both.

Invariant: hours count only when both have signed the same canonical record; changing it takes the signatures off, and
after the second one nothing changes any more: corrections are addenda in a chain. There is no field for a case. The
coordinator reads none of this; what she may know is in ``hours``.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain import addenda, codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.addenda import AddAddendum, Addendum, AddendumAdded
from vp_tui.domain.canonical import (
    Digest,
    Signature,
    canonical,
    digest,
    require_current,
    require_device,
    signed,
    signers,
)
from vp_tui.domain.core import CodeText
from vp_tui.domain.extract import supervisor_for
from vp_tui.domain.group import require_no_colleague
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.span import Time, minutes, overlapping, require_alone, span
from vp_tui.domain.text import prose
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "Log",
    "LogPut",
    "LogReturned",
    "LogSigned",
    "OpenSupervision",
    "PutLog",
    "ReturnLog",
    "SignLog",
    "SupervisionOpened",
    "SupervisionState",
    "canonical_log",
    "supervised",
]

MOST_THEMES = 8


class Log(Struct, frozen=True):
    """One talk. ``state`` draft, submitted (the supervisee has signed), returned or signed (both have)."""

    id: bytes
    kind: str
    on: datetime.date
    start: str
    end: str
    goals: str
    themes: tuple[str, ...]
    agreements: str
    state: str = "draft"
    message: str = ""
    signatures: tuple[Signature, ...] = ()
    digest: str = ""
    addenda: tuple[Addendum, ...] = ()
    rev: int = 1

    @property
    def minutes(self) -> int:
        """How long it took, signed or not."""
        return minutes(self.start, self.end)


class SupervisionState(Struct, frozen=True):
    id: bytes = b""
    supervisee: bytes = b""
    supervisor: bytes = b""
    logs: tuple[Log, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who holds keys: these two and nobody else."""
        return frozenset({self.supervisee, self.supervisor})

    def require_supervisee(self, context: Context) -> None:
        """NotPermittedError unless the actor keeps this log."""
        if context.actor != self.supervisee:
            raise NotPermittedError("not-your-log")

    def both_signed(self, log: Log) -> bool:
        """Both signatures stand under the record as it is."""
        return signers(log.signatures, log.digest) == self.readers


class SupervisionOpened(Event, frozen=True):
    supervision: Id
    supervisor: Id


class LogPut(Event, frozen=True):
    PROSE: ClassVar = ("goals", "agreements")
    log: Id
    base: Base
    kind: CodeText
    on: datetime.date
    start: Time
    end: Time
    goals: str = ""
    themes: Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_THEMES)] = ()
    agreements: str = ""


class LogSigned(Event, frozen=True):
    log: Id
    digest: Digest


class LogReturned(Event, frozen=True):
    log: Id
    base: Base
    text: str


class _OnSupervision(Command, frozen=True):
    KIND: ClassVar = "supervision"


class OpenSupervision(_OnSupervision, frozen=True):
    """Supervisie beginnen with one supervisor."""

    OPENS: ClassVar = True
    supervision: bytes
    supervisor: bytes


class PutLog(_OnSupervision, frozen=True):
    """Verslag van een supervisiegesprek schrijven or change: ``kind`` SV-xx, ``themes`` TH-xx, local times."""

    log: bytes
    kind: str
    on: datetime.date
    start: str
    end: str
    goals: str = ""
    themes: tuple[str, ...] = ()
    agreements: str = ""
    base: int = 0


class SignLog(_OnSupervision, frozen=True):
    """Tekenen: the supervisee first, which submits it, then the supervisor; ``digest`` of what was read."""

    log: bytes
    digest: str


class ReturnLog(_OnSupervision, frozen=True):
    """Terugsturen, with what is to be changed."""

    log: bytes
    base: int
    text: str


def canonical_log(state: SupervisionState, log: Log) -> bytes:
    """What both sign: the two people, day and times, kind, goals, themes, agreements."""
    return canonical(
        "supervision-log",
        supervision=state.id,
        supervisee=state.supervisee,
        supervisor=state.supervisor,
        log=log.id,
        kind=log.kind,
        on=log.on,
        start=log.start,
        end=log.end,
        goals=log.goals,
        themes=sorted(log.themes),
        agreements=log.agreements,
    )


def supervised(state: SupervisionState) -> dict[tuple[int, str], int]:
    """Minutes per year and kind SV-xx, of what both have signed and of nothing else."""
    found: dict[tuple[int, str], int] = {}
    for log in state.logs:
        if state.both_signed(log):
            key = (log.on.year, log.kind)
            found[key] = found.get(key, 0) + log.minutes
    return found


def _open(state: SupervisionState, command: OpenSupervision, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    return [SupervisionOpened(Id(command.supervision), supervisor_for(command.supervisor, context, "supervisor"))]


def _put(state: SupervisionState, command: PutLog, context: Context) -> list[Event]:
    state.require_supervisee(context)
    before = to_put(state.logs, command.log, command.base)
    if before is not None and before.state == "signed":
        raise RefusedError("log-signed")
    on = on_or_before_today(command.on, context, "on")
    start, end = span(command.start, command.end)
    themes = tuple(dict.fromkeys(codes.checked(theme, ("theme",), "themes", context.today) for theme in command.themes))
    if len(themes) > MOST_THEMES:
        raise RefusedError("number-out-of-range", "themes", least=0, most=MOST_THEMES)
    kind = codes.checked(command.kind, ("supervision",), "kind", context.today)
    goals = prose(command.goals, "goals", required=False)
    agreements = prose(command.agreements, "agreements", required=False)
    after = Log(command.log, kind, on, start, end, goals, themes, agreements)
    if before is not None and canonical_log(state, before) == canonical_log(state, after):
        raise RefusedError("nothing-changed", "agreements")
    require_alone(after, state.logs)
    return [LogPut(Id(command.log), command.base, kind, on, start, end, goals, themes, agreements)]


def _sign(state: SupervisionState, command: SignLog, context: Context) -> list[Event]:
    if context.actor not in state.readers:
        raise NotPermittedError("not-your-log")
    row = find(state.logs, command.log)
    if row is None:
        raise NotFoundError("entry-not-found")
    current = require_current(command.digest, row.digest)
    if row.state == "signed":
        raise RefusedError("log-signed")
    if context.actor == state.supervisor:
        require_no_colleague(state.supervisor, state.supervisee, context, "log")
        if row.state != "submitted":
            raise RefusedError("log-not-submitted")
        require_device(row.signatures, context)
    elif row.state == "submitted" and not any(signature.device in context.revoked for signature in row.signatures):
        raise RefusedError("signed-already", "digest")
    return [LogSigned(Id(command.log), current)]


def _return(state: SupervisionState, command: ReturnLog, context: Context) -> list[Event]:
    if context.actor != state.supervisor:
        raise NotPermittedError("not-your-log")
    row = seen(state.logs, command.log, command.base)
    if row.state != "submitted":
        raise RefusedError("log-not-submitted")
    return [LogReturned(Id(command.log), command.base, prose(command.text, "text"))]


def _add(state: SupervisionState, command: AddAddendum, context: Context) -> list[Event]:
    if context.actor not in state.readers:
        raise NotPermittedError("not-your-log")
    row = find(state.logs, command.of)
    if row is None:
        raise NotFoundError("entry-not-found")
    if row.state != "signed":
        raise RefusedError("log-not-signed")
    return addenda.event(row.digest, row.addenda, command)


def _opened(state: SupervisionState, event: SupervisionOpened, meta: Meta) -> SupervisionState | None:
    if state.opened or event.supervisor == meta.by:
        return None
    return replace(state, id=event.supervision, supervisee=meta.by, supervisor=event.supervisor)


def _written(state: SupervisionState, event: LogPut, meta: Meta) -> SupervisionState | None:
    row = find(state.logs, event.log)
    if meta.by != state.supervisee or not may_put(state.logs, event.log, event.base):
        return None
    if (row is not None and row.state == "signed") or event.end <= event.start:
        return None
    after = Log(event.log, event.kind, event.on, event.start, event.end, event.goals, event.themes, event.agreements)
    if overlapping(after, state.logs):
        return None
    after = replace(after, digest=digest(canonical_log(state, after)), rev=event.base + 1)
    return replace(state, logs=put(state.logs, after))


def _signed(state: SupervisionState, event: LogSigned, meta: Meta) -> SupervisionState | None:
    row = find(state.logs, event.log)
    if row is None or meta.by not in state.readers or row.state == "signed" or event.digest != row.digest:
        return None
    if meta.by == state.supervisor and row.state != "submitted":
        return None
    signatures = signed(row.signatures, event.digest, meta)
    to = "signed" if meta.by == state.supervisor else "submitted"
    return replace(state, logs=put(state.logs, replace(row, state=to, signatures=signatures, rev=row.rev + 1)))


def _returned(state: SupervisionState, event: LogReturned, meta: Meta) -> SupervisionState | None:
    row = at(state.logs, event.log, event.base)
    if row is None or meta.by != state.supervisor or row.state != "submitted":
        return None
    after = replace(row, state="returned", message=event.text, signatures=(), rev=row.rev + 1)
    return replace(state, logs=put(state.logs, after))


def _added(state: SupervisionState, event: AddendumAdded, meta: Meta) -> SupervisionState | None:
    row = find(state.logs, event.of)
    if row is None or meta.by not in state.readers or row.state != "signed":
        return None
    rows = addenda.added(row.digest, row.addenda, event, meta)
    return None if rows is None else replace(state, logs=put(state.logs, replace(row, addenda=rows)))


DECIDE: Deciders = {
    OpenSupervision: _open,
    PutLog: _put,
    SignLog: _sign,
    ReturnLog: _return,
    AddAddendum: _add,
}
FOLD: Folders = {
    SupervisionOpened: _opened,
    LogPut: _written,
    LogSigned: _signed,
    LogReturned: _returned,
    AddendumAdded: _added,
}
