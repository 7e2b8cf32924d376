"""A real pseudo-terminal around a program, with an emulator that shows what a person would see.

The emulator (pyte) gets exactly the bytes that the program wrote, which are counted. Waiting is for silence or for a
text, with generous limits; nothing here asserts time.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

PROGRAM = Path(__file__).with_name("program.py")
ROOT = Path(__file__).parents[2]

# pyte 0.8 prints the parameters of private sequences that it does not know (kitty keys, title stack).
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[[0-9;]*t|\x1b\[\?[0-9;]*\$p")
LEFT_ALT_SCREEN = b"\x1b[?1049l"


class Terminal:
    """A program in a pty of ``columns`` x ``lines``; a context manager that ends it."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        env: Mapping[str, str | None] | None = None,
        argv: Sequence[str] | None = None,
        cwd: Path = ROOT,
    ) -> None:
        environ = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("COLUMNS", "LINES", "NO_COLOR", "SSH_CONNECTION")
            },
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "VP_LANG": "nl",
            "PYTHONPATH": str(ROOT),
        }
        for name, value in (env or {}).items():
            if value is None:
                environ.pop(name, None)
            else:
                environ[name] = value
        self.columns, self.lines = columns, lines
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._pending = b""
        self.status: int | None = None
        argv = list(argv or (sys.executable, str(PROGRAM), *arguments))
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            _size(0, columns, lines)
            os.execvpe(argv[0], argv, environ)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    # -- reading -----------------------------------------------------------------------------------------------------

    def _read(self, timeout: float) -> bytes | None:
        """Some output, b"" after ``timeout`` seconds without any, None at the end."""
        if not select.select([self._fd], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return None
        if not data:
            return None
        self.raw += data
        # Sequences may be cut between reads: feed whole ones only.
        self._pending += data
        end = self._pending.rfind(b"\x1b")
        whole = self._pending if end < 0 or _complete(self._pending[end:]) else self._pending[:end]
        self._pending = self._pending[len(whole) :]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", whole))
        return data

    def settle(self, quiet: float = 0.12, limit: float = 45.0) -> int:
        """Read until ``quiet`` seconds of silence; returns the number of bytes read."""
        before, end = len(self.raw), time.monotonic() + limit
        while time.monotonic() < end and self._read(quiet):
            pass
        return len(self.raw) - before

    def until(self, text: str, limit: float = 45.0) -> None:
        """Read until ``text`` is on the screen, then until it is quiet."""
        self._wait(lambda: text in self.text(), f"{text!r} did not appear", limit)

    def gone(self, text: str, limit: float = 45.0) -> None:
        """Read until ``text`` is no longer on the screen, then until it is quiet."""
        self._wait(lambda: text not in self.text(), f"{text!r} stayed", limit)

    def _wait(self, reached: Callable[[], bool], complaint: str, limit: float) -> None:
        end = time.monotonic() + limit
        while not reached():
            if time.monotonic() > end or self._read(0.05) is None:
                raise AssertionError(f"{complaint}:\n{self.text()}")
        self.settle(0.06)

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell with its colours and attributes."""
        buffer = self.screen.buffer
        return [[tuple(buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]

    # -- writing -----------------------------------------------------------------------------------------------------

    def send(self, data: str | bytes) -> None:
        os.write(self._fd, data.encode() if isinstance(data, str) else data)

    def key(self, data: str | bytes, quiet: float = 0.12) -> int:
        """Send and wait for silence; returns the number of bytes that came back."""
        self.send(data)
        return self.settle(quiet)

    def resize(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        _size(self._fd, columns, lines)

    def dialog(self, keys: str, text: str = "+- ") -> None:
        """Open a dialog that shows ``text``, and wait until it listens: keys of its first 250 ms are dropped."""
        self.key(keys)
        self.until(text)
        self.settle(0.26)

    def leave(self, text: str = "+- ") -> None:
        """Esc, which is slow: a terminal cannot know at once that no sequence follows."""
        self.send("\x1b")
        self.gone(text)

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def wait(self, limit: float = 45.0) -> int:
        """Read to the end; the exit status as a shell gives it."""
        end = time.monotonic() + limit
        while self._read(0.2) is not None and time.monotonic() < end:
            pass
        while self.status is None and time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            else:
                time.sleep(0.02)
        assert self.status is not None, "the program did not end"
        return self.status

    def left_behind(self) -> bytes:
        """What was written after the alternate screen was left: what stays on the terminal and in its history."""
        return self.raw.rpartition(LEFT_ALT_SCREEN)[2]

    @property
    def modes(self) -> list[object]:
        """The terminal's line settings."""
        return list(termios.tcgetattr(self._fd))


def _size(fd: int, columns: int, lines: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _complete(sequence: bytes) -> bool:
    return bool(re.match(rb"\x1b(\[[0-9;?<>=$ ]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[^\[\]])", sequence))
