"""``vp case option``: the options sheet, and the reporter's choice. Callers: ``case``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, label, show_rows
from vp_tui.cli.given import CASE, ON, read, texts
from vp_tui.cli.output import Column
from vp_tui.cli.printing import show_pieces
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.options import REVERSIBLE, RISKS, ChooseOption, DropOption, PutOption
from vp_tui.domain.printed import options_sheet
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "choose", "drop", "edit", "list_options", "option", "print_options"]

option = group(
    "case.option",
    {
        "add": "case_option:add",
        "edit": "case_option:edit",
        "drop": "case_option:drop",
        "choose": "case_option:choose",
        "list": "case_option:list_options",
        "print": "case_option:print_options",
    },
)

_OPTION = click.argument("option")


def _about(function: Callable[..., Any]) -> Callable[..., Any]:
    """What both adding and editing take, beside the goal."""
    for each in (
        click.option("--reversible", type=click.Choice([word for word in REVERSIBLE if word])),
        texts("who-knows"),
        click.option("--risk", type=click.Choice([word for word in RISKS if word])),
        texts("consequences"),
        click.option("--step", metavar="CODE"),
    ):
        function = each(function)
    return function


def _given(given: dict[str, Any]) -> dict[str, Any]:
    """The fields of the option for which something was typed."""
    read(given, "goal", "consequences", "who_knows")
    given["step"] = typed.code(given["step"], "step") if given["step"] else None
    return {name: value for name, value in given.items() if value is not None}


@command("case.option.add", member=True)
@CASE
@texts("goal", main="goal")
@_about
async def add(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    fresh = workspace.new_id()
    await act(session, workspace, PutOption(fresh, **_given(given)), chosen, option=fresh.hex())


@command("case.option.edit", member=True)
@CASE
@_OPTION
@texts("goal")
@_about
async def edit(session: Session, workspace: Workspace, case: str, option: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.options, option)
    changes = _given(given)
    if not changes:
        raise UsageError("cli.nothing-to-change")
    names = ("goal", "step", "consequences", "risk", "who_knows", "reversible")
    putting = PutOption(row.id, **{name: getattr(row, name) for name in names} | changes, base=row.rev)
    await act(session, workspace, putting, chosen, option=row.id.hex())


@command("case.option.drop", member=True)
@CASE
@_OPTION
async def drop(session: Session, workspace: Workspace, case: str, option: str) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.options, option)
    await act(session, workspace, DropOption(row.id, row.rev), chosen, option=row.id.hex())


@command("case.option.choose", member=True)
@CASE
@click.argument("option", required=False)
@click.option("--none", "none", is_flag=True)
@ON
@texts("words")
async def choose(
    session: Session, workspace: Workspace, case: str, option: str | None, none: bool, **given: Any
) -> None:
    if bool(option) == none:
        raise UsageError("cli.choose-one")
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    read(given, "words")
    row = typed.row(state.options, option) if option else None
    on = typed.moment(given["on"], past=True, field="on")
    choosing = ChooseOption(state.choice_rev, row.id if row else None, on, given["words"] or "")
    await act(session, workspace, choosing, chosen, option=row.id.hex() if row else None)


@command("case.option.list", member=True)
@CASE
async def list_options(session: Session, workspace: Workspace, case: str) -> None:
    state = workspace.case(workspace.resolve(case)).state
    rows = []
    for row in state.options:
        shown = {
            "step_shown": label(row.step),
            "risk_shown": text(f"domain_care.risk.{row.risk}") if row.risk else "",
            "reversible_shown": text(f"domain_care.reversible.{row.reversible}") if row.reversible else "",
        }
        chosen = state.choice is not None and state.choice.option == row.id
        rows.append((document(workspace, row) | {"chosen": chosen}, shown))
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("goal", "cli_care.column.goal"),
            Column("step", "cli_care.column.step", "step_shown"),
            Column("risk", "cli_care.column.risk", "risk_shown"),
            Column("reversible", "cli_care.column.reversible", "reversible_shown"),
            Column("chosen", "cli_care.column.chosen"),
            Column("dropped", "cli_care.column.dropped"),
        ),
    )


@command("case.option.print", member=True)
@CASE
async def print_options(session: Session, workspace: Workspace, case: str) -> None:
    state = workspace.case(workspace.resolve(case)).state
    show_pieces(session, workspace, options_sheet(state, session.today()))
