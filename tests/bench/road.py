"""A road to the server that is as long as one likes, and counts what goes along it.

A Unix socket in a folder of its own; whatever comes in goes on after half a round trip. Runs in a thread, so that the
program that is measured does not share its loop with it.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["Road", "road"]


class Road:
    """``folder`` is the host to connect to; ``up`` and ``down`` are bytes so far, ``sent`` the bytes of each packet."""

    def __init__(self, folder: Path, server: Path, rtt: float) -> None:
        self.folder = folder
        self.up = self.down = 0
        self._server = server
        self._half = rtt / 2

    async def serve(self, ready: threading.Event, end: asyncio.Event) -> None:
        serving = await asyncio.start_unix_server(self._travel, self.folder / ".s.PGSQL.5432")
        ready.set()
        await end.wait()
        serving.close()
        travellers = asyncio.all_tasks() - {asyncio.current_task()}
        for task in travellers:
            task.cancel()
        await asyncio.gather(*travellers, return_exceptions=True)

    async def _travel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, here = await asyncio.open_unix_connection(self._server)
        with suppress(asyncio.CancelledError):
            await asyncio.gather(self._carry(reader, here, up=True), self._carry(there, writer, up=False))

    async def _carry(self, source: asyncio.StreamReader, goal: asyncio.StreamWriter, *, up: bool) -> None:
        loop = asyncio.get_running_loop()

        def arrive(data: bytes) -> None:
            if data:
                goal.write(data)
            else:
                goal.close()

        with suppress(OSError):
            while True:
                data = await source.read(65536)
                if up:
                    self.up += len(data)
                else:
                    self.down += len(data)
                if self._half:
                    loop.call_later(self._half, arrive, data)
                else:
                    arrive(data)
                if not data:
                    return


@contextmanager
def road(server: Path, rtt: float = 0.0) -> Iterator[Road]:
    """A road to the server's socket with ``rtt`` seconds for there and back."""
    with tempfile.TemporaryDirectory(prefix="vp-road-") as folder:
        made, ready = Road(Path(folder), server, rtt), threading.Event()
        loop = asyncio.new_event_loop()
        end = asyncio.Event()
        thread = threading.Thread(target=lambda: loop.run_until_complete(made.serve(ready, end)), daemon=True)
        thread.start()
        ready.wait()
        try:
            yield made
        finally:
            loop.call_soon_threadsafe(end.set)
            thread.join(5)
