"""After joining: the keys exist, the coordinators have not signed yet.

Invariant: shows what is known and nothing else; goes on by itself, since the session's gate opens when this device is
admitted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.wording import words

__all__ = ["WaitingScreen"]

_STEPS = ("keys", "sent", "first", "second")
_REACHED = {"welcomed": 3, "admitted": 4}


class WaitingScreen(LiveScreen):
    """The nine words to read out, and how far the admission is."""

    scope: ClassVar[str] = "waiting"
    DEFAULT_CSS = """
    WaitingScreen .screen--body { padding: 1 2 0 2; }
    WaitingScreen Static { height: auto; max-width: 84; margin: 0 0 1 0; }
    WaitingScreen .waiting--strong { text-style: bold; }
    """

    def body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content(text("start.waiting")), classes="waiting--strong")
            yield Static(Content(text("start.waiting.why")))
            yield Static("", id="steps", markup=False)
            yield Static(Content(text("start.words")), classes="waiting--strong")
            yield Static("", id="words", markup=False)
            yield Static(Content(text("start.words.why")))

    def renew(self) -> None:
        fingerprint, digits = self.workspace.my_fingerprint()
        said = f"  {words(fingerprint)}\n  {text('start.words.digits', digits=digits)}"
        self.query_one("#words", Static).update(Content(said))
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        state = await self.workspace.invite_state()
        self.query_one("#steps", Static).update(Content("\n".join(self._steps(state))))

    def _steps(self, state: str) -> Iterable[str]:
        """The road to admission, a line each."""
        reached = _REACHED.get(state, 2)
        for place, step in enumerate(_STEPS):
            mark = text("start.mark.done" if place < reached else "start.mark.open")
            yield f"  {mark} {text(f'start.waiting.{step}')}"
        if self.workspace.status.connection != "online":
            yield text("start.waiting.offline")
