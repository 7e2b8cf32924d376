"""``vp case close|aftercare|reopen``: the end of a case, and what comes after the end. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import typed
from vp_tui.cli.case_write import told
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.closing import CloseCase, RecordAftercare, ReopenCase, usual_aftercare
from vp_tui.errors import NotFoundError

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["aftercare", "close", "reopen"]


@command("case.close", member=True)
@click.argument("case")
@click.option("--reason", metavar="CODE", required=True)
@click.option("--on", metavar="DATE")
@click.option("--aftercare", metavar="DATE", multiple=True)
@click.option("--usual-aftercare", "usual", is_flag=True)
@click.option("--aftercare-consent", metavar="DATE")
@click.option("--evaluation", metavar="CODE")
@click.option("--drop-next-action", is_flag=True)
@click.option("--no-referral", is_flag=True)
async def close(
    session: Session,
    workspace: Workspace,
    case: str,
    reason: str,
    on: str | None,
    aftercare: tuple[str, ...],
    usual: bool,
    aftercare_consent: str | None,
    evaluation: str | None,
    drop_next_action: bool,
    no_referral: bool,
) -> None:
    chosen = workspace.resolve(case)
    day = typed.moment(on, past=True, field="on") or session.today()
    plan = usual_aftercare(day) if usual else ()
    plan += tuple(date for each in aftercare if (date := typed.moment(each, field="aftercare")))
    closing = CloseCase(
        reason=typed.code(reason, "closing"),
        on=day,
        aftercare=plan,
        evaluation=typed.code(evaluation, "evaluation") if evaluation else "",
        drop_next_action=drop_next_action,
        aftercare_consent=typed.moment(aftercare_consent, past=True, field="aftercare_consent"),
        no_referral=no_referral,
    )
    receipt = await workspace.do(closing, chosen)
    told(session, receipt, "cli.done.close", id=chosen.hex(), code=case_code(chosen))


@command("case.aftercare", member=True)
@click.argument("case")
@click.option("--outcome", metavar="CODE", required=True)
@click.option("--retaliation", metavar="CODE")
@click.option("--due", metavar="DATE")
async def aftercare(
    session: Session, workspace: Workspace, case: str, outcome: str, retaliation: str | None, due: str | None
) -> None:
    chosen = workspace.resolve(case)
    left = [moment.due for moment in workspace.case(chosen).state.aftercare if not moment.done_ms]
    if not left:
        raise NotFoundError("cli.no-aftercare")
    receipt = await workspace.do(
        RecordAftercare(
            due=typed.moment(due, field="due") or min(left),
            outcome=typed.code(outcome, "evaluation"),
            retaliation=typed.code(retaliation, "retaliation") if retaliation else "",
        ),
        chosen,
    )
    told(session, receipt, "cli.done.aftercare", id=chosen.hex(), code=case_code(chosen))


@command("case.reopen", member=True)
@click.argument("case")
@click.option("--why", metavar="TEXT", required=True)
async def reopen(session: Session, workspace: Workspace, case: str, why: str) -> None:
    chosen = workspace.resolve(case)
    receipt = await workspace.do(ReopenCase(why), chosen)
    told(session, receipt, "cli.done.reopen", id=chosen.hex(), code=case_code(chosen))
