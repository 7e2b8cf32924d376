"""Which processes of one identity are alive, and who takes over what a dead one left.

Invariant: a token belongs to exactly one living process at a time: its own, or, once that has died (killed, power cut),
the one living process that adopted it. The lock is the kernel's (flock), so it ends with the process however it ends,
and no clock or process number is believed. Rows of outbox and drafts carry the token.
Callers: workspace, at start (`register`, `adopt_dead`) and at its end (`release`).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vp_tui.device.paths import folder

__all__ = ["Presence", "register"]


def register(identity: Path) -> Presence:
    """Announce this process in ``identity/presence``. Raises as `paths.folder` does."""
    return Presence(folder(identity / "presence"))


class Presence:
    """This process's lock, and the locks of the dead that it adopted."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.token = os.urandom(8).hex()
        """16 hex digits, new for each process."""
        self._held: dict[str, int] = {}
        # Locked under a name that nobody looks at, then renamed: it is never seen unlocked while we live.
        beside = home / f".{self.token}"
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX)
        beside.rename(home / self.token)
        self._held[self.token] = handle

    def others(self) -> tuple[str, ...]:
        """Tokens of the other living processes."""
        with self._alone():
            return tuple(token for token in self._tokens() if not self._is_dead(token))

    def adopt_dead(self) -> tuple[str, ...]:
        """Take over the tokens of dead processes; of several that try, exactly one gets each. `bury` them when done."""
        with self._alone():
            found = {token: handle for token in self._tokens() if (handle := self._lock(token)) is not None}
        self._held |= found
        return tuple(found)

    def bury(self, token: str) -> None:
        """The adopted token's rows are ours now, safely written: forget it. Before this, another could adopt it."""
        (self._home / token).unlink(missing_ok=True)
        os.close(self._held.pop(token))

    def release(self) -> None:
        """Leave nothing behind: our own token goes, adopted ones that were not buried can be adopted again."""
        self.bury(self.token)
        for token in list(self._held):
            os.close(self._held.pop(token))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Looking takes a lock too, for a moment: two that look at once would take a dead one for alive."""
        handle = os.open(self._home, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _tokens(self) -> list[str]:
        return sorted(n for n in os.listdir(self._home) if not n.startswith(".") and n not in self._held)

    def _is_dead(self, token: str) -> bool:
        handle = self._lock(token)
        if handle is not None:
            os.close(handle)
        return handle is not None

    def _lock(self, token: str) -> int | None:
        """The locked file of a dead process, None if it lives or has just been buried."""
        try:
            handle = os.open(self._home / token, os.O_RDWR)
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(handle).st_nlink:
                return handle
        except BlockingIOError:
            pass
        os.close(handle)
        return None
