"""All actions with their keys, and another key for the chosen one.

Invariant: a key that would mean two things, or that a legacy terminal does not send, is refused before it is saved.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.device.config_edit import set_value
from vp_tui.errors import RefusedError, UsageError
from vp_tui.i18n import text
from vp_tui.tui import keymap
from vp_tui.tui.actions.registry import Action
from vp_tui.tui.actions.table import registry
from vp_tui.tui.dialogs.form import FormDialog
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.field import TextField
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

if TYPE_CHECKING:
    from vp_tui.tui.session import Session

__all__ = ["RemapScreen"]


class RemapScreen(VpScreen):
    """A list of the whole registry."""

    scope: ClassVar[str] = "remap"
    DEFAULT_CSS = "RemapScreen Static { height: auto; padding: 0 1; color: $muted; }"

    @property
    def session(self) -> Session:
        return cast("Session", self.app.services)

    def body(self) -> ComposeResult:
        yield Static(Content(text("preferences.keys.why")))
        yield Listing(
            (
                Column("preferences.keys.column.action", 24, flex=2),
                Column("preferences.keys.column.where", 12, flex=1, rank=2),
                Column("preferences.keys.column.key", 14, flex=1),
                Column("preferences.keys.column.ex", 18, flex=1, rank=1),
            ),
        )

    def on_mount(self) -> None:
        super().on_mount()
        self._fill()

    def _fill(self) -> None:
        actions = sorted(self.app.dispatch.registry, key=lambda action: action.scopes[0])
        rows = [Row(action.id, tuple(self._cells(action)), self._flag(action)) for action in actions]
        self.query_one(QueueList).show(ListRows(rows))

    def _flag(self, action: Action) -> str:
        return "*" if action.id in self.session.config.settings.keys else ""

    @staticmethod
    def _cells(action: Action) -> Iterable[str]:
        yield action.label
        yield text(f"actions.scope.{action.scopes[0]}")
        yield ", ".join(keymap.shown(chord) for chord in action.keys)
        yield f":{action.command}" if action.command else ""

    def on_queue_list_opened(self) -> None:
        self.app.invoke("preferences.remap")

    async def do_preferences_remap(self) -> None:
        chosen = str(self.query_one(QueueList).cursor_id)
        action = self.app.dispatch.registry[chosen]

        async def submit(values: dict[str, Any]) -> str:
            remap = {**self.session.settings().keys, chosen: (values["key"],)}
            try:
                registry(remap)
            except UsageError as problem:
                raise RefusedError(problem.key, "key", **problem.facts) from None
            await asyncio.to_thread(set_value, self.session.paths, f"keys.{chosen}", values["key"])
            return ""

        usual = ", ".join(keymap.shown(chord) for chord in registry()[chosen].keys)
        lines = (action.sentence, text("preferences.keys.key.example", usual=usual or "-"))
        title = text("preferences.keys.remap", action=action.label)
        if await self.app.ask(FormDialog(title, (TextField("key", "preferences.keys.key"),), submit, lines)):
            self._renew()

    async def do_preferences_usual(self) -> None:
        chosen = str(self.query_one(QueueList).cursor_id)
        if chosen in self.session.config.settings.keys:
            await asyncio.to_thread(set_value, self.session.paths, f"keys.{chosen}", None)
            self._renew()

    def _renew(self) -> None:
        self.session.reload()
        self.app.apply(self.session.settings())
