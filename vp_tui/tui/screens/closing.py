"""Closing one case or several: reason, the reporter's evaluation, aftercare, and what becomes of an open promise.

Invariant: nothing is closed before its consequences were read and a word was typed. There is no verdict to give.
Callers: ``QueueScreen`` and ``CaseScreen``, whose ``weigh`` shows the form and whose ``do`` sends the commands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.closing import usual_aftercare
from vp_tui.domain.commands import CloseCase
from vp_tui.domain.dates import parse_date
from vp_tui.domain.space import decide
from vp_tui.i18n import count, days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.case_fields import choice_field, code_field, day_field, typed_day
from vp_tui.tui.screens.case_steps import about
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.widgets.dates_field import DatesField
from vp_tui.tui.widgets.field import ChoiceField, Field

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["ask_closing", "consequence"]

# So many cases are named in the question; the rest is counted.
_NAMED = 6


async def ask_closing(screen: VpScreen, cases: Sequence[bytes]) -> CloseCase | None:
    """The command for every one of them, checked against the rules, or None."""
    workspace: Workspace = screen.app.services.workspace
    states = [workspace.case(case).state for case in cases]
    promises = [state for state in states if state.next is not None]
    today = workspace.today()
    command: CloseCase | None = None

    async def check(values: Values) -> str:
        nonlocal command
        command = CloseCase(
            values["reason"],
            values["on"],
            values["aftercare"],
            values["evaluation"],
            values.get("drop_next_action") == "yes",
        )
        for state in states:
            decide(state, command, workspace.context())
        return ""

    usual = ", ".join(map(typed_day, usual_aftercare(today)))
    fields: list[Field] = [
        code_field("reason", "case.field.reason", ("closing",), today),
        day_field("on", "case.field.closed_on", today, past=True, value=typed_day(today)),
        choice_field("evaluation", "case.field.evaluation", "evaluation", value="EV-NG"),
        DatesField(
            "aftercare",
            "case.field.aftercare",
            parse=lambda typed: parse_date(typed, today, field="aftercare"),
            show=days.full,
            value=usual,
        ),
    ]
    lines = []
    if promises:
        choices = (("no", text("case.field.no")), ("yes", text("case.field.yes")))
        fields.append(ChoiceField("drop_next_action", "case.field.drop_next", choices))
        lines = [
            text("case.close.promise", what=state.next.what, alias=state.alias) for state in promises[:3] if state.next
        ]
    return (
        command
        if await screen.app.ask(
            FormDialog(text("case.close.title", what=about(workspace, cases)), fields, check, lines)
        )
        else None
    )


def consequence(workspace: Workspace, cases: Sequence[bytes], command: CloseCase) -> Consequence:
    """What will have happened when the word is typed."""
    states: list[CaseState] = [workspace.case(case).state for case in cases]
    effects = [f"{case_code(state.id)} {state.alias}" for state in states[:_NAMED]] if len(states) > 1 else []
    if len(states) > _NAMED:
        effects.append(text("case.close.more", n=len(states) - _NAMED))
    effects.append(text("case.close.reason", reason=label(command.reason)))
    if command.aftercare:
        effects.append(text("case.close.aftercare", dates=", ".join(map(days.full, command.aftercare))))
    else:
        effects.append(text("case.close.no_aftercare"))
    if dropped := sum(state.next is not None for state in states):
        effects.append(count("case.close.dropped", dropped))
    if deputised := sum(state.deputy is not None for state in states):
        effects.append(count("case.close.deputy", deputised))
    return Consequence(
        text("case.close.ask", what=about(workspace, cases)),
        effects,
        text("case.close.undo"),
        text("case.act.close.word"),
    )
