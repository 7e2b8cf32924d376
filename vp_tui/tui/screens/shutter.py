"""The privacy shutter: one key and nothing is to be seen; the next key brings everything back as it was.

Invariant: the page hides by not being a dialog (what is under it is not composed at all) and says nothing about the
practice; the key that ends it does nothing else. Callers: ``VpApp.do_app_shutter``.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from vp_tui.i18n import text

__all__ = ["Shutter"]


class Shutter(Screen[None]):
    """Covers everything until a key, which is dropped."""

    BINDINGS: ClassVar = []
    DEFAULT_CSS = """
    Shutter { align: center middle; }
    Shutter > Static { width: auto; color: $muted; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Content(text("app.shutter")))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss(None)
