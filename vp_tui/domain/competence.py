"""The competence passport (vakbekwaamheidspaspoort): training, intervision and supervision, as hours with evidence.

Invariant: what counts has been, took place when nothing else did, and has an end; one proof counts once. Evidence is
known here by its SHA-256; the document itself is an attachment or stays on paper. Which hours are needed is in
``rulesets``, how far one is in ``passport``.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes, rulesets
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.attendance import session_digest
from vp_tui.domain.core import CodeText
from vp_tui.domain.group_file import GroupState
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.personal_parts import Activity, Certification
from vp_tui.domain.span import MaybeTime, minutes, overlapping, require_alone, span
from vp_tui.domain.text import Line, Short, line
from vp_tui.errors import NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "ActivityDropped",
    "ActivityPut",
    "CertificationSet",
    "DropActivity",
    "RecordActivity",
    "SetCertification",
    "from_session",
]

MOST_MINUTES = 100 * 60
_EVIDENCE = r"([0-9a-f]{64})?"


class ActivityPut(Event, frozen=True):
    activity: Id
    base: Base
    kind: CodeText
    on: datetime.date
    minutes: Annotated[int, Bounds(ge=1, le=MOST_MINUTES)]
    start: MaybeTime = ""
    end: MaybeTime = ""
    title: Line = ""
    provider: Line = ""
    evidence: Annotated[str, Bounds(pattern=rf"\A{_EVIDENCE}\Z")] = ""
    source: Id | None = None


class ActivityDropped(Event, frozen=True):
    activity: Id
    base: Base


class CertificationSet(Event, frozen=True):
    scheme: Short
    since: datetime.date
    number: Short = ""


class _Personal(Command, frozen=True):
    KIND: ClassVar = "personal"
    OPENS: ClassVar = True


class RecordActivity(_Personal, frozen=True):
    """Uren vastleggen: ``kind`` PE-xx, either ``start`` and ``end`` of one day, or ``minutes`` (a course of several
    days counts on its last one); ``evidence`` as SHA-256 in hexadecimal."""

    activity: bytes
    kind: str
    on: datetime.date
    title: str
    minutes: int = 0
    start: str = ""
    end: str = ""
    provider: str = ""
    evidence: str = ""
    source: bytes = b""
    base: int = 0


class DropActivity(_Personal, frozen=True):
    """Uren weghalen."""

    activity: bytes
    base: int


class SetCertification(_Personal, frozen=True):
    """Registratie of aanstelling vastleggen: the scheme (``rulesets.SCHEMES``), since when, and its number."""

    scheme: str
    since: datetime.date
    number: str = ""


def from_session(group: GroupState, session: bytes, member: bytes, activity: bytes, title: str) -> RecordActivity:
    """The activity of a session that this member has signed for, the digest of the signed record being the evidence:
    intervision, or with a facilitator from outside the yearly refresher in Belgium.

    NotFoundError ``entry-not-found``, RefusedError ``session-without-end``, NotPermittedError ``not-signed``.
    """
    evidence = session_digest(group, session)
    row = find(group.sessions, session)
    assert row is not None, "what has a digest is there"
    there = row.attended(member) if member in row.signed_by else None
    if there is None:
        raise NotPermittedError("not-signed")
    guided = group.profile == "BE" and row.facilitator not in (*group.members, *group.former)
    return RecordActivity(
        activity,
        "PE-BIJ" if guided else "PE-INT",
        row.on,
        title,
        start=there.start,
        end=there.end,
        evidence=evidence,
        source=session,
    )


def _kept(state: PersonalState) -> tuple[Activity, ...]:
    return tuple(row for row in state.activities if not row.dropped)


def _record(state: PersonalState, command: RecordActivity, context: Context) -> list[Event]:
    before = to_put(state.activities, command.activity, command.base)
    if before is not None and before.dropped:
        raise NotFoundError("entry-not-found")
    start, end, took = _took(command)
    evidence = command.evidence.strip().lower()
    if not re.fullmatch(_EVIDENCE, evidence):
        raise RefusedError("evidence-form", "evidence")
    made = Activity(
        command.activity,
        codes.checked(command.kind, ("education",), "kind", context.today),
        on_or_before_today(command.on, context, "on"),
        took,
        start,
        end,
        line(command.title, "title"),
        line(command.provider, "provider", required=False),
        evidence,
        command.source,
    )
    others = [row for row in _kept(state) if row.id != made.id]
    if any((made.evidence and row.evidence == made.evidence) or _same(row, made) for row in others):
        raise RefusedError("evidence-used", "evidence")
    require_alone(made, others)
    if before is not None and replace(made, rev=before.rev) == before:
        raise RefusedError("nothing-changed", "title")
    return [
        ActivityPut(
            Id(made.id),
            command.base,
            made.kind,
            made.on,
            made.minutes,
            made.start,
            made.end,
            made.title,
            made.provider,
            made.evidence,
            Id(made.source) if made.source else None,
        )
    ]


def _same(one: Activity, other: Activity) -> bool:
    """Both are of the same session."""
    return bool(one.source) and one.source == other.source


def _took(command: RecordActivity) -> tuple[str, str, int]:
    if command.start or command.end:
        start, end = span(command.start, command.end)
        took = minutes(start, end)
        if command.minutes not in (0, took):
            raise RefusedError("minutes-differ", "minutes", n=took)
        return start, end, took
    if not 1 <= command.minutes <= MOST_MINUTES:
        raise RefusedError("number-out-of-range", "minutes", least=1, most=MOST_MINUTES)
    return "", "", command.minutes


def _drop(state: PersonalState, command: DropActivity, context: Context) -> list[Event]:
    if seen(state.activities, command.activity, command.base).dropped:
        raise NotFoundError("entry-not-found")
    return [ActivityDropped(Id(command.activity), command.base)]


def _certify(state: PersonalState, command: SetCertification, context: Context) -> list[Event]:
    if command.scheme not in rulesets.SCHEMES:
        raise RefusedError("choice-unknown", "scheme")
    since = on_or_before_today(command.since, context, "since")
    made = Certification(command.scheme, since, line(command.number, "number", required=False))
    if made in state.certifications:
        raise RefusedError("nothing-changed", "since")
    return [CertificationSet(made.scheme, made.since, made.number)]


def _put(state: PersonalState, event: ActivityPut, meta: Meta) -> PersonalState | None:
    row = find(state.activities, event.activity)
    if not may_put(state.activities, event.activity, event.base) or (row is not None and row.dropped):
        return None
    if (event.start or event.end) and minutes(event.start, event.end) != event.minutes:
        return None
    made = Activity(
        event.activity,
        event.kind,
        event.on,
        event.minutes,
        event.start,
        event.end,
        event.title,
        event.provider,
        event.evidence,
        event.source or b"",
        event.base + 1,
    )
    if overlapping(made, _kept(state)):
        return None
    return replace(state, activities=put(state.activities, made))


def _dropped(state: PersonalState, event: ActivityDropped, meta: Meta) -> PersonalState | None:
    row = at(state.activities, event.activity, event.base)
    if row is None or row.dropped:
        return None
    return replace(state, activities=put(state.activities, replace(row, rev=row.rev + 1, dropped=True)))


def _certified(state: PersonalState, event: CertificationSet, meta: Meta) -> PersonalState:
    others = tuple(row for row in state.certifications if row.scheme != event.scheme)
    made = Certification(event.scheme, event.since, event.number)
    return replace(state, certifications=(*others, made))


DECIDE: Deciders = {RecordActivity: _record, DropActivity: _drop, SetCertification: _certify}
FOLD: Folders = {ActivityPut: _put, ActivityDropped: _dropped, CertificationSet: _certified}
