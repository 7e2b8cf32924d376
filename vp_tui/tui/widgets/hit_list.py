"""A list of places where words were found, the words standing out in what is written around them.

Invariant: what stands out does so without colour too; the last column is the snippet and gets what is left of the
line. Callers: the results of a search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.columns import clip, fit
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.rows import Row

__all__ = ["HitList", "HitRow"]

Pieces = Sequence[tuple[str, bool]]
# What stands where a text begins before what is shown.
_MORE = ".."


@dataclass(frozen=True, slots=True)
class HitRow(Row):
    """``pieces`` are the last cell once more; True for a word that was looked for."""

    pieces: Pieces = ()


class HitList(Listing):
    """Rows are ``HitRow``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"queue--found"}
    DEFAULT_CSS = "HitList .queue--found { text-style: bold underline; }"

    def row_strip(self, margin: str, row: Row, style: Style) -> Strip:
        """The line of a row, its words underlined as far as they fit."""
        width = self.size.width - cell_len(margin)
        *others, (last, room) = fit(self._columns, width)
        if not isinstance(row, HitRow) or last + 1 != len(self._columns):
            return super().row_strip(margin, row, style)
        cells = [clip(row.cells[place], size, right=self._columns[place].right) for place, size in others]
        segments = [Segment(f"{margin}{' '.join(cells)} ", style)]
        found = style + self._style("found", partial=True)
        for piece, hit in _near(row.pieces, room):
            words = clean(piece)
            words = words if cell_len(words) <= room else clip(words, room)
            segments.append(Segment(words, found if hit else style))
            room -= cell_len(words)
        return Strip(segments).adjust_cell_length(self.size.width, style)


def _near(pieces: Pieces, room: int) -> Pieces:
    """The pieces, without so much of the beginning that the first word found can be seen."""
    if len(pieces) < 2 or pieces[0][1]:
        return pieces
    (lead, _), (word, _), *rest = pieces
    if cell_len(lead) + cell_len(word) <= room:
        return pieces
    after = min(sum(cell_len(piece) for piece, _ in rest), room // 3)
    kept = max(0, room - cell_len(word) - len(_MORE) - after)
    return [(_MORE + lead[len(lead) - kept :].lstrip(), False), (word, True), *rest]
