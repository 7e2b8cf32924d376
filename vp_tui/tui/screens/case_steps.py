"""What is done to one case or to several marked ones: state, next action, reopening.

Invariant: each act is one command through the workspace, based on what the person saw; where a colleague was first,
what she wrote is shown before it can be replaced. Callers: ``QueueScreen`` and ``CaseScreen``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import (
    ChangeState,
    CompleteNextAction,
    ReopenCase,
    SetNextAction,
)
from vp_tui.domain.progress import reachable
from vp_tui.domain.query import STATE_WORDS
from vp_tui.errors import ConflictError, VpError
from vp_tui.i18n import count, error_line, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.widgets.field import TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["about", "change_state", "complete", "each", "next_action", "reopen"]


def about(workspace: Workspace, cases: Sequence[bytes]) -> str:
    """ "blauwe reiger", or "3 zaken"."""
    return workspace.case(cases[0]).state.alias if len(cases) == 1 else count("domain.case", len(cases))


async def each(screen: VpScreen, cases: Sequence[bytes], make: Callable[[CaseState], Any]) -> int:
    """Send a command for every case; how many succeeded. One case's error rises; those of several are told."""
    workspace: Workspace = screen.app.services.workspace
    refused = []
    for case in cases:
        state = workspace.case(case).state
        try:
            await workspace.do(make(state), case)
        except VpError as problem:
            if len(cases) == 1:
                raise
            refused.append(f"{case_code(case)} {state.alias}: {error_line(problem)}")
    done = len(cases) - len(refused)
    if done > 1:
        screen.app.undoing.together(done)
    if refused:
        await screen.app.ask(MessageDialog(count("case.refused", len(refused)), refused))
    return done


async def change_state(screen: VpScreen, cases: Sequence[bytes], wanted: str = "") -> None:
    """Choose a state that all of them may be changed to; ``wanted`` is its name as typed on the command line."""
    workspace: Workspace = screen.app.services.workspace
    states = [workspace.case(case).state for case in cases]
    offers = [to for to in reachable(states[0].state) if all(to in reachable(state.state) for state in states)]
    if not offers:
        screen.app.note(f"case.note.no_state.{'one' if len(cases) == 1 else 'other'}")
        return
    to = STATE_WORDS.get(wanted.lower()) if wanted else None
    if to is None:
        options = [(offer, text(f"domain.state.{offer}"), text(f"case.state.{offer}")) for offer in offers]
        to = await screen.app.ask(MenuDialog(text("case.state.title", what=about(workspace, cases)), options))
    if to is None:
        return
    if to != "waiting":
        done = await each(screen, cases, lambda state: ChangeState(to))
    else:
        done = await _waiting(screen, workspace, cases)
    if done:
        screen.app.note(
            "case.note.state",
            what=about(workspace, cases) if done == len(cases) else str(done),
            state=text(f"domain.state.{to}"),
        )


async def _waiting(screen: VpScreen, workspace: Workspace, cases: Sequence[bytes]) -> int:
    done = 0

    async def submit(values: Values) -> str:
        nonlocal done
        done = await each(screen, cases, lambda state: ChangeState("waiting", values["waiting_for"]))
        return ""

    fields = [TextField("waiting_for", "case.field.waiting_for", placeholder="case.field.optional")]
    await screen.app.ask(FormDialog(text("case.state.title", what=about(workspace, cases)), fields, submit))
    return done


async def next_action(screen: VpScreen, cases: Sequence[bytes]) -> None:
    """What happens next, and by when. Empty the text to have no next action."""
    workspace: Workspace = screen.app.services.workspace
    state = workspace.case(cases[0]).state
    alone = len(cases) == 1
    base = state.next_rev

    async def submit(values: Values) -> str:
        nonlocal base
        try:
            await each(
                screen, cases, lambda now: SetNextAction(base if alone else now.next_rev, values["what"], values["due"])
            )
        except ConflictError:
            # The next ctrl+s is based on what is shown now.
            now = workspace.case(cases[0]).state
            base = now.next_rev
            theirs = Words.of(workspace, workspace.case(cases[0])).promise()
            return text("case.conflict.line", theirs=theirs)
        return ""

    action = state.next if alone else None
    fields = [
        TextField("what", "case.field.what", value=action.what if action else ""),
        day_field(
            "due",
            "case.field.due",
            workspace.today(),
            value=typed_day(action.due) if action else "",
            empty="case.field.due.empty",
        ),
    ]
    await screen.app.ask(FormDialog(text("case.next.title", what=about(workspace, cases)), fields, submit))


async def complete(screen: VpScreen, case: bytes) -> None:
    """The next action is done; at once the question what comes then."""
    workspace: Workspace = screen.app.services.workspace
    state = workspace.case(case).state
    await workspace.do(CompleteNextAction(state.next_rev), case)
    await next_action(screen, [case])


async def reopen(screen: VpScreen, case: bytes) -> None:
    """Open a closed case again, with the reason in words."""
    workspace: Workspace = screen.app.services.workspace

    async def submit(values: Values) -> str:
        await workspace.do(ReopenCase(values["why"]), case)
        return ""

    title = text("case.reopen.title", what=about(workspace, [case]))
    await screen.app.ask(FormDialog(title, [TextField("why", "case.field.why")], submit))
