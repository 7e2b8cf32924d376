"""``vp today`` and ``vp calendar``: one clock for everything that has a date. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import typed
from vp_tui.cli.care_rows import Row, show_rows
from vp_tui.cli.output import Column
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.device.clock import LocalZone
from vp_tui.domain.case_code import case_code
from vp_tui.domain.clock import DueItem
from vp_tui.domain.icalendar import busy
from vp_tui.i18n import count, days, text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["calendar", "today"]


@command("today", member=True)
@click.option("--within", metavar="TIME", default="")
async def today(session: Session, workspace: Workspace, within: str) -> None:
    clients = {client.id for client in workspace.clients()}
    now = session.today()
    rows: list[Row] = []
    for item in workspace.today_view(typed.span(within) if within else 0):
        code = item.client_code if item.space in clients else case_code(item.space)
        row = {
            "kind": item.kind,
            "due": item.due.isoformat(),
            "at": instant(item.at_ms),
            "id": item.space.hex(),
            "code": code,
            "label": item.label or None,
            "client": item.client_code or None,
            "late": item.late,
            "age": item.age,
            "red": item.red,
        }
        shown = {
            "kind_shown": text(f"domain_care.due.{item.kind}"),
            "due_shown": days.term(item.due, now),
            "mark": "!" if item.red else "",
            # The end of a mandate has not been waiting.
            "age_shown": ""
            if item.space in clients
            else count("days.days", item.age)
            if item.age
            else text("days.today"),
        }
        rows.append((row, shown))
    show_rows(
        session,
        rows,
        (
            Column("red", "cli_care.column.red", "mark"),
            Column("due", "cli.column.due", "due_shown"),
            Column("kind", "cli_care.column.kind", "kind_shown"),
            Column("code", "cli.column.code"),
            Column("client", "cli.column.client"),
            Column("label", "cli.column.alias"),
            Column("age", "cli_care.column.age", "age_shown"),
        ),
        empty="cli_care.nothing-today",
    )


def _age(item: DueItem, of_client: bool) -> str:
    """How long it has been waiting; the end of a mandate has not been."""
    if of_client:
        return ""
    return count("days.days", item.age) if item.age else text("days.today")


@command("calendar", member=True)
async def calendar(session: Session, workspace: Workspace) -> None:
    file = busy(workspace.appointments(), LocalZone(), workspace.clock.now_ms(), text("domain_care.busy"))
    if session.json:
        session.out.facts({"calendar": file})
    else:
        session.out.raw(file)
