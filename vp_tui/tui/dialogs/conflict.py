"""Two versions of one note: a colleague saved hers while mine was being written.

Invariant: both are shown whole before anything is chosen, and none of the answers loses either text. Callers: the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.output.sanitise import clean_block

__all__ = ["ConflictDialog", "marked"]

# Beyond so many lines of either text the differences are not worked out.
_MOST = 2_000


def marked(lines: Sequence[str], other: Sequence[str]) -> list[str]:
    """The lines with "* " before those that ``other`` has not, and blanks before the rest."""
    if max(len(lines), len(other)) > _MOST:
        return [f"  {line}" for line in lines]
    same: set[int] = set()
    for block in SequenceMatcher(None, lines, other, autojunk=False).get_matching_blocks():
        same.update(range(block.a, block.a + block.size))
    return [f"{' ' if place in same else '*'} {line}" for place, line in enumerate(lines)]


class ConflictDialog(Dialog[str]):
    """ "replace", "both" or "join"; None goes back to writing."""

    DEFAULT_CSS: ClassVar[str] = """
    ConflictDialog > Vertical { height: 100%; max-width: 100%; }
    ConflictDialog .conflict--texts { height: 1fr; }
    ConflictDialog.-wide .conflict--texts { layout: horizontal; }
    ConflictDialog .conflict--texts > Vertical { width: 1fr; height: 1fr; }
    ConflictDialog .conflict--name { height: 1; text-style: bold; color: $primary; }
    ConflictDialog VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    ConflictDialog VerticalScroll:focus { background: $panel; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    def __init__(
        self, title: str, theirs: tuple[str, str], mine: tuple[str, str], options: Sequence[tuple[str, str]]
    ) -> None:
        """``theirs`` and ``mine`` are (whose, text); ``options`` are (answer, what it does)."""
        super().__init__(title)
        self._texts = (theirs, mine)
        self._options = options

    def body(self) -> ComposeResult:
        theirs, mine = (clean_block(written).split("\n") for _, written in self._texts)
        with Container(classes="conflict--texts"):
            for (whose, _), lines in zip(self._texts, (marked(theirs, mine), marked(mine, theirs)), strict=True):
                with Vertical():
                    yield plain(whose, "conflict--name")
                    with VerticalScroll():
                        yield Static(Content("\n".join(lines)))
        for number, (_, meaning) in enumerate(self._options, 1):
            yield plain(f"{number}  {meaning}")
        yield plain(text("case.conflict.keys"), "dialog--muted")

    def on_mount(self) -> None:
        self.query(VerticalScroll).first().focus()

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(self._options):
            event.stop()
            self.dismiss(self._options[int(event.character) - 1][0])
        elif event.key == "tab":
            event.stop()
            self.focus_next()
