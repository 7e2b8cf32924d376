"""The client organisations: code and name, until their mandate cards bring screen 5."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.commands import RenameClient
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.field import TextField
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["ClientsScreen"]


class ClientsScreen(LiveScreen):
    """Coordinators add and rename."""

    scope: ClassVar[str] = "clients"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"clients", "members"})
    DEFAULT_CSS = "ClientsScreen Static { height: auto; padding: 0 1; color: $muted; }"

    def body(self) -> ComposeResult:
        yield Static(Content(text("members.client.note")))
        yield Listing(
            (
                Column("members.clients.column.code", 10),
                Column("members.clients.column.name", 30, flex=1),
                Column("members.clients.column.state", 12, rank=1),
            ),
            empty="members.clients.empty",
        )

    def facts(self) -> Iterable[str]:
        if self.workspace.me.roles & 2:
            yield "coordinator"
        if self.query_one(QueueList).cursor_id is not None:
            yield "client"

    def renew(self) -> None:
        rows = []
        for client in self.workspace.clients():
            state = text("members.clients.archived") if client.archived else ""
            rows.append(Row(client.id, (client.code, client.name, state), tone="muted" if client.archived else ""))
        self.query_one(QueueList).show(ListRows(rows))
        self.flags_changed()

    def on_queue_list_opened(self) -> None:
        self.app.invoke("client.rename")

    async def do_client_new(self) -> None:
        async def submit(values: dict[str, Any]) -> str:
            await self.workspace.add_client(values["code"], values["name"])
            return ""

        fields = (
            TextField("code", "members.client.code", placeholder="members.client.code.example"),
            TextField("name", "members.client.name"),
        )
        await self.app.ask(FormDialog(text("members.client.new"), fields, submit, (text("members.client.note"),)))

    async def do_client_rename(self) -> None:
        chosen = self.query_one(QueueList).cursor_id
        client = next(one for one in self.workspace.clients() if one.id == chosen)
        state = self.workspace.client(client.id)

        async def submit(values: dict[str, Any]) -> str:
            await self.workspace.do(RenameClient(state.rev, values["name"]), client.id)
            return ""

        title = text("members.client.rename", code=client.code)
        await self.app.ask(FormDialog(title, (TextField("name", "members.client.name", value=client.name),), submit))
