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
    """``ask`` opens it, ``say`` closes it with a line to leave behind. Tab completes, and then goes round."""

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
        # What Tab goes round: the ways, and the one that stands there now.
        self._ways: list[str] = []
        self._way = -1
        self._filled = ""

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
        self._ways, self._filled = [], ""
        self._entry.placeholder = text(f"{label}.hint")
        self._label.update(Content(text(label)))
        self.refuse(None)
        with self._entry.prevent(Entry.Changed):
            self._entry.value = value
        # What stood there is selected: typing begins anew, an arrow goes on with it.
        self._entry.select_all()
        self.set_classes("-asking")
        self.screen.set_focus(self._entry)

    def say(self, line: str) -> None:
        """Close, and leave ``line`` behind ("" for nothing)."""
        self.refuse(None)
        self.set_classes("-saying" if line else "")
        self._label.update(Content(clean(line)))

    def refuse(self, problem: VpError | None) -> None:
        """A caret under the place that cannot be understood, why, and what could stand there; or nothing.

        What Tab has just filled in is left alone: there, its own ways are shown."""
        if self._ways and self._entry.value == self._filled:
            return
        self.remove_class("-offering")
        self.set_class(problem is not None, "-refused")
        if problem is not None:
            title, hint = error_texts(problem)
            if self._complete and problem.key == "query-unknown-value":
                ways = self._complete(self._entry.value, self._entry.cursor_position)
                hint = pack(ways, max(20, self.size.width - 1), 1)[0].strip() or hint
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
        """Complete the word before the cursor as far as there is one way to, and show the ways; again: go round."""
        value, at = self._entry.value, self._entry.cursor_position
        start = value.rfind(" ", 0, at) + 1
        if self._ways and value == self._filled:
            self._way = (self._way + 1) % len(self._ways)
            self._put(start, at, self._ways[self._way])
            self._offer()
            return
        offers = self._complete(value, at) if self._complete else []
        common = offers[0] if offers else ""
        while not all(offer.startswith(common) for offer in offers):
            common = common[:-1]
        if len(common) > at - start:
            self._put(start, at, common)
        self._ways, self._way = (offers, -1) if len(offers) > 1 else ([], -1)
        if self._ways:
            self._offer()
        elif common.endswith(":") and len(common) > at - start:
            # A name alone means nothing yet: on to what may follow.
            self._fill()

    def _put(self, start: int, end: int, word: str) -> None:
        value = self._entry.value
        self._entry.value = self._filled = f"{value[:start]}{word}{value[end:]}"
        self._entry.cursor_position = start + len(word)

    def _offer(self) -> None:
        """The ways in one line, from the one that stands there on."""
        self._filled = self._entry.value
        self.remove_class("-refused")
        self.add_class("-offering")
        first = max(0, self._way)
        ways = [*self._ways[first:], *self._ways[:first]]
        self._trouble.update(Content("\n".join(pack(ways, max(20, self.size.width), 1))))

    def on_input_changed(self, event: Entry.Changed) -> None:
        event.stop()
        if self._entry.value != self._filled:
            self._ways, self._filled = [], ""
        self.post_message(self.Typed(self, self._mode, event.value))

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        event.stop()
        self._ways = []
        self.post_message(self.Entered(self, self._mode, event.value))

    def do_text_save(self) -> None:
        self._ways = []
        self.post_message(self.Entered(self, self._mode, self._entry.value))

    def do_text_leave(self) -> None:
        self.post_message(self.Left(self, self._mode, self._before))
