"""What changed in the team since this member last said that she had seen it.

Invariant: every change that the verified practice log holds is listed, and nothing else in the application opens before
they were acknowledged (the session's gate). A change that nobody in the team made cannot be here: it would not verify.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui import wording
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["ChangesScreen"]


class ChangesScreen(LiveScreen):
    """A list in words, and one key that says "seen"."""

    scope: ClassVar[str] = "changes"
    DEFAULT_CSS = """
    ChangesScreen .changes--text { height: auto; padding: 0 1 1 1; }
    ChangesScreen .changes--strong { height: auto; padding: 0 1; text-style: bold; }
    """

    def body(self) -> ComposeResult:
        yield Static("", id="title", classes="changes--strong", markup=False)
        yield Static(Content(text("members.changes.why")), classes="changes--text")
        yield Listing(
            (
                Column("members.changes.column.when", 15),
                Column("members.changes.column.what", 30, flex=3),
                Column("members.changes.column.by", 16, flex=2, rank=1),
            ),
            empty="members.changes.none",
        )
        yield Static("", id="full", classes="changes--text", markup=False)
        yield Static("", id="ask", classes="changes--strong", markup=False)

    def facts(self) -> Iterable[str]:
        return ("changes",) if self.workspace.changes() else ()

    def renew(self) -> None:
        changes = self.workspace.changes()
        rows = [
            Row(view.change.seq, (wording.day(view.change.time_ms), wording.change(view), ", ".join(view.signed_by)))
            for view in changes
        ]
        self.query_one(QueueList).show(ListRows(rows))
        self.query_one("#title", Static).update(
            Content(text("members.changes.title" if changes else "members.changes.none"))
        )
        self.query_one("#ask", Static).update(Content(text("members.changes.ask") if changes else ""))
        self._unfold()
        self.flags_changed()

    def on_queue_list_moved(self) -> None:
        super().on_queue_list_moved()
        self._unfold()

    def _unfold(self) -> None:
        """The chosen change in full: a list cuts what is too long for 80 columns."""
        row = self.query_one(QueueList).cursor_row
        self.query_one("#full", Static).update(Content(" | ".join(row.cells) if row else ""))

    async def do_changes_acknowledge(self) -> None:
        await self.workspace.acknowledge_changes()
        self.session.announce()
        if self.session.gate() != "changes":
            self.app.back()
