"""Something to read: an error with what to do about it, or a message.

Callers: ``VpApp.tell``; screens.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from vp_tui.i18n import text
from vp_tui.tui.dialogs.base import Dialog, plain

__all__ = ["MessageDialog"]


class MessageDialog(Dialog[bool]):
    """Title and lines; Enter, Esc or q close it, arrows scroll a long one."""

    DEFAULT_CSS = "MessageDialog VerticalScroll { height: auto; max-height: 16; scrollbar-size-vertical: 1; }"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title)
        self._lines = lines

    def body(self) -> ComposeResult:
        with VerticalScroll():
            for line in self._lines:
                yield plain(line)
        yield plain(text("app.message.close"), "dialog--muted")

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.dismiss(True)
