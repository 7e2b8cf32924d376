"""Who can read a case: shown in names, one deputy added with the reporter's consent, and taken off again.

Invariant: what a new reader will be able to read is said before she gets it, and that what was read stays known before
she loses it. Callers: ``CaseScreen``, whose ``weigh`` shows the form and whose ``do`` sends the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.commands import GrantDeputy, RemoveDeputy
from vp_tui.domain.consent import matching
from vp_tui.domain.party import colleague
from vp_tui.domain.space import decide
from vp_tui.errors import RefusedError
from vp_tui.i18n import count, days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.case_fields import colleague_field, day_field, typed_day
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.widgets.field import ChoiceField, TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["ask_grant", "ask_removal", "grant_consequence", "removal_consequence", "show_readers"]


async def show_readers(screen: VpScreen, words: Words) -> str | None:
    """Both layers with their readers; the action that was chosen to change them, or None."""
    state = words.state
    lines = [
        f"{text('case.layer.dossier')}: {words.readers('dossier')}",
        f"{text('case.layer.personal')}: {words.readers('personal')}",
        text("case.readers.server"),
    ]
    options = []
    if state.owner == words.me and state.deputy is None and state.is_open:
        options = [("case.deputy", text("case.act.deputy"), text("case.readers.grant"))]
    elif state.owner == words.me and state.deputy is not None:
        options = [("case.undeputy", text("case.act.undeputy"), text("case.readers.remove"))]
    return await screen.app.ask(MenuDialog(text("case.readers.title", what=state.alias), options, lines))


async def ask_grant(screen: VpScreen, case: bytes) -> GrantDeputy | None:
    """Who, with which consent of the reporter, and until when; checked against the rules."""
    workspace: Workspace = screen.app.services.workspace
    state = workspace.case(case).state
    today = workspace.today()
    command: GrantDeputy | None = None

    async def check(values: Values) -> str:
        nonlocal command
        command = GrantDeputy(
            bytes.fromhex(values["member"]), values["consent_on"], values["consent_how"], values["until"]
        )
        try:
            decide(state, command, workspace.context(case))
        except RefusedError as problem:
            # That of the other reporters is asked for when the deputy is admitted.
            if (problem.key, problem.field) != ("consent-missing", "consent"):
                raise
        return ""

    fields = [
        colleague_field(workspace),
        day_field("consent_on", "case.field.consent_on", today, past=True, empty="case.field.consent_on.empty"),
        ChoiceField(
            "consent_how",
            "case.field.consent_how",
            tuple((how, text(f"domain.consent.{how}")) for how in ("oral", "written")),
        ),
        day_field("until", "case.field.until", today, value=typed_day(None), empty="case.field.until.empty"),
    ]
    lines = [text("case.deputy.why")]
    return (
        command
        if await screen.app.ask(FormDialog(text("case.deputy.title", what=state.alias), fields, check, lines))
        else None
    )


def grant_consequence(words: Words, command: GrantDeputy) -> Consequence:
    """What the deputy gains, and what she does not."""
    name = words.name(command.member)
    notes = len(words.view.notes.timeline) if words.view.notes else 0
    on, how = command.consent_on, command.consent_how
    if given := matching(words.state, colleague(command.member), "cover", words.today):
        on, how = given[0].on, given[0].how
    effects = [
        text("case.deputy.reads", name=name, written=words.written()),
        text("case.deputy.writes", name=name),
        count("case.deputy.personal", notes, name=name),
        text("case.deputy.consent", day=days.full(on or words.today), how=text(f"domain.consent.{how}")),
        text("case.deputy.until", day=days.full(command.until)) if command.until else text("case.deputy.open_end"),
    ]
    title = text("case.deputy.ask", name=name, what=words.state.alias)
    return Consequence(title, effects, text("case.deputy.undo"), text("case.act.deputy.word"))


async def ask_removal(screen: VpScreen, case: bytes) -> RemoveDeputy | None:
    """Why, if the person wants to say so."""
    workspace: Workspace = screen.app.services.workspace
    state = workspace.case(case).state
    command: RemoveDeputy | None = None

    async def check(values: Values) -> str:
        nonlocal command
        command = RemoveDeputy(values["why"])
        decide(state, command, workspace.context(case))
        return ""

    title = text("case.undeputy.title", what=state.alias)
    fields = [TextField("why", "case.field.why", placeholder="case.field.optional")]
    return command if await screen.app.ask(FormDialog(title, fields, check)) else None


def removal_consequence(words: Words) -> Consequence:
    """What taking her off does, and what it cannot do."""
    name = words.name(words.state.deputy or b"")
    effects = [text(f"case.undeputy.{effect}", name=name) for effect in ("keys", "known", "stays")]
    title = text("case.undeputy.ask", name=name, what=words.state.alias)
    return Consequence(title, effects, text("case.undeputy.undo"), text("case.act.undeputy.word"))
