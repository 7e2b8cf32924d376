"""Keys in the order in which they were typed.

Textual 8.2.8 gives every key to the focused widget at once and runs its bindings (Backspace, arrows, Enter) only when
the key has bubbled back to the application's queue, behind the keys typed meanwhile: "ab", Backspace, "c" in one packet
of a slow line arrives as "ab". Invariant: the next key is looked at when the last one, and what it set off, is done.
Callers: the application, for keys that are not actions.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.worker import Worker

__all__ = ["deliver", "settle"]

# Seconds to wait for a widget that is busy or about to go; then order matters less than the next key.
_PATIENCE = 1.0
# Seconds between two looks at whether what an action started is there.
_TICK = 0.005
# What was typed ahead must meet the field that it was meant for: a key's message, and the message that this sets off
# (submitted, done), go up the chain before the next key comes.
_EFFECTS = 2


async def deliver(app: App[Any], event: events.Key | events.Paste) -> None:
    """Give ``event`` to the focused widget, then to the bindings, and return when all of that has happened."""
    key = event.key if isinstance(event, events.Key) else ""
    if key and await app._check_bindings(key, priority=True):
        return
    target = app.focused or app.screen
    chain = [node for node in target.ancestors_with_self if node is not app]
    # Textual marks what comes back to its sender as stopped; without one, only a handler stops it.
    event._sender = None
    target._forward_event(event)
    for node in chain:
        await _done(node)
        if event._stop_propagation:
            break
    else:
        if key:
            await app._check_bindings(key)
    for _ in range(_EFFECTS):
        for node in chain:
            await _done(node)


async def settle(app: App[Any], before: Collection[Worker[Any]]) -> None:
    """Let what an action started since ``before`` open its screen, dialog or text, before the next key is looked at."""
    here, target = app.screen, app.focused
    for node in (target or here, here):
        await _done(node)
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while any(not worker.is_finished for worker in app.workers if worker not in before):
                if app.screen is not here and app.screen.is_modal:
                    break
                await asyncio.sleep(_TICK)
    await _done(app.screen)


async def _done(node: DOMNode) -> None:
    """Wait until ``node`` has handled what is in its queue."""
    done = asyncio.Event()
    if node.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await done.wait()
