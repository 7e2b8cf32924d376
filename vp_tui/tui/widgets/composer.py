"""Where notes are written: a text area whose text is never lost.

Invariants: at most a second of typing is not in the draft; leaving, locking, a signal and a crash keep the draft;
pasted text is cleaned and never cut silently. Callers: screens, ``NoteField``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean_block

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["Composer"]

# Seconds between a change and its draft.
_AUTOSAVE = 1.0


class Composer(TextArea):
    """A text area of at most 84 x 12 cells (longer paragraphs make Textual's wrapping slow) with a kept draft."""

    scope: ClassVar[str] = "text"
    app: VpApp
    DEFAULT_CSS = """
    Composer { max-width: 84; max-height: 12; padding: 0; background: $panel; }
    Composer:ansi { background: ansi_default; }
    """

    class Saved(Message):
        """ctrl+s: the screen should record ``text``, and call ``finished`` when that has succeeded."""

        def __init__(self, composer: Composer, text: str) -> None:
            super().__init__()
            self.composer = composer
            self.text = text

        @property
        def control(self) -> Composer:
            return self.composer

    class Left(Saved):
        """Esc: the draft is kept; the screen should move the focus or go back."""

    def __init__(
        self, place: str, *, value: str = "", placeholder: str = "", limit: int = 200_000, id: str | None = None
    ) -> None:
        """``place`` names the draft (an opaque id), ``value`` is the text without one; ``placeholder`` is an i18n key,
        ``limit`` counts characters."""
        super().__init__(
            compact=True, highlight_cursor_line=False, placeholder=text(placeholder) if placeholder else "", id=id
        )
        self.cursor_blink = False
        self.place = place
        self._value = value
        self._limit = limit
        self._kept = ""
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.open(self.place, self._value)
        self.app.drafts.add(self)

    def on_unmount(self) -> None:
        self.keep()
        # Textual lets go of who watches the theme when the theme changes, and until then holds the text with it.
        for watchers in getattr(self.app, "__watchers", {}).values():
            watchers[:] = [(watcher, call) for watcher, call in watchers if watcher is not self]

    def keep(self) -> None:
        """Bring the draft up to date; synchronous, for timers, locks and the last second before the end."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.text != self._kept:
            self._kept = self.text
            self.app.services.keep_draft(self.place, self._kept)

    def open(self, place: str, text: str = "") -> None:
        """Write at ``place`` from now on: its draft if it has one, else ``text``. What stood here is kept."""
        if place != self.place:
            self.keep()
        self.place = place
        self._kept = self.app.services.draft(place)
        self.load_text(self._kept or text)
        self._kept = self._kept or text
        self.move_cursor(self.document.end)

    def finished(self) -> None:
        """The text is recorded: empty the area and forget the draft."""
        self.load_text("")
        self.keep()

    def on_text_area_changed(self) -> None:
        if self._timer is None and self.text != self._kept:
            self._timer = self.set_timer(_AUTOSAVE, self.keep)

    def do_text_save(self) -> None:
        self.keep()
        self.post_message(self.Saved(self, self.text))

    def do_text_leave(self) -> None:
        self.keep()
        self.post_message(self.Left(self, self.text))

    def on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+j" and not self.read_only:
            # A bare line feed, as a terminal without bracketed paste sends it.
            event.stop()
            self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_block(event.text)
        if len(self.text) + len(event.text) > self._limit:
            event.prevent_default()
            self.app.note("app.note.too_long", limit=self._limit)
