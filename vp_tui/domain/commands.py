"""All that a person can ask for, in one place to import from: the terminal and the command line send these."""

from __future__ import annotations

from vp_tui.domain.act import Command
from vp_tui.domain.addenda import AddAddendum
from vp_tui.domain.appointment import MoveAppointment, PutAppointment
from vp_tui.domain.attendance import EndSession, SignSession
from vp_tui.domain.calls import LogCall
from vp_tui.domain.case_notes import OpenNotes
from vp_tui.domain.casus import AnswerCasus, CheckCasus, OfferCasus, WithdrawCasus
from vp_tui.domain.casus_draft import DropCasusDraft, PutCasusDraft, ShareCasusDraft
from vp_tui.domain.client import ArchiveClient, RegisterClient, RenameClient
from vp_tui.domain.closing import CloseCase, EndAftercare, RecordAftercare, ReopenCase
from vp_tui.domain.competence import DropActivity, RecordActivity, SetCertification
from vp_tui.domain.consent import RecordConsent, WithdrawConsent
from vp_tui.domain.contact import AcceptContact, AskContact, FinishContact, PassContact, PostponeContact, RecuseContact
from vp_tui.domain.contact_status import OpenContactStatus, ReportContact
from vp_tui.domain.core import ReviseCore
from vp_tui.domain.debrief import AgreeDebrief, AskDebrief, EndDebrief
from vp_tui.domain.deputy import GrantDeputy, RemoveDeputy
from vp_tui.domain.disclosure import Disclose
from vp_tui.domain.draft import WriteDraft
from vp_tui.domain.exception import BreakConfidentiality, FinishException, InformReporter, RecordAttempt
from vp_tui.domain.extract import MadeContact, OpenExtract, SubmitExtract, WithdrawExtract
from vp_tui.domain.group import AdmitMember, DropMember, LeaveGroup, OpenGroup, VoteReview
from vp_tui.domain.handover import HandOver
from vp_tui.domain.hours import OpenHours, ReportHours
from vp_tui.domain.intake import RecordScope, SetSafeContact, TickIntake
from vp_tui.domain.learning import PublishPoint, WithdrawPoint
from vp_tui.domain.learning_note import DropLearningNote, NoteLoad, PutLearningNote
from vp_tui.domain.mandate import SetMandate
from vp_tui.domain.next_action import CompleteNextAction, SetNextAction
from vp_tui.domain.note import RecordConversation, ReviseNote, WithdrawNote, WriteNote
from vp_tui.domain.options import ChooseOption, DropOption, PutOption
from vp_tui.domain.personal import AcknowledgeChanges, RemoveView, SaveView, SetPreference
from vp_tui.domain.practice import CompareFingerprint, NamePractice
from vp_tui.domain.pressure import AnswerPressure, RecordPressure
from vp_tui.domain.progress import ChangeState
from vp_tui.domain.referral import DeclineReferral, MakeReferral, MoveReferral
from vp_tui.domain.registration import RegisterCase
from vp_tui.domain.reporters import AddReporter, DropReporter, ReviseReporter
from vp_tui.domain.retaliation import NoteRetaliation
from vp_tui.domain.review import (
    AnswerChecklist,
    ApproveExtract,
    CommentExtract,
    DropComment,
    RequestContact,
    ReturnExtract,
    TakeUpExtract,
)
from vp_tui.domain.route import RemoveRoute, SetRoute
from vp_tui.domain.session import CancelSession, PlanSession, StartSession
from vp_tui.domain.session_report import OpenSessionReport, WriteSessionReport
from vp_tui.domain.sides import LinkCase, UnlinkCase
from vp_tui.domain.stage import MeetNorm, SetStage
from vp_tui.domain.steps import ConsultStep, MoveStep, PutStep
from vp_tui.domain.supervision_log import OpenSupervision, PutLog, ReturnLog, SignLog
from vp_tui.domain.tags import SnoozeCase, TagCase
from vp_tui.domain.weighing import AnswerCondition, ConsultColleague, OpenDilemma, WeighAlternatives

__all__ = [
    "AcceptContact",
    "AcknowledgeChanges",
    "AddAddendum",
    "AddReporter",
    "AdmitMember",
    "AgreeDebrief",
    "AnswerCasus",
    "AnswerChecklist",
    "AnswerCondition",
    "AnswerPressure",
    "ApproveExtract",
    "ArchiveClient",
    "AskContact",
    "AskDebrief",
    "BreakConfidentiality",
    "CancelSession",
    "ChangeState",
    "CheckCasus",
    "ChooseOption",
    "CloseCase",
    "Command",
    "CommentExtract",
    "CompareFingerprint",
    "CompleteNextAction",
    "ConsultColleague",
    "ConsultStep",
    "DeclineReferral",
    "Disclose",
    "DropActivity",
    "DropCasusDraft",
    "DropComment",
    "DropLearningNote",
    "DropMember",
    "DropOption",
    "DropReporter",
    "EndAftercare",
    "EndDebrief",
    "EndSession",
    "FinishContact",
    "FinishException",
    "GrantDeputy",
    "HandOver",
    "InformReporter",
    "LeaveGroup",
    "LinkCase",
    "LogCall",
    "MadeContact",
    "MakeReferral",
    "MeetNorm",
    "MoveAppointment",
    "MoveReferral",
    "MoveStep",
    "NamePractice",
    "NoteLoad",
    "NoteRetaliation",
    "OfferCasus",
    "OpenContactStatus",
    "OpenDilemma",
    "OpenExtract",
    "OpenGroup",
    "OpenHours",
    "OpenNotes",
    "OpenSessionReport",
    "OpenSupervision",
    "PassContact",
    "PlanSession",
    "PostponeContact",
    "PublishPoint",
    "PutAppointment",
    "PutCasusDraft",
    "PutLearningNote",
    "PutLog",
    "PutOption",
    "PutStep",
    "RecordActivity",
    "RecordAftercare",
    "RecordAttempt",
    "RecordConsent",
    "RecordConversation",
    "RecordPressure",
    "RecordScope",
    "RecuseContact",
    "RegisterCase",
    "RegisterClient",
    "RemoveDeputy",
    "RemoveRoute",
    "RemoveView",
    "RenameClient",
    "ReopenCase",
    "ReportContact",
    "ReportHours",
    "RequestContact",
    "ReturnExtract",
    "ReturnLog",
    "ReviseCore",
    "ReviseNote",
    "ReviseReporter",
    "SaveView",
    "SetCertification",
    "SetMandate",
    "SetNextAction",
    "SetPreference",
    "SetRoute",
    "SetSafeContact",
    "SetStage",
    "ShareCasusDraft",
    "SignLog",
    "SignSession",
    "SnoozeCase",
    "StartSession",
    "SubmitExtract",
    "TagCase",
    "TakeUpExtract",
    "TickIntake",
    "UnlinkCase",
    "VoteReview",
    "WeighAlternatives",
    "WithdrawCasus",
    "WithdrawConsent",
    "WithdrawExtract",
    "WithdrawNote",
    "WithdrawPoint",
    "WriteDraft",
    "WriteNote",
    "WriteSessionReport",
]
