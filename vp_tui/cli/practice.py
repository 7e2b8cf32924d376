"""``vp practice found|status|checkpoint``. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli.enrol import Asked, enrolling, my_name
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.cli.typed import ROLES, role_names
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["checkpoint", "found", "practice", "status"]

practice = group(
    "practice",
    {
        "found": "practice:found",
        "status": "practice:status",
        "checkpoint": "practice:checkpoint",
        "export": "bundle:export",
        "check": "bundle:check",
        "restore": "bundle:restore",
    },
)


@command("practice.found", enrols=True)
@click.argument("name")
@enrolling
@click.option("--confidant", is_flag=True)
async def found(
    session: Session,
    name: str,
    dsn: str,
    my_name_: str | None,
    code_file: str | None,
    keystore: str | None,
    confidant: bool,
) -> None:
    from vp_tui.workspace import bootstrap

    asked = Asked(session, code_file, keystore, "ik")
    identity = await bootstrap.found(
        asked.paths,
        dsn=dsn,
        code=asked.code,
        identity=asked.identity,
        practice_name=name,
        my_name=my_name(session, my_name_),
        roles=ROLES["coordinator"] | (ROLES["confidant"] if confidant else 0),
        passphrase=asked.passphrase,
        keystore_kind=asked.keystore,
        environ=session.postgres,
    )
    session.out.facts(
        {"identity": identity.name, "practice": identity.practice.hex(), "member": identity.member.hex()},
        text("cli.done.found", name=name, identity=identity.name),
    )
    session.out.say("cli.done.found.next")


@command("practice.status", member=True)
async def status(session: Session, workspace: Workspace) -> None:
    now = workspace.status
    session.out.facts(
        {
            "practice": workspace.practice_name,
            "id": workspace.identity.practice.hex(),
            "identity": workspace.identity.name,
            "member": workspace.me.member.hex(),
            "name": workspace.me.name,
            "roles": role_names(workspace.me.roles),
            "admitted": now.admitted,
            "demo": workspace.demo,
            "members": sum(member.active for member in workspace.members()),
            "clients": sum(not client.archived for client in workspace.clients()),
            "cases": len(workspace.summaries()),
            "pending": now.pending,
            "findings": now.findings,
            "synchronised": instant(now.last_sync_ms),
            "clock_skew_ms": now.clock_skew_ms,
        }
    )


@command("practice.checkpoint", member=True)
async def checkpoint(session: Session, workspace: Workspace) -> None:
    words = " ".join(workspace.checkpoint())
    session.out.facts({"checkpoint": words}, words)
    session.out.say("cli.checkpoint")
