"""Undo (ongedaan maken): the command that takes the last act back, as long as it can be taken back.

Invariant: what was disclosed cannot be taken back by anybody, so no disclosure has an opposite here; nor has an act
that somebody else has built on, since the opposite is judged by the same rules as every command and names the revision
that the act made. What was written stays in the log. Ten minutes (``WITHIN_MS``).
"""

from __future__ import annotations

from collections.abc import Sequence

from vp_tui.domain.act import Command, Event
from vp_tui.domain.appointment import AppointmentPut, MoveAppointment, PutAppointment
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.closing import CaseClosed, ReopenCase
from vp_tui.domain.consent import ConsentRecorded, WithdrawConsent, gone
from vp_tui.domain.core import CoreRevised, ReviseCore
from vp_tui.domain.intake import IntakeTicked, SafeContactSet, SetSafeContact, TickIntake
from vp_tui.domain.keyed import find
from vp_tui.domain.next_action import CompleteNextAction, NextActionDone, NextActionSet, SetNextAction
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWritten, ReviseNote, WithdrawNote
from vp_tui.domain.options import ChooseOption, DropOption, OptionChosen, OptionDropped, OptionPut, PutOption
from vp_tui.domain.progress import ChangeState, StateChanged, reachable
from vp_tui.domain.reporters import DropReporter, ReporterAdded
from vp_tui.domain.sides import CaseLinked, CaseUnlinked, LinkCase, UnlinkCase
from vp_tui.domain.steps import MoveStep, PutStep, StepMoved, StepPut
from vp_tui.domain.steps import reachable as step_reachable
from vp_tui.domain.tags import SnoozeCase, Snoozed, TagCase, TagsChanged
from vp_tui.domain.timeline import find as find_item

__all__ = ["WITHIN_MS", "undo"]

WITHIN_MS = 10 * 60 * 1000


def undo(
    before: CaseState, after: CaseState, events: Sequence[Event], done_ms: int, now_ms: int, why: str = ""
) -> Command | None:
    """What takes back ``events``, which led from ``before`` to ``after`` at ``done_ms``; None if nothing does, or too
    much time has passed. ``why`` is the reason that reopening a case asks for."""
    if now_ms - done_ms > WITHIN_MS or len(events) != 1:
        return None
    event = events[0]
    return _written(before, event) or _ordered(before, event, why) or _planned(before, after, event)


def _written(before: CaseState, event: Event) -> Command | None:
    match event:
        case NoteWritten() | ConversationRecorded():
            return WithdrawNote(event.note, 1)
        case NoteRevised():
            item = find_item(before.timeline, event.note)
            if item is None:
                return None
            if item.kind == "note":
                return ReviseNote(item.id, event.base + 1, item.text)
            return ReviseNote(item.id, event.base + 1, item.text, item.on, item.minutes, item.channel)
        case CoreRevised():
            return ReviseCore(event.field, event.base + 1, getattr(before, event.field))
        case SafeContactSet() if before.safe is not None:
            return SetSafeContact(event.base + 1, before.safe)
        case IntakeTicked():
            on = before.intake.get(event.item)
            return TickIntake(event.item, on, done=on is not None)
        case ReporterAdded():
            return DropReporter(event.reporter, 1)
        case CaseLinked():
            return UnlinkCase(event.other)
        case CaseUnlinked():
            return LinkCase(event.other)
    return None


def _ordered(before: CaseState, event: Event, why: str) -> Command | None:
    match event:
        case NextActionSet() | NextActionDone():
            if before.next is None:
                return CompleteNextAction(event.base + 1)
            return SetNextAction(event.base + 1, before.next.what, before.next.due)
        case StateChanged() if before.state in reachable(event.to):
            return ChangeState(before.state, before.waiting_for)
        case CaseClosed() if why:
            return ReopenCase(why)
        case TagsChanged():
            return TagCase(event.remove, event.add)
        case Snoozed():
            return SnoozeCase(before.snoozed)
    return None


def _planned(before: CaseState, after: CaseState, event: Event) -> Command | None:
    match event:
        case OptionPut() | OptionDropped():
            option = find(before.options, event.option)
            if option is None or option.dropped:
                return DropOption(event.option, event.base + 1)
            return PutOption(
                option.id,
                option.goal,
                option.step,
                option.consequences,
                option.risk,
                option.who_knows,
                option.reversible,
                event.base + 1,
            )
        case OptionChosen() if before.choice is not None:
            return ChooseOption(event.base + 1, before.choice.option, before.choice.on, before.choice.words)
        case ConsentRecorded() if not gone(after, event.consent):
            return WithdrawConsent(event.consent)
        case StepPut():
            return _step(before, event)
        case StepMoved():
            step, moved = find(before.steps, event.step), find(after.steps, event.step)
            if step is not None and moved is not None and step.status in step_reachable(moved):
                # Under way again with the confidant would be a disclosure.
                return None if step.who != "reporter" else MoveStep(step.id, moved.rev, step.status)
        case AppointmentPut():
            row = find(before.appointments, event.appointment)
            if row is None:
                return MoveAppointment(event.appointment, 1, "cancelled")
            return PutAppointment(row.id, row.on, row.time, row.minutes, row.place, event.base + 1)
    return None


def _step(before: CaseState, event: StepPut) -> Command | None:
    step = find(before.steps, event.step)
    if step is None:
        return MoveStep(event.step, 1, "dropped")
    if step.status != "intended":
        # What was said about it would have to be said again.
        return None
    return PutStep(
        step.id,
        step.code,
        step.who,
        step.what,
        step.consequences,
        step.due,
        step.promised_by,
        step.party,
        step.agreements,
        step.preparation,
        event.base + 1,
    )
