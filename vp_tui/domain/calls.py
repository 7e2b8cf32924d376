"""Calls (belpogingen): reached, or "gebeld, geen gehoor", in a case and on a contact request.

Invariant: no voicemail is recorded where the safe-contact rule forbids it, so that the rule was looked at; a promise to
call back stands until the next call.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, TypeVar, get_args

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Call, SafeContact
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.core import CodeText
from vp_tui.domain.text import one_of
from vp_tui.errors import RefusedError

__all__ = ["CALLS", "CallLogged", "LogCall", "call_back", "logged", "unanswered"]

Result = Literal["no_answer", "reached", "voicemail", "called_back"]
CALLS: tuple[Result, ...] = get_args(Result)
"""Geen gehoor, bereikt, voicemail ingesproken, teruggebeld door de melder."""
_ANSWERED = ("reached", "called_back")

Called = TypeVar("Called", "CaseState", "ContactState")


class CallLogged(Event, frozen=True):
    FACTS: ClassVar = ("result", "on", "again")
    result: Result
    on: datetime.date
    channel: CodeText
    again: datetime.date | None = None


class LogCall(Command, frozen=True):
    """Belpoging vastleggen; ``again`` is the day on which it was promised to call back."""

    result: str
    channel: str = "KA-TE"
    on: datetime.date | None = None
    again: datetime.date | None = None


def call_back(calls: tuple[Call, ...]) -> datetime.date | None:
    """The day of the call that is still to be made."""
    return calls[-1].again if calls else None


def unanswered(calls: tuple[Call, ...], since: datetime.date) -> int:
    """How many calls since that day, up to the last one that was answered, went without an answer."""
    number = 0
    for call in reversed(calls):
        if call.result in _ANSWERED or call.on < since:
            break
        number += 1
    return number


def logged(command: LogCall, safe: SafeContact | None, context: Context) -> CallLogged:
    """The call, under the rule of safe contact. RefusedError ``voicemail-not-agreed``, ``due-in-past`` and others."""
    result = one_of(command.result, CALLS, "result")
    if result == "voicemail" and not (safe is not None and safe.voicemail):
        raise RefusedError("voicemail-not-agreed", "result")
    on = on_or_before_today(command.on or context.today, context, "on")
    if command.again is not None and command.again < context.today:
        raise RefusedError("due-in-past", "again")
    channel = codes.checked(command.channel, ("channel",), "channel", context.today)
    return CallLogged(result, on, channel, command.again)


def _log(state: CaseState | ContactState, command: LogCall, context: Context) -> list[Event]:
    state.require_writer(context)
    state.require_open()
    return [logged(command, state.safe, context)]


def _logged(state: Called, event: CallLogged, meta: Meta) -> Called | None:
    made = Call(event.on, event.result, event.channel, event.again, meta.by, meta.at_ms)
    return replace(state, calls=(*state.calls, made))


DECIDE: Deciders = {LogCall: _log}
FOLD: Folders = {CallLogged: _logged}
