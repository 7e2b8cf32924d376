"""One input and one output, a line at a time.

Invariants: no cursor control, no colour, no redrawing: what was said stays said; everything printed is cleaned of
control characters; a secret is not echoed on a terminal. Callers: the modules beside this one.
"""

from __future__ import annotations

import asyncio
import os
import sys
import termios
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TextIO

from vp_tui.domain.text import clean

__all__ = ["LEAVE", "Ended", "Left", "Teletype"]

LEAVE = "!"
_PIECE = 65536


class Left(Exception):
    """Whoever is asked does not answer: ``!`` alone, ctrl+c, or the lock."""


class Ended(Exception):
    """There is no more input."""


class Teletype:
    """Reads from a file descriptor, writes to a text stream."""

    def __init__(self, source: int = 0, out: TextIO | None = None) -> None:
        self._source = source
        self._out = out or sys.stdout
        self._kept = b""
        self._over = False
        self._waiting: asyncio.Future[None] | None = None

    def say(self, lines: Iterable[str]) -> None:
        """Print lines, cleaned."""
        for line in lines:
            print(clean(line, multiline=True), file=self._out)
        self._out.flush()

    def interrupt(self) -> bool:
        """Leave the question that is being asked; False if there is none."""
        asked = self._waiting is not None and not self._waiting.done()
        if self._waiting is not None and asked:
            self._waiting.set_exception(Left())
        return asked

    async def read(self, prompt: str, *, secret: bool = False) -> str:
        """One line without its end. Raises Left and Ended."""
        print(clean(prompt, multiline=False), end=" ", file=self._out, flush=True)
        with self._silence() if secret else nullcontext():
            while b"\n" not in self._kept and not self._over:
                await self._more()
        line, found, self._kept = self._kept.partition(b"\n")
        if secret:
            self.say([""])
        if not found and not line:
            raise Ended
        answer = line.decode("utf-8", "replace").rstrip("\r")
        if answer.strip() == LEAVE:
            raise Left
        return answer

    async def _more(self) -> None:
        loop = asyncio.get_running_loop()
        self._waiting = loop.create_future()
        try:
            loop.add_reader(self._source, self._ready)
        except PermissionError:
            # A plain file cannot be waited for, and never makes anybody wait.
            self._ready()
            return
        try:
            await self._waiting
        finally:
            loop.remove_reader(self._source)

    def _ready(self) -> None:
        try:
            data = os.read(self._source, _PIECE)
        except OSError:
            # The terminal is gone.
            data = b""
        self._kept, self._over = self._kept + data, not data
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    @contextmanager
    def _silence(self) -> Iterator[None]:
        try:
            before = termios.tcgetattr(self._source)
        except termios.error:
            yield
            return
        quiet = [*before]
        quiet[3] &= ~termios.ECHO
        termios.tcsetattr(self._source, termios.TCSADRAIN, quiet)
        try:
            yield
        finally:
            termios.tcsetattr(self._source, termios.TCSADRAIN, before)
