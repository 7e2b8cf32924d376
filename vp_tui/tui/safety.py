"""What must hold when the application ends badly: nothing of a case is left on the terminal, no text is lost.

Invariants: a crash prints a place in the code and a class name, never a message or a local; SIGHUP, SIGTERM, SIGINT and
SIGQUIT seal the drafts, wipe and give the terminal back before the process goes; no command writes a screen to disk or
to the terminal's clipboard. Callers: ``VpApp`` inherits from ``SafeApp``; the command line starts it with ``run``.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import threading
import traceback
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import WorkerFailed

from vp_tui.errors import UsageError
from vp_tui.i18n import text

__all__ = ["SafeApp", "check_terminal", "place_of", "run"]

_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
# Seconds that giving the terminal back may take; a dead line can block a write for ever.
_PATIENCE = 2.0


def check_terminal() -> None:
    """Raises UsageError ``terminal.pipe`` or ``terminal.dumb`` where Textual would paint into a file or hang."""
    if not (sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__ and sys.__stderr__.isatty()):
        raise UsageError("terminal.pipe")
    if os.environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        raise UsageError("terminal.dumb")


def place_of(trace: TracebackType | None) -> str:
    """``module:line`` of the innermost frame that is ours, else of the innermost one: no content."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(trace)]
    ours = [place for place in frames if place[0].startswith("vp_tui.")]
    module, line = (ours or frames or [("?", 0)])[-1]
    return f"{module.removeprefix('vp_tui.')}:{line}"


class SafeApp(App[None]):
    """An App whose end leaves nothing behind. Subclasses say what ``seal`` does."""

    ENABLE_COMMAND_PALETTE = False
    _crash: str = ""
    _raw: list[Any] | None = None

    def seal(self) -> None:
        """Keep what was typed and wipe what is known, synchronously, without raising."""

    # -- signals -----------------------------------------------------------------------------------------------------

    def _on_load(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_exception)
        if threading.current_thread() is threading.main_thread():
            for number in _ENDING:
                loop.add_signal_handler(number, self.emergency, number)

    def _on_mount(self) -> None:
        driver = self._driver
        if driver is None or self.is_headless:
            return
        # After the driver's own handler, which would start its threads a second time when it was stopped from outside.
        asyncio.get_running_loop().add_signal_handler(signal.SIGCONT, self._continued)
        with suppress(termios.error):
            self._raw = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
        # The title is a constant and the old one is put back by `stop`: tmux and window lists show it to anybody.
        driver.write("\x1b[22;0t\x1b]0;vp\x07")

    def _continued(self) -> None:
        driver = self._driver
        if getattr(driver, "_must_signal_resume", False):
            driver._sigcont_application()  # type: ignore[union-attr]
        elif self._raw is not None:
            with suppress(termios.error):
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, self._raw)  # type: ignore[union-attr]
        self.redraw()

    def redraw(self) -> None:
        """Paint everything again."""
        self.refresh(layout=True)

    def emergency(self, number: int) -> None:
        """Signal ``number`` says that the end is now: seal, give the terminal back, exit with 128 + ``number``."""
        # Blocked output must not keep the process, and what it knows, alive: the alarm kills it.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
        self.seal()
        self._begin_batch()
        if (driver := self._driver) is not None and not self.is_headless:
            with suppress(Exception):
                driver.write("\x1b[23;0t\x1b[m")
                driver.stop_application_mode()
                driver.close()
        # Python cannot wipe its heap, and its own finalisation would still run callbacks: leave at once.
        os._exit(128 + number)

    # -- crashes -----------------------------------------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._note_crash(type(cause).__name__, cause.__traceback__)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        kind, _, trace = sys.exc_info()
        self._note_crash(kind.__name__ if kind else "Error", trace)
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """Textual's way out with a message; the message is dropped."""
        self._note_crash("panic", None)
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def _loop_exception(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _note_crash(self, kind: str, trace: TracebackType | None) -> None:
        self._return_code = 1
        if not self._crash:
            self._crash = f"{kind} {place_of(trace)}"
            self.seal()

    # -- ways out for content that Textual has and this application does not -----------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None: Textual's include a screenshot to disk."""
        return ()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy inside the application; the terminal's clipboard (OSC 52) is never written."""
        self._clipboard = text

    def save_screenshot(self, *_args: object, **_options: object) -> str:
        """Refused: a picture of a screen is a copy of a case."""
        return ""

    def deliver_screenshot(self, *_args: object, **_options: object) -> str | None:
        """Refused, as above."""
        return None

    def _log(self, *_args: object, **_options: object) -> None:
        # Textual's log would hand keys and values to devtools or a file.
        return

    async def _shutdown(self) -> None:
        if self._driver is not None and not self.is_headless and not self._closed:
            self._driver.write("\x1b[23;0t")
        await super()._shutdown()


def run(app: SafeApp) -> int:
    """Check the terminal, run ``app`` and return the exit status; after a crash say where, on the normal screen."""
    check_terminal()
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda kind, _error, trace: app._note_crash(kind.__name__, trace)
    threading.excepthook = lambda info: app._note_crash(info.exc_type.__name__, info.exc_traceback)
    sys.unraisablehook = lambda info: None
    try:
        app.run(mouse=not os.environ.get("SSH_CONNECTION"))
    except Exception as error:
        app._note_crash(type(error).__name__, error.__traceback__)
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    if app._crash:
        print(text("app.crash", code=app._crash), file=sys.stderr)
        return 1
    return app.return_code or 0
