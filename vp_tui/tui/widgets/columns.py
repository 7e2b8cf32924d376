"""Which columns of a list fit a width, and a text cut to a cell count. Pure.

Invariant: the columns with their gaps never exceed the width; columns of rank 0 go last. Callers: ``queue_list``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from vp_tui.tui.output.sanitise import clean

__all__ = ["CUT", "Column", "clip", "fit"]

CUT = "~"
_GAP = 1


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` cells at least, a share ``flex`` of what is left; the highest ``rank`` is dropped first, 0 never."""

    title: str  # i18n key
    width: int
    flex: int = 0
    rank: int = 0
    right: bool = False


def fit(columns: Sequence[Column], width: int) -> list[tuple[int, int]]:
    """(index, cells) of the columns to show within ``width`` cells, from left to right."""
    kept = list(range(len(columns)))

    def needed() -> int:
        return sum(columns[index].width for index in kept) + _GAP * max(0, len(kept) - 1)

    while needed() > width and any(columns[index].rank for index in kept):
        kept.remove(max(reversed(kept), key=lambda index: columns[index].rank))
    while needed() > width and len(kept) > 1:
        kept.pop()
    spare = width - needed()
    shares = sum(columns[index].flex for index in kept)
    shown = []
    for index in kept:
        extra = spare * columns[index].flex // shares if shares else 0
        spare, shares = spare - extra, shares - columns[index].flex
        shown.append((index, min(columns[index].width + extra, width)))
    return shown


def clip(text: str, width: int, *, right: bool = False) -> str:
    """``text``, cleaned, as exactly ``width`` cells; what is cut ends in ``~``."""
    text = clean(text)
    length = len(text) if text.isascii() else cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + CUT if width > 0 else ""
    return " " * (width - length) + text if right else text + " " * (width - length)
