"""Closing one case or several: reason, the reporter's evaluation, aftercare, papers, and the last day of the file.

Invariants: nothing is closed before its consequences were read and a word was typed; what somebody still counts on is
named, with the way to settle it. There is no verdict to give.
Callers: ``QueueScreen`` and ``CaseScreen``, whose ``weigh`` shows the form and whose ``do`` sends the commands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.closing import PAPERS, usual_aftercare
from vp_tui.domain.commands import CloseCase
from vp_tui.domain.dates import parse_date
from vp_tui.domain.mandate import retention_due
from vp_tui.domain.promises import open_promises
from vp_tui.domain.referral import answered
from vp_tui.domain.space import decide
from vp_tui.i18n import count, days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.case_fields import choice_field, code_field, day_field, typed_day
from vp_tui.tui.screens.case_steps import about
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.widgets.dates_field import DatesField
from vp_tui.tui.widgets.field import ChoiceField, Field

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["ask_closing", "consequence"]

# So many cases are named in the question, so many promises above the form; the rest is counted.
_NAMED = 6
_SHOWN = 3
# The sheet on which a promise is settled.
_SETTLED_ON = {
    "call-back": "meetings",
    "appointment": "meetings",
    "step": "steps",
    "referral": "referrals",
    "exception": "dilemmas",
}
_ON_WITH_IT = "close"


async def ask_closing(screen: VpScreen, cases: Sequence[bytes]) -> CloseCase | None:
    """The command for every one of them, checked against the rules, or None."""
    if len(cases) == 1 and not await _settled(screen, cases[0]):
        return None
    workspace: Workspace = screen.app.services.workspace
    states = [workspace.case(case).state for case in cases]
    promises = [state for state in states if state.next is not None]
    consents = [state.aftercare_consent for state in states if state.aftercare_consent is not None]
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
            values["aftercare_consent"],
            values["aftercare_channel"],
            values["safer"],
            values["papers"],
            values["retention"] if values["retention"] != kept_until else None,
            no_referral=values.get("no_referral") == "yes",
        )
        for state in states:
            decide(state, command, workspace.context(state.id))
        return ""

    usual = ", ".join(map(typed_day, usual_aftercare(today)))
    ends = {retention_due(today, workspace.context(state.id).mandate) for state in states}
    # As the mandate card says; of several clients, each by its own.
    kept_until = ends.pop() if len(ends) == 1 else None
    fields: list[Field] = [
        code_field("reason", "case.field.reason", ("closing",), today),
        day_field("on", "case.field.closed_on", today, past=True, value=typed_day(today)),
        choice_field("evaluation", "case.field.evaluation", "evaluation", value="EV-NG"),
        choice_field("safer", "course_follow.field.safer", "safety", none=text("case.field.not_asked")),
        DatesField(
            "aftercare",
            "case.field.aftercare",
            parse=lambda typed: parse_date(typed, today, field="aftercare"),
            show=days.full,
            value=usual,
        ),
        day_field(
            "aftercare_consent",
            "case.field.aftercare_consent",
            today,
            past=True,
            # Empty until somebody asked: a consent that stands there already is no consent.
            value=typed_day(max(consents, default=None)),
            empty="case.field.past_day",
        ),
        code_field("aftercare_channel", "course_follow.field.by", ("channel",), today, value=_channel(states)),
        ChoiceField(
            "papers",
            "course_follow.field.papers",
            tuple((papers, text(f"course_follow.papers.{papers or 'unsaid'}")) for papers in PAPERS),
        ),
        day_field(
            "retention",
            "course_follow.field.retention",
            today,
            value=typed_day(kept_until),
            empty="course_follow.field.retention.empty",
        ),
    ]
    no = ("no", text("case.field.no"))
    if not all(map(answered, states)):
        wanted_none = ("yes", text("case.field.wanted_none"))
        fields.append(ChoiceField("no_referral", "case.field.no_referral", (no, wanted_none)))
    if promises:
        fields.append(ChoiceField("drop_next_action", "case.field.drop_next", (no, ("yes", text("case.field.yes")))))
    lines = _open(workspace, states)
    return (
        command
        if await screen.app.ask(
            FormDialog(text("case.close.title", what=about(workspace, cases)), fields, check, lines)
        )
        else None
    )


async def _settled(screen: VpScreen, case: bytes) -> bool:
    """Whether to go on: what somebody still counts on was shown first, with where it is settled; she may go there."""
    workspace: Workspace = screen.app.services.workspace
    state = workspace.case(case).state
    kinds = [kind for kind, _ in open_promises(state, workspace.context(case)) if kind in _SETTLED_ON]
    if not kinds:
        return True
    options = [
        (kind, f"{text(f'domain_care.promise.{kind}')} ({kinds.count(kind)})", text(f"course_follow.settle.{kind}"))
        for kind in dict.fromkeys(kinds)
    ]
    options.append((_ON_WITH_IT, text("course_follow.settle.on"), text("course_follow.settle.on.why")))
    title = text("course_follow.settle.title", what=state.alias)
    chosen = await screen.app.ask(MenuDialog(title, options, [text("course_follow.settle.why")]))
    if chosen in _SETTLED_ON:
        screen.app.go(_SETTLED_ON[chosen], case.hex())
    return chosen == _ON_WITH_IT


def _channel(states: Sequence[CaseState]) -> str:
    """How the reporter agreed to be contacted, as far as it is one way for all of them."""
    channels = {state.aftercare_channel or state.channel for state in states}
    return channels.pop() if len(channels) == 1 else ""


def _open(workspace: Workspace, states: Sequence[CaseState]) -> list[str]:
    """What somebody still counts on: the first few in words, the rest counted."""
    lines = [
        text("case.close.promise", what=state.next.what, alias=state.alias)
        if kind == "next-action" and state.next is not None
        else text("case.close.promised", kind=text(f"domain_care.promise.{kind}"), alias=state.alias)
        for state in states
        for kind, _ in open_promises(state, workspace.context(state.id))
    ]
    more = [text("case.close.more", n=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
    return lines[:_SHOWN] + more


def consequence(workspace: Workspace, cases: Sequence[bytes], command: CloseCase) -> Consequence:
    """What will have happened when the word is typed."""
    states: list[CaseState] = [workspace.case(case).state for case in cases]
    effects = [f"{case_code(state.id)} {state.alias}" for state in states[:_NAMED]] if len(states) > 1 else []
    if len(states) > _NAMED:
        effects.append(text("case.close.more", n=len(states) - _NAMED))
    on = command.on or workspace.today()
    effects.append(text("case.close.reason", reason=label(command.reason)))
    if command.aftercare:
        effects.append(text("case.close.aftercare", dates=", ".join(map(days.full, command.aftercare))))
        if command.aftercare_consent is not None:
            effects.append(text("case.close.agreed", day=days.full(command.aftercare_consent)))
        if command.aftercare_channel:
            effects.append(text("course_follow.close.by", channel=label(command.aftercare_channel)))
    else:
        effects.append(text("case.close.no_aftercare"))
    if command.papers:
        effects.append(text("course_follow.close.papers", papers=text(f"course_follow.papers.{command.papers}")))
    ends = {command.retention or retention_due(on, workspace.context(state.id).mandate) for state in states}
    effects.append(text("course_follow.close.kept", days=", ".join(map(days.full, sorted(ends)))))
    if command.no_referral:
        effects.append(text("case.close.no_referral"))
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
