"""``vp member verify|roles|revoke|remove``: comparing fingerprints, and changes that everybody sees.

Callers: ``member``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import ask, typed
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import ConflictError, NotFoundError, UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import DeviceView, MemberView, ProposalView

__all__ = ["remove", "revoke", "roles", "verify"]


def _device(colleague: MemberView, given: str | None) -> DeviceView:
    active = [each for each in colleague.devices if each.active and each.id.hex().startswith((given or "").lower())]
    if not active:
        raise NotFoundError("cli.unknown-device")
    if len(active) > 1:
        raise ConflictError("cli.ambiguous-device", n=len(active))
    return active[0]


def _told(session: Session, proposal: ProposalView | None, name: str) -> None:
    facts = {"in_force": proposal is None, "proposal": proposal.id.hex() if proposal else None}
    session.out.facts(facts, text("cli.done.cosigned" if proposal is None else "cli.done.proposed", name=name))


@command("member.verify", member=True)
@click.argument("member")
@click.option("--how", type=click.Choice(["phone", "in_person", "video"]), required=True)
@click.option("--words", metavar="WORDS", default="")
@click.option("--device", metavar="ID")
async def verify(session: Session, workspace: Workspace, member: str, how: str, words: str, device: str | None) -> None:
    colleague = typed.member(workspace, member)
    theirs = _device(colleague, device)
    heard = words.lower().replace("-", " ").replace(",", " ").split()
    if not heard:
        # Typing what the other reads aloud is the comparison; agreeing with what stands here would be none.
        heard = ask.line("cli.type-the-words", "--words", allowed=session.may_ask).lower().split()
    if len(heard) != len(theirs.fingerprint):
        raise UsageError("cli.words-count", n=len(heard), wanted=len(theirs.fingerprint))
    for position, (theirs_word, heard_word) in enumerate(zip(theirs.fingerprint, heard, strict=True), 1):
        if heard_word not in (theirs_word, theirs_word[:4]):
            raise ConflictError("cli.words-differ", position=position)
    await workspace.compare(colleague.id, theirs.id, how)
    facts = {"member": colleague.id.hex(), "device": theirs.id.hex(), "how": how}
    session.out.facts(facts, text("cli.done.verified", name=colleague.name))


@command("member.roles", member=True)
@click.argument("member")
@click.argument("roles")
async def roles(session: Session, workspace: Workspace, member: str, roles: str) -> None:
    colleague = typed.member(workspace, member)
    _told(session, await workspace.set_roles(colleague.id, typed.roles(roles)), colleague.name)


@command("member.revoke", member=True)
@click.argument("member")
@click.argument("device")
@click.option("--yes", is_flag=True)
async def revoke(session: Session, workspace: Workspace, member: str, device: str, yes: bool) -> None:
    colleague = typed.member(workspace, member)
    theirs = _device(colleague, device)
    session.out.say("cli.read-stays-known")
    ask.confirm(colleague.name, given=yes, allowed=session.may_ask)
    _told(session, await workspace.revoke_device(theirs.id), colleague.name)


@command("member.remove", member=True)
@click.argument("member")
@click.option("--yes", is_flag=True)
async def remove(session: Session, workspace: Workspace, member: str, yes: bool) -> None:
    colleague = typed.member(workspace, member)
    session.out.say("cli.read-stays-known")
    ask.confirm(colleague.name, given=yes, allowed=session.may_ask)
    _told(session, await workspace.remove_member(colleague.id), colleague.name)
