"""One of a few things, by its digit or letter, or with arrows and Enter.

Invariant: choosing changes nothing that cannot be changed back; what has consequences asks again with a word. Callers:
the screens of case work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["MenuDialog", "Option"]

# (code, label) or (code, label, what it means)
Option = tuple[str, ...]
_DIGITS = tuple("123456789")


class MenuDialog(Dialog[str]):
    """The code of what was chosen, or None."""

    DEFAULT_CSS: ClassVar[str] = """
    MenuDialog QueueList { height: auto; margin: 1 0 0 0; }
    MenuDialog .menu--why { min-height: 2; padding: 0 0 0 3; }
    """

    def __init__(
        self, title: str, options: Sequence[Option], lines: Sequence[str] = (), letters: Sequence[str] = _DIGITS
    ) -> None:
        """``letters``: the key of each option as far as they reach; digits otherwise. Not j, k, l, g, G, h or q."""
        super().__init__(title)
        self._letters = letters
        self._options = options
        self._lines = lines
        # Below the list and whole, where its column cannot hold every explanation.
        self._why = Static("", classes="menu--why", markup=False)

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
            offers = Listing(columns, heads=False)
            offers.styles.height = len(self._options)
            offers.show(ListRows([self._row(place, option) for place, option in enumerate(self._options)]))
            yield offers
            yield self._why
        yield plain(text("case.menu.keys" if self._options else "app.message.close"), "dialog--muted")

    def _row(self, place: int, option: Option) -> Row:
        code, label, *why = option
        letter = self._letters[place] if place < len(self._letters) else ""
        return Row(code, (letter, label, *(why or [""])))

    def on_mount(self) -> None:
        for offers in self.query(QueueList):
            offers.focus()

    def on_resize(self) -> None:
        # The box is at most 100 wide; it has a border and a padding, and the columns before this one their gaps.
        room = min(self.size.width, 100) - 4 - 4 - min(max((len(option[1]) for option in self._options), default=0), 60)
        self._why.display = any(len(why) > room for _, _, *whys in self._options for why in whys)

    def on_queue_list_moved(self, event: QueueList.Moved) -> None:
        whys = (why for code, _, *rest in self._options if code == event.id for why in rest)
        self._why.update(Content(clean(next(whys, ""))))

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        event.stop()
        self.dismiss(str(event.id))

    def on_key(self, event: events.Key) -> None:
        letters = self._letters[: len(self._options)]
        if event.character and event.character in letters:
            event.stop()
            self.dismiss(self._options[letters.index(event.character)][0])
        elif event.key == "enter" and not self._options:
            event.stop()
            self.dismiss(None)
