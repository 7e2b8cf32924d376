"""The back buffer: what the terminal shows, and the fewest bytes that turn it into what it should show.

Invariant: after the returned bytes, the terminal's cells equal ``rows``, whatever the terminal thinks of the width of a
character: after a cell of doubtful width the cursor is placed anew. Pure: no terminal, no Textual.
Callers: ``frame_diff``; tests/terminal compares it cell by cell with stock output in an emulator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

__all__ = ["PLAIN", "Cell", "Frame", "Pen"]


class Pen(NamedTuple):
    """SGR parameters, each ``""`` for the terminal's default: attributes ("1;4"), foreground ("38;5;9"), background."""

    attributes: str
    foreground: str
    background: str


PLAIN = Pen("", "", "")

# A cell is its text and its pen; "" is the right half of the wide character before it.
Cell = tuple[str, Pen]
_UNKNOWN: Cell = ("\0", PLAIN)

# Jumping costs 4 to 8 bytes: a shorter gap in the same pen is cheaper written again.
_GAP = 5
# A scroll costs about 25 bytes and, on a slow terminal, a visible jump: it must save more cells than this.
_WORTH = 60


class Frame:
    """``width`` x ``height`` cells, unknown at first."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.forget()

    def forget(self) -> None:
        """The terminal may show anything now (resize, suspend, redraw): everything will be painted again."""
        self.rows: list[list[Cell]] = [[_UNKNOWN] * self.width for _ in range(self.height)]

    def paint(self, changed: Mapping[int, list[Cell]], *, scroll: bool) -> str:
        """Escape sequences that make the lines of ``changed`` (line number to ``width`` cells) true; may be empty.

        ``scroll`` allows moving lines with DECSTBM and IL/DL. The cursor is left anywhere, the pen plain.
        """
        brush = _Brush(self.width, self.height)
        wanted = {y: row for y, row in changed.items() if row != self.rows[y]}
        if scroll and len(wanted) > 3:
            wanted = self._scroll(wanted, brush)
        for y in sorted(wanted):
            row = wanted[y]
            for start, end in _runs(self.rows[y], row):
                brush.write(start, y, row[start:end])
            self.rows[y] = row
        return brush.finish()

    def _scroll(self, wanted: dict[int, list[Cell]], brush: _Brush) -> dict[int, list[Cell]]:
        """Move a block of lines if that saves cells; returns the lines still to compare."""
        found = _shift(self.rows, wanted)
        if found is None:
            return wanted
        distance, top, bottom = found
        block = self.rows[top : bottom + 1]
        blank = [[_UNKNOWN] * self.width for _ in range(abs(distance))]
        moved = block[distance:] + blank if distance > 0 else blank + block[:distance]
        target = {y: wanted.get(y, self.rows[y]) for y in range(top, bottom + 1)}
        before = sum(_differences(self.rows[y], row) for y, row in target.items())
        after = sum(_differences(moved[y - top], row) for y, row in target.items())
        if before - after < _WORTH:
            return wanted
        brush.scroll(distance, top, bottom)
        self.rows[top : bottom + 1] = moved
        return {**wanted, **target}


def _differences(old: Sequence[Cell], new: Sequence[Cell]) -> int:
    return 0 if old == new else sum(a != b for a, b in zip(old, new, strict=True))


def _shift(old: Sequence[Sequence[Cell]], wanted: Mapping[int, Sequence[Cell]]) -> tuple[int, int, int] | None:
    """(distance, top, bottom) of the block that moved, distance > 0 for upwards; None if nothing seems to have."""
    first, last = min(wanted), max(wanted)
    columns = [x for y, row in wanted.items() for x, cell in enumerate(row) if cell != old[y][x]]
    # Compare only the columns that change, and leave out the last three: a scrollbar moves otherwise than its text.
    left, right = min(columns), max(columns) + 1
    right = max(left + 8, right - 3)
    new_keys = {y: tuple(wanted.get(y, old[y])[left:right]) for y in range(first, last + 1)}
    places: dict[tuple[Cell, ...], list[int]] = {}
    for y in range(first, last + 1):
        places.setdefault(tuple(old[y][left:right]), []).append(y)
    votes = Counter(source - y for y, key in new_keys.items() for source in places.get(key, ()))
    del votes[0]
    if not votes:
        return None
    distance, count = votes.most_common(1)[0]
    if count < 3:
        return None
    kept = [y for y, key in new_keys.items() if y + distance in places.get(key, ())]
    return distance, min(kept[0], kept[0] + distance), max(kept[-1], kept[-1] + distance)


def _runs(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Spans [start, end) to write, whole characters only."""
    x, width = 0, len(new)
    while x < width:
        if new[x] == old[x]:
            x += 1
            continue
        start = x
        end = x = x + 1
        while x < width and x - end <= _GAP:
            if new[x] != old[x]:
                end = x + 1
            elif new[x][1] != new[end - 1][1]:
                break
            x += 1
        if end < width and new[end][0] == "":
            end += 1
        yield start, end
        x = max(x, end)


class _Brush:
    """Collects output, knowing where the cursor is and which pen is set, to say neither twice."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.out: list[str] = []
        self.x = -1  # -1: unknown, also after the last column, where terminals differ
        self.y = -1
        self.pen: Pen | None = None

    def write(self, x: int, y: int, cells: Sequence[Cell]) -> None:
        for text, pen in cells:
            if text:
                self._move(x, y)
                if pen != self.pen:
                    self._take(pen)
                self.out.append(text if text != "\0" else " ")
                doubtful = len(text) > 1
                self.x = -1 if doubtful or x + 1 >= self.width else x + 1
            else:
                self.x = -1
            x += 1

    def scroll(self, distance: int, top: int, bottom: int) -> None:
        # The pen is reset first: new lines take the current background on some terminals. IL/DL inside the region
        # rather than SU/SD, which the Linux console does not know.
        self._take(PLAIN)
        verb = f"{distance}M" if distance > 0 else f"{-distance}L"
        self.out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{top + 1}H\x1b[{verb}\x1b[r")
        self.x = self.y = -1

    def finish(self) -> str:
        if self.out:
            self._take(PLAIN)
        return "".join(self.out)

    def _move(self, x: int, y: int) -> None:
        if (x, y) == (self.x, self.y):
            return
        if y == self.y and -1 < self.x < x:
            step = x - self.x
            self.out.append("\x1b[C" if step == 1 else f"\x1b[{step}C")
        elif x == 0 and y == self.y + 1 and self.y >= 0:
            self.out.append("\r\n")
        else:
            self.out.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        self.x, self.y = x, y

    def _take(self, pen: Pen) -> None:
        old = self.pen
        if pen == old:
            return
        whole = ";".join(part for part in ("0", *pen) if part)
        if old is None or (old.attributes and old.attributes != pen.attributes):
            change = whole
        else:
            parts = []
            if pen.attributes != old.attributes:
                parts.append(pen.attributes)
            if pen.foreground != old.foreground:
                parts.append(pen.foreground or "39")
            if pen.background != old.background:
                parts.append(pen.background or "49")
            change = min(";".join(parts), whole, key=len)
        self.out.append("\x1b[m" if change == "0" else f"\x1b[{change}m")
        self.pen = pen
