"""The question before a consequence: what will happen, and a word to type.

Invariant: neither Enter, nor the key that asked, nor a paste answers yes; only the word does. Callers: dispatch, for
every action with ``consequence``.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.widgets.entry import Entry

__all__ = ["ConfirmWord", "Consequence"]


class ConfirmWord(Dialog[bool]):
    """True if the word was typed, None otherwise."""

    DEFAULT_CSS = """
    ConfirmWord Horizontal { height: 1; margin: 1 0 0 0; }
    ConfirmWord Horizontal Static { width: auto; }
    ConfirmWord Entry { width: 16; margin: 0 2 0 1; }
    """

    def __init__(self, consequence: Consequence) -> None:
        super().__init__(consequence.title)
        self._consequence = consequence
        self._wrong = Static("", classes="dialog--error", markup=False)
        self._wrong.display = False

    def body(self) -> ComposeResult:
        for effect in self._consequence.effects:
            yield plain(effect)
        if self._consequence.undo:
            yield plain(self._consequence.undo, "dialog--muted")
        with Horizontal():
            yield plain(text("app.confirm.type", word=self._consequence.word), "dialog--strong")
            yield Entry(paste=False)
            yield plain(text("app.confirm.escape"), "dialog--muted")
        yield self._wrong

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        if event.value.strip().upper() == self._consequence.word.upper():
            self.dismiss(True)
        else:
            event.input.value = ""
            self._wrong.update(Content(text("app.confirm.wrong", word=self._consequence.word)))
            self._wrong.display = True
