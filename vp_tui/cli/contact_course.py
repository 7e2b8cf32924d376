"""``vp contact accept|postpone|recuse|pass|call|finish``: what becomes of a request. Callers: ``contact``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import carry
from vp_tui.cli.call import call_of
from vp_tui.cli.case_write import told
from vp_tui.cli.contact import addressees, with_addressees
from vp_tui.cli.given import ON
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.calls import CALLS
from vp_tui.domain.case_code import case_code
from vp_tui.domain.contact import (
    OUTCOMES,
    AcceptContact,
    FinishContact,
    PassContact,
    PostponeContact,
    RecuseContact,
)

if TYPE_CHECKING:
    from vp_tui.domain.act import Command
    from vp_tui.workspace.facade import Workspace

__all__ = ["accept", "call", "finish", "pass_on", "postpone", "recuse"]

_CONTACT = click.argument("contact")


async def _on(session: Session, workspace: Workspace, contact: str, command: Command, key: str) -> None:
    request = workspace.resolve_contact(contact)
    receipt = await carry(workspace, command, request)
    told(session, receipt, f"cli_care.contact-{key}", id=request.hex(), code=case_code(request))


@command("contact.accept", member=True)
@_CONTACT
async def accept(session: Session, workspace: Workspace, contact: str) -> None:
    await _on(session, workspace, contact, AcceptContact(), "accepted")


@command("contact.postpone", member=True)
@_CONTACT
@click.argument("day")
async def postpone(session: Session, workspace: Workspace, contact: str, day: str) -> None:
    await _on(session, workspace, contact, PostponeContact(typed.day(day, field="until")), "postponed")


@command("contact.recuse", member=True)
@_CONTACT
async def recuse(session: Session, workspace: Workspace, contact: str) -> None:
    await _on(session, workspace, contact, RecuseContact(), "returned")


@command("contact.pass", member=True)
@_CONTACT
@with_addressees
async def pass_on(session: Session, workspace: Workspace, contact: str, **given: Any) -> None:
    colleagues = addressees(workspace, given, others=True)
    await _on(session, workspace, contact, PassContact(colleagues), "passed")


@command("contact.call", member=True)
@_CONTACT
@click.argument("result", type=click.Choice(CALLS))
@click.option("--channel", metavar="CODE", default="KA-TE")
@ON
@click.option("--again", metavar="DATE")
async def call(session: Session, workspace: Workspace, contact: str, result: str, **given: Any) -> None:
    await _on(session, workspace, contact, call_of(result, given), "called")


@command("contact.finish", member=True)
@_CONTACT
@click.argument("outcome", type=click.Choice(OUTCOMES))
async def finish(session: Session, workspace: Workspace, contact: str, outcome: str) -> None:
    await _on(session, workspace, contact, FinishContact(outcome), "finished")
