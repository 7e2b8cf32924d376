"""The lock: nothing of the practice is on the screen or in a widget behind it.

Invariant: the passphrase leaves the entry before anything else happens. Callers: the application, at start and on lock.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Center, Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import VpError
from vp_tui.i18n import error as error_texts
from vp_tui.i18n import text
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.entry import Entry

__all__ = ["LockScreen"]


class LockScreen(VpScreen):
    """Asks for the passphrase; Enter unlocks."""

    scope: ClassVar[str] = "lock"
    DEFAULT_CSS = """
    LockScreen .screen--body { align: center middle; }
    LockScreen Center { height: auto; }
    LockScreen Horizontal { height: 1; width: 56; max-width: 100%; }
    LockScreen .lock--line { width: 56; max-width: 100%; height: auto; margin: 0 0 1 0; }
    LockScreen .lock--label { width: auto; padding: 0 1 0 0; }
    LockScreen Entry { width: 1fr; }
    LockScreen .lock--said { width: 56; max-width: 100%; height: auto; min-height: 3; margin: 1 0 0 0; text-style: bold; }
    """

    def body(self) -> ComposeResult:
        with Center():
            yield Static(Content(text("app.lock.why")), classes="lock--line")
            with Horizontal():
                yield Static(Content(text("app.lock.passphrase")), classes="lock--label")
                yield Entry(secret=True)
            yield Static("", classes="lock--said", markup=False)

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        passphrase, event.input.value = event.value, ""
        if passphrase:
            event.input.disabled = True
            self._say(text("app.lock.busy"))
            self.run_worker(self._unlock(passphrase), exclusive=True)

    async def _unlock(self, passphrase: str) -> None:
        try:
            await self.app.services.unlock(passphrase)
        except VpError as problem:
            self._say(" ".join(error_texts(problem)))
            entry = self.query_one(Entry)
            entry.disabled = False
            entry.focus()
        else:
            await self.app.enter()

    def _say(self, line: str) -> None:
        self.query_one(".lock--said", Static).update(Content(line))
