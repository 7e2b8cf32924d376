"""``vp case tag|snooze|hand-over|appointment|end-aftercare``: several cases at once, and when one meets.

Callers: ``case``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import ask, typed
from vp_tui.cli.acting import act, act_on_all
from vp_tui.cli.care_rows import document, show_rows
from vp_tui.cli.given import CASE, YES
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.appointment import PLACES, STATUSES, MoveAppointment, PutAppointment
from vp_tui.domain.case_code import case_code
from vp_tui.domain.closing import EndAftercare
from vp_tui.domain.duration import parse_minutes
from vp_tui.domain.handover import HandOver
from vp_tui.domain.tags import SnoozeCase, TagCase
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = [
    "add_appointment",
    "appointment",
    "end_aftercare",
    "hand_over",
    "list_appointments",
    "move_appointment",
    "snooze",
    "tag",
]

_CASES = click.argument("cases", nargs=-1, required=True)

appointment = group(
    "case.appointment",
    {
        "add": "case_order:add_appointment",
        "move": "case_order:move_appointment",
        "list": "case_order:list_appointments",
    },
)


@command("case.tag", member=True)
@_CASES
@click.option("--add", metavar="TAG", multiple=True)
@click.option("--remove", metavar="TAG", multiple=True)
async def tag(
    session: Session, workspace: Workspace, cases: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...]
) -> None:
    await act_on_all(session, workspace, TagCase(add, remove), [workspace.resolve(case) for case in cases])


@command("case.snooze", member=True)
@_CASES
@click.option("--until", metavar="DATE")
@click.option("--wake", is_flag=True)
async def snooze(session: Session, workspace: Workspace, cases: tuple[str, ...], until: str | None, wake: bool) -> None:
    if bool(until) == wake:
        raise UsageError("cli.until-or-wake")
    day = typed.moment(until, field="until")
    await act_on_all(session, workspace, SnoozeCase(day), [workspace.resolve(case) for case in cases])


@command("case.hand-over", member=True)
@_CASES
@click.option("--to", metavar="MEMBER", required=True)
@YES
async def hand_over(session: Session, workspace: Workspace, cases: tuple[str, ...], to: str, yes: bool) -> None:
    chosen = [workspace.resolve(case) for case in cases]
    colleague = typed.member(workspace, to)
    warning = text("cli_care.handing-over", name=colleague.name)
    ask.confirm(case_code(chosen[0]), given=yes, allowed=session.may_ask, warning=warning)
    await act_on_all(session, workspace, HandOver(colleague.id), chosen)


@command("case.end-aftercare", member=True)
@CASE
async def end_aftercare(session: Session, workspace: Workspace, case: str) -> None:
    await act(session, workspace, EndAftercare(), workspace.resolve(case))


@command("case.appointment.add", member=True)
@CASE
@click.argument("day")
@click.argument("time")
@click.option("--minutes", metavar="TIME", default="60")
@click.option("--place", type=click.Choice(PLACES), default="discreet")
@click.option("--instead-of", metavar="ID")
async def add_appointment(session: Session, workspace: Workspace, case: str, day: str, time: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    rows = workspace.case(chosen).state.appointments
    before = typed.row(rows, given["instead_of"]) if given["instead_of"] else None
    putting = PutAppointment(
        appointment=before.id if before else workspace.new_id(),
        on=typed.day(day, field="on"),
        time=time,
        minutes=parse_minutes(given["minutes"]),
        place=given["place"],
        base=before.rev if before else 0,
    )
    await act(session, workspace, putting, chosen, appointment=putting.appointment.hex())


@command("case.appointment.move", member=True)
@CASE
@click.argument("appointment")
@click.argument("to", type=click.Choice(STATUSES))
async def move_appointment(session: Session, workspace: Workspace, case: str, appointment: str, to: str) -> None:
    chosen = workspace.resolve(case)
    row = typed.row(workspace.case(chosen).state.appointments, appointment)
    await act(session, workspace, MoveAppointment(row.id, row.rev, to), chosen, appointment=row.id.hex())


@command("case.appointment.list", member=True)
@CASE
async def list_appointments(session: Session, workspace: Workspace, case: str) -> None:
    rows = []
    for row in workspace.case(workspace.resolve(case)).state.appointments:
        shown = {
            "place_shown": text(f"domain_care.place.{row.place}"),
            "status_shown": text(f"domain_care.appointment.{row.status}"),
        }
        rows.append((document(workspace, row), shown))
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("on", "cli_care.column.on"),
            Column("time", "cli_care.column.time"),
            Column("minutes", "cli_care.column.minutes"),
            Column("place", "cli_care.column.place", "place_shown"),
            Column("status", "cli.column.state", "status_shown"),
        ),
    )
