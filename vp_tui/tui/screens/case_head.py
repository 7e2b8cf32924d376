"""The lines above a case: what it is, where it stands, what comes next, and what is wrong or not sent.

Invariant: a line is there only when it says something, and is repainted only when it changed. Callers: ``CaseScreen``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from vp_tui.i18n import count, exists, text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.widgets.columns import clip

__all__ = ["CaseHead", "views_line"]


def views_line(words: Words, views: Sequence[str], showing: str) -> str:
    """``[Dossier 14]  Persoonlijk 3   Verloop 22   Kern``"""
    notes = words.view.notes.timeline if words.view.notes else ()
    numbers = {"dossier": len(words.state.timeline), "personal": len(notes), "log": len(words.state.log)}
    parts = []
    for view in views:
        name = text(f"case.view.{view}") + (f" {numbers[view]}" if view in numbers else "")
        parts.append(f"[{name}]" if view == showing else f" {name} ")
    return " ".join(parts)


class CaseHead(Widget):
    """At most four lines: title and standing, client and owner, next action, trouble."""

    DEFAULT_CSS: ClassVar[str] = """
    CaseHead { height: auto; padding: 0 1; }
    CaseHead Static { height: 1; }
    CaseHead .head--title { text-style: bold; }
    CaseHead .head--next.-late { color: $warning; text-style: bold; }
    CaseHead .head--trouble { display: none; color: $error; text-style: bold; height: auto; }
    CaseHead .head--trouble.-some { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = Static("", classes="head--title", markup=False)
        self._whose = Static("", classes="head--whose", markup=False)
        self._next = Static("", classes="head--next", markup=False)
        self._trouble = Static("", classes="head--trouble", markup=False)
        self._words: Words | None = None

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._whose
        yield self._next
        yield self._trouble

    def on_resize(self) -> None:
        if self._words is not None:
            self.show(self._words)

    def show(self, words: Words) -> None:
        """Show the head of this case."""
        self._words = words
        # Before its first layout it has no size yet; what is painted then must not be a sliver.
        width = max(20, (self.size.width or self.app.size.width - 2) - 2)
        self._put(self._title, _ends(words.title(), words.standing(), width))
        self._put(self._whose, _ends(words.client(), words.whose(), width))
        promise = words.promise()
        self._next.set_class(words.overdue(), "-late")
        self._next.display = bool(promise)
        self._put(self._next, clip(f"{'! ' if words.overdue() else ''}{promise}", width))
        trouble = self._said(words)
        self._trouble.set_class(bool(trouble), "-some")
        self._put(self._trouble, "\n".join(trouble))

    @staticmethod
    def _put(line: Static, words: str) -> None:
        if str(line.visual) != words:
            line.update(Content(words))

    @staticmethod
    def _said(words: Words) -> list[str]:
        lines = []
        if findings := words.view.integrity:
            key = f"errors.integrity.{findings[0].kind}.title"
            what = text(key) if exists(key) else findings[0].kind
            lines.append(clean(count("case.integrity", len(findings), what=what.rstrip("."))))
        if words.view.pending:
            lines.append(text("case.pending"))
        return lines


def _ends(left: str, right: str, width: int) -> str:
    """One line with ``left`` at its left end and ``right`` at its right one; the left is cut first."""
    right = clip(right, min(cell_len(clean(right)), width - 12))
    return f"{clip(left, max(0, width - cell_len(right) - 2))}  {right}"
