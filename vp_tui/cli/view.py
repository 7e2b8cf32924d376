"""``vp view list|save|drop``: saved queues, for ``vp case list --view``. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["drop", "list_views", "save", "view"]

view = group("view", {"list": "view:list_views", "save": "view:save", "drop": "view:drop"})


@command("view.list", member=True)
async def list_views(session: Session, workspace: Workspace) -> None:
    rows = [{"name": each.name, "query": each.query, "sort": each.sort} for each in workspace.saved_views()]
    columns = (
        Column("name", "cli.column.name"),
        Column("query", "cli_care.column.query"),
        Column("sort", "cli_care.column.sort"),
    )
    session.out.rows(rows, columns)


@command("view.save", member=True)
@click.argument("name")
@click.argument("query", nargs=-1)
@click.option("--sort", metavar="KEY", default="due")
async def save(session: Session, workspace: Workspace, name: str, query: tuple[str, ...], sort: str) -> None:
    await workspace.set_view(name, " ".join(query), sort)
    session.out.facts({"name": name, "query": " ".join(query), "sort": sort}, text("cli_care.view-saved", name=name))


@command("view.drop", member=True)
@click.argument("name")
async def drop(session: Session, workspace: Workspace, name: str) -> None:
    await workspace.drop_view(name)
    session.out.facts({"name": name}, text("cli_care.view-dropped", name=name))
