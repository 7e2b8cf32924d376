"""Questions and answers a line at a time, for a screen reader, a Braille line, or a pipe.

Invariants: no cursor control, no colour, no redrawing: what was said stays said; everything printed is cleaned of control
characters; a secret is not echoed on a terminal. ``!`` alone, or ctrl+c, leaves a question without an answer.
Callers: the modules beside this one.
"""

from __future__ import annotations

import asyncio
import os
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import TextIO, TypeVar

from vp_tui.domain.text import clean
from vp_tui.errors import VpError
from vp_tui.i18n import error as error_texts
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence

__all__ = ["Console", "Ended", "Idle", "Left"]

T = TypeVar("T")

LEAVE = "!"
END_OF_NOTE = "."


class Left(Exception):
    """Whoever is asked does not want to answer."""


class Ended(Exception):
    """There is no more input."""


class Idle(Exception):
    """Nothing was typed for as long as the lock waits."""


class Console:
    """One input, one output. ``patience``: seconds of silence before `Idle`."""

    def __init__(self, source: int = 0, out: TextIO | None = None, patience: float | None = None) -> None:
        self._source = source
        self._out = out or sys.stdout
        self._kept = b""
        self._over = False
        self._waiting: asyncio.Future[None] | None = None
        self.patience = patience

    # -- saying ------------------------------------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Print lines, cleaned."""
        for line in lines:
            print(clean(line, multiline=True), file=self._out)
        self._out.flush()

    def tell(self, problem: VpError) -> None:
        """Print an error: what happened, and what to do."""
        self.say(*(part for part in error_texts(problem) if part))

    # -- reading -----------------------------------------------------------------------------------------------------

    def interrupt(self) -> None:
        """ctrl+c: leave the question that is being asked."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Left())

    async def read(self, prompt: str, *, secret: bool = False) -> str:
        """One line, without its end. Raises Left, Ended, Idle."""
        print(clean(prompt, multiline=False), end=" ", file=self._out, flush=True)
        with self._silence() if secret else suppress():
            while b"\n" not in self._kept and not self._over:
                await self._more()
        line, found, self._kept = self._kept.partition(b"\n")
        if secret:
            self.say("")
        if not found and not line:
            raise Ended
        answer = line.decode("utf-8", "replace").rstrip("\r")
        if answer.strip() == LEAVE:
            raise Left
        return answer if secret else clean(answer, multiline=False)

    async def _more(self) -> None:
        loop = asyncio.get_running_loop()
        self._waiting = loop.create_future()
        try:
            loop.add_reader(self._source, self._ready)
        except (PermissionError, NotImplementedError):
            # A file cannot be waited for, and never makes anybody wait.
            data = os.read(self._source, 65536)
            self._kept, self._over = self._kept + data, not data
            return
        try:
            await asyncio.wait_for(self._waiting, self.patience)
        except TimeoutError:
            raise Idle from None
        finally:
            loop.remove_reader(self._source)

    def _ready(self) -> None:
        try:
            data = os.read(self._source, 65536)
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

    # -- asking ------------------------------------------------------------------------------------------------------

    async def ask(self, label: str, value: str = "", *, needed: bool = False, secret: bool = False) -> str:
        """One line of text; an empty answer keeps ``value``. ``label`` is a text."""
        prompt = f"{label} [{value}]:" if value and not secret else f"{label}:"
        while True:
            answer = await self.read(prompt, secret=secret)
            answer = answer if secret else answer.strip()
            if answer or value or not needed:
                return answer or value
            self.say(text("plain.needed"))

    async def checked(self, label: str, parse: Callable[[str], T], value: str = "") -> T:
        """A line that ``parse`` understands; what it refuses is said, and asked again."""
        while True:
            try:
                return parse(await self.ask(label, value))
            except VpError as problem:
                self.tell(problem)

    async def choose(self, label: str, options: Sequence[tuple[str, ...]], value: str = "") -> str:
        """The code of one of (code, label) pairs, by its number; an empty answer takes ``value``."""
        self.say(f"{label}:", *(f"  {n}. {option[1]}" for n, option in enumerate(options, 1)))
        codes = [option[0] for option in options]
        usual = str(codes.index(value) + 1) if value in codes else ""
        while True:
            answer = await self.ask(text("plain.number"), usual)
            if answer.isdigit() and 0 < int(answer) <= len(codes):
                return codes[int(answer) - 1]
            if not answer and not usual:
                return ""
            self.say(text("plain.number.wrong", n=len(codes)))

    async def find(self, label: str, search: Callable[[str], Sequence[tuple[str, str]]]) -> str:
        """A code found by typing; empty for none."""
        while True:
            typed = await self.ask(label)
            if not typed:
                return ""
            found = search(typed)[:9]
            if len(found) == 1:
                self.say(found[0][1])
                return found[0][0]
            if found:
                return await self.choose(label, found)
            self.say(text("plain.nothing"))

    async def day(self, label: str, parse: Callable[[str], date | None], value: str = "") -> date | None:
        """A date in the words that the domain understands, None for an empty answer."""
        return await self.checked(label, lambda typed: parse(typed) if typed else None, value)

    async def note(self, label: str, keep: Callable[[str], None], before: str = "") -> str:
        """Several lines, ended by a full stop on a line of its own; each finished line is kept as a draft."""
        self.say(text("plain.note", label=label))
        lines = before.split("\n") if before else []
        self.say(*lines)
        while (line := await self.read("|")) != END_OF_NOTE:
            lines.append(line)
            keep("\n".join(lines))
        return "\n".join(lines).strip()

    async def agreed(self, question: Consequence) -> bool:
        """Whether the word was typed; anything else is no."""
        self.say(question.title, *(f"  {effect}" for effect in question.effects if effect))
        if question.undo:
            self.say(f"  {question.undo}")
        answer = await self.read(text("app.confirm.type", word=question.word))
        return answer.strip().upper() == question.word.upper()
