"""The next action (volgende actie) of a case: the one thing that the confidant has promised, and by when.

Invariant: there is at most one, and it is replaced or done only by somebody who has seen it (``base``).
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState, NextAction
from vp_tui.domain.text import Line, line
from vp_tui.errors import ConflictError, RefusedError

__all__ = ["CompleteNextAction", "NextActionDone", "NextActionSet", "SetNextAction", "promise"]

Base = Annotated[int, Bounds(ge=0, le=1_000_000)]


class NextActionSet(Event, frozen=True):
    FACTS: ClassVar = ("due",)
    base: Base
    what: Line
    due: datetime.date | None = None


class NextActionDone(Event, frozen=True):
    base: Base


class SetNextAction(Command, frozen=True):
    """Volgende actie afspreken; ``base`` is the state's ``next_rev``."""

    base: int
    what: str
    due: datetime.date | None = None


class CompleteNextAction(Command, frozen=True):
    """Volgende actie afvinken."""

    base: int


def promise(base: int, what: str, due: datetime.date | None, context: Context, field: str = "what") -> NextActionSet:
    """A next action that obeys the rules of one; ``field`` is where a form shows a refusal of the text."""
    if due is not None and due < context.today:
        raise RefusedError("due-in-past", "due")
    return NextActionSet(base, line(what, field), due)


def _to_change(state: CaseState, base: int, context: Context) -> None:
    state.require_writer(context)
    state.require_open()
    if base != state.next_rev:
        raise ConflictError("next-action-changed")


def _set(state: CaseState, command: SetNextAction, context: Context) -> list[Event]:
    _to_change(state, command.base, context)
    event = promise(command.base, command.what, command.due, context)
    if state.next == NextAction(event.what, event.due):
        raise RefusedError("nothing-changed", "what")
    return [event]


def _complete(state: CaseState, command: CompleteNextAction, context: Context) -> list[Event]:
    _to_change(state, command.base, context)
    if state.next is None:
        raise RefusedError("no-next-action")
    return [NextActionDone(command.base)]


def _was_set(state: CaseState, event: NextActionSet, meta: Meta) -> CaseState | None:
    if event.base != state.next_rev or not event.what:
        return None
    return replace(state, next=NextAction(event.what, event.due), next_rev=state.next_rev + 1)


def _done(state: CaseState, event: NextActionDone, meta: Meta) -> CaseState | None:
    if event.base != state.next_rev or state.next is None:
        return None
    return replace(state, next=None, next_rev=state.next_rev + 1)


DECIDE: Deciders = {SetNextAction: _set, CompleteNextAction: _complete}
FOLD: Folders = {NextActionSet: _was_set, NextActionDone: _done}
