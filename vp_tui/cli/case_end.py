"""``vp case close|aftercare|reopen``: the end of a case, and what comes after the end. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.ask import read_text
from vp_tui.cli.given import IMPACT
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.closing import PAPERS, CloseCase, RecordAftercare, ReopenCase, usual_aftercare
from vp_tui.errors import NotFoundError

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["aftercare", "close", "reopen"]


@command("case.close", member=True)
@click.argument("case")
@click.option("--reason", metavar="CODE", required=True)
@click.option("--on", metavar="DATE")
@click.option("--aftercare", metavar="DATE", multiple=True)
@click.option("--usual-aftercare", is_flag=True)
@click.option("--aftercare-consent", metavar="DATE")
@click.option("--aftercare-channel", metavar="CODE")
@click.option("--evaluation", metavar="CODE")
@click.option("--safer", metavar="CODE")
@click.option("--papers", type=click.Choice([word for word in PAPERS if word]))
@click.option("--retention", metavar="DATE")
@click.option("--drop-next-action", is_flag=True)
@click.option("--no-referral", is_flag=True)
async def close(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    day = typed.moment(given["on"], past=True, field="on") or session.today()
    plan = usual_aftercare(day) if given["usual_aftercare"] else ()
    plan += tuple(typed.day(each, field="aftercare") for each in given["aftercare"])
    closing = CloseCase(
        reason=typed.code(given["reason"], "closing"),
        on=day,
        aftercare=plan,
        evaluation=typed.optional_code(given["evaluation"], "evaluation"),
        drop_next_action=given["drop_next_action"],
        aftercare_consent=typed.moment(given["aftercare_consent"], past=True, field="aftercare_consent"),
        aftercare_channel=typed.optional_code(given["aftercare_channel"], "channel"),
        safer=typed.optional_code(given["safer"], "safety"),
        papers=given["papers"] or "",
        retention=typed.moment(given["retention"], field="retention"),
        no_referral=given["no_referral"],
    )
    await act(session, workspace, closing, chosen, "cli.done.close")


@command("case.aftercare", member=True)
@click.argument("case")
@click.option("--outcome", metavar="CODE", required=True)
@click.option("--retaliation", metavar="CODE")
@click.option("--safer", metavar="CODE")
@IMPACT
@click.option("--due", metavar="DATE")
async def aftercare(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    left = [moment.due for moment in workspace.case(chosen).state.aftercare if not moment.done_ms]
    if not left:
        raise NotFoundError("cli.no-aftercare")
    recording = RecordAftercare(
        due=typed.moment(given["due"], field="due") or min(left),
        outcome=typed.code(given["outcome"], "evaluation"),
        retaliation=typed.optional_code(given["retaliation"], "retaliation"),
        safer=typed.optional_code(given["safer"], "safety"),
        impact=typed.some_codes(given["impact"], "impact"),
    )
    await act(session, workspace, recording, chosen, "cli.done.aftercare")


@command("case.reopen", member=True)
@click.argument("case")
@click.option("--why", metavar="TEXT", required=True)
async def reopen(session: Session, workspace: Workspace, case: str, why: str) -> None:
    chosen = workspace.resolve(case)
    await act(session, workspace, ReopenCase(read_text(why)), chosen, "cli.done.reopen")
