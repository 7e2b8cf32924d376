"""``vp contact new|list|show|status``: a request to be called back, sealed at once to those who may do so.

Callers: ``root``; the addressees for passing on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.care_rows import Row, document, label, show_rows
from vp_tui.cli.case_intake import safe_lines
from vp_tui.cli.case_write import told
from vp_tui.cli.given import SAFE_TEXTS, read, safe_of, texts, with_safe
from vp_tui.cli.output import Column
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.contact import GENDERS, URGENCIES
from vp_tui.errors import UsageError
from vp_tui.i18n import days, text

if TYPE_CHECKING:
    from vp_tui.domain.contact_card import ContactState
    from vp_tui.workspace.facade import Workspace

__all__ = ["addressees", "contact", "list_contacts", "new", "show", "status", "with_addressees"]

contact = group(
    "contact",
    {
        "new": "contact:new",
        "list": "contact:list_contacts",
        "show": "contact:show",
        "accept": "contact_course:accept",
        "postpone": "contact_course:postpone",
        "recuse": "contact_course:recuse",
        "pass": "contact_course:pass_on",
        "call": "contact_course:call",
        "finish": "contact_course:finish",
        "status": "contact:status",
    },
)


def with_addressees(function: Callable[..., Any]) -> Callable[..., Any]:
    """Options that name colleagues; see ``addressees``."""
    everybody = click.option("--everybody", is_flag=True)
    return click.option("--to", metavar="MEMBER", multiple=True)(everybody(function))


def addressees(workspace: Workspace, given: dict[str, Any], *, others: bool = False) -> tuple[bytes, ...]:
    """Whom a request goes to: those named, or all confidants. UsageError unless it is one of both."""
    named, everybody = given.pop("to"), given.pop("everybody")
    if bool(named) == everybody:
        raise UsageError("cli.to-whom")
    if named:
        return tuple(typed.member(workspace, each).id for each in named)
    found = workspace.context().confidants or frozenset()
    return tuple(sorted(found - {workspace.me.member} if others else found))


@command("contact.new", member=True)
@click.argument("client")
@with_addressees
@click.option("--channel", metavar="CODE", default="KA-TE")
@texts("call-back", main="call-back")
@with_safe
@click.option("--gender", type=click.Choice([word for word in GENDERS if word]))
@click.option("--language", metavar="TEXT", default="")
@click.option("--region", metavar="TEXT", default="")
@click.option("--urgency", type=click.Choice(URGENCIES), default="normal")
@texts("text")
@click.option("--received", metavar="DATE")
async def new(session: Session, workspace: Workspace, client: str, **given: Any) -> None:
    read(given, "call_back", *SAFE_TEXTS, "language", "region", "text")
    for_whom = typed.client(workspace, client)
    to = addressees(workspace, given)
    receipt = await workspace.ask_contact(
        for_whom.id,
        to,
        channel=typed.code(given.pop("channel"), "channel"),
        safe=safe_of(SafeContact(), given),
        gender=given.pop("gender") or "",
        text=given.pop("text") or "",
        received=typed.moment(given.pop("received"), past=True, field="received"),
        **given,
    )
    code = case_code(receipt.space)
    told(session, receipt, "cli_care.contact-asked", id=receipt.space.hex(), code=code, client=for_whom.code)


def _code(workspace: Workspace, client: bytes) -> str:
    """Empty for a client that this member does not hold: the request stands in the list all the same."""
    return next((each.code for each in workspace.clients() if each.id == client), "")


def _row(workspace: Workspace, request: ContactState, now_ms: int) -> Row:
    on_time = request.on_time(now_ms)
    shown = {
        "state_shown": text(f"domain_client.contact.{request.state}"),
        "urgency_shown": text(f"domain_client.urgency.{request.urgency}"),
        "on_time_shown": text(f"domain_client.contact.{'on-time' if on_time else 'late'}"),
        "due_shown": days.term(request.due, workspace.today()),
    }
    known = {"code": case_code(request.id), "client": _code(workspace, request.client), "on_time": on_time}
    return document(workspace, request) | known, shown


@command("contact.list", member=True)
@click.option("--all", "everything", is_flag=True)
async def list_contacts(session: Session, workspace: Workspace, everything: bool) -> None:
    found = [each for each in workspace.contacts() if everything or each.state != "finished"]
    now_ms = workspace.clock.now_ms()
    show_rows(
        session,
        [_row(workspace, each, now_ms) for each in found],
        (
            Column("code", "cli.column.code"),
            Column("state", "cli.column.state", "state_shown"),
            Column("due", "cli.column.due", "due_shown"),
            Column("on_time", "cli_care.column.norm", "on_time_shown"),
            Column("client", "cli.column.client"),
            Column("urgency", "cli_care.column.urgency", "urgency_shown"),
        ),
        empty="cli_care.no-contacts",
    )


@command("contact.show", member=True)
@click.argument("contact")
async def show(session: Session, workspace: Workspace, contact: str) -> None:
    request = workspace.contact(workspace.resolve_contact(contact))
    row, shown = _row(workspace, request, workspace.clock.now_ms())
    # The rule of safe contact stands above every number.
    lines = [*safe_lines(row["safe"]), "", f"{label(request.channel)}: {request.call_back}", ""]
    standing = ", ".join(shown[f"{name}_shown"] for name in ("state", "urgency", "on_time"))
    lines.append(f"{row['code']}  {row['client']}  {standing}")
    gender = text(f"domain_client.gender.{request.gender}") if request.gender else ""
    lines += [", ".join(filter(None, [gender, request.language, request.region])), request.text]
    lines += [f"{call.on}  {text(f'domain_care.call.{call.result}')}" for call in request.calls]
    session.out.facts(row, "\n".join(lines))


@command("contact.status", member=True)
async def status(session: Session, workspace: Workspace) -> None:
    rows: list[Row] = []
    for space, state in workspace.contact_statuses():
        row = {
            "id": space.hex(),
            "client": _code(workspace, state.client),
            "created": instant(state.created_ms),
            "state": state.state,
            "on_time": state.on_time,
        }
        on_time = "" if state.on_time is None else "on-time" if state.on_time else "late"
        shown = {
            "state_shown": text(f"domain_client.contact.{state.state}"),
            "on_time_shown": text(f"domain_client.contact.{on_time}") if on_time else "",
        }
        rows.append((row, shown))
    show_rows(
        session,
        rows,
        (
            Column("created", "cli_care.column.created"),
            Column("client", "cli.column.client"),
            Column("state", "cli.column.state", "state_shown"),
            Column("on_time", "cli_care.column.norm", "on_time_shown"),
        ),
        empty="cli_care.no-contacts",
    )
