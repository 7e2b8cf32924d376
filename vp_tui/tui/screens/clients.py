"""The client organisations: what is missing on their mandate cards, and how many of my cases are theirs.

Invariant: only the member's own cases are counted; how much a colleague has to do is not to be read off here. Callers:
the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.mandate import current
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens import client_acts
from vp_tui.tui.screens.client import own_cases
from vp_tui.tui.screens.client_words import concerns
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.field import TextField
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["ClientsScreen"]

_COORDINATOR = 2


class ClientsScreen(LiveScreen):
    """Place number 5."""

    scope: ClassVar[str] = "clients"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"clients", "members", "cases"})
    DEFAULT_CSS: ClassVar[str] = "ClientsScreen Static { height: auto; padding: 0 1; color: $muted; }"

    def body(self) -> ComposeResult:
        yield Static(Content(text("clients.note")))
        yield Listing(
            (
                Column("clients.column.code", 9),
                Column("clients.column.name", 20, flex=1),
                Column("clients.column.cases", 7, rank=1),
                Column("clients.column.card", 24, flex=4),
            ),
            empty="clients.empty",
        )

    def facts(self) -> Iterable[str]:
        if self.workspace.me.roles & _COORDINATOR:
            yield "coordinator"
        if self.query_one(QueueList).cursor_id is not None:
            yield "client"

    def renew(self) -> None:
        cases = own_cases(self)
        listed = self.query_one(QueueList)
        listed.show(ListRows([self._row(client.id, cases.get(client.id, 0)) for client in self.workspace.clients()]))
        self.flags_changed()

    def _row(self, id: bytes, cases: int) -> Row:
        client, today = self.workspace.client(id), self.workspace.today()
        said = ", ".join(concerns(client, today, short=True)) or text("clients.in_order")
        if client.archived:
            return Row(id, (client.code, client.name, str(cases or ""), text("clients.archived")), tone="muted")
        flag = "" if current(client.mandate, today) else "!"
        return Row(id, (client.code, client.name, str(cases or ""), said), flag, "urgent" if flag else "")

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        if isinstance(event.id, bytes):
            self.app.go("client", event.id.hex())

    async def do_client_new(self) -> None:
        async def submit(values: Values) -> str:
            await self.workspace.add_client(values["code"], values["name"])
            return ""

        fields = (
            TextField("code", "clients.code", placeholder="clients.code.example"),
            TextField("name", "clients.name"),
        )
        await self.app.ask(FormDialog(text("clients.new"), fields, submit, (text("clients.note"),)))

    async def do_client_rename(self) -> None:
        chosen = self.query_one(QueueList).cursor_id
        if isinstance(chosen, bytes):
            await client_acts.rename(self, chosen)
