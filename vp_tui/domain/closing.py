"""Closing (afsluiten), aftercare (nazorg) and reopening (heropenen).

Invariant: a case is closed with a reason from the list and never with an open promise; out of scope, never without a
way onward; it counts as closed only when every agreed moment of aftercare has been asked about, or nobody answered any
more. Aftercare is planned with the reporter's consent to be contacted, by the channel she agreed to. There is no
verdict: the reasons say how the talking ended.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes, referral
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.calls import unanswered
from vp_tui.domain.case_file import Aftercare, CaseState
from vp_tui.domain.core import MOST_IMPACT, CodeText, alias_for, impact_for
from vp_tui.domain.dates import later
from vp_tui.domain.mandate import retention_due
from vp_tui.domain.promises import open_promises
from vp_tui.domain.referral import ReferralDeclined
from vp_tui.domain.text import Phrase, line, one_of
from vp_tui.domain.timeline import Item
from vp_tui.errors import RefusedError

__all__ = [
    "LEAST_ATTEMPTS",
    "PAPERS",
    "AftercareDone",
    "AftercareEnded",
    "CaseClosed",
    "CaseReopened",
    "CloseCase",
    "EndAftercare",
    "RecordAftercare",
    "ReopenCase",
    "close",
    "usual_aftercare",
]

MOST_AFTERCARE = 12
LEAST_ATTEMPTS = 3
"""Calls without an answer after which aftercare may end by itself."""

OUT_OF_SCOPE = "AF-BB"

Papers = Literal["", "destroyed", "returned", "none", "kept"]
PAPERS: tuple[Papers, ...] = get_args(Papers)
"""Not said, vernietigd, terug naar de melder, er zijn er geen, bewaard tot de bewaardatum."""


class CaseClosed(Event, frozen=True):
    FACTS: ClassVar = ("reason", "on")
    reason: CodeText
    on: datetime.date
    aftercare: Annotated[tuple[datetime.date, ...], Bounds(max_length=MOST_AFTERCARE)] = ()
    evaluation: CodeText | None = None
    aftercare_consent: datetime.date | None = None
    aftercare_channel: CodeText | None = None
    safer: CodeText | None = None
    papers: Papers = ""
    retention: datetime.date | None = None


class AftercareDone(Event, frozen=True):
    FACTS: ClassVar = ("due", "outcome", "retaliation")
    due: datetime.date
    outcome: CodeText
    retaliation: CodeText | None = None
    safer: CodeText | None = None
    impact: Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_IMPACT)] = ()


class AftercareEnded(Event, frozen=True):
    pass


class CaseReopened(Event, frozen=True):
    why: Phrase


class CloseCase(Command, frozen=True):
    """Zaak afsluiten. ``reason`` AF-xx; ``aftercare`` the agreed dates, none if the reporter wants none; in aftercare
    it replaces what is left of the plan. An open next action is dropped only if ``drop_next_action`` says so.

    ``aftercare_consent``: when she agreed to be contacted; ``aftercare_channel`` how, the case's own if nothing else
    was said. ``no_referral``: she wanted none. ``retention``: the last day of the file, by the mandate card if None.
    """

    reason: str
    on: datetime.date | None = None
    aftercare: tuple[datetime.date, ...] = ()
    evaluation: str = ""
    drop_next_action: bool = False
    aftercare_consent: datetime.date | None = None
    aftercare_channel: str = ""
    safer: str = ""
    papers: str = ""
    retention: datetime.date | None = None
    no_referral: bool = False


class RecordAftercare(Command, frozen=True):
    """Nazorg vastleggen: the outcome is the reporter's (EV-xx), ``retaliation`` what came of it for her (BN-xx)."""

    due: datetime.date
    outcome: str
    retaliation: str = ""
    safer: str = ""
    impact: tuple[str, ...] = ()


class EndAftercare(Command, frozen=True):
    """Nazorg beëindigen, because the reporter could not be reached any more; what was done stays as it is."""


class ReopenCase(Command, frozen=True):
    """Zaak heropenen, with the reason in words."""

    why: str


def usual_aftercare(on: datetime.date) -> tuple[datetime.date, ...]:
    """Two weeks, six weeks and three months after closing (domain reference, 1.1 rule 18); to be edited."""
    return later(on, 2, "w"), later(on, 6, "w"), later(on, 3, "m")


def close(command: CloseCase, state: CaseState, context: Context) -> list[Event]:
    """A closing that obeys the rules of one; also the end of a quick registration."""
    reason = codes.checked(command.reason, ("closing",), "reason", context.today)
    on = on_or_before_today(command.on or context.today, context, "on")
    if on < state.received:
        raise RefusedError("closed-before-received", "on")
    plan = tuple(sorted(set(command.aftercare)))
    if plan and plan[0] <= on:
        raise RefusedError("aftercare-before-closing", "aftercare")
    if len(plan) > MOST_AFTERCARE:
        raise RefusedError("aftercare-too-often", "aftercare", limit=MOST_AFTERCARE)
    agreed = (command.aftercare_consent or state.aftercare_consent) if plan else None
    if plan and agreed is None:
        raise RefusedError("aftercare-consent-missing", "aftercare_consent")
    on_or_before_today(agreed or on, context, "aftercare_consent")
    retention = command.retention or retention_due(on, context.mandate)
    if retention < on:
        raise RefusedError("retention-before-closing", "retention")
    events: list[Event] = []
    if _needs_way_onward(state, reason):
        if not command.no_referral:
            raise RefusedError("referral-missing", "no_referral")
        events.append(ReferralDeclined(on))
    return [
        *events,
        CaseClosed(
            reason,
            on,
            plan,
            _optional(command.evaluation, "evaluation", context) or None,
            agreed,
            (_optional(command.aftercare_channel, "channel", context) or state.channel) if plan else None,
            _optional(command.safer, "safety", context) or None,
            one_of(command.papers, PAPERS, "papers"),
            retention,
        ),
    ]


