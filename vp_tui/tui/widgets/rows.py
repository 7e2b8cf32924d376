"""What a list shows, apart from how: rows by index, their ids, and section titles. Pure.

Callers: ``queue_list``; screens give it a ``ListRows`` or a provider of their own over 100 000 summaries.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Lines", "ListRows", "Row", "Rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``flag`` is one ASCII character that says why it stands out, ``tone`` only repeats that in colour."""

    id: Hashable
    cells: tuple[str, ...]
    flag: str = ""
    tone: str = ""  # "", urgent, muted, pending, bad


class Rows(Protocol):
    """Rows by index; only visible ones are asked for, so a row may be made when it is."""

    def __len__(self) -> int: ...

    def row(self, index: int) -> Row: ...

    def id(self, index: int) -> Hashable: ...

    def index(self, id: Hashable) -> int | None: ...

    def sections(self) -> Sequence[tuple[int, str]]:
        """(index of the first row, title), ascending; an empty list for one unnamed section."""


class ListRows:
    """Rows that are there already."""

    def __init__(self, rows: Sequence[Row] = (), sections: Sequence[tuple[int, str]] = ()) -> None:
        self._rows = rows
        self._sections = sections
        self._places: dict[Hashable, int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> Row:
        return self._rows[index]

    def id(self, index: int) -> Hashable:
        return self._rows[index].id

    def index(self, id: Hashable) -> int | None:
        if self._places is None:
            self._places = {row.id: place for place, row in enumerate(self._rows)}
        return self._places.get(id)

    def sections(self) -> Sequence[tuple[int, str]]:
        return self._sections


class Lines:
    """Rows and section titles as lines: which line shows which."""

    def __init__(self, rows: Rows) -> None:
        sections = rows.sections()
        self._starts = [start for start, _ in sections]
        self._titles = [title for _, title in sections]
        self._heads = [start + number for number, start in enumerate(self._starts)]
        self.count = len(rows) + len(sections)

    def of_row(self, index: int) -> int:
        return index + bisect_right(self._starts, index)

    def at(self, line: int) -> int | str:
        """The row's index, or the title that stands on this line."""
        before = bisect_right(self._heads, line)
        if before and self._heads[before - 1] == line:
            return self._titles[before - 1]
        return line - before
