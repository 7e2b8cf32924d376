"""The lines around every screen: tabs above, keys and status below.

Invariants: they say only what is true and works now, and fit the width; the DEMO mark is on every screen of a demo; a
line is repainted only if its text changed. Callers: ``VpScreen`` and the lock screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.columns import clip

__all__ = ["Footer", "StatusLine", "TabLine", "pack"]

_BETWEEN = "  "


def pack(parts: Iterable[str], width: int, lines: int) -> list[str]:
    """The first parts that fit into ``lines`` lines of ``width`` cells, never one cut in two."""
    packed = [""]
    for part in parts:
        longer = f"{packed[-1]}{_BETWEEN}{part}" if packed[-1] else f" {part}"
        if cell_len(longer) <= width:
            packed[-1] = longer
        elif len(packed) < lines and cell_len(part) < width:
            packed.append(f" {part}")
    return packed


class _Line(Widget):
    """A widget of plain text that repaints only when the text changes."""

    ALLOW_SELECT = False
    _text = ""

    @property
    def room(self) -> int:
        """Cells from side to side, also before the first layout."""
        return self.size.width or self.app.size.width

    def put(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.refresh()

    def render(self) -> Content:
        return Content(self._text)


class TabLine(_Line):
    """``2 Zaken [7 Team en sleutels] 8 Controle          DEMO``"""

    DEFAULT_CSS = "TabLine { height: 1; background: $panel; color: $foreground; }"

    def update(self, titles: Sequence[tuple[int, str]], current: int, mark: str) -> None:
        """``mark`` stands at the right end, where it is seen on every screen, and is never dropped."""
        width = self.room - cell_len(mark) - 1
        names = [f"[{number} {title}]" if number == current else f" {number} {title} " for number, title in titles]
        line = " ".join(names)
        if cell_len(line) > width:
            here = next((title for number, title in titles if number == current), "")
            line = f"[{current} {here}]" if here else ""
        self.put(f"{clip(line, max(0, width))} {mark}")


class Footer(_Line):
    """Two lines of keys that work now, or a message on each until the next key."""

    DEFAULT_CSS = "Footer { height: 2; color: $muted; } Footer.-notice { color: $foreground; text-style: bold; }"

    def update(self, keys: Sequence[str], notices: Sequence[str]) -> None:
        self.set_class(bool(notices), "-notice")
        self.put("\n".join(f" {clean(notice)}" for notice in notices) or "\n".join(pack(keys, self.room, 2)))


class StatusLine(_Line):
    """``anna  Praktijk Noord  online  2 wachtend                 slot over 3 min``"""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $foreground; }
    StatusLine.-alarm { color: $error; text-style: bold; }
    """

    def update(self, left: Sequence[str], right: str, *, alarm: bool) -> None:
        self.set_class(alarm, "-alarm")
        width = self.room - cell_len(right) - 2
        packed = pack((clean(part) for part in left if part), width, 1)[0]
        self.put(f"{clip(packed, max(0, width))} {right}")
