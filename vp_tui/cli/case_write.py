"""``vp case note|talk|revise|withdraw``: what is written in a case. Callers: ``case``; ``told`` for its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.ask import read_text
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.duration import parse_minutes
from vp_tui.domain.note import RecordConversation, ReviseNote, WithdrawNote, WriteNote
from vp_tui.i18n import text as words

if TYPE_CHECKING:
    from vp_tui.domain.timeline import Item
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Receipt

__all__ = ["note", "revise", "talk", "told", "withdraw"]

_LAYER = click.option("--layer", type=click.Choice(["dossier", "personal"]), default="dossier")


def told(session: Session, receipt: Receipt, key: str, **facts: Any) -> None:
    """What every acting command answers: what it concerned, the record, and whether the server has it."""
    session.out.facts({**facts, "record": receipt.record.hex(), "sent": receipt.sent}, words(key, **facts))
    if not receipt.sent:
        session.out.say("cli.not-sent")


def _found(workspace: Workspace, case: bytes, note: str) -> tuple[Item, str]:
    view = workspace.case(case)
    layers = {item.id: "dossier" for item in view.state.timeline}
    personal = view.notes.timeline if view.notes is not None else ()
    item = typed.item([*view.state.timeline, *personal], note)
    return item, layers.get(item.id, "personal")


@command("case.note", member=True)
@click.argument("case")
@click.option("--text", metavar="TEXT", default="-")
@_LAYER
async def note(session: Session, workspace: Workspace, case: str, text: str, layer: str) -> None:
    chosen = workspace.resolve(case)
    fresh = workspace.new_id()
    receipt = await workspace.do(WriteNote(fresh, read_text(text)), chosen, layer)
    told(session, receipt, "cli.done.note", id=chosen.hex(), code=case_code(chosen), note=fresh.hex())


@command("case.talk", member=True)
@click.argument("case")
@click.option("--minutes", metavar="TIME", required=True)
@click.option("--channel", metavar="CODE", default="KA-TE")
@click.option("--on", metavar="DATE")
@click.option("--text", metavar="TEXT", default="")
async def talk(
    session: Session, workspace: Workspace, case: str, minutes: str, channel: str, on: str | None, text: str
) -> None:
    chosen = workspace.resolve(case)
    fresh = workspace.new_id()
    day = typed.moment(on, past=True, field="on") or session.today()
    spoken = RecordConversation(fresh, day, parse_minutes(minutes), typed.code(channel, "channel"), read_text(text))
    receipt = await workspace.do(spoken, chosen)
    told(session, receipt, "cli.done.talk", id=chosen.hex(), code=case_code(chosen), note=fresh.hex())


@command("case.revise", member=True)
@click.argument("case")
@click.argument("note")
@click.option("--text", metavar="TEXT", default="-")
async def revise(session: Session, workspace: Workspace, case: str, note: str, text: str) -> None:
    chosen = workspace.resolve(case)
    item, layer = _found(workspace, chosen, note)
    receipt = await workspace.do(ReviseNote(item.id, item.rev, read_text(text)), chosen, layer)
    told(session, receipt, "cli.done.revise", id=chosen.hex(), code=case_code(chosen), note=item.id.hex())


@command("case.withdraw", member=True)
@click.argument("case")
@click.argument("note")
async def withdraw(session: Session, workspace: Workspace, case: str, note: str) -> None:
    chosen = workspace.resolve(case)
    item, layer = _found(workspace, chosen, note)
    receipt = await workspace.do(WithdrawNote(item.id, item.rev), chosen, layer)
    told(session, receipt, "cli.done.withdraw", id=chosen.hex(), code=case_code(chosen), note=item.id.hex())
