"""One line of typing: Textual's Input without what costs bytes or leaks.

Invariant: an idle entry sends nothing (no blinking cursor), and pasted text is one clean line. Callers: fields,
dialogs, the lock screen.
"""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.widgets import Input

from vp_tui.tui.output.sanitise import clean, clean_block

__all__ = ["Entry"]


class Entry(Input):
    """A one-line input of one row, without border."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Entry { background: $panel; }
    Entry:focus { background: $panel; background-tint: $foreground 0%; text-style: none; }
    Entry:ansi { text-style: underline; }
    """

    def __init__(
        self, value: str = "", *, placeholder: str = "", secret: bool = False, paste: bool = True, id: str | None = None
    ) -> None:
        """``secret`` shows stars; without ``paste`` the text must be typed, as a confirmation must."""
        super().__init__(value, placeholder, password=secret, select_on_focus=False, compact=True, id=id)
        self.cursor_blink = False
        self._paste_allowed = paste

    @property
    def _value(self) -> Text:
        # Textual's bullets are not ASCII, and some fonts and Braille tables lack them.
        return Text("*" * len(self.value), no_wrap=True, end="") if self.password else super()._value

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self._paste_allowed:
            start, end = self.selection
            self.replace(clean(clean_block(event.text).replace("\n", " ")), start, end)
