"""The question before a consequence, as a value. No Textual here.

Callers: whoever weighs an action; `dialogs.confirm` and the line mode ask it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vp_tui.i18n import text

__all__ = ["Consequence"]


@dataclass(frozen=True, slots=True)
class Consequence:
    """``title`` asks, ``effects`` say what will happen to whom, ``undo`` until when it can be taken back."""

    title: str
    effects: Sequence[str]
    undo: str = ""
    word: str = ""  # upper case; empty: the text "<action>.word"

    def with_word(self, key: str) -> Consequence:
        """The same question, answered by the word with this i18n key."""
        return replace(self, word=text(key))
