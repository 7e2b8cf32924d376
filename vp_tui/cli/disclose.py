"""``vp disclose`` and ``vp knows``: what leaves a case, and who knows what of it. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import ask, typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, party_label, show_rows
from vp_tui.cli.given import CASE, ON, YES, party_of, read, with_party
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.disclosure import BY_ITSELF, Disclose
from vp_tui.domain.knowing import who_knows_what
from vp_tui.errors import RefusedError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["disclose", "knows"]


@command("disclose", member=True)
@CASE
@click.argument("purpose", type=click.Choice(BY_ITSELF))
@with_party
@ON
@click.option("--draft", metavar="ID")
@click.option("--version", type=int, metavar="N")
@YES
async def disclose(session: Session, workspace: Workspace, case: str, purpose: str, yes: bool, **given: Any) -> None:
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    read(given, "name")
    party = party_of(workspace, given)
    if party is None:
        raise RefusedError("party-missing", "party")
    draft = typed.row(state.drafts, given["draft"]) if given["draft"] else None
    leaving = Disclose(
        purpose=purpose,
        party=party,
        on=typed.moment(given["on"], past=True, field="on"),
        draft=draft.id if draft else b"",
        version=(given["version"] or draft.rev) if draft else 0,
    )
    warning = text("cli_care.cannot-be-undone")
    ask.confirm(case_code(chosen), given=yes, allowed=session.may_ask, warning=warning)
    await act(session, workspace, leaving, chosen, "cli_care.disclosed")


@command("knows", member=True)
@CASE
async def knows(session: Session, workspace: Workspace, case: str) -> None:
    view = workspace.case(workspace.resolve(case))
    rows = []
    for knower in who_knows_what(view.state, session.today(), view.notes):
        who = {"party": document(workspace, knower.party), "who": party_label(workspace, knower.party)}
        for known in knower.facts:
            shown = {
                "purpose_shown": text(f"domain_care.purpose.{known.purpose}"),
                "content_shown": known.content or text("domain_care.consent.whole-file"),
            }
            rows.append((who | document(workspace, known), shown))
    show_rows(
        session,
        rows,
        (
            Column("who", "cli_care.column.party"),
            Column("on", "cli_care.column.on"),
            Column("purpose", "cli_care.column.purpose", "purpose_shown"),
            Column("content", "cli_care.column.content", "content_shown"),
            Column("live", "cli_care.column.live"),
        ),
        empty="cli_care.nobody-knows",
    )
