"""``vp case deputy grant|remove``: a colleague who stands in, with the reporter's consent. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import ask, typed
from vp_tui.cli.acting import carry
from vp_tui.cli.case_write import told
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.case_code import case_code
from vp_tui.domain.deputy import CONSENT_HOW, GrantDeputy, RemoveDeputy

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["deputy", "grant", "remove"]

deputy = group("case.deputy", {"grant": "case_deputy:grant", "remove": "case_deputy:remove"})


@command("case.deputy.grant", member=True)
@click.argument("case")
@click.argument("member")
@click.option("--consent-on", metavar="DATE")
@click.option("--consent", "how", type=click.Choice(CONSENT_HOW))
@click.option("--until", metavar="DATE")
async def grant(
    session: Session,
    workspace: Workspace,
    case: str,
    member: str,
    consent_on: str | None,
    how: str | None,
    until: str | None,
) -> None:
    chosen = workspace.resolve(case)
    colleague = typed.member(workspace, member)
    granting = GrantDeputy(
        member=colleague.id,
        consent_on=typed.moment(consent_on, past=True, field="consent_on"),
        consent_how=how or "",
        until=typed.moment(until, field="until"),
    )
    receipt = await carry(workspace, granting, chosen)
    told(session, receipt, "cli.done.grant", id=chosen.hex(), code=case_code(chosen), name=colleague.name)


@command("case.deputy.remove", member=True)
@click.argument("case")
@click.option("--why", metavar="TEXT", default="")
@click.option("--yes", is_flag=True)
async def remove(session: Session, workspace: Workspace, case: str, why: str, yes: bool) -> None:
    chosen = workspace.resolve(case)
    session.out.say("cli.read-stays-known")
    ask.confirm(case_code(chosen), given=yes, allowed=session.may_ask)
    receipt = await workspace.do(RemoveDeputy(ask.read_text(why)), chosen)
    told(session, receipt, "cli.done.ungrant", id=chosen.hex(), code=case_code(chosen))
