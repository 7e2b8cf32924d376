"""``vp case edit|next|done|state``: where a case stands and what comes next. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.ask import read_text
from vp_tui.cli.case_write import told
from vp_tui.cli.given import IMPACT, read, texts
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import STATES
from vp_tui.domain.codes import NATURES
from vp_tui.domain.core import PERIODS, ReviseCore
from vp_tui.domain.next_action import CompleteNextAction, SetNextAction
from vp_tui.domain.progress import ChangeState
from vp_tui.errors import UsageError

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Receipt

__all__ = ["done", "edit", "next_action", "state"]

_STATES = STATES[:-2]
"""Aftercare and closed are reached by closing."""


def _told(session: Session, receipt: Receipt, key: str, case: bytes) -> None:
    told(session, receipt, key, id=case.hex(), code=case_code(case))


@command("case.edit", member=True)
@click.argument("case")
@click.option("--alias", metavar="ALIAS")
@click.option("--client", metavar="CODE")
@click.option("--channel", metavar="CODE")
@click.option("--nature", "natures", metavar="CODE", multiple=True)
@click.option("--received", metavar="DATE")
@click.option("--role", metavar="CODE")
@click.option("--source", metavar="CODE")
@click.option("--known-as", metavar="CODE")
@click.option("--relation", metavar="CODE")
@click.option("--period", type=click.Choice(PERIODS))
@click.option("--since", metavar="SINCE")
@texts("name", "wish")
@IMPACT
async def edit(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "alias", "name", "wish")
    given["identity"] = given.pop("known_as")
    changes = {name: _value(workspace, name, value) for name, value in given.items() if value not in (None, ())}
    if not changes:
        raise UsageError("cli.nothing-to-change")
    for name, value in changes.items():
        base = workspace.case(chosen).state.core_rev(name)
        receipt = await workspace.do(ReviseCore(name, base, value), chosen)
    _told(session, receipt, "cli.done.edit", chosen)


def _value(workspace: Workspace, field: str, given: Any) -> Any:
    match field:
        case "client":
            return typed.client(workspace, given).id
        case "natures":
            return typed.some_codes(given, *NATURES)
        case "impact":
            return typed.some_codes(given, "impact")
        case "received":
            return typed.moment(given, past=True, field="received")
        case "channel" | "role" | "source" | "identity" | "relation":
            return typed.code(given, field)
    return given


@command("case.next", member=True)
@click.argument("case")
@click.argument("what")
@click.option("--due", metavar="DATE")
async def next_action(session: Session, workspace: Workspace, case: str, what: str, due: str | None) -> None:
    chosen = workspace.resolve(case)
    base = workspace.case(chosen).state.next_rev
    receipt = await workspace.do(SetNextAction(base, read_text(what), typed.moment(due, field="due")), chosen)
    _told(session, receipt, "cli.done.next", chosen)


@command("case.done", member=True)
@click.argument("case")
async def done(session: Session, workspace: Workspace, case: str) -> None:
    chosen = workspace.resolve(case)
    receipt = await workspace.do(CompleteNextAction(workspace.case(chosen).state.next_rev), chosen)
    _told(session, receipt, "cli.done.done", chosen)


@command("case.state", member=True)
@click.argument("case")
@click.argument("state", type=click.Choice(_STATES))
@click.option("--waiting-for", metavar="TEXT", default="")
async def state(session: Session, workspace: Workspace, case: str, state: str, waiting_for: str) -> None:
    chosen = workspace.resolve(case)
    receipt = await workspace.do(ChangeState(state, read_text(waiting_for)), chosen)
    _told(session, receipt, "cli.done.state", chosen)
