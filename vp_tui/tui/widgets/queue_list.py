"""A list on the line API: 100 000 rows cost what is visible.

Textual's own tables measure every cell (24 s at 100 000 rows); this one renders the lines of its window and repaints
single lines. Invariants: the cursor stays on its row's id through every refresh; marks are ids; nothing is drawn
outside the width. Callers: screens, the finder; rows come from a ``Rows``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from vp_tui.i18n import text
from vp_tui.tui.widgets.columns import Column, clip, fit
from vp_tui.tui.widgets.rows import Lines, ListRows, Row, Rows

__all__ = ["QueueList"]

# Cursor, mark and flag, and a gap.
_MARGIN = 4


class QueueList(Widget, can_focus=True):
    """Columns with a header line, a cursor, marks and sections. Moves through the actions of scope ``list``."""

    scope: ClassVar[str] = "list"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--head",
        "queue--cursor",
        "queue--blurred",
        "queue--section",
        "queue--urgent",
        "queue--muted",
        "queue--pending",
        "queue--bad",
    }
    DEFAULT_CSS = """
    QueueList { height: 1fr; background: $background; color: $foreground; }
    QueueList .queue--head { color: $muted; text-style: underline; }
    QueueList .queue--cursor { background: $panel; text-style: $cursor-style; }
    QueueList .queue--blurred { text-style: bold; }
    QueueList .queue--section { color: $primary; text-style: bold; }
    QueueList .queue--urgent { color: $warning; text-style: bold; }
    QueueList .queue--muted { color: $muted; }
    QueueList .queue--pending { color: $muted; text-style: italic; }
    QueueList .queue--bad { color: $error; text-style: bold; }
    """

    class Moved(Message):
        """The cursor stands on another row; bursts collapse into the last."""

        def __init__(self, sender: QueueList, id: Hashable | None) -> None:
            super().__init__()
            self.list = sender
            self.id = id

        @property
        def control(self) -> QueueList:
            return self.list

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, QueueList.Moved) and message.list is self.list

    class Opened(Moved):
        """Somebody wants to see this row."""

        def can_replace(self, message: Message) -> bool:
            return False

    class Marked(Message):
        """The marks changed."""

        def __init__(self, sender: QueueList, count: int) -> None:
            super().__init__()
            self.list = sender
            self.count = count

        @property
        def control(self) -> QueueList:
            return self.list

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "app.list.empty",
        heads: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """``empty``: i18n key of what an empty list says; ``heads``: whether there is a line of column titles."""
        super().__init__(id=id, classes=classes)
        self._columns = columns
        self._empty = text(empty)
        self._heads = int(heads)
        self._rows: Rows = ListRows()
        self._lines = Lines(self._rows)
        self._cursor = 0
        self._top = 0
        self._marks: dict[Hashable, None] = {}
        self._anchor: int | None = None
        self._base: dict[Hashable, None] = {}

    # -- what it shows -----------------------------------------------------------------------------------------------

    def show(self, rows: Rows) -> None:
        """Show ``rows``; cursor and marks stay on their ids, and the cursor on its line of the window if it can."""
        kept = self.cursor_id
        height = self._lines.of_row(self._cursor) - self._top
        self._rows, self._lines = rows, Lines(rows)
        place = rows.index(kept) if kept is not None else None
        self._cursor = min(self._cursor, max(0, len(rows) - 1)) if place is None else place
        self._top = self._lines.of_row(self._cursor) - height
        self._anchor = None
        marks = {id: None for id in self._marks if rows.index(id) is not None}
        changed, self._marks = len(marks) != len(self._marks), marks
        self._reveal()
        self.refresh()
        if changed:
            self.post_message(self.Marked(self, len(marks)))
        if kept != self.cursor_id:
            self.post_message(self.Moved(self, self.cursor_id))

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

    def touch(self, *ids: Hashable) -> None:
        """These rows changed in place: repaint their lines, if visible."""
        self._repaint(index for index in map(self._rows.index, ids) if index is not None)

    @property
    def cursor_id(self) -> Hashable | None:
        return self._rows.id(self._cursor) if len(self._rows) else None

    @property
    def cursor_row(self) -> Row | None:
        return self._rows.row(self._cursor) if len(self._rows) else None

    @property
    def marked(self) -> frozenset[Hashable]:
        return frozenset(self._marks)

    def targets(self) -> tuple[Hashable, ...]:
        """What an action is for: the marked rows in their order, else the cursor's, else none."""
        if self._marks:
            return tuple(sorted(self._marks, key=lambda id: self._rows.index(id) or 0))
        return () if self.cursor_id is None else (self.cursor_id,)

    def move_to(self, id: Hashable) -> None:
        """Put the cursor on a row, if it is there."""
        if (index := self._rows.index(id)) is not None:
            self._go(index)

    def mark(self, ids: Iterable[Hashable]) -> None:
        """Mark exactly these rows, as far as they are there."""
        self._anchor = None
        self._mark({id: None for id in ids if self._rows.index(id) is not None})

    def say_empty(self, key: str, **facts: object) -> None:
        """What the list says when it is empty: an i18n key and its facts."""
        self._empty = text(key, **facts)
        if not len(self._rows):
            self.refresh()

    def clear_marks(self) -> None:
        self._anchor = None
        self._mark({})

    def flags(self) -> Iterable[str]:
        """What is true of this list, for the guards of actions."""
        true = {"row": len(self._rows), "more": len(self._rows), "marks": self._marks}
        return [flag for flag, holds in true.items() if holds]

    # -- moving and marking (handlers of the list actions) -----------------------------------------------------------

    def do_list_down(self) -> None:
        self._go(self._cursor + 1)

    def do_list_up(self) -> None:
        self._go(self._cursor - 1)

    def do_list_page_down(self) -> None:
        self._go(self._cursor + max(1, self._window - 1))

    def do_list_page_up(self) -> None:
        self._go(self._cursor - max(1, self._window - 1))

    def do_list_first(self) -> None:
        self._go(0)

    def do_list_last(self) -> None:
        self._go(len(self._rows) - 1)

    def do_list_open(self) -> None:
        if self.cursor_id is not None:
            self.post_message(self.Opened(self, self.cursor_id))

    def do_list_mark(self) -> None:
        if (id := self.cursor_id) is not None:
            self._anchor = None
            self._mark(
                {other: None for other in self._marks if other != id}
                if id in self._marks
                else {**self._marks, id: None}
            )
            self._go(self._cursor + 1)

    def do_list_range(self) -> None:
        if self._anchor is not None:
            self._anchor = None
        elif len(self._rows):
            self._anchor, self._base = self._cursor, dict(self._marks)
            self._extend()

    def do_list_unmark(self) -> None:
        self.clear_marks()

    def do_list_invert(self) -> None:
        self._anchor = None
        ids = (self._rows.id(index) for index in range(len(self._rows)))
        self._mark({id: None for id in ids if id not in self._marks})

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self._rows) - 1))
        if index == self._cursor or not len(self._rows):
            return
        old, self._cursor = self._cursor, index
        if self._anchor is not None:
            self._extend()
        if self._reveal():
            self.refresh()
        else:
            self._repaint((old, index))
        self.post_message(self.Moved(self, self.cursor_id))

    def _extend(self) -> None:
        assert self._anchor is not None
        first, last = sorted((self._anchor, self._cursor))
        self._mark({**self._base, **{self._rows.id(index): None for index in range(first, last + 1)}})

    def _mark(self, marks: dict[Hashable, None]) -> None:
        changed = self._marks.keys() ^ marks.keys()
        self._marks = marks
        if changed:
            self.touch(*changed)
            self.post_message(self.Marked(self, len(marks)))

    # -- the window --------------------------------------------------------------------------------------------------

    @property
    def _window(self) -> int:
        return max(1, self.size.height - self._heads)

    def _reveal(self) -> bool:
        """Move the window to the cursor; whether it moved."""
        line = self._lines.of_row(self._cursor)
        above = line - 1 if line and isinstance(self._lines.at(line - 1), str) else line
        top = min(self._top, above) if self._window > 1 else line
        top = max(top, line - self._window + 1)
        top = max(0, min(top, self._lines.count - self._window))
        moved, self._top = top != self._top, top
        self._place_cursor()
        return moved

    def _repaint(self, indexes: Iterable[int]) -> None:
        lines = {self._lines.of_row(index) - self._top + self._heads for index in indexes}
        regions = [Region(0, y, self.size.width, 1) for y in lines if self._heads <= y < self.size.height]
        if self._heads:
            regions.append(Region(0, 0, self.size.width, 1))
        if regions:
            self.refresh(*regions)

    def _place_cursor(self) -> None:
        # A screen reader or Braille line follows the terminal's own cursor.
        if self.has_focus:
            y = self._lines.of_row(self._cursor) - self._top + self._heads
            self.app.cursor_position = self.region.offset + Offset(0, y)

    def on_resize(self) -> None:
        self._reveal()
        self.refresh()

    def on_focus(self) -> None:
        self._place_cursor()
        self._repaint((self._cursor,))

    def on_blur(self) -> None:
        self._repaint((self._cursor,))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._go(self._cursor + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._go(self._cursor - 3)

    def on_click(self, event: events.Click) -> None:
        line = event.y - self._heads + self._top
        if self._heads <= event.y and line < self._lines.count and isinstance(place := self._lines.at(line), int):
            again = place == self._cursor
            self._go(place)
            if again:
                self.do_list_open()

    # -- lines -------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = y - self._heads + self._top
        if y < self._heads:
            return self._strip(self._head(width), self._style("head"))
        if line >= self._lines.count:
            nothing = self._empty if not len(self._rows) and y == self._heads else ""
            return self._strip(clip(f"  {nothing}", width), self._style("muted") if nothing else self.rich_style)
        place = self._lines.at(line)
        if isinstance(place, str):
            return self._strip(clip(f" {place}", width), self._style("section"))
        row = self._rows.row(place)
        style = self._style(row.tone) if row.tone else self.rich_style
        here = place == self._cursor
        if here:
            style += self._style("cursor" if self.has_focus else "blurred", partial=True)
        margin = f"{'>' if here else ' '}{'*' if row.id in self._marks else ' '}{row.flag[:1] or ' '} "
        return self.row_strip(margin, row, style)

    def row_strip(self, margin: str, row: Row, style: Style) -> Strip:
        """The line of a row behind its ``margin``."""
        return self._strip(margin + self._cells(row.cells, self.size.width), style)

    def _cells(self, cells: Sequence[str], width: int) -> str:
        shown = fit(self._columns, width - _MARGIN)
        parts = [clip(cells[index], size, right=self._columns[index].right) for index, size in shown]
        return clip(" ".join(parts), width - _MARGIN)

    def _head(self, width: int) -> str:
        count = f" {self._cursor + 1}/{len(self._rows)}" if len(self._rows) else ""
        titles = " " * _MARGIN + self._cells([text(column.title) for column in self._columns], width)
        return set_cell_size(titles, max(0, width - len(count))) + count

    def _style(self, name: str, *, partial: bool = False) -> Style:
        return self.get_component_rich_style(f"queue--{name}", partial=partial)

    def _strip(self, line: str, style: Style) -> Strip:
        return Strip([Segment(line, style)], self.size.width)
