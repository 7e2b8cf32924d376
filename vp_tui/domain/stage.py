"""The stage of an integrity matter: from thinking aloud together to a formal report, and the norms that then run.

Invariant: before the first formal report the reporter has heard that the organisation then owns the matter and she
loses control of it, and what she decided is written down (domain reference, 2.2 and leap 29). A formal report is to be
acknowledged within seven days and answered within three months (Wet bescherming klokkenluiders).
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Stage
from vp_tui.domain.core import CodeText
from vp_tui.domain.dates import later
from vp_tui.domain.keyed import Base
from vp_tui.domain.text import Phrase, line, one_of
from vp_tui.errors import ConflictError, RefusedError

__all__ = ["NORMS", "MeetNorm", "NormMet", "SetStage", "StageSet", "is_report", "norm_dues"]

Norm = Literal["report-acknowledgement", "report-feedback"]
NORMS: tuple[Norm, ...] = get_args(Norm)
"""Ontvangstbevestiging, terugkoppeling."""

_SPANS = {"report-acknowledgement": (7, "d"), "report-feedback": (3, "m")}


class StageSet(Event, frozen=True):
    FACTS: ClassVar = ("stage", "on")
    base: Base
    stage: CodeText
    on: datetime.date
    warned: bool = False
    decision: Phrase = ""


class NormMet(Event, frozen=True):
    FACTS: ClassVar = ("norm", "on")
    norm: Norm
    on: datetime.date


class SetStage(Command, frozen=True):
    """Fase vastleggen; ``base`` is ``core_rev("stage")``. For a first formal report ``warned`` says that the reporter
    was told what it means, ``decision`` what she decided."""

    base: int
    stage: str
    on: datetime.date | None = None
    warned: bool = False
    decision: str = ""


class MeetNorm(Command, frozen=True):
    """Ontvangstbevestiging of terugkoppeling ontvangen."""

    norm: str
    on: datetime.date | None = None


def is_report(stage: str) -> bool:
    """Whether the stage is a formal report, internal, external or public."""
    return stage[:2] in ("IM", "EM", "OM")


def norm_dues(state: CaseState) -> list[tuple[str, datetime.date]]:
    """The norms that run since the first formal report and have not been met, each with its last day."""
    since = state.stage.reported_on if state.stage else None
    if since is None:
        return []
    return [(norm, later(since, *_SPANS[norm])) for norm in NORMS if norm not in state.norms]


def _set(state: CaseState, command: SetStage, context: Context) -> list[Event]:
    state.require_change(context)
    stage = codes.checked(command.stage, ("integrity_stage",), "stage", context.today)
    on = on_or_before_today(command.on or context.today, context, "on")
    if command.base != state.core_rev("stage"):
        raise ConflictError("core-changed", name="stage")
    first = is_report(stage) and (state.stage is None or not state.stage.warned)
    if first and not command.warned:
        raise RefusedError("stage-warning", "warned")
    decision = line(command.decision, "decision", required=first)
    if state.stage is not None and (stage, on) == (state.stage.code, state.stage.on):
        raise RefusedError("nothing-changed", "stage")
    return [StageSet(command.base, stage, on, command.warned, decision)]


def _meet(state: CaseState, command: MeetNorm, context: Context) -> list[Event]:
    state.require_change(context)
    norm = one_of(command.norm, NORMS, "norm")
    if norm not in dict(norm_dues(state)):
        raise RefusedError("norm-not-running", "norm")
    return [NormMet(norm, on_or_before_today(command.on or context.today, context, "on"))]


def _was_set(state: CaseState, event: StageSet, meta: Meta) -> CaseState | None:
    before = state.stage or Stage("", event.on)
    warned = before.warned or (event.warned and bool(event.decision))
    if event.base != state.core_rev("stage") or (is_report(event.stage) and not warned):
        return None
    reported_on = before.reported_on or (event.on if is_report(event.stage) else None)
    after = Stage(event.stage, event.on, warned, event.decision or before.decision, reported_on)
    return replace(state, stage=after, core_revs=state.core_revs | {"stage": event.base + 1})


def _met(state: CaseState, event: NormMet, meta: Meta) -> CaseState | None:
    if event.norm not in dict(norm_dues(state)):
        return None
    return replace(state, norms=state.norms | {event.norm: event.on})


DECIDE: Deciders = {SetStage: _set, MeetNorm: _meet}
FOLD: Folders = {StageSet: _was_set, NormMet: _met}
