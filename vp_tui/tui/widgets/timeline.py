"""Entries of prose under each other on the line API: what was said and written in a case, and its log.

Invariants: after a refresh the cursor stands on the same entry and the same line is at the top of the window, however
much came in above; long entries are folded, never cut; only what is new or was never shown is wrapped. Callers: the
case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from vp_tui.domain.text import fold_text
from vp_tui.i18n import text
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.wrapping import wrapped

__all__ = ["Entry", "Timeline"]

# Cursor, gap; prose stands two cells further in.
_MARGIN = 2
_INDENT = 4
# A folded entry shows this many lines of its prose.
_FOLD = 6


class Entry(NamedTuple):
    """``head`` is one line; ``aside`` stands at its right end; ``body`` is prose; ``foot`` one line below, or ""."""

    id: bytes
    head: str
    aside: str = ""
    body: str = ""
    foot: str = ""
    tone: str = ""  # "", muted, pending, bad


class _Line(NamedTuple):
    place: int
    kind: str  # head, body, foot, fold
    text: str


class Timeline(Widget, can_focus=True):
    """Moves through the actions of scope ``list``; Enter unfolds and folds."""

    scope: ClassVar[str] = "list"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"timeline--{name}" for name in ("head", "cursor", "foot", "muted", "pending", "bad", "found")
    }
    DEFAULT_CSS = """
    Timeline { height: 1fr; background: $background; color: $foreground; }
    Timeline .timeline--head { color: $primary; }
    Timeline .timeline--cursor { background: $panel; text-style: bold $cursor-style; }
    Timeline .timeline--foot { color: $muted; }
    Timeline .timeline--muted { color: $muted; }
    Timeline .timeline--pending { color: $muted; text-style: italic; }
    Timeline .timeline--bad { color: $error; text-style: bold; }
    Timeline .timeline--found { text-style: bold underline; }
    """

    class Moved(Message):
        """The cursor stands on another entry."""

        def __init__(self, id: bytes | None) -> None:
            super().__init__()
            self.id = id

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Timeline.Moved)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._empty = ""
        self._lines: list[_Line] = []
        self._heads: list[int] = []
        self._known: dict[tuple[Entry, bool, int], list[_Line]] = {}
        self._unfolded: set[bytes] = set()
        self._cursor = 0
        self._top = 0
        self._words: tuple[str, ...] = ()

    # -- what it shows -----------------------------------------------------------------------------------------------

    def show(self, entries: Sequence[Entry], empty: str = "") -> None:
        """Show ``entries``; ``empty`` is what stands there when there are none."""
        anchor = self._anchor()
        before = self.cursor_id
        self._entries, self._empty = entries, empty
        place = next((place for place, entry in enumerate(entries) if entry.id == before), None)
        self._cursor = min(self._cursor, max(0, len(entries) - 1)) if place is None else place
        self._lay_out(anchor)
        if before != self.cursor_id:
            self.post_message(self.Moved(self.cursor_id))

    def forget(self) -> None:
        """Other entries follow: begin at their top, folded."""
        self._entries, self._cursor, self._top, self._unfolded, self._words = (), 0, 0, set(), ()

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown, from top to bottom."""
        return self._entries

    @property
    def cursor_id(self) -> bytes | None:
        return self._entries[self._cursor].id if self._entries else None

    def move_to(self, id: bytes) -> None:
        """Put the cursor on an entry, if it is there."""
        for place, entry in enumerate(self._entries):
            if entry.id == id:
                self._go(place)

    def unfold(self, id: bytes) -> None:
        """Show an entry whole, as Enter would."""
        self._unfolded |= {id}
        self._lay_out(self._anchor())

    def find(self, typed: str) -> list[bytes]:
        """Underline the words of ``typed`` and give the entries that have all of them."""
        self._words = tuple(fold_text(typed).split())
        self.refresh()
        if not self._words:
            return []
        folded = ((entry.id, fold_text(f"{entry.head} {entry.aside} {entry.body}")) for entry in self._entries)
        return [id for id, hay in folded if all(word in hay for word in self._words)]

    def flags(self) -> Iterable[str]:
        """What is true here, for the guards of actions."""
        lines = (line for line in self._lines if line.place == self._cursor)
        folds = self.cursor_id in self._unfolded or any(line.kind == "fold" for line in lines)
        return [flag for flag, true in (("row", self._entries), ("more", folds)) if true]

    # -- moving (handlers of the list actions) -----------------------------------------------------------------------

    def do_list_down(self) -> None:
        # An entry taller than the window is read line by line before the cursor leaves it.
        end = self._heads[self._cursor + 1] if self._cursor + 1 < len(self._heads) else len(self._lines)
        if end > self._top + self.size.height:
            self._scroll(self._top + 1)
        else:
            self._go(self._cursor + 1)

    def do_list_up(self) -> None:
        if self._heads and self._heads[self._cursor] < self._top:
            self._scroll(self._top - 1)
        else:
            self._go(self._cursor - 1)

    def do_list_page_down(self) -> None:
        self._page(self._top + max(1, self.size.height - 1))

    def do_list_page_up(self) -> None:
        self._page(self._top - max(1, self.size.height - 1))

    def do_list_first(self) -> None:
        self._go(0)

    def do_list_last(self) -> None:
        self._go(len(self._entries) - 1)

    def do_list_open(self) -> None:
        if (id := self.cursor_id) is not None:
            self._unfolded ^= {id}
            self._lay_out(self._anchor())

    def _go(self, place: int) -> None:
        place = max(0, min(place, len(self._entries) - 1))
        if not self._entries or place == self._cursor:
            return
        self._cursor = place
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self.cursor_id))

    def _page(self, top: int) -> None:
        """The window by a page, the cursor to the first entry that begins in it."""
        self._scroll(top)
        if self._heads:
            inside = (place for place, line in enumerate(self._heads) if line >= self._top)
            place = min(next(inside, len(self._heads) - 1), len(self._heads) - 1)
            if top >= len(self._lines) - self.size.height:
                place = len(self._heads) - 1
            if place != self._cursor:
                self._cursor = place
                self.post_message(self.Moved(self.cursor_id))
        self.refresh()

    def _scroll(self, top: int) -> None:
        self._top = max(0, min(top, len(self._lines) - self.size.height))
        self._place_cursor()
        self.refresh()

    # -- lines -------------------------------------------------------------------------------------------------------

    def _anchor(self) -> tuple[bytes, int] | None:
        """The entry at the top of the window and how far into it; None at the very top, where news should be seen."""
        if not self._top or self._top >= len(self._lines):
            return None
        place = self._lines[self._top].place
        return self._entries[place].id, self._top - self._heads[place]

    def _lay_out(self, anchor: tuple[bytes, int] | None, *, reveal: bool = False) -> None:
        width = self.size.width or self.app.size.width
        known, self._known = self._known, {}
        self._lines, self._heads = [], []
        for place, entry in enumerate(self._entries):
            key = (entry, entry.id in self._unfolded, width)
            lines = known.get(key) or list(self._wrap(entry, key[1], width))
            self._known[key] = lines
            self._heads.append(len(self._lines))
            self._lines += [line._replace(place=place) for line in lines]
        if anchor is not None:
            for place, entry in enumerate(self._entries):
                if entry.id == anchor[0]:
                    self._top = self._heads[place] + anchor[1]
        self._top = max(0, min(self._top, len(self._lines) - self.size.height))
        if anchor is None or reveal:
            self._reveal()
        self._place_cursor()
        self.refresh()

    @staticmethod
    def _wrap(entry: Entry, unfolded: bool, width: int) -> Iterable[_Line]:
        head, *more = [*wrapped(entry.head, width - _MARGIN - cell_len(entry.aside) - 3)] or [""]
        yield _Line(0, "head", head)
        yield from (_Line(0, "body", line) for line in more)
        prose = wrapped(entry.body, width - _INDENT - 1)
        shown = list(prose if unfolded else islice(prose, _FOLD + 1))
        if not unfolded and len(shown) > _FOLD:
            shown = shown[: _FOLD - 1]
            yield from (_Line(0, "body", line) for line in shown)
            yield _Line(0, "fold", text("case.timeline.more"))
        else:
            yield from (_Line(0, "body", line) for line in shown)
        if entry.foot:
            yield _Line(0, "foot", entry.foot)

    def _reveal(self) -> None:
        if not self._heads:
            self._top = 0
            return
        head = self._heads[self._cursor]
        end = self._heads[self._cursor + 1] if self._cursor + 1 < len(self._heads) else len(self._lines)
        top = max(self._top, min(head, end - self.size.height))
        self._top = max(0, min(top, head))
        self._place_cursor()

    def _place_cursor(self) -> None:
        # A screen reader or Braille line follows the terminal's own cursor.
        if self.has_focus:
            line = self._heads[self._cursor] - self._top if self._heads else 0
            y = min(max(line, 0), max(0, self.size.height - 1))
            self.app.cursor_position = self.region.offset + Offset(0, y)

    def on_resize(self) -> None:
        self._lay_out(self._anchor(), reveal=True)

    def on_focus(self) -> None:
        self._place_cursor()
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self._top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self._top - 3)

    def on_click(self, event: events.Click) -> None:
        if (line := event.y + self._top) < len(self._lines):
            place = self._lines[line].place
            if place == self._cursor:
                self.do_list_open()
            self._go(place)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        number = self._top + y
        if number >= len(self._lines):
            nothing = list(wrapped(self._empty, width - _MARGIN - 1))[y : y + 1] if not self._entries else []
            return self._strip([(clip(" " * _MARGIN + "".join(nothing), width), self._style("muted"))])
        place, kind, line = self._lines[number]
        entry = self._entries[place]
        tone = self._style(entry.tone) if entry.tone else self.rich_style
        if kind == "head":
            return self._head(entry, line, place == self._cursor, tone, width)
        if kind == "body":
            return self._strip(self._words_in(clip(" " * _INDENT + line, width), tone))
        return self._strip([(clip(" " * _INDENT + line, width), self._style("foot"))])

    def _head(self, entry: Entry, line: str, here: bool, tone: Style, width: int) -> Strip:
        style = tone if entry.tone else self._style("head")
        if here:
            style += (
                self.get_component_rich_style("timeline--cursor", partial=True) if self.has_focus else Style(bold=True)
            )
        aside = clip(entry.aside, min(cell_len(entry.aside), width // 3))
        head = clip(line, max(0, width - _MARGIN - cell_len(aside) - 2))
        return self._strip([(f"{'> ' if here else '  '}{head} {aside} ", style)])

    def _words_in(self, line: str, style: Style) -> list[tuple[str, Style]]:
        """The line in pieces, what was looked for underlined; whole where lower case changes its length."""
        folded = line.lower()
        spans = (
            sorted((at, at + len(word)) for word in self._words for at in _all(folded, word))
            if len(folded) == len(line)
            else []
        )
        pieces, done = [], 0
        for start, end in spans:
            if start >= done:
                pieces += [(line[done:start], style), (line[start:end], style + self._style("found", partial=True))]
                done = end
        return [*pieces, (line[done:], style)]

    def _style(self, name: str, *, partial: bool = False) -> Style:
        return self.get_component_rich_style(f"timeline--{name}", partial=partial)

    def _strip(self, pieces: list[tuple[str, Style]]) -> Strip:
        strip = Strip([Segment(piece, style) for piece, style in pieces if piece])
        return strip.adjust_cell_length(self.size.width, pieces[-1][1])


def _all(hay: str, word: str) -> Iterable[int]:
    at = hay.find(word)
    while at >= 0:
        yield at
        at = hay.find(word, at + 1)
