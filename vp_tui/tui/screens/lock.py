"""The lock: nothing of the practice is on the screen or in a widget behind it.

Invariant: a wrong passphrase is gone from the entry; it stays there only while somebody is asked for the keyring's own
password. Callers: the application, at start and on lock.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Center, Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import LockedError, VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.entry import Entry

__all__ = ["LockScreen"]

_KEYRING = ("keyring-locked", "keyring-silent")


class LockScreen(VpScreen):
    """Asks for the passphrase, in a demo only for Enter. Asks nobody where the services open unattended."""

    scope: ClassVar[str] = "lock"
    DEFAULT_CSS = """
    LockScreen .screen--body { align: center middle; }
    LockScreen Center { height: auto; width: 60; max-width: 100%; }
    LockScreen Horizontal { height: 1; }
    LockScreen .lock--line { height: auto; margin: 0 0 1 0; }
    LockScreen .lock--label { width: auto; padding: 0 1 0 0; }
    LockScreen Entry { width: 1fr; }
    LockScreen .lock--said { height: auto; min-height: 3; margin: 1 0 0 0; text-style: bold; }
    """

    def body(self) -> ComposeResult:
        with Center():
            yield Static(Content(text("app.lock.why")), classes="lock--line")
            with Horizontal():
                yield Static(Content(text("app.lock.passphrase")), classes="lock--label")
                yield Entry(secret=True)
            said = text("app.lock.demo") if self.app.services.demo else ""
            yield Static(Content(said), classes="lock--said", markup=False)

    def on_mount(self) -> None:
        if self.app.services.unattended:
            self._try("")

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        if event.value or self.app.services.demo:
            self._try(event.value)

    def services_changed(self) -> None:
        if phase := self.app.services.phase():
            self._say(text(phase))

    def _try(self, passphrase: str) -> None:
        self.query_one(Entry).disabled = True
        self._say(text("app.lock.busy"))
        self.run_worker(self._unlock(passphrase), exclusive=True)

    async def _unlock(self, passphrase: str) -> None:
        entry = self.query_one(Entry)
        try:
            await self._open(passphrase)
        except VpError as problem:
            self._say(error_line(problem))
            entry.value = ""
            entry.disabled = False
            entry.focus()
        else:
            entry.value = ""
            await self.app.enter()

    async def _open(self, passphrase: str) -> None:
        try:
            await self.app.services.unlock(passphrase)
        except LockedError as problem:
            if problem.key not in _KEYRING:
                raise
            from vp_tui.tui.dialogs.keyring import KeyringDialog

            if not await self.app.ask(KeyringDialog()):
                raise
            await self.app.services.unlock(passphrase)

    def _say(self, line: str) -> None:
        self.query_one(".lock--said", Static).update(Content(line))
