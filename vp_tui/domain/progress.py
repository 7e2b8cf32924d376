"""Where a case stands (toestand), from the first call to the steps; its end is the ``closing`` module's.

Invariant: ``aftercare`` and ``closed`` are reached by closing alone, never by a change of state; what was begun does
not become unseen again. Telling the story may be enough (source text 002): no state has to be passed through.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.text import Line, Short, line
from vp_tui.errors import RefusedError

__all__ = ["ChangeState", "StateChanged", "reachable"]

_WORKING = ("exploring", "options", "steps", "waiting")
_NEXT = {"received": ("accepted", *_WORKING)} | dict.fromkeys(("accepted", *_WORKING), _WORKING)


class StateChanged(Event, frozen=True):
    FACTS: ClassVar = ("to",)
    to: Short
    waiting_for: Line = ""


class ChangeState(Command, frozen=True):
    """Toestand wijzigen; ``waiting_for`` says what the case waits for, for ``waiting`` alone."""

    to: str
    waiting_for: str = ""


def reachable(state: str) -> tuple[str, ...]:
    """The states that a case in ``state`` may be changed to; none in aftercare or closed."""
    return tuple(to for to in _NEXT.get(state, ()) if to != state)


def _change(state: CaseState, command: ChangeState, context: Context) -> list[Event]:
    state.require_writer(context)
    state.require_open()
    waiting_for = line(command.waiting_for, "waiting_for", required=False)
    if waiting_for and command.to != "waiting":
        raise RefusedError("waiting-for-nothing", "waiting_for")
    if command.to == state.state and waiting_for == state.waiting_for:
        raise RefusedError("nothing-changed", "to")
    if command.to in ("aftercare", "closed"):
        raise RefusedError("state-by-closing", "to")
    if command.to not in _NEXT.get(state.state, ()):
        raise RefusedError("state-not-reachable", "to")
    return [StateChanged(command.to, waiting_for)]


def _changed(state: CaseState, event: StateChanged, meta: Meta) -> CaseState | None:
    if event.to not in _NEXT.get(state.state, ()):
        return None
    since = state.state_since_ms if event.to == state.state else meta.at_ms
    return replace(state, state=event.to, state_since_ms=since, waiting_for=event.waiting_for)


DECIDE: Deciders = {ChangeState: _change}
FOLD: Folders = {StateChanged: _changed}
