"""Calls to the reporter: "gebeld, geen gehoor" in one key, and every other result in a form.

Invariant: a promise to call back stays a promise when nobody answers; no voicemail where none was agreed. Callers: the
case, its sheets of contact and aftercare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.calls import CALLS, call_back
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import LogCall
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.screens.care_words import safe_line
from vp_tui.tui.screens.case_fields import code_field, day_field, typed_day
from vp_tui.tui.screens.sheet_forms import ask
from vp_tui.tui.widgets.field import ChoiceField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["log_call", "missed", "safe_lead"]

_BY_TELEPHONE = "KA-TE"
# Within a minute it is the key that was pressed twice, not a number that was called twice.
_TWICE_MS = 60_000


def safe_lead(state: CaseState) -> str:
    """The rule of safe contact, or that there is none yet; to stand where somebody could pick up the telephone."""
    return safe_line(state.safe) or text("course_follow.no_safe")


async def missed(screen: VpScreen, case: bytes) -> None:
    """Gebeld, geen gehoor: today, by telephone; a call-back that was promised stays promised, for today at least."""
    workspace: Workspace = screen.app.services.workspace
    today = workspace.today()
    calls = workspace.case(case).state.calls
    if calls and calls[-1].result == "no_answer" and workspace.clock.now_ms() - calls[-1].at_ms < _TWICE_MS:
        screen.app.note("course_follow.note.missed_twice")
        return
    promised = call_back(calls)
    again = max(promised, today) if promised is not None else None
    await workspace.do(LogCall("no_answer", _BY_TELEPHONE, today, again), case)
    if again is None:
        screen.app.note("course_follow.note.missed")
    else:
        screen.app.note("course_follow.note.missed_again", day=days.day(again, today))


async def log_call(screen: VpScreen, case: bytes) -> None:
    """How a call went, and by when she was promised another; the rule of safe contact stands above."""
    workspace: Workspace = screen.app.services.workspace
    state, today = workspace.case(case).state, workspace.today()
    results = tuple((result, text(f"domain_care.call.{result}")) for result in CALLS)
    fields = [
        ChoiceField("result", "course_follow.field.result", results, value="reached"),
        code_field("channel", "case.field.channel", ("channel",), today, value=_BY_TELEPHONE),
        day_field("on", "course.field.on", today, past=True, value=typed_day(today)),
        day_field("again", "course_follow.field.again", today, empty="course_follow.field.again.empty"),
    ]

    def make(values: Values) -> LogCall:
        return LogCall(values["result"], values["channel"], values["on"], values["again"])

    if await ask(screen, case, text("course_follow.call.title", what=state.alias), fields, make, [safe_lead(state)]):
        screen.app.note("course_follow.note.called")
