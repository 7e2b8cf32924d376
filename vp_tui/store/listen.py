"""Waiting for wake-ups on a connection of its own.

Invariant: a wake-up carries nothing and is believed nothing. Any role of the server can send them, so however many
come, they lead to a handful of questions: bursts collapse, and the pause grows while they bring no news.
Callers: workspace, through ``Store.listener``.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

import asyncpg

from vp_tui.errors import RetryableError
from vp_tui.store.connection import connect, translated
from vp_tui.store.dsn import Target
from vp_tui.store.port import Login

__all__ = ["Listener", "Pace"]

_CHANNEL = "vp"


class Pace:
    """How long to wait between two answers to hints: ``shortest`` seconds, doubling up to ``longest`` without news."""

    shortest, longest = 0.25, 8.0

    def __init__(self) -> None:
        self._pause = 0.0
        self._answered = 0.0

    def brought(self, news: bool) -> None:
        """Whether the last answer brought news."""
        self._pause = self.shortest if news else min(max(self._pause, self.shortest) * 2, self.longest)

    def delay(self, now: float) -> float:
        """Seconds from ``now`` (of a monotonic clock) until the next answer may be given."""
        return max(0.0, self._answered + self._pause - now)

    def answered(self, now: float) -> None:
        """An answer is given at ``now``."""
        self._answered = now


class Listener:
    """``Wakeups`` of a PostgreSQL server."""

    def __init__(self, target: Target, login: Login) -> None:
        self._target = target
        self._login = login
        self._hint = asyncio.Event()
        self._pace = Pace()
        self._connection: asyncpg.Connection | None = None

    async def __aenter__(self) -> Self:
        self._connection = connection = await connect(self._target, self._login)
        connection.add_termination_listener(lambda _: self._hint.set())
        with translated(connection):
            await connection.add_listener(_CHANNEL, lambda *_: self._hint.set())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.terminate()

    async def wait(self, timeout: float | None = None, *, fruitful: bool = True) -> bool:  # noqa: ASYNC109
        """See ``Wakeups.wait``."""
        now = asyncio.get_running_loop().time
        self._pace.brought(fruitful)
        try:
            async with asyncio.timeout(timeout):
                await self._hint.wait()
        except TimeoutError:
            return False
        if self._connection is None or self._connection.is_closed():
            raise RetryableError("store.connection_lost")
        await asyncio.sleep(self._pace.delay(now()))  # what arrives meanwhile is answered together with the first
        self._hint.clear()
        self._pace.answered(now())
        return True
