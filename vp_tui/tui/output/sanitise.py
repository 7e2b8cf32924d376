"""The second line against text that a terminal would obey.

Invariant: nothing that a widget renders reaches the terminal with a control character, a bidirectional or other format
control, a private or a surrogate code point, or a hyperlink in it. The first line is at decryption and at saving
(docs/protocol.md, the terminal); this one is behind every widget, because stock widgets pass all of that through.
Callers: the application adds ``Cleaner`` to its line filters; ``clean`` is for text that bypasses widgets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

__all__ = ["Cleaner", "clean", "clean_block"]

# Unicode's general categories Cc, Cf, Co, Cs and Zl, Zp; tests/tui compares the ranges with unicodedata.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


def _substitute(match: re.Match[str]) -> str:
    # A character that the layout counted as no cell must not become one: the line would grow and spill over.
    return "\N{REPLACEMENT CHARACTER}" if get_character_cell_size(match[0]) == 1 else ""


def clean(text: str) -> str:
    """``text`` without anything a terminal obeys; visible offenders become U+FFFD. Line breaks and tabs go as well."""
    return _UNWANTED.sub(_substitute, text)


def clean_block(text: str) -> str:
    """``text`` cleaned line by line, with line breaks of any kind as "\\n" and tabs as four spaces; for pasted text."""
    return "\n".join(clean(line.replace("\t", "    ")) for line in re.split("\r\n|[\r\n\v\f\x85\u2028\u2029]", text))


@lru_cache(1024)
def _without_link(style: Style) -> Style:
    return style.update_link(None)


class Cleaner(LineFilter):
    """Cleans the segments of every rendered line, and takes hyperlinks (OSC 8) off them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(
                clean(text) if _UNWANTED.search(text) else text,
                _without_link(style) if style is not None and style.link else style,
                control,
            )
            for text, style, control in segments
        ]
