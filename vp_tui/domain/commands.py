"""All that a person can ask for, in one place to import from: the terminal and the command line send these."""

from __future__ import annotations

from vp_tui.domain.act import Command
from vp_tui.domain.case_notes import OpenNotes
from vp_tui.domain.client import ArchiveClient, RegisterClient, RenameClient
from vp_tui.domain.closing import CloseCase, RecordAftercare, ReopenCase
from vp_tui.domain.core import ReviseCore
from vp_tui.domain.deputy import GrantDeputy, RemoveDeputy
from vp_tui.domain.next_action import CompleteNextAction, SetNextAction
from vp_tui.domain.note import RecordConversation, ReviseNote, WithdrawNote, WriteNote
from vp_tui.domain.personal import AcknowledgeChanges, RemoveView, SaveView, SetPreference
from vp_tui.domain.practice import CompareFingerprint, NamePractice
from vp_tui.domain.progress import ChangeState
from vp_tui.domain.registration import RegisterCase

__all__ = [
    "AcknowledgeChanges",
    "ArchiveClient",
    "ChangeState",
    "CloseCase",
    "Command",
    "CompareFingerprint",
    "CompleteNextAction",
    "GrantDeputy",
    "NamePractice",
    "OpenNotes",
    "RecordAftercare",
    "RecordConversation",
    "RegisterCase",
    "RegisterClient",
    "RemoveDeputy",
    "RemoveView",
    "RenameClient",
    "ReopenCase",
    "ReviseCore",
    "ReviseNote",
    "SaveView",
    "SetNextAction",
    "SetPreference",
    "WithdrawNote",
    "WriteNote",
]
