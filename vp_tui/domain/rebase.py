"""Whether an act that lost the race for its place in a space may be repeated on top of the winner's.

Invariant: two acts commute only if the state they lead to does not depend on their order (but for the order of
arrival itself). Everything else is shown to the person, with what she typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from vp_tui.domain.act import Event
from vp_tui.domain.appointment import AppointmentMoved, AppointmentPut
from vp_tui.domain.attendance import SessionSigned
from vp_tui.domain.calls import CallLogged
from vp_tui.domain.casus import CasusAnswered, CasusChecked, CasusOffered, CasusText, CasusWithdrawn
from vp_tui.domain.casus_draft import CasusDraftDropped, CasusDraftPut, CasusDraftShared
from vp_tui.domain.closing import AftercareDone
from vp_tui.domain.competence import ActivityDropped
from vp_tui.domain.consent import ConsentWithdrawn
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.deputy import DeputyRemoved
from vp_tui.domain.draft import DraftWritten
from vp_tui.domain.intake import IntakeTicked, SafeContactSet, ScopeRecorded
from vp_tui.domain.learning import PointDropped, PointPublished
from vp_tui.domain.learning_note import LearningNoteDropped, LearningNotePut, LoadNoted
from vp_tui.domain.mandate import MandateSet
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.domain.options import OptionChosen, OptionDropped, OptionPut
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.practice import FingerprintCompared
from vp_tui.domain.pressure import PressureAnswered, PressureRecorded
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.referral import ReferralDeclined, ReferralMade, ReferralMoved
from vp_tui.domain.retaliation import RetaliationNoted
from vp_tui.domain.review import ChecklistAnswered, CommentDropped, CommentPut
from vp_tui.domain.route import RouteRemoved, RouteSet
from vp_tui.domain.sides import CaseLinked, CaseUnlinked
from vp_tui.domain.stage import NormMet, StageSet
from vp_tui.domain.steps import StepConsulted, StepMoved, StepPut
from vp_tui.domain.supervision_log import LogPut, LogReturned, LogSigned
from vp_tui.domain.tags import Snoozed, TagsChanged
from vp_tui.domain.text import fold_text

__all__ = ["commutes", "touched"]

_Touched: TypeAlias = tuple[str, str | bytes]
_STATE: _Touched = ("state", "")
_EVERYTHING: _Touched = ("everything", "")


def commutes(mine: Iterable[Event], theirs: Iterable[Event]) -> bool:
    """True if mine may follow theirs as it is: both only add, or they touch different things.

    False where they touch the same row, core field, next action, state or view, and wherever a space is opened or
    named, a case closed, reopened or handed over, or something leaves: what is disclosed is looked at by a person.
    """
    mine, theirs = tuple(mine), tuple(theirs)
    ours, others = set(touched(mine)), set(touched(theirs))
    if _EVERYTHING in ours or _EVERYTHING in others:
        return False
    return ours.isdisjoint(others | set(_relied(theirs))) and others.isdisjoint(_relied(mine))


def _relied(events: Iterable[Event]) -> Iterator[_Touched]:
    """What must stay as it is under events that do not change it."""
    return (("casus", event.casus) for event in events if isinstance(event, CasusAnswered))


def touched(events: Iterable[Event]) -> Iterator[_Touched]:
    """What the events change, by kind and id; ``everything`` for what concerns the whole."""
    for event in events:
        match event:
            case NoteWritten() | ConversationRecorded() | NoteRevised() | NoteWithdrawn():
                yield "note", event.note
            case CoreRevised():
                yield "core", event.field
            case NextActionSet() | NextActionDone():
                yield "next", ""
            case StateChanged():
                yield _STATE
            case AftercareDone():
                # The last one closes the case, so two of them race for its date.
                yield _STATE
            case DeputyRemoved():
                yield "deputy", ""
            case IntakeTicked():
                yield "intake", event.item
            case SafeContactSet():
                yield "core", "safe"
            case StageSet() | NormMet():
                yield "core", "stage"
            case ScopeRecorded() | ReferralDeclined():
                yield "scope", ""
            case OptionPut() | OptionDropped():
                yield "option", event.option
            case OptionChosen():
                yield "choice", ""
                if event.option is not None:
                    yield "option", event.option
            case ConsentWithdrawn():
                # Whatever was first, a withdrawal is put on top.
                yield "consent", event.consent
            case StepPut() | StepConsulted() | StepMoved():
                yield "step", event.step
            case DraftWritten():
                yield "draft", event.draft
            case ReferralMade() | ReferralMoved():
                yield "referral", event.referral
            case AppointmentPut() | AppointmentMoved():
                yield "appointment", event.appointment
            case CallLogged():
                yield "calls", ""
            case RetaliationNoted():
                yield "retaliation", ""
            case TagsChanged():
                yield "tags", ""
            case Snoozed():
                yield "snooze", ""
            case CaseLinked() | CaseUnlinked():
                yield "links", ""
            case RouteSet() | RouteRemoved():
                yield "route", event.route
            case PressureRecorded() | PressureAnswered():
                yield "pressure", event.pressure
            case MandateSet():
                yield "mandate", ""
            case PreferenceSet():
                yield "preference", event.name
            case SavedViewSet() | SavedViewRemoved():
                yield "view", fold_text(event.name)
            case CasusOffered() | CasusText() | CasusChecked() | CasusWithdrawn():
                yield "casus", event.casus
            case CasusAnswered():
                # An answer stands beside other answers, but not beside what becomes of the casus.
                yield "answer", event.answer
            case CommentPut() | CommentDropped():
                yield "comment", event.comment
            case ChecklistAnswered():
                yield "checklist", event.item
            case LogPut():
                # Two talks may overlap.
                yield from (("log", event.log), ("log-times", ""))
            case LogSigned() | LogReturned():
                yield "log", event.log
            case CasusDraftPut() | CasusDraftShared() | CasusDraftDropped():
                yield "casus-draft", event.draft
            case LearningNotePut() | LearningNoteDropped():
                yield "learning-note", event.note
            case ActivityDropped():
                yield "activity", event.activity
            case PointPublished() | PointDropped():
                yield "point", event.point
            case ChangesAcknowledged() | FingerprintCompared() | LoadNoted() | SessionSigned():
                pass
            case _:
                # Opening, naming, closing, consenting, disclosing: rare, and worth a look by a person.
                yield _EVERYTHING
