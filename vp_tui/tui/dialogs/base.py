"""What all dialogs share.

Invariants: for 250 ms after a dialog opens, keys typed before it was there are dropped, unless it is one to type in,
which takes them (``GUARD``); Esc changes nothing; what lies above stays visible and is not painted again.
Callers: the dialogs beside this module, and those of screens.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from vp_tui.tui.output.sanitise import clean

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["Dialog", "plain"]

T = TypeVar("T")


def plain(line: str, classes: str = "") -> Static:
    """A cleaned line of text without markup."""
    return Static(Content(clean(line)), classes=classes)


class Dialog(ModalScreen[T | None]):
    """A box at the lower edge. Override ``body``; answer with ``dismiss``; Esc and q give None."""

    scope: ClassVar[str] = "dialog"
    GUARD: ClassVar[float] = 0.25
    BINDINGS: ClassVar = []
    app: VpApp
    DEFAULT_CSS = """
    Dialog { align: center bottom; background: transparent; }
    Dialog > Vertical { width: 100%; max-width: 100; height: auto; max-height: 100%; background: $background;
                        border: ascii $primary; border-title-style: bold; padding: 0 1; }
    Dialog.-unicode > Vertical { border: round $primary; }
    Dialog .dialog--muted { color: $muted; }
    Dialog .dialog--strong { text-style: bold; }
    Dialog .dialog--error { color: $error; text-style: bold; height: auto; }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = clean(title)
        self._opened = monotonic()

    def body(self) -> ComposeResult:
        """The widgets inside the box."""
        return ()

    def compose(self) -> ComposeResult:
        self.set_class(self.app.settings.unicode, "-unicode")
        with Vertical() as box:
            box.border_title = Content(self._heading)
            yield from self.body()

    def on_screen_resume(self) -> None:
        self._opened = monotonic()

    @property
    def guarding(self) -> bool:
        """Whether a key of now may have been meant for what was there before."""
        return monotonic() - self._opened < self.GUARD

    def do_dialog_cancel(self) -> None:
        self.dismiss(None)
