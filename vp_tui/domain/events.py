"""All that can happen, by its name on the wire.

Invariant: a name, once written by a released client, keeps its meaning and its fields for ever; a new meaning is a new
name, which an older client meets with "upgrade", never with a guess.
"""

from __future__ import annotations

from typing import TypeAlias

from vp_tui.domain.act import Event, SpaceOpened
from vp_tui.domain.case_notes import NotesOpened
from vp_tui.domain.client import ClientArchived, ClientRegistered, ClientRenamed
from vp_tui.domain.closing import AftercareDone, CaseClosed, CaseReopened
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.deputy import DeputyGranted, DeputyRemoved
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.practice import FingerprintCompared, PracticeNamed
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.registration import CaseOpened

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
)


def tag(event: Event | type[Event]) -> str:
    """The event's name on the wire and in the log, such as ``note-written``."""
    return str(event.__struct_config__.tag)


TAGS = frozenset(tag(kind) for kind in AnyEvent.__args__)
