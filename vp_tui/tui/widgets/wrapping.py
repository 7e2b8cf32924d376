"""Prose to lines of at most so many terminal cells, lazily: a note of 250 KB is wrapped only as far as it is shown.

Invariant: nothing is dropped but the blanks at which a line breaks; a word wider than the line is split between
characters, never inside one of two cells. Callers: the timeline and the two texts of a conflict.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

__all__ = ["wrapped"]

_TAB = "    "


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of ``text`` in a column of ``width`` cells (at least 8). Empty text gives no line."""
    width = max(8, width)
    for paragraph in text.split("\n") if text else ():
        paragraph = paragraph.replace("\t", _TAB).rstrip()
        if len(paragraph) <= width and cell_len(paragraph) <= width:
            yield paragraph
        elif paragraph.isascii():
            yield from textwrap.wrap(paragraph, width, break_on_hyphens=False, drop_whitespace=True)
        else:
            yield from _by_cells(paragraph, width)


def _by_cells(paragraph: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for word in paragraph.split(" "):
        size = cell_len(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            yield line
        while size > width:
            head, taken = "", 0
            for char in word:
                cells = get_character_cell_size(char)
                if taken + cells > width:
                    break
                head, taken = head + char, taken + cells
            yield head
            word, size = word[len(head) :], size - taken
        line, used = word, size
    yield line
