"""``vp step add|edit|consult|move|list|show``: next steps, none without the reporter. Callers: ``root``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import Row, document, label, party_label, show_rows
from vp_tui.cli.given import CASE, ON, party_of, read, texts, with_party
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.steps import STEP_STATES, WHO, ConsultStep, MoveStep, PutStep
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.case_parts import Step
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "consult", "edit", "list_steps", "move", "show", "step"]

step = group(
    "step",
    {
        "add": "step:add",
        "edit": "step:edit",
        "consult": "step:consult",
        "move": "step:move",
        "list": "step:list_steps",
        "show": "step:show",
    },
)

_TEXTS = ("what", "consequences", "promised_by", "agreements", "preparation")
_STEP = click.argument("step")


def _about(function: Callable[..., Any]) -> Callable[..., Any]:
    """What both adding and editing take."""
    for option in (
        texts("promised-by", "agreements", "preparation"),
        click.option("--due", metavar="DATE"),
        with_party,
        texts("what", "consequences"),
        click.option("--who", type=click.Choice(WHO)),
    ):
        function = option(function)
    return function


def _given(workspace: Workspace, given: dict[str, Any]) -> dict[str, Any]:
    """The fields of the step for which something was typed."""
    read(given, "what", "consequences", "name", "promised_by", "agreements", "preparation")
    if given["code"]:
        given["code"] = typed.code(given["code"], "step")
    given["due"] = typed.moment(given["due"], field="due")
    given["party"] = party_of(workspace, given)
    return {name: value for name, value in given.items() if value is not None}


@command("step.add", member=True)
@CASE
@click.argument("code")
@_about
async def add(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    fresh = workspace.new_id()
    await act(session, workspace, PutStep(fresh, **_given(workspace, given)), chosen, step=fresh.hex())


@command("step.edit", member=True)
@CASE
@_STEP
@click.option("--code", metavar="CODE")
@_about
async def edit(session: Session, workspace: Workspace, case: str, step: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.steps, step)
    changes = _given(workspace, given)
    if not changes:
        raise UsageError("cli.nothing-to-change")
    kept = {name: getattr(row, name) for name in ("code", "who", "due", "party", *_TEXTS)}
    changing = PutStep(row.id, **kept | changes, base=row.rev)
    await act(session, workspace, changing, chosen, step=row.id.hex())


@command("step.consult", member=True)
@CASE
@_STEP
@texts("choice", main="choice")
@ON
async def consult(session: Session, workspace: Workspace, case: str, step: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.steps, step)
    read(given, "choice")
    talked = ConsultStep(row.id, row.rev, given["choice"], typed.moment(given["on"], past=True, field="on"))
    await act(session, workspace, talked, chosen, step=row.id.hex())


@command("step.move", member=True)
@CASE
@_STEP
@click.argument("to", type=click.Choice(STEP_STATES))
@ON
async def move(session: Session, workspace: Workspace, case: str, step: str, to: str, on: str | None) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.steps, step)
    moving = MoveStep(row.id, row.rev, to, typed.moment(on, past=True, field="on"))
    await act(session, workspace, moving, chosen, step=row.id.hex())


@command("step.list", member=True)
@CASE
async def list_steps(session: Session, workspace: Workspace, case: str) -> None:
    rows = [_row(workspace, row) for row in workspace.case(workspace.resolve(case)).state.steps]
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("status", "cli.column.state", "status_shown"),
            Column("code", "cli_care.column.step", "code_shown"),
            Column("who", "cli_care.column.who", "who_shown"),
            Column("with", "cli_care.column.with"),
            Column("due", "cli.column.due"),
            Column("what", "cli_care.column.what"),
        ),
    )


@command("step.show", member=True)
@CASE
@_STEP
async def show(session: Session, workspace: Workspace, case: str, step: str) -> None:
    found, shown = _row(workspace, typed.row(workspace.case(workspace.resolve(case)).state.steps, step))
    facts = {
        "status": shown["status_shown"],
        "who": shown["who_shown"],
        "with": shown["with"],
        "what": found["what"],
        "consequences": found["consequences"],
        "consulted": " ".join(filter(None, [found["consulted_on"], found["choice"]])),
        "due": ", ".join(filter(None, [found["due"], found["promised_by"]])),
        "agreements": found["agreements"],
        "preparation": found["preparation"],
    }
    lines = [shown["code_shown"], ""]
    lines += [f"{text(f'cli_care.step.{name}')}: {value}" for name, value in facts.items() if value]
    session.out.facts(found, "\n".join(lines))


def _row(workspace: Workspace, row: Step) -> Row:
    shown = {
        "status_shown": text(f"domain_care.step_state.{row.status}"),
        "code_shown": label(row.code),
        "who_shown": text(f"domain_care.who.{row.who}"),
        "with": party_label(workspace, row.party),
    }
    return document(workspace, row), shown
