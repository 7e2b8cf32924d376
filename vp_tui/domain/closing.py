"""Closing (afsluiten), aftercare (nazorg) and reopening (heropenen).

Invariant: a case is closed with a reason from the list and never with an open promise; it counts as closed only when
every agreed moment of aftercare has been asked about. There is no verdict: the reasons say how the talking ended.
"""

from __future__ import annotations

import calendar
import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import Aftercare, CaseState
from vp_tui.domain.core import CodeText, alias_for
from vp_tui.domain.text import Phrase, line
from vp_tui.domain.timeline import Item
from vp_tui.errors import RefusedError

__all__ = [
    "AftercareDone",
    "CaseClosed",
    "CaseReopened",
    "CloseCase",
    "RecordAftercare",
    "ReopenCase",
    "close",
    "usual_aftercare",
]

MOST_AFTERCARE = 12


class CaseClosed(Event, frozen=True):
    FACTS: ClassVar = ("reason", "on")
    reason: CodeText
    on: datetime.date
    aftercare: Annotated[tuple[datetime.date, ...], Bounds(max_length=MOST_AFTERCARE)] = ()
    evaluation: CodeText | None = None


class AftercareDone(Event, frozen=True):
    FACTS: ClassVar = ("due", "outcome", "retaliation")
    due: datetime.date
    outcome: CodeText
    retaliation: CodeText | None = None


class CaseReopened(Event, frozen=True):
    why: Phrase


class CloseCase(Command, frozen=True):
    """Zaak afsluiten. ``reason`` AF-xx; ``aftercare`` the agreed dates, none if the reporter wants none; in aftercare
    it replaces what is left of the plan. An open next action is dropped only if ``drop_next_action`` says so."""

    reason: str
    on: datetime.date | None = None
    aftercare: tuple[datetime.date, ...] = ()
    evaluation: str = ""
    drop_next_action: bool = False


class RecordAftercare(Command, frozen=True):
    """Nazorg vastleggen: the outcome is the reporter's (EV-xx), ``retaliation`` what came of it for her (BN-xx)."""

    due: datetime.date
    outcome: str
    retaliation: str = ""


class ReopenCase(Command, frozen=True):
    """Zaak heropenen, with the reason in words."""

    why: str


def usual_aftercare(on: datetime.date) -> tuple[datetime.date, ...]:
    """Two weeks, six weeks and three months after closing (domain reference, 1.1 rule 18); to be edited."""
    year, month = divmod(on.year * 12 + on.month - 1 + 3, 12)
    day = min(on.day, calendar.monthrange(year, month + 1)[1])
    return on + datetime.timedelta(weeks=2), on + datetime.timedelta(weeks=6), datetime.date(year, month + 1, day)


def close(command: CloseCase, received: datetime.date, context: Context) -> CaseClosed:
    """A closing that obeys the rules of one; also the end of a quick registration."""
    reason = codes.checked(command.reason, ("closing",), "reason", context.today)
    on = on_or_before_today(command.on or context.today, context, "on")
    if on < received:
        raise RefusedError("closed-before-received", "on")
    plan = tuple(sorted(set(command.aftercare)))
    if plan and plan[0] <= on:
        raise RefusedError("aftercare-before-closing", "aftercare")
    if len(plan) > MOST_AFTERCARE:
        raise RefusedError("aftercare-too-often", "aftercare", limit=MOST_AFTERCARE)
    evaluation = command.evaluation and codes.checked(command.evaluation, ("evaluation",), "evaluation", context.today)
    return CaseClosed(reason, on, plan, evaluation or None)


def _close(state: CaseState, command: CloseCase, context: Context) -> list[Event]:
    state.require_owner(context)
    state.require_open()
    if state.next is not None and not command.drop_next_action:
        raise RefusedError("next-action-open", "drop_next_action")
    return [close(command, state.received, context)]


def _record(state: CaseState, command: RecordAftercare, context: Context) -> list[Event]:
    state.require_writer(context)
    left = [moment.due for moment in state.aftercare if not moment.done_ms]
    if command.due not in left:
        raise RefusedError("aftercare-not-planned", "due")
    if left == [command.due] and state.next is not None:
        raise RefusedError("next-action-open", "due")
    outcome = codes.checked(command.outcome, ("evaluation",), "outcome", context.today)
    retaliation = command.retaliation and codes.checked(
        command.retaliation, ("retaliation",), "retaliation", context.today
    )
    return [AftercareDone(command.due, outcome, retaliation or None)]


def _reopen(state: CaseState, command: ReopenCase, context: Context) -> list[Event]:
    state.require_owner(context)
    if state.state not in ("aftercare", "closed"):
        raise RefusedError("case-not-closed")
    alias_for(state.alias, state.id, context)
    return [CaseReopened(line(command.why, "why"))]


def _closed(state: CaseState, event: CaseClosed, meta: Meta) -> CaseState | None:
    if not state.is_open or meta.by != state.owner:
        return None
    done = tuple(moment for moment in state.aftercare if moment.done_ms)
    return replace(
        state,
        state="aftercare" if event.aftercare else "closed",
        state_since_ms=meta.at_ms,
        waiting_for="",
        next=None,
        next_rev=state.next_rev + (state.next is not None),
        aftercare=done + tuple(Aftercare(due) for due in sorted(set(event.aftercare))),
        closed_reason=event.reason,
        closed_on=event.on,
        evaluation=event.evaluation or "",
    )


def _cared(state: CaseState, event: AftercareDone, meta: Meta) -> CaseState | None:
    due = next((moment for moment in state.aftercare if moment.due == event.due and not moment.done_ms), None)
    if due is None or state.state != "aftercare":
        return None
    done = Aftercare(event.due, meta.at_ms, event.outcome, event.retaliation or "")
    after = replace(state, aftercare=tuple(done if moment is due else moment for moment in state.aftercare))
    if all(moment.done_ms for moment in after.aftercare):
        return replace(after, state="closed", state_since_ms=meta.at_ms)
    return after


def _reopened(state: CaseState, event: CaseReopened, meta: Meta) -> CaseState | None:
    if state.state not in ("aftercare", "closed") or meta.by != state.owner:
        return None
    return replace(
        state,
        state="exploring",
        state_since_ms=meta.at_ms,
        aftercare=tuple(moment for moment in state.aftercare if moment.done_ms),
        closed_reason="",
        closed_on=None,
        evaluation="",
        timeline=(*state.timeline, Item("reopened", meta.record, meta.by, meta.at_ms, event.why)),
    )


DECIDE: Deciders = {CloseCase: _close, RecordAftercare: _record, ReopenCase: _reopen}
FOLD: Folders = {CaseClosed: _closed, AftercareDone: _cared, CaseReopened: _reopened}
