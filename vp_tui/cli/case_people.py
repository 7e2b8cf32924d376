"""``vp case reporter|link|unlink``: further reporters of one case, and cases of one matter. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, label, show_rows
from vp_tui.cli.given import CASE, read, texts
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.reporters import AddReporter, DropReporter, ReviseReporter
from vp_tui.domain.sides import LinkCase, UnlinkCase

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "drop", "link", "list_reporters", "reporter", "revise", "unlink"]

reporter = group(
    "case.reporter",
    {
        "add": "case_people:add",
        "revise": "case_people:revise",
        "drop": "case_people:drop",
        "list": "case_people:list_reporters",
    },
)

_REPORTER = click.argument("reporter")
_ROLE = click.option("--role", metavar="CODE")
_IDENTITY = click.option("--known-as", "known_as", metavar="CODE")


@command("case.reporter.add", member=True)
@CASE
@texts("alias", main="alias")
@_ROLE
@_IDENTITY
async def add(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "alias")
    fresh = workspace.new_id()
    role, identity = typed.optional_code(given["role"], "role"), typed.optional_code(given["known_as"], "identity")
    adding = AddReporter(fresh, given["alias"], role, identity)
    await act(session, workspace, adding, chosen, reporter=fresh.hex())


@command("case.reporter.revise", member=True)
@CASE
@_REPORTER
@texts("alias")
@_ROLE
@_IDENTITY
@texts("name")
async def revise(session: Session, workspace: Workspace, case: str, reporter: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.reporters, reporter)
    read(given, "alias", "name")
    revising = ReviseReporter(
        reporter=row.id,
        base=row.rev,
        alias=row.alias if given["alias"] is None else given["alias"],
        role=typed.optional_code(given["role"], "role") or row.role,
        identity=typed.optional_code(given["known_as"], "identity") or row.identity,
        name=row.name if given["name"] is None else given["name"],
    )
    await act(session, workspace, revising, chosen, reporter=row.id.hex())


@command("case.reporter.drop", member=True)
@CASE
@_REPORTER
async def drop(session: Session, workspace: Workspace, case: str, reporter: str) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.reporters, reporter)
    await act(session, workspace, DropReporter(row.id, row.rev), chosen, reporter=row.id.hex())


@command("case.reporter.list", member=True)
@CASE
async def list_reporters(session: Session, workspace: Workspace, case: str) -> None:
    reporters = workspace.case(workspace.resolve(case)).state.reporters
    rows = [
        (document(workspace, row), {"role_shown": label(row.role), "identity_shown": label(row.identity)})
        for row in reporters
    ]
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("alias", "cli.column.alias"),
            Column("role", "cli_care.column.role", "role_shown"),
            Column("identity", "cli_care.column.known", "identity_shown"),
            Column("name", "cli.column.name"),
            Column("dropped", "cli_care.column.dropped"),
        ),
    )


@command("case.link", member=True)
@CASE
@click.argument("other")
async def link(session: Session, workspace: Workspace, case: str, other: str) -> None:
    linked = workspace.resolve(other)
    await act(session, workspace, LinkCase(linked), workspace.resolve(case), other=linked.hex())


@command("case.unlink", member=True)
@CASE
@click.argument("other")
async def unlink(session: Session, workspace: Workspace, case: str, other: str) -> None:
    linked = workspace.resolve(other)
    await act(session, workspace, UnlinkCase(linked), workspace.resolve(case), other=linked.hex())
