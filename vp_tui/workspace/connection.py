"""Staying connected: listen, sync, send what waits, and come back after the line was lost.

Invariant: the state that a person sees (online, reconnecting, offline) is the state of the last attempt, and nothing
she does waits for it. Wake-ups carry nothing and are only hints: forged ones cost at most a delta per pause. Called by
the facade, for the terminal application; the command line syncs once instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from vp_tui.errors import IntegrityError, RetryableError, VpError
from vp_tui.store.port import Store
from vp_tui.workspace.views import Notice, Status

__all__ = ["Connection", "quiet"]

_LOOK_ANYWAY = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_OFFLINE_AFTER = 3
_QUIET, _PROMPT, _PATIENCE = 0.04, 0.004, 1.0


async def quiet() -> None:
    """Wait until the loop has nothing better to do, a second at most: somebody is looking at an empty screen."""
    now = asyncio.get_running_loop().time
    end = now() + _PATIENCE
    while (begun := now()) < end:
        await asyncio.sleep(_QUIET)
        if now() - begun < _QUIET + _PROMPT:
            return


class Connection:
    """The background task. ``step`` does one sync and flush and says whether anything came of it.

    ``store`` is asked for at the first connection: that is when the driver is loaded.
    """

    def __init__(
        self,
        store: Callable[[], Awaitable[Store]],
        status: Status,
        tell: Callable[[Notice], None],
        step: Callable[[], Awaitable[bool]],
    ) -> None:
        self._store = store
        self._status = status
        self._tell = tell
        self._step = step
        self._task: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()

    def start(self) -> None:
        """Begin in the background; returns at once."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="connection")

    def hurry(self) -> None:
        """Try again now rather than after the pause."""
        self._hurry.set()

    async def stop(self) -> None:
        """End the task; the store is closed by its owner."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def abandon(self) -> None:
        """End without waiting (lock, signal)."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _state(self, state: str) -> None:
        if self._status.connection != state:
            self._status.connection = state
            self._tell(Notice("status"))

    async def _run(self) -> None:
        pause, failures = _FIRST_PAUSE, 0
        await quiet()
        while True:
            try:
                await self._connected()
            except RetryableError:
                failures += 1
            except IntegrityError:
                # The finding is kept and shown; trying at once again would only ask the same server the same thing.
                failures, pause = _OFFLINE_AFTER, _LONGEST_PAUSE
            except VpError:
                failures, pause = _OFFLINE_AFTER, _LONGEST_PAUSE
            if self._status.connection == "online":
                failures, pause = 1, _FIRST_PAUSE
            self._state("offline" if failures >= _OFFLINE_AFTER else "reconnecting")
            self._hurry.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _connected(self) -> None:
        store = await self._store()
        await store.open()
        async with store.listener() as wakeups:
            fruitful = await self._step()
            self._state("online")
            while True:
                await wakeups.wait(_LOOK_ANYWAY, fruitful=fruitful)
                fruitful = await self._step()
