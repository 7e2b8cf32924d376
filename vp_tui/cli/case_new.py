"""``vp case new``: registration in one act, with the first conversation, and closed at once if telling was enough.

Callers: ``case``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import typed
from vp_tui.cli.ask import read_texts
from vp_tui.cli.case_write import told
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.codes import NATURES
from vp_tui.domain.duration import parse_minutes
from vp_tui.domain.registration import RegisterCase

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["new"]


@command("case.new", member=True)
@click.argument("alias")
@click.option("--channel", metavar="CODE", default="KA-TE")
@click.option("--client", metavar="CODE")
@click.option("--nature", metavar="CODE", multiple=True)
@click.option("--received", metavar="DATE")
@click.option("--role", metavar="CODE")
@click.option("--source", metavar="CODE")
@click.option("--known-as", metavar="CODE")
@click.option("--relation", metavar="CODE")
@click.option("--text", metavar="TEXT", default="")
@click.option("--minutes", metavar="TIME")
@click.option("--next", "next_action", metavar="TEXT", default="")
@click.option("--due", metavar="DATE")
@click.option("--close", metavar="CODE")
@click.option("--referral", metavar="CODE")
@click.option("--no-referral", is_flag=True)
async def new(
    session: Session,
    workspace: Workspace,
    alias: str,
    channel: str,
    client: str | None,
    nature: tuple[str, ...],
    received: str | None,
    role: str | None,
    source: str | None,
    known_as: str | None,
    relation: str | None,
    text: str,
    minutes: str | None,
    next_action: str,
    due: str | None,
    close: str | None,
    referral: str | None,
    no_referral: bool,
) -> None:
    alias, text, next_action = read_texts(alias, text, next_action)
    case = workspace.new_id()
    receipt = await workspace.do(
        RegisterCase(
            case=case,
            alias=alias,
            channel=typed.code(channel, "channel"),
            client=typed.client(workspace, client).id if client else None,
            natures=typed.some_codes(nature, *NATURES),
            received=typed.moment(received, past=True, field="received"),
            role=typed.optional_code(role, "role"),
            source=typed.optional_code(source, "source"),
            identity=typed.optional_code(known_as, "identity"),
            relation=typed.optional_code(relation, "relation"),
            note=workspace.new_id(),
            text=text,
            minutes=parse_minutes(minutes) if minutes else None,
            next_action=next_action,
            due=typed.moment(due, field="due"),
            close_reason=typed.optional_code(close, "closing"),
            referral=typed.optional_code(referral, "referral"),
            no_referral=no_referral,
        ),
        case,
    )
    told(session, receipt, "cli.done.new", id=case.hex(), code=case_code(case))
