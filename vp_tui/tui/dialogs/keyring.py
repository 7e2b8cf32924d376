"""Opening the system's keyring from within the application, as protocol section 8 asks for logins without a password.

Invariant: the password goes to the keyring over D-Bus and nowhere else, and True means that the keyring was seen open.
Callers: the lock screen and the pages of a first start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from vp_tui.tui.session import Session

__all__ = ["KeyringDialog"]


class KeyringDialog(Dialog[bool]):
    """True when the keyring is open now, None otherwise."""

    DEFAULT_CSS = """
    KeyringDialog Static { height: auto; }
    KeyringDialog Horizontal { height: 1; margin: 1 0 0 0; }
    KeyringDialog Horizontal Static { width: auto; padding: 0 1 0 0; }
    KeyringDialog Entry { width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__(text("start.keyring"))

    def body(self) -> ComposeResult:
        yield plain(text("start.keyring.why"))
        yield plain(text("start.keyring.new"), "dialog--muted")
        with Horizontal():
            yield plain(text("start.keyring.password"), "dialog--strong")
            yield Entry(secret=True)
        yield plain("", "dialog--error")
        yield plain(text("start.keyring.keys"), "dialog--muted")

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        password, event.input.value = event.value, ""
        if password:
            self._open(password)

    @work(exclusive=True, group="page")
    async def _open(self, password: str) -> None:
        try:
            await cast("Session", self.app.services).open_keyring(password)
        except VpError as problem:
            self.query_one(".dialog--error", Static).update(Content(error_line(problem)))
        else:
            self.dismiss(True)
