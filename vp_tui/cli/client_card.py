"""``vp client show|mandate``: a client's mandate card, and what is missing on it. Callers: ``client``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import fields, replace

from vp_tui.cli import typed
from vp_tui.cli.acting import carry
from vp_tui.cli.care_rows import document
from vp_tui.cli.case_write import told
from vp_tui.cli.given import read
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.mandate import CHOICES, Mandate, SetMandate, usual, warnings
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["CLIENT", "mandate", "show"]

CLIENT = click.argument("client")
_DATES = ("start", "end")


def _option(name: str, usual_value: Any) -> Callable[..., Any]:
    given = f"--{name.replace('_', '-')}"
    if isinstance(usual_value, bool):
        return click.option(f"{given}/--no-{given[2:]}", name, default=None)
    if name in CHOICES:
        return click.option(given, name, type=click.Choice([word for word in CHOICES[name] if word]))
    if isinstance(usual_value, int):
        return click.option(given, name, type=int, metavar="N")
    return click.option(given, name, metavar="DATE" if name in _DATES else "TEXT")


def _card(function: Callable[..., Any]) -> Callable[..., Any]:
    """An option for every field of the card."""
    for field in reversed(fields(Mandate)):
        function = _option(field.name, field.default)(function)
    return function


@command("client.mandate", member=True)
@CLIENT
@_card
async def mandate(session: Session, workspace: Workspace, client: str, **given: Any) -> None:
    chosen = typed.client(workspace, client)
    state = workspace.client(chosen.id)
    read(given, "reporting_line")
    given |= {name: typed.moment(given[name], field=name) for name in _DATES}
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes:
        raise UsageError("cli.nothing-to-change")
    card = replace(state.mandate or usual(given["country"] or ""), **changes)
    receipt = await carry(workspace, SetMandate(state.mandate_rev, card), chosen.id)
    told(session, receipt, "cli_care.mandate", id=chosen.id.hex(), code=chosen.code)
    for line in () if session.json else _warned(session, workspace, chosen.id):
        session.out.say("cli_care.warning", warning=line)


def _warned(session: Session, workspace: Workspace, client: bytes) -> list[str]:
    found = warnings(workspace.client(client), session.today())
    return [text(f"domain_client.warning.{each.key}", on=each.on or "") for each in found]


@command("client.show", member=True)
@CLIENT
async def show(session: Session, workspace: Workspace, client: str) -> None:
    state = workspace.client(typed.client(workspace, client).id)
    found = {
        "id": state.id.hex(),
        "code": state.code,
        "name": state.name,
        "sector": state.sector or None,
        "archived": state.archived,
        "mandate": document(workspace, state.mandate) if state.mandate else None,
        "warnings": [document(workspace, each) for each in warnings(state, session.today())],
        "routes": [document(workspace, route) for route in state.routes],
    }
    lines = [f"{state.code}  {state.name}", *(f"! {line}" for line in _warned(session, workspace, state.id)), ""]
    lines += _fields(state.mandate) if state.mandate else []
    for route in state.routes:
        lines += ["", f"{text(f'domain_client.route.{route.kind}')}: {route.name}  [{route.id.hex()[:8]}]"]
        lines += [line for line in (route.contact, route.text) if line]
    session.out.facts(found, "\n".join(lines))


def _fields(card: Mandate) -> list[str]:
    names = card.__struct_fields__
    return [f"{text(f'domain_client.mandate.{name}')}: {_said(name, getattr(card, name))}" for name in names]


def _said(name: str, value: Any) -> str:
    match value:
        case bool():
            return text("cli.yes" if value else "cli.no")
        case date():
            return value.isoformat()
        case "" | None:
            return "-"
    return text(f"domain_client.{name}.{value}") if name in CHOICES and name != "headcount" else str(value)
