"""Programs as a person starts them: a fresh process in a pseudo-terminal, watched with nothing but a clock.

No emulator (its work would be measured too): a text is on the screen when its bytes have come.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, perf_counter, sleep

__all__ = ["Watched", "ended", "opened"]

ROOT = Path(__file__).parents[2]
_LIMIT = 120.0


class Watched:
    """A running program. ``raw`` is what it wrote, ``started`` the time at which it was forked."""

    def __init__(self, pid: int, fd: int, started: float) -> None:
        self.pid, self.started = pid, started
        self._fd = fd
        self.raw = bytearray()

    def read(self, wait: float) -> int:
        """Bytes that came within ``wait`` seconds; 0 for silence."""
        if not select.select([self._fd], [], [], wait)[0]:
            return 0
        data = os.read(self._fd, 65536)
        self.raw += data
        return len(data)

    def until(self, text: str) -> float:
        """Milliseconds from the start of the program until ``text`` was written."""
        wanted, seen, end = text.encode(), 0, monotonic() + _LIMIT
        while self.raw.find(wanted, max(0, seen - len(wanted))) < 0:
            seen = len(self.raw)
            with suppress(OSError):  # it ended; what it said is told below
                self.read(0.5)
                if monotonic() < end:
                    continue
            raise AssertionError(f"{text!r} did not come; the end of what did: {bytes(self.raw[-500:])!r}")
        return (perf_counter() - self.started) * 1000

    def settle(self, quiet: float = 0.3) -> int:
        """Bytes until there is silence for ``quiet`` seconds."""
        before = len(self.raw)
        while self.read(quiet):
            pass
        return len(self.raw) - before

    def send(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def idle(self) -> None:
        """Wait until the program has used no processor for two seconds."""
        before, since = -1, monotonic()
        while monotonic() - since < 2:
            self.read(0.1)
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
            used = int(fields[11]) + int(fields[12])
            if used > before + 1:
                before, since = used, monotonic()

    def memory(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def opened(argv: Sequence[str], env: Mapping[str, str], columns: int = 80, lines: int = 24) -> Iterator[Watched]:
    """The program in a terminal of that size; killed at the end."""
    started = perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.execve(sys.executable, [sys.executable, *argv], environment(env))
    try:
        yield Watched(pid, fd, started)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)
        sleep(0.05)


def ended(argv: Sequence[str], env: Mapping[str, str]) -> float:
    """Milliseconds from the start of a command to its end; it must succeed."""
    started = perf_counter()
    command = [sys.executable, *argv]
    subprocess.run(command, cwd=ROOT, env=environment(env), check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - started) * 1000


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a person's terminal, and no variables of her own but ``more``."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "VP_LANG": "nl",
        "PYTHONPATH": str(ROOT),
        **more,
    }
