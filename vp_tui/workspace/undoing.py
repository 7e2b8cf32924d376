"""The acts of the last minutes that can still be taken back, newest first.

Invariant: only what was done here, in this process, on a case that is still open to this member; an act that cannot be
taken back (a disclosure) hides those before it, so that nobody takes back something else than she meant. The opposite
act is judged by the same rules as every other. Called by the facade.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import msgspec

from vp_tui.domain.act import Command, Event, SpaceOpened
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesOpened, NotesState
from vp_tui.domain.events import tag
from vp_tui.domain.rebase import touched
from vp_tui.domain.undo import WITHIN_MS, undo
from vp_tui.errors import NotFoundError, RefusedError
from vp_tui.workspace.spaces import State
from vp_tui.workspace.views import UndoOffer

__all__ = ["Acts", "Undo"]

_MOST = 100
_WHOLE = {("everything", "")}


@dataclass(frozen=True, slots=True)
class Undo:
    """What to do, and where."""

    command: Command
    case: bytes
    layer: str


@dataclass(frozen=True, slots=True)
class _Act:
    case: bytes
    layer: str
    alias: str
    before: CaseState
    after: CaseState
    events: tuple[Event, ...]
    at_ms: int
    shift: int = 0

    def opposite(self, now_ms: int, why: str) -> Command | None:
        command: Any = undo(self.before, self.after, self.events, self.at_ms, now_ms, why)
        if self.shift and hasattr(command, "base"):
            command = msgspec.structs.replace(command, base=command.base + self.shift)
        return cast("Command | None", command)

    def below(self, undone: _Act) -> _Act:
        """This act, after a later one was taken back: if both changed one thing, that has two revisions more. What
        somebody else changed meanwhile is counted by nobody, and so refused by the rules."""
        shared = set(touched(self.events)) & set(touched(undone.events)) - _WHOLE
        same = shared and self.case == undone.case and self.layer == undone.layer
        return replace(self, shift=self.shift + 2) if same else self


class Acts:
    """A stack."""

    def __init__(self) -> None:
        self._stack: list[_Act] = []

    def did(
        self, case: bytes, alias: str, before: State | None, after: State | None, events: Sequence[Event], at_ms: int
    ) -> None:
        """An act on a case, or on the personal notes beside it; without ``events`` one that cannot be taken back.
        Other spaces have nothing to take back."""
        if not isinstance(before or after, CaseState | NotesState):
            return
        layer = "dossier" if isinstance(before or after, CaseState) else "personal"
        told = tuple(event for event in events if not isinstance(event, SpaceOpened | NotesOpened))
        # Of personal notes the rules of undoing look at nothing but the timeline, which both have.
        made = _Act(case, layer, alias, cast("CaseState", before), cast("CaseState", after), told, at_ms)
        self._stack = [*self._stack[1 - _MOST :], made]

    def offer(self, now_ms: int) -> UndoOffer | None:
        """What the next undoing would take back."""
        if not self._stack:
            return None
        act = self._stack[-1]
        asks = act.opposite(now_ms, "") is None
        if asks and act.opposite(now_ms, "?") is None:
            return None
        return UndoOffer(f"workspace.undo.{tag(act.events[0])}", {"alias": act.alias}, act.at_ms + WITHIN_MS, asks)

    def take(self, now_ms: int, why: str) -> Undo:
        """Take the newest off. NotFoundError nothing-to-undo, RefusedError text-missing."""
        offer = self.offer(now_ms)
        if offer is None:
            raise NotFoundError("nothing-to-undo")
        command = self._stack[-1].opposite(now_ms, why)
        if command is None:
            raise RefusedError("text-missing", "why")
        act = self._stack.pop()
        self._stack = [each.below(act) for each in self._stack]
        return Undo(command, act.case, act.layer)

    def clear(self) -> None:
        """Forget all of it."""
        self._stack.clear()
