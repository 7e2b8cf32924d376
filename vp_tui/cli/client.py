"""``vp client``: the group, ``list`` and ``add``; cards and desks are in the files ``client_*``. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "client", "list_clients"]

client = group(
    "client",
    {
        "list": "client:list_clients",
        "add": "client:add",
        "show": "client_card:show",
        "mandate": "client_card:mandate",
        "route": "client_desk:route",
        "pressure": "client_desk:pressure",
        "letter": "client_desk:letter",
    },
)


@command("client.list", member=True)
async def list_clients(session: Session, workspace: Workspace) -> None:
    rows = [
        {"id": each.id.hex(), "code": each.code, "name": each.name, "archived": each.archived}
        for each in workspace.clients()
    ]
    columns = (Column("code", "cli.column.code"), Column("name", "cli.column.name"))
    session.out.rows(rows, columns, empty="cli.no-clients")


@command("client.add", member=True)
@click.argument("code")
@click.argument("name")
async def add(session: Session, workspace: Workspace, code: str, name: str) -> None:
    made = await workspace.add_client(code, name)
    session.out.facts({"id": made.hex(), "code": code}, text("cli.done.client", code=code))
