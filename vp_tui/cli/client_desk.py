"""``vp client route|pressure|letter``: where its people can go, what it asked for, and the answer that is no.

Callers: ``client``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import carry
from vp_tui.cli.care_rows import document, show_rows
from vp_tui.cli.case_write import told
from vp_tui.cli.client_card import CLIENT
from vp_tui.cli.given import ON, read, texts
from vp_tui.cli.output import Column
from vp_tui.cli.printing import show_pieces
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain import letters
from vp_tui.domain.pressure import AnswerPressure, RecordPressure
from vp_tui.domain.route import ROUTES, RemoveRoute, SetRoute
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.act import Command
    from vp_tui.workspace.facade import Workspace

__all__ = [
    "add_pressure",
    "answer_pressure",
    "letter",
    "list_pressures",
    "pressure",
    "remove_route",
    "route",
    "set_route",
]

route = group("client.route", {"set": "client_desk:set_route", "remove": "client_desk:remove_route"})
pressure = group(
    "client.pressure",
    {
        "add": "client_desk:add_pressure",
        "answer": "client_desk:answer_pressure",
        "list": "client_desk:list_pressures",
    },
)

_LETTER = click.option("--letter", is_flag=True)


async def _act(session: Session, workspace: Workspace, client: bytes, command: Command, **facts: Any) -> None:
    code = workspace.client(client).code
    told(session, await carry(workspace, command, client), "cli_care.done", id=client.hex(), code=code, **facts)


@command("client.route.set", member=True)
@CLIENT
@click.argument("kind", type=click.Choice(ROUTES))
@click.argument("name")
@texts("contact", "text")
@click.option("--route", metavar="ID")
async def set_route(session: Session, workspace: Workspace, client: str, kind: str, name: str, **given: Any) -> None:
    chosen = typed.client(workspace, client).id
    read(given, "contact", "text")
    before = typed.row(workspace.client(chosen).routes, given["route"]) if given["route"] else None
    setting = SetRoute(
        route=before.id if before else workspace.new_id(),
        kind=kind,
        name=name,
        contact=(before.contact if before else "") if given["contact"] is None else given["contact"],
        text=(before.text if before else "") if given["text"] is None else given["text"],
        base=before.rev if before else 0,
    )
    await _act(session, workspace, chosen, setting, route=setting.route.hex())


@command("client.route.remove", member=True)
@CLIENT
@click.argument("route")
async def remove_route(session: Session, workspace: Workspace, client: str, route: str) -> None:
    chosen = typed.client(workspace, client).id
    row = typed.row(workspace.client(chosen).routes, route)
    await _act(session, workspace, chosen, RemoveRoute(row.id, row.rev), route=row.id.hex())


@command("client.pressure.add", member=True)
@CLIENT
@click.option("--who", metavar="TEXT", required=True)
@texts("asked", main="asked")
@texts("answered")
@_LETTER
@ON
async def add_pressure(session: Session, workspace: Workspace, client: str, **given: Any) -> None:
    chosen = typed.client(workspace, client).id
    read(given, "who", "asked", "answered")
    recording = RecordPressure(
        pressure=workspace.new_id(),
        who=given["who"],
        asked=given["asked"],
        on=typed.moment(given["on"], past=True, field="on"),
        answered=given["answered"] or "",
        letter=given["letter"],
    )
    await _act(session, workspace, chosen, recording, pressure=recording.pressure.hex())


@command("client.pressure.answer", member=True)
@CLIENT
@click.argument("pressure")
@texts("answered", main="answered")
@_LETTER
@ON
async def answer_pressure(session: Session, workspace: Workspace, client: str, pressure: str, **given: Any) -> None:
    chosen = typed.client(workspace, client).id
    row = typed.row(workspace.client(chosen).pressures, pressure)
    read(given, "answered")
    on = typed.moment(given["on"], past=True, field="on")
    answering = AnswerPressure(row.id, row.rev, given["answered"], given["letter"], on)
    await _act(session, workspace, chosen, answering, pressure=row.id.hex())


@command("client.pressure.list", member=True)
@CLIENT
async def list_pressures(session: Session, workspace: Workspace, client: str) -> None:
    state = workspace.client(typed.client(workspace, client).id)
    rows = [
        (document(workspace, row), {"answered": row.answered or text("domain_client.pressure.open")})
        for row in state.pressures
    ]
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("on", "cli_care.column.on"),
            Column("who", "cli_care.column.asked-by"),
            Column("asked", "cli_care.column.asked"),
            Column("answered", "cli_care.column.answered"),
            Column("letter", "cli_care.column.letter"),
        ),
    )


@command("client.letter", member=True)
@CLIENT
@click.option("--case", metavar="CASE")
@click.option("--talk", metavar="ID")
@click.option("--step", metavar="ID")
async def letter(
    session: Session, workspace: Workspace, client: str, case: str | None, talk: str | None, step: str | None
) -> None:
    """The letter of refusal, or with a case one of the two Belgian forms."""
    state = workspace.client(typed.client(workspace, client).id)
    if bool(case) != (bool(talk) != bool(step)) or (talk and step):
        raise UsageError("cli.letter-of-what")
    if case is None:
        show_pieces(session, workspace, letters.refusal(state, session.today()))
        return
    file = workspace.case(workspace.resolve(case)).state
    if file.client != state.id:
        raise UsageError("cli.case-of-other-client")
    if talk:
        pieces = letters.interview_confirmation(state, typed.item(file.timeline, talk))
    else:
        pieces = letters.request(file, state, typed.row(file.steps, step or ""), session.today())
    show_pieces(session, workspace, pieces)
