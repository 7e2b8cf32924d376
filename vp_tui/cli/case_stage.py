"""``vp case stage|norm|retaliation``: an integrity matter by its stages, and what came of it for the reporter.

Callers: ``case``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.given import CASE, IMPACT, ON, read, texts
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.retaliation import NoteRetaliation
from vp_tui.domain.stage import NORMS, MeetNorm, SetStage, is_report

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["norm", "retaliation", "stage"]


@command("case.stage", member=True)
@CASE
@click.argument("stage")
@ON
@click.option("--warned", is_flag=True)
@texts("decision")
async def stage(session: Session, workspace: Workspace, case: str, stage: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    read(given, "decision")
    code = typed.code(stage, "integrity_stage")
    warned = given["warned"] or (state.stage is not None and state.stage.warned)
    if is_report(code) and not (warned or session.json):
        session.out.say("domain_care.stage_warning")
    setting = SetStage(
        base=state.core_rev("stage"),
        stage=code,
        on=typed.moment(given["on"], past=True, field="on"),
        warned=given["warned"],
        decision=given["decision"] or "",
    )
    await act(session, workspace, setting, chosen, stage=code)


@command("case.norm", member=True)
@CASE
@click.argument("norm", type=click.Choice(NORMS))
@ON
async def norm(session: Session, workspace: Workspace, case: str, norm: str, on: str | None) -> None:
    meeting = MeetNorm(norm, typed.moment(on, past=True, field="on"))
    await act(session, workspace, meeting, workspace.resolve(case), norm=norm)


@command("case.retaliation", member=True)
@CASE
@click.argument("code")
@ON
@IMPACT
@texts("text")
async def retaliation(session: Session, workspace: Workspace, case: str, code: str, **given: Any) -> None:
    read(given, "text")
    noting = NoteRetaliation(
        code=typed.code(code, "retaliation"),
        on=typed.moment(given["on"], past=True, field="on"),
        impact=typed.some_codes(given["impact"], "impact"),
        text=given["text"] or "",
    )
    await act(session, workspace, noting, workspace.resolve(case))
