"""One line in which something is looked for: a filter, words, a code; below it, where a filter stops making sense.

Invariant: while nobody types it is one quiet line that says what the list is narrowed to, or nothing at all. Callers:
the queue and the case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from vp_tui.errors import VpError
from vp_tui.i18n import error as error_texts
from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.chrome import pack
from vp_tui.tui.widgets.entry import Entry

__all__ = ["Complete", "FindLine"]

# What the word before the cursor (text, characters before it) may become.
Complete = Callable[[str, int], list[str]]


class FindLine(Widget):
    """``ask`` opens it, ``say`` closes it with a line to leave behind."""

    scope: ClassVar[str] = "text"
    DEFAULT_CSS = """
    FindLine { height: auto; display: none; }
    FindLine.-asking, FindLine.-saying { display: block; }
    FindLine Horizontal { height: 1; }
    FindLine .find--label { width: auto; padding: 0 1; text-style: bold; }
    FindLine Entry { width: 1fr; display: none; }
    FindLine.-asking Entry { display: block; }
    FindLine .find--trouble { height: auto; color: $error; text-style: bold; display: none; }
    FindLine.-refused .find--trouble { display: block; }
    FindLine.-offering .find--trouble { display: block; color: $muted; text-style: none; }
    """

    class Typed(Message):
        """What stands there now."""

        def __init__(self, line: FindLine, mode: str, typed: str) -> None:
            super().__init__()
            self.line, self.mode, self.typed = line, mode, typed

        @property
        def control(self) -> FindLine:
            return self.line

    class Entered(Typed):
        """Enter: this is it."""

    class Left(Typed):
        """Esc: never mind; ``typed`` is what stood there before."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entry = Entry()
        self._label = Static("", classes="find--label", markup=False)
        self._trouble = Static("", classes="find--trouble", markup=False)
        self._mode = ""
        self._before = ""
        self._complete: Complete | None = None

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._label
            yield self._entry
        yield self._trouble

    @property
    def asking(self) -> bool:
        return self.has_class("-asking")

    def ask(self, mode: str, label: str, value: str = "", complete: Complete | None = None) -> None:
        """Take the focus; ``mode`` comes back with the messages, ``label`` is an i18n key, "<label>.hint" its hint."""
        self._mode, self._before, self._complete = mode, value, complete
        self._entry.placeholder = text(f"{label}.hint")
        self._label.update(Content(text(label)))
        self.refuse(None)
        with self._entry.prevent(Entry.Changed):
            self._entry.value = value
        self._entry.cursor_position = len(value)
        self.set_classes("-asking")
        self.screen.set_focus(self._entry)

    def say(self, line: str) -> None:
        """Close, and leave ``line`` behind ("" for nothing)."""
        self.refuse(None)
        self.set_classes("-saying" if line else "")
        self._label.update(Content(clean(line)))

    def refuse(self, problem: VpError | None) -> None:
        """A caret under the place that cannot be understood, and why."""
        self.remove_class("-offering")
        self.set_class(problem is not None, "-refused")
        if problem is not None:
            title, hint = error_texts(problem)
            room = max(0, self.size.width - 2)
            column = min(self._entry.region.x - self.region.x + int(problem.facts.get("position", 1)) - 1, room)
            line = f"^ {title}"
            lead = " " * min(column, max(0, room - len(line)))
            self._trouble.update(Content(clean(f"{lead}{line}") + (f"\n {clean(hint)}" if hint else "")))

    def on_key(self, event: events.Key) -> None:
        if event.key == "tab" and self.asking:
            event.stop()
            event.prevent_default()
            self._fill()

    def _fill(self) -> None:
        """Complete the word before the cursor as far as there is one way to, and show the ways."""
        value, at = self._entry.value, self._entry.cursor_position
        offers = self._complete(value, at) if self._complete else []
        common = offers[0] if offers else ""
        while not all(offer.startswith(common) for offer in offers):
            common = common[:-1]
        start = value.rfind(" ", 0, at) + 1
        if len(common) > at - start:
            self._entry.value = f"{value[:start]}{common}{value[at:]}"
            self._entry.cursor_position = start + len(common)
        if len(offers) > 1:
            self.refuse(None)
            self.add_class("-offering")
            self._trouble.update(Content("\n".join(pack(offers, max(20, self.size.width), 1))))

    def on_input_changed(self, event: Entry.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, self._mode, event.value))

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self, self._mode, event.value))

    def do_text_save(self) -> None:
        self.post_message(self.Entered(self, self._mode, self._entry.value))

    def do_text_leave(self) -> None:
        self.post_message(self.Left(self, self._mode, self._before))