_FIELDS = {"channel": "aftercare_channel", "safety": "safer"}


def _optional(code: str, of: str, context: Context) -> str:
    return code and codes.checked(code, (of,), _FIELDS.get(of, of), context.today)


def _needs_way_onward(state: CaseState, reason: str) -> bool:
    out = reason == OUT_OF_SCOPE or (state.scope is not None and state.scope.verdict == "out")
    return out and not referral.answered(state)


def _close(state: CaseState, command: CloseCase, context: Context) -> list[Event]:
    state.require_owner(context)
    state.require_open()
    if state.next is not None and not command.drop_next_action:
        raise RefusedError("next-action-open", "drop_next_action")
    promises = [kind for kind, _ in open_promises(state, context, command.reason.upper()) if kind != "next-action"]
    if promises:
        kinds = " ".join(dict.fromkeys(promises))
        raise RefusedError("promises-open", n=len(promises), kinds=kinds)
    return close(command, state, context)


def _record(state: CaseState, command: RecordAftercare, context: Context) -> list[Event]:
    state.require_writer(context)
    left = [moment.due for moment in state.aftercare if not moment.done_ms]
    if command.due not in left:
        raise RefusedError("aftercare-not-planned", "due")
    if left == [command.due] and state.next is not None:
        raise RefusedError("next-action-open", "due")
    return [
        AftercareDone(
            command.due,
            codes.checked(command.outcome, ("evaluation",), "outcome", context.today),
            _optional(command.retaliation, "retaliation", context) or None,
            _optional(command.safer, "safety", context) or None,
            impact_for(command.impact, context),
        )
    ]


def _end(state: CaseState, command: EndAftercare, context: Context) -> list[Event]:
    state.require_writer(context)
    if state.state != "aftercare" or state.closed_on is None:
        raise RefusedError("not-in-aftercare")
    if state.next is not None:
        raise RefusedError("next-action-open")
    number = unanswered(state.calls, state.closed_on)
    if number < LEAST_ATTEMPTS:
        raise RefusedError("attempts-too-few", n=number, least=LEAST_ATTEMPTS)
    return [AftercareEnded()]


def _reopen(state: CaseState, command: ReopenCase, context: Context) -> list[Event]:
    state.require_owner(context)
    if state.state not in ("aftercare", "closed"):
        raise RefusedError("case-not-closed")
    alias_for(state.alias, state.id, context)
    return [CaseReopened(line(command.why, "why"))]


def _closed(state: CaseState, event: CaseClosed, meta: Meta) -> CaseState | None:
    unagreed = bool(event.aftercare) and event.aftercare_consent is None
    if not state.is_open or meta.by != state.owner or unagreed or _needs_way_onward(state, event.reason):
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
        aftercare_consent=event.aftercare_consent,
        aftercare_channel=event.aftercare_channel or "",
        safer=event.safer or "",
        papers=event.papers,
        retention=event.retention,
        snoozed=None,
    )


def _cared(state: CaseState, event: AftercareDone, meta: Meta) -> CaseState | None:
    due = next((moment for moment in state.aftercare if moment.due == event.due and not moment.done_ms), None)
    if due is None or state.state != "aftercare":
        return None
    done = Aftercare(
        event.due, meta.at_ms, event.outcome, event.retaliation or "", event.safer or "", event.impact
    )  # fmt: skip
    after = replace(state, aftercare=tuple(done if moment is due else moment for moment in state.aftercare))
    if all(moment.done_ms for moment in after.aftercare):
        return replace(after, state="closed", state_since_ms=meta.at_ms)
    return after


def _ended(state: CaseState, event: AftercareEnded, meta: Meta) -> CaseState | None:
    if state.state != "aftercare":
        return None
    asked = tuple(
        moment if moment.done_ms else replace(moment, done_ms=meta.at_ms, outcome="EV-NG") for moment in state.aftercare
    )
    return replace(state, aftercare=asked, state="closed", state_since_ms=meta.at_ms)


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
        aftercare_consent=None,
        safer="",
        papers="",
        retention=None,
        timeline=(*state.timeline, Item("reopened", meta.record, meta.by, meta.at_ms, event.why)),
    )


DECIDE: Deciders = {CloseCase: _close, RecordAftercare: _record, EndAftercare: _end, ReopenCase: _reopen}
FOLD: Folders = {CaseClosed: _closed, AftercareDone: _cared, AftercareEnded: _ended, CaseReopened: _reopened}
