"""What is known of the case under the cursor without opening it: three lines below the list, a pane beside a wide one.

Invariant: it follows the cursor only when the cursor rests, so that a held key costs the list's own bytes; the words
why a case needs a look stand here in full. Callers: ``QueueScreen``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from vp_tui.domain.summary import CaseSummary
from vp_tui.domain.text import fold_text
from vp_tui.i18n import count, days, text
from vp_tui.tui.output.sanitise import clean_block
from vp_tui.tui.screens.case_words import label, promised
from vp_tui.tui.screens.queue_view import QueueView
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.wrapping import wrapped

__all__ = ["Preview", "lines_of"]

# Seconds that the cursor must rest.
_REST = 0.3
# Lines of the preview below a list, and cells of the client's name in the first.
_LOW = 3
_CLIENT = 34
_WORD = re.compile(r"\w+")


def lines_of(view: QueueView, case: CaseSummary, snippet: str = "") -> list[str]:
    """What the row has no room for: client and standing; what comes next; where it was found, reasons, nature."""
    standing = text(f"domain.state.{case.state}") + (f": {case.waiting_for}" if case.waiting_for else "")
    since = text("case.standing", state=standing, since=days.span(case.state_since_ms, view.now_ms))
    # Its own column, so that going down the list changes few cells.
    client = clip(case.client_name or text("case.no_client"), _CLIENT)
    promises = [promised(case.next_what, case.next_due, view.today)] if case.next_what else []
    if case.aftercare_due:
        promises.append(text("case.aftercare_by", due=days.term(case.aftercare_due, view.today)))
    if not promises and case.state != "closed":
        promises.append(text("case.no_next"))
    reasons = ", ".join(text(f"queue.reason.{reason}") for reason in view.reasons(case))
    readers = text("queue.with", name=view.who(case).lstrip("+")) if view.who(case) else ""
    news = count("queue.news", int(view.news(case)[1:])) if view.news(case).startswith("+") else ""
    unsent = text("case.pending") if view.news(case) == "~" else ""
    found = text("queue.found", snippet=snippet) if snippet else ""
    about = "; ".join(map(label, case.natures))
    snoozed = (
        text("queue.snoozing", day=days.day(case.snoozed, view.today)) if case.snoozed and view.asleep(case) else ""
    )
    tags = " ".join(f"#{tag}" for tag in case.tags)
    return [
        f"{client}  {since}",
        "; ".join(promises),
        "  ".join(
            filter(None, (found, f"! {reasons}" if reasons else "", unsent, snoozed, news, tags, readers, about))
        ),
    ]


def _nothing(roomy: bool) -> list[str]:
    return []


class Preview(Widget):
    """Low and wide, or beside the list and narrow: the same parts, wrapped to what there is."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    Preview { height: 4; border-top: ascii $panel; padding: 0 1; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._timer: Timer | None = None
        self._make: Callable[[bool], list[str]] = _nothing
        self._sought: tuple[str, ...] = ()

    def show(self, make: Callable[[bool], list[str]] = _nothing, *, now: bool = False, words: str = "") -> None:
        """Show what ``make`` gives (told whether there is room) once no other has come for a moment, or ``now``;
        ``words`` were looked for, and are underlined."""
        self._make = make
        sought, self._sought = self._sought, tuple(fold_text(words).split())
        if sought != self._sought:
            self.refresh()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if now:
            self._rested()
        else:
            self._timer = self.set_timer(_REST, self._rested)

    def _rested(self) -> None:
        self._timer = None
        if (lines := self._make(self._roomy)) != self._lines:
            self._lines = lines
            self.refresh()

    @property
    def _roomy(self) -> bool:
        return self.size.height > _LOW

    def on_resize(self) -> None:
        self._rested()

    def render(self) -> Content:
        width, height = self.size.width, self.size.height
        if not self._roomy:
            return self._underlined("\n".join(clip(line, width) for line in self._lines[:height]))
        prose = [row for line in self._lines for row in (*wrapped(clean_block(line), width), "")]
        return self._underlined("\n".join(prose[:height]))

    def _underlined(self, shown: str) -> Content:
        """With the words that begin with what was looked for underlined, as the search finds them."""
        content = Content(shown)
        for word in _WORD.finditer(shown) if self._sought else ():
            if fold_text(word[0]).startswith(self._sought):
                content = content.stylize("bold underline", *word.span())
        return content
