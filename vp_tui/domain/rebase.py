"""Whether an act that lost the race for its place in a space may be repeated on top of the winner's.

Invariant: two acts commute only if the state they lead to does not depend on their order (but for the order of
arrival itself). Everything else is shown to the person, with what she typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from vp_tui.domain.act import Event
from vp_tui.domain.closing import AftercareDone
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.deputy import DeputyGranted, DeputyRemoved
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.practice import FingerprintCompared
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.text import fold_text

__all__ = ["commutes"]

_Touched: TypeAlias = tuple[str, str | bytes]
_STATE: _Touched = ("state", "")
_EVERYTHING: _Touched = ("everything", "")


def commutes(mine: Iterable[Event], theirs: Iterable[Event]) -> bool:
    """True if mine may follow theirs as it is: both only add, or they touch different things.

    False where they touch the same note, core field, next action, state or view, and wherever a space is opened or
    named, or a case closed or reopened.
    """
    ours, others = set(_touched(mine)), set(_touched(theirs))
    if _EVERYTHING in ours or _EVERYTHING in others:
        return False
    return ours.isdisjoint(others)


def _touched(events: Iterable[Event]) -> Iterator[_Touched]:
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
            case DeputyGranted() | DeputyRemoved():
                yield "deputy", ""
            case PreferenceSet():
                yield "preference", event.name
            case SavedViewSet() | SavedViewRemoved():
                yield "view", fold_text(event.name)
            case ChangesAcknowledged() | FingerprintCompared():
                pass
            case _:
                # Opening, naming, closing, reopening: rare, and worth a look by a person.
                yield _EVERYTHING
