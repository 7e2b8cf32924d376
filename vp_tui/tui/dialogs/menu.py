"""One of a few things, by its digit, or with arrows and Enter.

Invariant: choosing changes nothing that cannot be changed back; what has consequences asks again with a word. Callers:
the screens of case work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from vp_tui.i18n import text
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["MenuDialog", "Option"]

# (code, label) or (code, label, what it means)
Option = tuple[str, ...]


class MenuDialog(Dialog[str]):
    """The code of what was chosen, or None."""

    DEFAULT_CSS: ClassVar[str] = "MenuDialog QueueList { height: auto; margin: 1 0 0 0; }"

    def __init__(self, title: str, options: Sequence[Option], lines: Sequence[str] = ()) -> None:
        super().__init__(title)
        self._options = options
        self._lines = lines

    def body(self) -> ComposeResult:
        for line in self._lines:
            yield plain(line)
        if self._options:
            widest = max(len(option[1]) for option in self._options)
            columns = (
                Column("case.menu.key", 2),
                Column("case.menu.what", min(widest, 60)),
                Column("case.menu.why", 10, flex=1, rank=1),
            )
            offers = QueueList(columns, heads=False)
            offers.styles.height = len(self._options)
            offers.show(ListRows([self._row(place, option) for place, option in enumerate(self._options)]))
            yield offers
        yield plain(text("case.menu.keys" if self._options else "app.message.close"), "dialog--muted")

    @staticmethod
    def _row(place: int, option: Option) -> Row:
        code, label, *why = option
        return Row(code, (str(place + 1) if place < 9 else "", label, *(why or [""])))

    def on_mount(self) -> None:
        for offers in self.query(QueueList):
            offers.focus()

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        event.stop()
        self.dismiss(str(event.id))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(self._options):
            event.stop()
            self.dismiss(self._options[int(event.character) - 1][0])
        elif event.key == "enter" and not self._options:
            event.stop()
            self.dismiss(None)
