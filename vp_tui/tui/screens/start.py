"""The first screen on a computer where nobody is enrolled: join with a code, or found a practice.

Invariant: nothing is made, asked or sent here; what was typed on either road stays until that road has ended.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["StartScreen"]

_ROADS = ("join", "found")


class StartScreen(VpScreen):
    """Two roads, and why vp begins with keys."""

    scope: ClassVar[str] = "start"
    DEFAULT_CSS = """
    StartScreen .screen--body { padding: 1 2; }
    StartScreen Static { height: auto; max-width: 84; margin: 0 0 1 0; }
    StartScreen .start--title { text-style: bold; }
    StartScreen QueueList { height: 4; max-width: 84; }
    StartScreen .start--muted { color: $muted; }
    """

    def body(self) -> ComposeResult:
        yield Static(Content(text("start.welcome")), classes="start--title")
        yield Static(Content(text("start.welcome.why")))
        yield Listing((Column("start.welcome", 40, flex=1),), heads=False)
        yield Static("", id="why", markup=False)
        yield Static(Content(text("start.welcome.demo")), classes="start--muted")

    def on_mount(self) -> None:
        super().on_mount()
        roads = self.query_one(QueueList)
        roads.show(ListRows([Row(road, (text(f"start.welcome.{road}"),)) for road in _ROADS]))
        roads.focus()
        self._explain()

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self._explain()

    def on_queue_list_moved(self) -> None:
        super().on_queue_list_moved()
        self._explain()

    def _explain(self) -> None:
        road = self.query_one(QueueList).cursor_id
        if road is not None:
            begun = self.app.services.answers[road].begun()  # type: ignore[attr-defined]
            lines = [text(f"start.welcome.{road}.why"), *([text("start.welcome.kept")] if begun else [])]
            self.query_one("#why", Static).update(Content("\n".join(lines)))

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        self.app.go(str(event.id))
