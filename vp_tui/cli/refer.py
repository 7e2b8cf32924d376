"""``vp refer add|move|decline|map|list``: always a way onward. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import Row, document, label, show_rows
from vp_tui.cli.given import CASE, ON, read, texts
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain import social_map
from vp_tui.domain.referral import COLD, DeclineReferral, MakeReferral, MoveReferral
from vp_tui.i18n import language, text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "decline", "list_referrals", "move", "refer", "show_map"]

refer = group(
    "refer",
    {
        "add": "refer:add",
        "move": "refer:move",
        "decline": "refer:decline",
        "list": "refer:list_referrals",
        "map": "refer:show_map",
    },
)


@command("refer.add", member=True)
@CASE
@click.argument("target")
@click.option("--name", metavar="TEXT", default="")
@click.option("--manner", metavar="CODE", default=COLD)
@click.option("--entry", metavar="ID", default="")
async def add(session: Session, workspace: Workspace, case: str, target: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "name")
    fresh = workspace.new_id()
    making = MakeReferral(
        referral=fresh,
        target=typed.code(target, "referral"),
        name=given["name"],
        manner=typed.code(given["manner"], "referral_manner"),
        entry=given["entry"],
    )
    await act(session, workspace, making, chosen, referral=fresh.hex())


@command("refer.move", member=True)
@CASE
@click.argument("referral")
@click.argument("to")
@ON
@texts("text")
async def move(session: Session, workspace: Workspace, case: str, referral: str, to: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.referrals, referral)
    read(given, "text")
    moving = MoveReferral(
        referral=row.id,
        base=row.rev,
        to=typed.code(to, "referral_state"),
        on=typed.moment(given["on"], past=True, field="on"),
        text=given["text"] or "",
    )
    await act(session, workspace, moving, chosen, referral=row.id.hex())


@command("refer.decline", member=True)
@CASE
@ON
async def decline(session: Session, workspace: Workspace, case: str, on: str | None) -> None:
    chosen = workspace.resolve(case)
    await act(session, workspace, DeclineReferral(typed.moment(on, past=True, field="on")), chosen)


@command("refer.list", member=True)
@CASE
async def list_referrals(session: Session, workspace: Workspace, case: str) -> None:
    rows = []
    for row in workspace.case(workspace.resolve(case)).state.referrals:
        shown = {name: label(getattr(row, name.removesuffix("_shown"))) for name in _LABELLED}
        rows.append((document(workspace, row), shown))
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("state", "cli.column.state", "state_shown"),
            Column("target", "cli_care.column.to", "target_shown"),
            Column("name", "cli.column.name"),
            Column("manner", "cli_care.column.manner", "manner_shown"),
            Column("on", "cli_care.column.on"),
        ),
    )


_LABELLED = ("state_shown", "target_shown", "manner_shown")


@command("refer.map", member=True)
@click.argument("target", required=False)
@click.option("--country", type=click.Choice(social_map.COUNTRIES))
@click.option("--client", metavar="CODE")
async def show_map(
    session: Session, workspace: Workspace, target: str | None, country: str | None, client: str | None
) -> None:
    wanted = typed.optional_code(target, "referral")
    rows: list[Row] = []
    if client:
        state = workspace.client(typed.client(workspace, client).id)
        country = country or (state.mandate.country if state.mandate else None)
        for route in social_map.of_client(state, wanted):
            shown = text(f"domain_client.route.{route.kind}")
            row = {"id": route.id.hex(), "target": social_map.ROUTE_TARGETS.get(route.kind, "VD-OV"), "as_of": None}
            rows.append((row | {"name": route.name, "contact": route.contact, "hours": "", "url": ""}, {"for": shown}))
    for land in (country,) if country else social_map.COUNTRIES:
        on = social_map.as_of(land).isoformat()
        for entry in social_map.entries(land, wanted):
            row = {"id": entry.id, "target": entry.target, "as_of": on, "name": entry.label(language())}
            row |= {"contact": entry.contact, "hours": entry.hours, "url": entry.url}
            rows.append((row, {"short": entry.id, "for": label(entry.target)}))
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("name", "cli.column.name"),
            Column("contact", "cli_care.column.contact"),
            Column("hours", "cli_care.column.hours"),
            Column("as_of", "cli_care.column.as-of"),
            Column("target", "cli_care.column.for", "for"),
            Column("url", "cli_care.column.url"),
        ),
    )
