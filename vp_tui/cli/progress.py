"""A progress bar on standard error: one line that is written over, and gone when it is done.

Invariant: nothing is written to a standard error that is no terminal, and a bar redraws at most ten times a second.
Callers: ``audit`` and ``demo``.
"""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from vp_tui.i18n import text

__all__ = ["Bar"]

_WIDTH = 30


class Bar:
    """Use it as a context manager; ``show(done, total)`` is the callback that long work calls."""

    def __init__(self, key: str, *, quiet: bool) -> None:
        self._title = text(key)
        self._quiet = quiet
        self._drawn = 0.0

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def stage(self, key: str) -> None:
        """Go on to the next part of the work."""
        self._title = text(key)

    def show(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces of work."""
        now = monotonic()
        if self._quiet or now - self._drawn < 0.1:
            return
        self._drawn = now
        full = _WIDTH * done // max(total, 1)
        sys.stderr.write(f"\r\x1b[K{self._title} [{'#' * full}{'.' * (_WIDTH - full)}] {done}/{total}")
        sys.stderr.flush()
