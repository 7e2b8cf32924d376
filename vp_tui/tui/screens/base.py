"""What all screens share: the lines around them, and how they stand in a small terminal.

Invariants: the chrome says only what is true; below 60 columns or 16 lines it shrinks to the status line; below 24 x 6
a sentence says so and everything typed stays. Callers: screens inherit from ``VpScreen``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.services import View
from vp_tui.tui.widgets.chrome import Footer, StatusLine, TabLine

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["VpScreen"]


class VpScreen(Screen[None]):
    """Tab line, ``body``, footer, status line. ``scope`` is the kind of screen that actions name."""

    scope: ClassVar[str] = ""
    app: VpApp
    view = View("")
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (24, "-narrow"), (60, "-normal"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (6, "-low"), (16, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    VpScreen { overflow: hidden; }
    VpScreen > .screen--body { height: 1fr; overflow: hidden; }
    VpScreen > .screen--small { display: none; height: auto; }
    VpScreen.-low Footer, VpScreen.-narrow Footer, VpScreen.-low TabLine { display: none; }
    VpScreen.-tiny > *, VpScreen.-flat > * { display: none; }
    VpScreen.-tiny > .screen--small, VpScreen.-flat > .screen--small { display: block; }
    """

    def body(self) -> ComposeResult:
        """The widgets between tab line and footer."""
        return ()

    def flags(self) -> Iterable[str]:
        """What is true here, for the guards of actions; call ``flags_changed`` when that changes."""
        return ()

    def compose(self) -> ComposeResult:
        yield TabLine()
        with Vertical(classes="screen--body"):
            yield from self.body()
        yield Footer()
        yield StatusLine()
        yield Static(Content(text("app.small")), classes="screen--small")

    def on_mount(self) -> None:
        self.watch(self, "focused", self.flags_changed, init=False)

    def on_screen_resume(self) -> None:
        self.app.dress()

    def on_resize(self) -> None:
        self.call_after_refresh(self.app.dress)

    def on_queue_list_marked(self) -> None:
        self.flags_changed()

    def on_queue_list_moved(self) -> None:
        self.flags_changed()

    def flags_changed(self) -> None:
        """Let the footer follow."""
        if self.is_current:
            self.app.dress()

    def services_changed(self) -> None:
        """Identity, connection or phase have changed; the chrome follows by itself."""
