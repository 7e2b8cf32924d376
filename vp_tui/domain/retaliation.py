"""The retaliation monitor (benadelingsmonitor): what happened to the reporter since, as she experiences it.

Invariant: the word is hers, not a finding; it may be written down at any time, and every moment of aftercare asks.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Retaliation
from vp_tui.domain.core import MOST_IMPACT, CodeText, impact_for
from vp_tui.domain.text import prose

__all__ = ["NoteRetaliation", "RetaliationNoted", "monitor"]


class RetaliationNoted(Event, frozen=True):
    FACTS: ClassVar = ("code", "on")
    code: CodeText
    on: datetime.date
    impact: Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_IMPACT)] = ()
    text: str = ""


class NoteRetaliation(Command, frozen=True):
    """Benadeling vastleggen: BN-xx, with what it came to (GM-xx)."""

    code: str
    on: datetime.date | None = None
    impact: tuple[str, ...] = ()
    text: str = ""


def monitor(state: CaseState) -> tuple[Retaliation, ...]:
    """Everything that was asked and told about it, in the order of the days."""
    asked = tuple(
        Retaliation(moment.due, moment.retaliation, moment.impact) for moment in state.aftercare if moment.retaliation
    )
    return tuple(sorted(state.retaliations + asked, key=lambda row: row.on))


def _note(state: CaseState, command: NoteRetaliation, context: Context) -> list[Event]:
    state.require_change(context)
    code = codes.checked(command.code, ("retaliation",), "code", context.today)
    on = on_or_before_today(command.on or context.today, context, "on")
    impact = impact_for(command.impact, context)
    return [RetaliationNoted(code, on, impact, prose(command.text, "text", required=False))]


def _noted(state: CaseState, event: RetaliationNoted, meta: Meta) -> CaseState | None:
    return replace(
        state, retaliations=(*state.retaliations, Retaliation(event.on, event.code, event.impact, event.text))
    )


DECIDE: Deciders = {NoteRetaliation: _note}
FOLD: Folders = {RetaliationNoted: _noted}
