"""Personal notes (persoonlijke aantekeningen) of the owner beside a case: a space of her own, never handed over.

Invariant: nobody but the owner writes here, and nothing here is part of the dossier. Its keys are other keys; Belgian
practice denies the parties access to these notes (domain reference, 2.5).
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.dilemma import Dilemma
from vp_tui.domain.ids import Id
from vp_tui.domain.timeline import Item
from vp_tui.errors import ConflictError, NotPermittedError

__all__ = ["NotesOpened", "NotesState", "OpenNotes"]


class NotesState(Struct, frozen=True):
    """``case`` is the case that the notes are beside; ``timeline`` holds notes only; ``exceptions`` are those to
    confidentiality, which a deputy does not see."""

    case: bytes = b""
    owner: bytes = b""
    timeline: tuple[Item, ...] = ()
    exceptions: tuple[Dilemma, ...] = ()
    last_ms: int = 0
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.owner)

    def require_writer(self, context: Context) -> None:
        """NotPermittedError for everybody but the owner."""
        if context.actor != self.owner:
            raise NotPermittedError("owner-only")

    def require_open(self) -> None:
        """Personal notes have no end of their own: they go when their owner destroys them."""


class NotesOpened(Event, frozen=True):
    case: Id


class OpenNotes(Command, frozen=True):
    """Persoonlijke aantekeningen beginnen; in one record with the first note (``space.decide_all``)."""

    KIND: ClassVar = "case_notes"
    OPENS: ClassVar = True
    case: bytes


def _open(state: NotesState, command: OpenNotes, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    return [NotesOpened(Id(command.case))]


def _opened(state: NotesState, event: NotesOpened, meta: Meta) -> NotesState | None:
    return None if state.opened else replace(state, case=event.case, owner=meta.by)


DECIDE: Deciders = {OpenNotes: _open}
FOLD: Folders = {NotesOpened: _opened}
