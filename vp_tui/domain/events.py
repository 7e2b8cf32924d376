"""All that can happen, by its name on the wire.

Invariant: a name, once written by a released client, keeps its meaning and its fields for ever; a new meaning is a new
name, which an older client meets with "upgrade", never with a guess.
"""

from __future__ import annotations

from typing import TypeAlias

from vp_tui.domain.act import Event, SpaceOpened
from vp_tui.domain.addenda import AddendumAdded
from vp_tui.domain.appointment import AppointmentMoved, AppointmentPut
from vp_tui.domain.attendance import SessionEnded, SessionSigned
from vp_tui.domain.calls import CallLogged
from vp_tui.domain.case_notes import NotesOpened
from vp_tui.domain.casus import CasusAnswered, CasusChecked, CasusOffered, CasusText, CasusWithdrawn
from vp_tui.domain.casus_draft import CasusDraftDropped, CasusDraftPut, CasusDraftShared
from vp_tui.domain.client import ClientArchived, ClientRegistered, ClientRenamed
from vp_tui.domain.closing import AftercareDone, AftercareEnded, CaseClosed, CaseReopened
from vp_tui.domain.competence import ActivityDropped, ActivityPut, CertificationSet
from vp_tui.domain.consent import ConsentRecorded, ConsentWithdrawn
from vp_tui.domain.contact import (
    ContactAccepted,
    ContactAsked,
    ContactFinished,
    ContactPassed,
    ContactPostponed,
    ContactReturned,
)
from vp_tui.domain.contact_status import ContactStatusChanged, ContactStatusOpened
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.debrief import DebriefAgreed, DebriefAsked, DebriefEnded
from vp_tui.domain.deputy import DeputyGranted, DeputyRemoved
from vp_tui.domain.disclosure import Disclosed
from vp_tui.domain.draft import DraftWritten
from vp_tui.domain.exception import AttemptRecorded, ConfidentialityBroken, ExceptionFinished, ReporterInformed
from vp_tui.domain.extract import ContactMade, ExtractOpened, ExtractSubmitted, ExtractText, ExtractWithdrawn
from vp_tui.domain.group import GroupOpened, MemberAdmitted, MemberLeft, ReviewVoted
from vp_tui.domain.handover import OwnerChanged
from vp_tui.domain.hours import HoursOpened, HoursReported
from vp_tui.domain.intake import IntakeTicked, SafeContactSet, ScopeRecorded
from vp_tui.domain.learning import PointDropped, PointPublished
from vp_tui.domain.learning_note import LearningNoteDropped, LearningNotePut, LoadNoted
from vp_tui.domain.mandate import MandateSet
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.domain.options import OptionChosen, OptionDropped, OptionPut
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.practice import FingerprintCompared, PracticeNamed
from vp_tui.domain.pressure import PressureAnswered, PressureRecorded
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.referral import ReferralDeclined, ReferralMade, ReferralMoved
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.reporters import ReporterAdded, ReporterDropped, ReporterRevised
from vp_tui.domain.retaliation import RetaliationNoted
from vp_tui.domain.review import (
    ChecklistAnswered,
    CommentDropped,
    CommentPut,
    ContactAskedFor,
    ExtractApproved,
    ExtractReturned,
    ExtractTakenUp,
)
from vp_tui.domain.route import RouteRemoved, RouteSet
from vp_tui.domain.session import SessionCancelled, SessionPlanned, SessionStarted
from vp_tui.domain.session_report import SessionReportOpened, SessionReportWritten
from vp_tui.domain.sides import CaseLinked, CaseUnlinked
from vp_tui.domain.stage import NormMet, StageSet
from vp_tui.domain.steps import StepConsulted, StepMoved, StepPut
from vp_tui.domain.supervision_log import LogPut, LogReturned, LogSigned, SupervisionOpened
from vp_tui.domain.tags import Snoozed, TagsChanged
from vp_tui.domain.weighing import AlternativesWeighed, ColleagueConsulted, ConditionAnswered, DilemmaOpened

__all__ = ["TAGS", "AnyEvent", "tag"]

AnyEvent: TypeAlias = (
    SpaceOpened
    | CaseOpened
    | NoteWritten
    | ConversationRecorded
    | NoteRevised
    | NoteWithdrawn
    | CoreRevised
    | NextActionSet
    | NextActionDone
    | StateChanged
    | CaseClosed
    | AftercareDone
    | CaseReopened
    | DeputyGranted
    | DeputyRemoved
    | NotesOpened
    | ClientRegistered
    | ClientRenamed
    | ClientArchived
    | PracticeNamed
    | FingerprintCompared
    | PreferenceSet
    | SavedViewSet
    | SavedViewRemoved
    | ChangesAcknowledged
    | AppointmentMoved
    | AppointmentPut
    | CallLogged
    | AftercareEnded
    | ConsentRecorded
    | ConsentWithdrawn
    | ContactAccepted
    | ContactAsked
    | ContactFinished
    | ContactPassed
    | ContactPostponed
    | ContactReturned
    | ContactStatusChanged
    | ContactStatusOpened
    | Disclosed
    | DraftWritten
    | AttemptRecorded
    | ConfidentialityBroken
    | ExceptionFinished
    | ReporterInformed
    | OwnerChanged
    | IntakeTicked
    | SafeContactSet
    | ScopeRecorded
    | MandateSet
    | OptionChosen
    | OptionDropped
    | OptionPut
    | PressureAnswered
    | PressureRecorded
    | ReferralDeclined
    | ReferralMade
    | ReferralMoved
    | ReporterAdded
    | ReporterDropped
    | ReporterRevised
    | RetaliationNoted
    | RouteRemoved
    | RouteSet
    | CaseLinked
    | CaseUnlinked
    | NormMet
    | StageSet
    | StepConsulted
    | StepMoved
    | StepPut
    | Snoozed
    | TagsChanged
    | AlternativesWeighed
    | ColleagueConsulted
    | ConditionAnswered
    | DilemmaOpened
    | GroupOpened
    | MemberAdmitted
    | MemberLeft
    | ReviewVoted
    | CasusOffered
    | CasusText
    | CasusChecked
    | CasusAnswered
    | CasusWithdrawn
    | SessionPlanned
    | SessionStarted
    | SessionEnded
    | SessionCancelled
    | SessionSigned
    | SessionReportOpened
    | SessionReportWritten
    | AddendumAdded
    | ExtractOpened
    | ExtractSubmitted
    | ExtractText
    | ExtractWithdrawn
    | ContactMade
    | ExtractTakenUp
    | CommentPut
    | CommentDropped
    | ChecklistAnswered
    | ExtractReturned
    | ExtractApproved
    | ContactAskedFor
    | SupervisionOpened
    | LogPut
    | LogSigned
    | LogReturned
    | HoursOpened
    | HoursReported
    | DebriefAsked
    | DebriefAgreed
    | DebriefEnded
    | CasusDraftPut
    | CasusDraftShared
    | CasusDraftDropped
    | LearningNotePut
    | LearningNoteDropped
    | LoadNoted
    | ActivityPut
    | ActivityDropped
    | CertificationSet
    | PointPublished
    | PointDropped
)


def tag(event: Event | type[Event]) -> str:
    """The event's name on the wire and in the log, such as ``note-written``."""
    return str(event.__struct_config__.tag)


TAGS = frozenset(tag(kind) for kind in AnyEvent.__args__)
