"""``vp member invite|pending|cosign``: the road by which somebody comes in, with four eyes. Callers: ``member``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.output import Column
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import ConflictError, NotFoundError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["cosign", "invite", "pending"]


@command("member.invite", member=True)
@click.argument("name")
@click.option("--roles", metavar="ROLES", default="confidant")
@click.option("--device-of", metavar="MEMBER")
async def invite(session: Session, workspace: Workspace, name: str, roles: str, device_of: str | None) -> None:
    owner = typed.member(workspace, device_of) if device_of else None
    wanted = owner.roles if owner else typed.roles(roles)
    invitation = await workspace.invite(name, wanted, owner.id if owner else None)
    words = " ".join(invitation.words)
    facts = {
        "id": invitation.id.hex(),
        "code": words,
        "address": invitation.address,
        "expires": instant(invitation.expires_ms),
    }
    session.out.facts(facts, text("cli.invited", code=words, address=invitation.address, expires=facts["expires"]))
    session.out.say("cli.invited.how")


async def _waiting(workspace: Workspace) -> list[dict[str, Any]]:
    """Proposals, and invitations on which no proposal stands yet (it keeps the invitation's id)."""
    proposals = await workspace.proposals()
    proposed = {each.id for each in proposals}
    rows: list[dict[str, Any]] = [
        {
            "id": each.id.hex(),
            "kind": "invitation",
            "state": each.state,
            "name": each.name,
            "roles": typed.role_names(each.roles),
            "fingerprint": " ".join(each.fingerprint) if each.fingerprint else None,
            "signed_by": [],
            "needed": None,
            "mine": each.mine,
        }
        for each in await workspace.invitations()
        if each.id not in proposed and each.state != "admitted"
    ]
    rows += [
        {
            "id": each.id.hex(),
            "kind": each.kind,
            "state": "proposed",
            "name": each.name,
            "roles": typed.role_names(each.roles),
            "fingerprint": " ".join(each.fingerprint) if each.fingerprint else None,
            "signed_by": each.signed_by,
            "needed": each.needed,
            "mine": each.mine,
        }
        for each in proposals
    ]
    return rows


@command("member.pending", member=True)
async def pending(session: Session, workspace: Workspace) -> None:
    rows = await _waiting(workspace)
    for row in [] if session.json else rows:
        row["state_shown"] = text(f"cli.pending.{row['state']}")
        row["id_shown"] = row["id"][:8]
    columns = (
        Column("id", "cli.column.id", "id_shown"),
        Column("name", "cli.column.name"),
        Column("state", "cli.column.state", "state_shown"),
        Column("signed_by", "cli.column.signed"),
        Column("fingerprint", "cli.column.fingerprint"),
    )
    session.out.rows(rows, columns, empty="cli.nothing-pending")


@command("member.cosign", member=True)
@click.argument("id")
async def cosign(session: Session, workspace: Workspace, id: str) -> None:
    found = [row for row in await _waiting(workspace) if row["id"].startswith(id.lower())]
    if not found:
        raise NotFoundError("cli.unknown-proposal")
    if len(found) > 1:
        raise ConflictError("cli.ambiguous-proposal", n=len(found))
    row = found[0]
    chosen = bytes.fromhex(row["id"])
    if row["kind"] == "invitation":
        admitted = await workspace.admit(chosen) is None
    else:
        admitted = await workspace.cosign(chosen)
    key = "cli.done.cosigned" if admitted else "cli.done.proposed"
    session.out.facts({"id": row["id"], "in_force": admitted}, text(key, name=row["name"]))
