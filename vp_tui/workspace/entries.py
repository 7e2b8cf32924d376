"""From a record to entries: sealed and signed on the newest verified log, appended, and applied once they are there.

Invariant: a log moves on only after the server took the entry, by the same ``SpaceLog.apply`` as everybody else's; what
is built meanwhile stands on a copy. A space that is made, or rekeyed, gets the readers that ``audience`` names, and
nobody else. Called by ``write`` and ``readers``, under the mutex.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vp_tui.domain.act import Event, Meta
from vp_tui.domain.record import Record, decode_record
from vp_tui.errors import IntegrityError, RetryableError
from vp_tui.protocol.bodies import Role
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import NewEntry, create_space, data_entry, rekey_entry
from vp_tui.store.port import Append, Attestation, Sealed
from vp_tui.workspace.audience import first_audience, present_audience
from vp_tui.workspace.core import Core
from vp_tui.workspace.spaces import Kept
from vp_tui.workspace.sync import Sync

__all__ = ["ATTEMPTS", "Built", "Entries", "Target"]

ATTEMPTS = 8
"""How often an act that lost its place in a space is built anew before the person is told."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a command goes: the space, its kind, and the case it belongs to (case_notes) or ``b""``."""

    space: bytes
    kind: str
    ref: bytes = b""


@dataclass(slots=True)
class Built:
    """Signed entries of one act, ready to be appended, and what applying them to the log needs."""

    space: bytes
    entries: list[NewEntry] = field(default_factory=list)
    appends: list[Append] = field(default_factory=list)
    record: Record | None = None
    meta: Meta | None = None
    attestation: Attestation | None = None


class Entries:
    """Builds, appends and applies."""

    def __init__(self, core: Core, sync: Sync) -> None:
        self._core = core
        self._sync = sync

    def build(self, target: Target, record_id: bytes, plaintext: bytes) -> Built:
        """A record, on a log that is made or rekeyed first if that is needed."""
        built = Built(target.space)
        return self.seal(built, self.writable(built, target), record_id, plaintext)

    def writable(self, built: Built, target: Target) -> SpaceLog:
        """The log to write on: made if the space is new, rekeyed first if a device that holds the key was revoked, or
        if who made the key has left.

        RetryableError ``rekey-first`` where only somebody else may do so.
        """
        core = self._core
        kept = core.spaces.get(target.space)
        if kept is None or kept.log.seq < 0:
            members, managers = first_audience(core, target.kind)
            made = create_space(
                core.keys, core.practice, target.space, members, managers, core.now_ms(), random=core.random
            )
            return self.stack(built, SpaceLog(target.space), made, members)
        must = kept.log.must_rotate(core.practice)
        if not must and not kept.log.made_outside(core.practice):
            return kept.log
        if not kept.log.may_manage(core.practice, core.member):
            if must:
                raise RetryableError("rekey-first")
            return kept.log
        members, managers = present_audience(core, target.kind, kept.log)
        return self.rekey(built, kept.log, members, managers or [core.member])

    def rekey(self, built: Built, log: SpaceLog, members: Sequence[bytes], managers: Sequence[bytes]) -> SpaceLog:
        """A new key for exactly these members, stacked on ``log``."""
        core = self._core
        made = rekey_entry(log, core.keys, core.practice, members, managers, core.now_ms(), random=core.random)
        return self.stack(built, log.copy(), made, members)

    def stack(self, built: Built, log: SpaceLog, entry: NewEntry, readers: Sequence[bytes]) -> SpaceLog:
        """The log with an entry about readers on top, which goes to the server with the list of them."""
        log.apply(entry.raw, self._core.practice, self._core.pinned(built.space))
        if entry.key:
            log.adopt(entry.epoch, entry.key)
        self._add(built, entry, Append(Sealed(entry.raw), None, tuple(readers)))
        return log

    def seal(self, built: Built, log: SpaceLog, record_id: bytes, plaintext: bytes) -> Built:
        """The record as the next entry of ``log``, which is left as it is."""
        core = self._core
        record = decode_record(plaintext)
        entry = data_entry(log, core.keys, core.practice, record_id, 1, plaintext, core.now_ms(), core.random)
        self._add(built, entry, Append(Sealed(entry.raw), Sealed(entry.blob)))
        built.record = record
        built.meta = Meta(
            by=core.member,
            device=core.keys.device_id,
            at_ms=record.at,
            record=record_id,
            coordinator=bool(core.me.roles & Role.COORDINATOR),
            manager=core.member in log.managers,
        )
        return built

    def _add(self, built: Built, entry: NewEntry, append: Append) -> None:
        built.entries.append(entry)
        built.appends.append(append)
        built.attestation = self._sync.attestation(built.space, entry.seq, entry.head)

    def after(self, built: Built, log: SpaceLog) -> SpaceLog:
        """A copy of ``log`` with the entry that was sealed last on top, to stack another one on."""
        log = log.copy()
        log.apply(built.entries[-1].raw, self._core.practice, self._core.pinned(built.space))
        return log

    async def append(self, batch: Iterable[Built]) -> None:
        """All of it in one round trip, or nothing. ConflictError, RetryableError and others of the store."""
        # A batch may write several records to one space; what is attested is the last.
        batch = list(batch)
        seen = {built.space: built.attestation for built in batch if built.attestation is not None}
        await self._core.store.append([append for built in batch for append in built.appends], list(seen.values()))

    def apply(self, built: Built) -> None:
        """Take up what the server took: log, keys, state, brief."""
        core = self._core
        kept = core.spaces.get(built.space) or Kept(SpaceLog(built.space))
        for entry in built.entries:
            if entry.seq <= kept.log.seq:
                continue
            kept.log.apply(entry.raw, core.practice, core.pinned(built.space))
            if entry.key and core.member in kept.log.members:
                kept.log.adopt(entry.epoch, entry.key)
        core.spaces.adopt(built.space, kept)
        if built.record is not None and built.meta is not None and built.meta.record not in kept.seen:
            core.spaces.fold(built.space, kept, built.record, built.meta)
        said = built.attestation.seq if built.attestation is not None else None
        if core.member not in kept.log.members:
            # Her own act took her off: what she writes last is the last that she keeps.
            core.spaces.drop(built.space, kept)
            return
        core.spaces.changed(built.space, kept, managed=core.member in kept.log.managers, own=True, attested=said)

    async def catch_up(self, space: bytes) -> list[Event]:
        """Take what others wrote, everywhere; returns their events in this space. IntegrityError if it was stopped."""
        theirs: list[Event] = []
        self._sync.folded = lambda where, record: theirs.extend(record.events) if where == space else None
        try:
            await self._sync.run()
            brief = self._core.spaces.briefs.get(space)
            if brief is not None and brief.flaw:
                raise IntegrityError(brief.flaw, space)
        finally:
            self._sync.folded = None
        return theirs
