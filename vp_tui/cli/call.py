"""``vp call``: reached, or "gebeld, geen gehoor"; the rule of safe contact stands above it. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.given import CASE, ON
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.calls import CALLS, LogCall

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["call", "call_of"]


def call_of(result: str, given: dict[str, Any]) -> LogCall:
    """The call as it was typed."""
    return LogCall(
        result=result,
        channel=typed.code(given["channel"], "channel"),
        on=typed.moment(given["on"], past=True, field="on"),
        again=typed.moment(given["again"], field="again"),
    )


@command("call", member=True)
@CASE
@click.argument("result", type=click.Choice(CALLS))
@click.option("--channel", metavar="CODE", default="KA-TE")
@ON
@click.option("--again", metavar="DATE")
async def call(session: Session, workspace: Workspace, case: str, result: str, **given: Any) -> None:
    await act(session, workspace, call_of(result, given), workspace.resolve(case))
