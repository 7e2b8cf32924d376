"""Keeping the readers of each space what they should be: grants for newcomers and new devices, rekeys after a leaving.

Invariant: a space that this member manages has, after ``run``, wraps for every active device of its members and for
nobody else. Run after each sync in which the practice log moved, and at unlock; rotate-before-write (docs/protocol.md)
is the backstop for what this has not reached yet. Called by the facade, under its mutex.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from vp_tui.errors import ConflictError
from vp_tui.protocol.writing import NewEntry, grant_entry, rekey_entry
from vp_tui.store.port import Append, Sealed
from vp_tui.workspace.audience import present_audience
from vp_tui.workspace.core import Core
from vp_tui.workspace.spaces import Kept
from vp_tui.workspace.sync import Sync

__all__ = ["Upkeep"]

_BATCH = 100
_BREATH = 50  # spaces looked at between two turns of the loop: about 10 ms


class Upkeep:
    """Compares who can read with who should."""

    def __init__(self, core: Core, sync: Sync) -> None:
        self._core = core
        self._sync = sync

    def needed(self) -> bool:
        """Whether the practice log moved since the last complete run."""
        return self._core.head.upkeep_seq < self._core.practice.seq

    async def run(self) -> int:
        """Grant and rekey what is due in the spaces that this member manages; the number of spaces changed."""
        core = self._core
        target = core.practice.seq
        changed = 0
        batch: list[tuple[bytes, Kept, list[NewEntry], list[bytes]]] = []
        for number, brief in enumerate(list(core.spaces.briefs.values())):
            if number % _BREATH == 0:
                await asyncio.sleep(0)
            if not brief.managed or brief.flaw:
                continue
            kept = core.spaces.get(brief.id)
            if kept is None or kept.lost:
                continue
            entries, members = self._due(brief.kind, kept)
            if entries:
                batch.append((brief.id, kept, entries, members))
            if len(batch) >= _BATCH:
                changed += await self._send(batch)
        changed += await self._send(batch)
        core.head.upkeep_seq = target
        core.save()
        return changed

    def _due(self, kind: str, kept: Kept) -> tuple[list[NewEntry], list[bytes]]:
        core = self._core
        members, managers = present_audience(core, kind, kept.log)
        now = core.now_ms()
        extra = set(kept.log.members) - set(members)
        stale = kept.log.must_rotate(core.practice) or kept.log.made_outside(core.practice)
        if extra or stale or set(kept.log.managers) != set(managers):
            made = rekey_entry(kept.log, core.keys, core.practice, members, managers, now, random=core.random)
            return [made], members
        wrapped = set(kept.log.wrapped)
        log = kept.log
        entries: list[NewEntry] = []
        for member in members:
            devices = {device.device_id for device in core.practice.devices_of(member)}
            if devices - wrapped:
                made = grant_entry(log, core.keys, core.practice, member, now)
                log = log.copy()
                log.apply(made.raw, core.practice, log.seq)
                entries.append(made)
        return entries, members

    async def _send(self, batch: list[tuple[bytes, Kept, list[NewEntry], list[bytes]]]) -> int:
        if not batch:
            return 0
        core = self._core
        appends = [
            Append(Sealed(entry.raw), None, tuple(members)) for _, _, entries, members in batch for entry in entries
        ]
        try:
            await core.store.append(appends)
        except ConflictError:
            # Another manager was at it at the same moment: take her entries, and look again at what is left to do.
            await self._sync.run()
            count = await self._again([space for space, _, _, _ in batch])
            batch.clear()
            return count
        for space, kept, entries, _ in batch:
            self._applied(space, kept, entries)
        core.save({space for space, _, _, _ in batch})
        count = len(batch)
        batch.clear()
        return count

    def _applied(self, space: bytes, kept: Kept, entries: Sequence[NewEntry]) -> None:
        core = self._core
        for entry in entries:
            kept.log.apply(entry.raw, core.practice, core.pinned(space))
            if entry.key:
                kept.log.adopt(entry.epoch, entry.key)
        core.spaces.adopt(space, kept)
        core.spaces.changed(space, kept, managed=core.member in kept.log.managers)

    async def _again(self, spaces: Sequence[bytes]) -> int:
        """One space at a time; a conflict now means that somebody else is doing it, which is as good."""
        core = self._core
        count = 0
        for space in spaces:
            brief, kept = core.spaces.briefs.get(space), core.spaces.get(space)
            if brief is None or kept is None:
                continue
            entries, members = self._due(brief.kind, kept)
            if not entries:
                continue
            try:
                await core.store.append([Append(Sealed(entry.raw), None, tuple(members)) for entry in entries])
            except ConflictError:
                continue
            self._applied(space, kept, entries)
            core.save({space})
            count += 1
        return count
