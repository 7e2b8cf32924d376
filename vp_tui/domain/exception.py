"""The breach of confidentiality (doorbreking), after a dilemma was weighed, and as little of it as possible.

Invariant: a breach needs every condition answered, and a named colleague consulted unless there is acute danger; it
cannot be finished without "the reporter was informed on … of …", or the reason why she could not be and the next
attempt, which stays a red task (source text 003; domain reference, 2.2). It lives in the owner's personal notes.
"""

from __future__ import annotations

import datetime
from typing import ClassVar

from msgspec.structs import replace

from vp_tui.domain import party as parties
from vp_tui.domain.act import Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.dilemma import Attempt, Breach
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at
from vp_tui.domain.party import Party
from vp_tui.domain.text import prose
from vp_tui.domain.weighing import CONDITIONS, OnSeenDilemma, changed, row_at, weighed
from vp_tui.errors import RefusedError

__all__ = [
    "AttemptRecorded",
    "BreakConfidentiality",
    "ConfidentialityBroken",
    "ExceptionFinished",
    "FinishException",
    "InformReporter",
    "RecordAttempt",
    "ReporterInformed",
    "dues",
    "unsettled",
]

CONSENTED, DANGER = "DB-TO", "DB-GV"


class ConfidentialityBroken(Event, frozen=True):
    PROSE: ClassVar = ("content",)
    dilemma: Id
    base: Base
    party: Party
    content: str
    on: datetime.date


class ReporterInformed(Event, frozen=True):
    PROSE: ClassVar = ("of",)
    dilemma: Id
    base: Base
    on: datetime.date
    of: str


class AttemptRecorded(Event, frozen=True):
    PROSE: ClassVar = ("why",)
    dilemma: Id
    base: Base
    on: datetime.date
    why: str
    again: datetime.date


class ExceptionFinished(Event, frozen=True):
    PROSE: ClassVar = ("account",)
    dilemma: Id
    base: Base
    account: str


class BreakConfidentiality(OnSeenDilemma, frozen=True):
    """Doorbreking vastleggen: what was told to whom."""

    party: Party
    content: str
    on: datetime.date | None = None


class InformReporter(OnSeenDilemma, frozen=True):
    """Melder geïnformeerd, on which day and of what."""

    of: str
    on: datetime.date | None = None


class RecordAttempt(OnSeenDilemma, frozen=True):
    """Melder niet kunnen informeren: why, and when it is tried again."""

    why: str
    again: datetime.date


class FinishException(OnSeenDilemma, frozen=True):
    """Afronden, with the account of what was decided and why."""

    account: str


def unsettled(notes: NotesState) -> bool:
    """Whether an exception is not accounted for, or its reporter not informed."""
    return any(row.unsettled for row in notes.exceptions)


def dues(notes: NotesState) -> list[datetime.date]:
    """When a reporter is to be informed of what was told without her consent; late from the day of the breach on."""
    return [
        row.attempts[-1].again if row.attempts else row.breaches[-1].on for row in notes.exceptions if row.uninformed
    ]


def _break(state: NotesState, command: BreakConfidentiality, context: Context) -> list[Event]:
    row = row_at(state, command, context, "dilemma", "breach")
    if row.ground == CONSENTED:
        raise RefusedError("exception-with-consent", "party")
    if not weighed(row):
        answered = len(row.conditions)
        if answered < len(CONDITIONS):
            raise RefusedError("exception-conditions-open", n=len(CONDITIONS) - answered)
        raise RefusedError("exception-condition-no")
    if not row.consultations and row.ground != DANGER:
        raise RefusedError("exception-not-consulted")
    party = parties.checked(command.party, context)
    on = on_or_before_today(command.on or context.today, context, "on")
    return [ConfidentialityBroken(Id(row.id), command.base, party, prose(command.content, "content"), on)]


def _inform(state: NotesState, command: InformReporter, context: Context) -> list[Event]:
    row = row_at(state, command, context, "breach", "finished")
    on = on_or_before_today(command.on or context.today, context, "on")
    return [ReporterInformed(Id(row.id), command.base, on, prose(command.of, "of"))]


def _attempt(state: NotesState, command: RecordAttempt, context: Context) -> list[Event]:
    row = row_at(state, command, context, "breach", "finished")
    if command.again <= context.today:
        raise RefusedError("attempt-in-past", "again")
    return [AttemptRecorded(Id(row.id), command.base, context.today, prose(command.why, "why"), command.again)]


def _finish(state: NotesState, command: FinishException, context: Context) -> list[Event]:
    row = row_at(state, command, context, "dilemma", "breach")
    if row.uninformed and not row.attempts:
        raise RefusedError("reporter-not-informed", "account")
    return [ExceptionFinished(Id(row.id), command.base, prose(command.account, "account"))]


def _broken(state: NotesState, event: ConfidentialityBroken, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage == "finished" or row.ground == CONSENTED or not weighed(row):
        return None
    breaches = (*row.breaches, Breach(event.party, event.content, event.on))
    # The reporter hears of each of them.
    after = replace(row, stage="breach", breaches=breaches, informed_on=None, informed_of="", attempts=())
    return changed(state, row, after, meta)


def _informed(state: NotesState, event: ReporterInformed, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage == "dilemma" or not event.of:
        return None
    return changed(state, row, replace(row, informed_on=event.on, informed_of=event.of), meta)


def _attempted(state: NotesState, event: AttemptRecorded, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage == "dilemma":
        return None
    made = Attempt(event.on, event.why, event.again)
    return changed(state, row, replace(row, attempts=(*row.attempts, made)), meta)


def _finished(state: NotesState, event: ExceptionFinished, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage == "finished" or (row.uninformed and not row.attempts):
        return None
    return changed(state, row, replace(row, stage="finished", account=event.account), meta)


DECIDE: Deciders = {
    BreakConfidentiality: _break,
    InformReporter: _inform,
    RecordAttempt: _attempt,
    FinishException: _finish,
}
FOLD: Folders = {
    ConfidentialityBroken: _broken,
    ReporterInformed: _informed,
    AttemptRecorded: _attempted,
    ExceptionFinished: _finished,
}
