"""``vp member``: the group, and reading: who is in the practice, with which devices. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import typed
from vp_tui.cli.output import Column
from vp_tui.cli.rows import member_row
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["list_members", "member", "show"]

member = group(
    "member",
    {
        "list": "member:list_members",
        "show": "member:show",
        "invite": "member_admission:invite",
        "pending": "member_admission:pending",
        "cosign": "member_admission:cosign",
        "verify": "member_change:verify",
        "roles": "member_change:roles",
        "revoke": "member_change:revoke",
        "remove": "member_change:remove",
    },
)


@command("member.list", member=True)
async def list_members(session: Session, workspace: Workspace) -> None:
    rows = [member_row(each) for each in workspace.members()]
    for row in rows:
        row["roles_shown"] = [text(f"cli.role.{name}") for name in row["roles"]]
        row["devices_shown"] = sum(device["active"] for device in row["devices"])
        row["compared_shown"] = row["me"] or any(device["compared"] for device in row["devices"])
    columns = (
        Column("name", "cli.column.name"),
        Column("roles", "cli.column.roles", "roles_shown"),
        Column("devices_shown", "cli.column.devices"),
        Column("compared_shown", "cli.column.compared"),
        Column("active", "cli.column.active"),
    )
    if session.json:
        rows = [{name: value for name, value in row.items() if not name.endswith("_shown")} for row in rows]
    session.out.rows(rows, columns)


@command("member.show", member=True)
@click.argument("member")
async def show(session: Session, workspace: Workspace, member: str) -> None:
    row = member_row(typed.member(workspace, member))
    lines = [row["name"], ", ".join(text(f"cli.role.{name}") for name in row["roles"])]
    for device in row["devices"]:
        state = "cli.device.active" if device["active"] else "cli.device.revoked"
        compared = text("cli.device.compared" if device["compared"] else "cli.device.not-compared")
        lines += ["", f"{device['id'][:8]}  {text(state)}, {compared}", device["fingerprint"], device["digits"]]
    session.out.facts(row, "\n".join(lines))
