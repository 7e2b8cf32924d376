"""What is done about one client: card, routes, register of pressure, the letter of refusal.

Invariants: each act is one command based on what the person saw; a part of the card that a colleague changed meanwhile
is never replaced unseen; a line of the register of pressure names no case. Callers: ``ClientScreen``.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from vp_tui.domain.commands import AnswerPressure, RecordPressure, RemoveRoute, RenameClient, SetMandate, SetRoute
from vp_tui.domain.keyed import find
from vp_tui.domain.letters import refusal
from vp_tui.domain.mandate import CHOICES, Mandate, usual
from vp_tui.domain.pressure import Pressure
from vp_tui.errors import ConflictError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.client_fields import card_fields, card_values, pressure_fields, route_fields
from vp_tui.tui.screens.client_words import GROUPS
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.screens.print_out import show_pieces
from vp_tui.tui.widgets.field import TextField

__all__ = [
    "answer_pressure",
    "edit_card",
    "edit_route",
    "new_card",
    "record_pressure",
    "remove_route",
    "rename",
    "show_refusal",
]


async def rename(screen: LiveScreen, client: bytes) -> None:
    """Another name; the code stays."""
    state = screen.workspace.client(client)

    async def submit(values: Values) -> str:
        await screen.workspace.do(RenameClient(state.rev, values["name"]), client)
        return ""

    title = text("clients.rename", code=state.code)
    await screen.app.ask(FormDialog(title, [TextField("name", "clients.name", value=state.name)], submit))


async def new_card(screen: LiveScreen, client: bytes) -> None:
    """Begin with what is usual in a country."""
    code = screen.workspace.client(client).code
    options = [
        (country, text(f"domain_client.country.{country}"), text(f"clients.country.{country}"))
        for country in CHOICES["country"]
    ]
    country = await screen.app.ask(MenuDialog(text("clients.country.choose", code=code), options))
    if country is not None:
        names = [name for group in GROUPS.values() for name in group if name != "country"]
        title = text("clients.card.new", code=code)
        await _ask_card(screen, client, title, names, usual(country), [text("clients.card.why")])


async def edit_card(screen: LiveScreen, client: bytes, group: str) -> None:
    """Change one group of the card."""
    state = screen.workspace.client(client)
    if state.mandate is None:
        await new_card(screen, client)
    else:
        title = text("clients.card.edit", code=state.code, group=text(f"clients.group.{group}"))
        await _ask_card(screen, client, title, GROUPS[group], state.mandate, [])


async def _ask_card(screen: LiveScreen, client: bytes, title: str, names: Any, seen: Mandate, lines: list[str]) -> None:
    workspace = screen.workspace
    today = workspace.today()

    async def submit(values: Values) -> str:
        nonlocal seen
        now = workspace.client(client)
        present = now.mandate or seen
        if any(getattr(present, name) != getattr(seen, name) for name in names):
            # What is shown beside the form by now; the next ctrl+s is based on that.
            seen = present
            return text("clients.conflict")
        await workspace.do(SetMandate(now.mandate_rev, replace(present, **card_values(values, present))), client)
        return ""

    dialog = FormDialog(title, card_fields(names, seen, today), submit, lines)
    if await screen.app.ask(dialog) is not None:
        screen.app.note("clients.note.card")


async def edit_route(screen: LiveScreen, client: bytes, id: bytes | None) -> None:
    """A new route, or a change of one."""
    workspace = screen.workspace
    state = workspace.client(client)
    route = find(state.routes, id) if id is not None else None
    key, base = (route.id, route.rev) if route else (workspace.new_id(), 0)

    async def submit(values: Values) -> str:
        nonlocal base
        try:
            await workspace.do(
                SetRoute(key, values["kind"], values["name"], values["contact"], values["text"], base), client
            )
        except ConflictError:
            now = find(workspace.client(client).routes, key)
            if now is None:
                raise
            base = now.rev
            return text("clients.conflict")
        return ""

    title = text("clients.route.new", code=state.code)
    if await screen.app.ask(FormDialog(title, route_fields(client, route), submit)) is not None:
        screen.app.note("clients.note.route")


async def remove_route(screen: LiveScreen, client: bytes, id: bytes) -> None:
    """Take a route away."""
    route = find(screen.workspace.client(client).routes, id)
    if route is not None:
        await screen.workspace.do(RemoveRoute(route.id, route.rev), client)
        screen.app.note("clients.note.removed")


async def record_pressure(screen: LiveScreen, client: bytes) -> None:
    """Who asked what, and what was answered."""
    workspace = screen.workspace
    key = workspace.new_id()

    async def submit(values: Values) -> str:
        command = RecordPressure(
            key, values["who"], values["asked"], values["on"], values["answered"], values["letter"] == "yes"
        )
        await workspace.do(command, client)
        return ""

    title = text("clients.pressure.new", code=workspace.client(client).code)
    fields = pressure_fields(client, workspace.today(), None)
    if await screen.app.ask(FormDialog(title, fields, submit, [text("clients.pressure.why")])) is not None:
        screen.app.note("clients.note.pressure")


async def answer_pressure(screen: LiveScreen, client: bytes, id: bytes) -> None:
    """What was answered to somebody who asked."""
    workspace = screen.workspace
    row = find(workspace.client(client).pressures, id)
    if row is None:
        return
    base = row.rev

    async def submit(values: Values) -> str:
        nonlocal base
        try:
            await workspace.do(
                AnswerPressure(id, base, values["answered"], values["letter"] == "yes", values["on"]), client
            )
        except ConflictError:
            now = find(workspace.client(client).pressures, id)
            base = now.rev if now is not None else base
            return text("clients.conflict")
        return ""

    title = text("clients.pressure.answer", who=row.who)
    if await screen.app.ask(FormDialog(title, pressure_fields(client, workspace.today(), row), submit)) is not None:
        screen.app.note("clients.note.answered")


async def show_refusal(screen: LiveScreen, client: bytes, asked: Pressure | None) -> None:
    """The letter; then, if ``asked`` is still open, whether this was the answer to it."""
    workspace = screen.workspace
    state = workspace.client(client)
    await show_pieces(screen, text("clients.letter.title", name=state.name), refusal(state, workspace.today()))
    if asked is None or asked.answered_on is not None:
        return
    options = [("yes", text("clients.letter.yes")), ("no", text("clients.letter.no"))]
    if await screen.app.ask(MenuDialog(text("clients.letter.given", who=asked.who), options)) == "yes":
        answer = text("clients.letter.answered")
        await workspace.do(AnswerPressure(asked.id, asked.rev, answer, True), client)
        screen.app.note("clients.note.answered")
