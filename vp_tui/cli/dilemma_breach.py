"""``vp dilemma break|inform|attempt|finish``: what was told without consent, the reporter informed, the account.

Callers: ``dilemma``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import ask, typed
from vp_tui.cli.acting import act
from vp_tui.cli.dilemma import WHICH, row_of
from vp_tui.cli.given import CASE, ON, YES, party_of, read, texts, with_party
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.exception import BreakConfidentiality, FinishException, InformReporter, RecordAttempt
from vp_tui.errors import RefusedError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["attempt", "break_confidentiality", "finish", "inform"]


@command("dilemma.break", member=True)
@CASE
@with_party
@texts("content", main="content")
@ON
@WHICH
@YES
async def break_confidentiality(session: Session, workspace: Workspace, case: str, yes: bool, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "name", "content")
    party = party_of(workspace, given)
    if party is None:
        raise RefusedError("party-missing", "party")
    row = row_of(workspace, chosen, given["dilemma"])
    on = typed.moment(given["on"], past=True, field="on")
    breaking = BreakConfidentiality(row.id, row.rev, party, given["content"], on)
    warning = text("cli_care.cannot-be-undone")
    ask.confirm(case_code(chosen), given=yes, allowed=session.may_ask, warning=warning)
    await act(session, workspace, breaking, chosen, "cli_care.broken", dilemma=row.id.hex())


@command("dilemma.inform", member=True)
@CASE
@texts("of", main="of")
@ON
@WHICH
async def inform(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "of")
    row = row_of(workspace, chosen, given["dilemma"])
    informing = InformReporter(row.id, row.rev, given["of"], typed.moment(given["on"], past=True, field="on"))
    await act(session, workspace, informing, chosen, dilemma=row.id.hex())


@command("dilemma.attempt", member=True)
@CASE
@click.option("--again", metavar="DATE", required=True)
@texts("why", main="why")
@WHICH
async def attempt(session: Session, workspace: Workspace, case: str, again: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "why")
    row = row_of(workspace, chosen, given["dilemma"])
    next_one = typed.day(again, field="again")
    await act(session, workspace, RecordAttempt(row.id, row.rev, given["why"], next_one), chosen, dilemma=row.id.hex())


@command("dilemma.finish", member=True)
@CASE
@texts("account", main="account")
@WHICH
async def finish(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "account")
    row = row_of(workspace, chosen, given["dilemma"])
    await act(session, workspace, FinishException(row.id, row.rev, given["account"]), chosen, dilemma=row.id.hex())
