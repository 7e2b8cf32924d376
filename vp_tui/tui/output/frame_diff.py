"""Textual without repaints: its updates go into a back buffer, and only what changed goes to the terminal.

Textual 8.2.8 writes every dirty region in full: 5.3 kB for a cursor-down in a scrolling table, 7.4 kB for a typed
character, 26 kB for a dialog, measured at 80x24. This layer overrides the private ``App._display``, so Textual is
pinned to the exact version that tests/terminal compared with it, cell by cell. ``stock=True`` switches it off.
Invariant: the terminal shows the same characters and colours as stock output. Callers: the application.
"""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import chain

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from vp_tui.tui.output.frame import PLAIN, Cell, Frame, Pen

__all__ = ["FrameDiff", "scrolls"]

SHOW_CURSOR = "\x1b[?25h"

# Terminals known to keep the scrolling region of DECSTBM and the inserted lines of IL/DL inside it.
_SCROLLING = (
    "alacritty",
    "foot",
    "kitty",
    "konsole",
    "linux",
    "rxvt",
    "screen",
    "st-",
    "tmux",
    "vte",
    "wezterm",
    "xterm",
)


def scrolls(term: str) -> bool:
    """Whether a terminal of this TERM may be asked to move lines."""
    return term.startswith(_SCROLLING)


@lru_cache(4096)
def _pen(style: Style | None, colors: ColorSystem) -> Pen:
    if style is None:
        return PLAIN
    foreground, background = style.color, style.bgcolor
    return Pen(
        Strip.render_ansi(style.without_color, colors),
        ";".join(foreground.downgrade(colors).get_ansi_codes()) if foreground is not None else "",
        ";".join(background.downgrade(colors).get_ansi_codes(False)) if background is not None else "",
    )


def _cells(strip: Strip, colors: ColorSystem) -> list[Cell]:
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        pen = _pen(style, colors)
        if text.isascii():
            cells.extend([(character, pen) for character in text])
            continue
        for start, end, width in split_graphemes(text)[0]:
            if width:
                cells.append((text[start:end], pen))
                cells.extend([("", pen)] * (width - 1))
            elif cells and cells[-1][0]:
                cells[-1] = (cells[-1][0] + text[start:end], cells[-1][1])
    return cells


class FrameDiff(App[None]):
    """An App that repaints only changed cells."""

    def __init__(self, *, stock: bool = False, scroll: bool | None = None, cursor: bool = False) -> None:
        """``stock`` leaves output to Textual; ``scroll`` overrides what TERM says about moving lines.

        ``cursor`` shows the terminal's own cursor at ``cursor_position``; screen readers and Braille lines follow it.
        """
        super().__init__()
        self._stock = stock
        self._cursor = cursor
        self._scroll = scrolls(os.environ.get("TERM", "")) if scroll is None else scroll
        self._frame = Frame(0, 0)

    def forget_frame(self) -> None:
        """The terminal's content is no longer known; the next update of each line paints it whole."""
        self._frame.forget()

    def _set_pointer_shape(self, shape: str) -> None:
        # An OSC sequence at every change of focus, for a mouse pointer that most terminals do not shape.
        return

    def _display(self, screen: Screen[object], renderable: object) -> None:
        driver = self._driver
        if (
            self._stock
            or not isinstance(renderable, ChopsUpdate | LayoutUpdate)
            or self._batch_count
            or not self._running
            or self._closed
            or driver is None
            or self.is_headless
            or self.is_inline
        ):
            super()._display(screen, renderable)  # type: ignore[arg-type]
            return
        try:
            width, height = self.size
            if (self._frame.width, self._frame.height) != (width, height):
                self._frame = Frame(width, height)
            # A dialog over a list would jump with the list's lines and be painted back: no moving below one.
            painted = self._frame.paint(self._lines(renderable), scroll=self._scroll and not screen.is_modal)
            cursor = screen.outer_size.clamp_offset(self.cursor_position)
            if painted or cursor != self._previous_cursor_position:
                self._previous_cursor_position = cursor
                self._begin_update()
                driver.write(f"{painted}{Control.move_to(*cursor)}{SHOW_CURSOR if self._cursor else ''}")
                self._end_update()
                driver.flush()
        except Exception as error:
            self._handle_exception(error)
        finally:
            self.post_display_hook()

    def _lines(self, update: ChopsUpdate | LayoutUpdate) -> dict[int, list[Cell]]:
        colors = self.console._color_system or ColorSystem.TRUECOLOR
        frame = self._frame
        lines: dict[int, list[Cell]] = {}

        def put(y: int, x: int, cells: list[Cell]) -> None:
            row = lines.get(y)
            if row is None:
                row = lines[y] = list(frame.rows[y])
            row[x : x + len(cells)] = cells
            del row[frame.width :]

        if isinstance(update, LayoutUpdate):
            left = update.region.x
            for y, strips in enumerate(update.strips, update.region.y):
                if y < frame.height:
                    put(y, left, list(chain.from_iterable(_cells(strip, colors) for strip in strips)))
            return lines
        for y, left, right in update.spans:
            if y >= frame.height:
                # Of the window as it was before it became smaller.
                continue
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is None or x > right or end <= left:
                    continue
                whole = right > x >= left and end <= right
                put(y, x, _cells(strip if whole else strip.crop(0, min(end, right) - x), colors))
        return lines
