"""From what the server says to verified state: one delta, verified entry by entry, opened, folded, pinned, attested.

Invariants: the practice log is verified before any space that refers to it; what fails stops that space alone, with a
finding, and leaves what was verified before usable; pins move only after the cache was written. Work is done in slices
of a few milliseconds, so that a screen on the same loop stays fluent. Called by the facade and the connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from vp_tui.domain.act import Meta
from vp_tui.domain.record import Record, decode_record
from vp_tui.errors import IntegrityError, NotPermittedError, UpgradeError
from vp_tui.protocol.bodies import Role
from vp_tui.protocol.entry import link
from vp_tui.protocol.findings import Finding, from_error
from vp_tui.protocol.freshness import Attestation as Attested
from vp_tui.protocol.freshness import attest, check_attestation, check_pin
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.sealing import open_record
from vp_tui.protocol.space import Applied, DataRef, SpaceLog
from vp_tui.store.port import Attestation, Delta, Entry
from vp_tui.workspace.core import Core
from vp_tui.workspace.opening import check_opening
from vp_tui.workspace.spaces import KINDS, Kept
from vp_tui.workspace.views import Notice, Progress

__all__ = ["Sync"]

_SLICE = 24  # entries verified between two breaths of the loop: about 10 ms
_ATTEST = 2000


class Sync:
    """Brings the verified state up to the server's. ``run`` is called under the core's mutex."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._checked_heads = False
        self.folded: Callable[[bytes, Record], None] | None = None

    async def run(self, progress: Progress | None = None) -> set[bytes]:
        """One complete sync; returns the ids of spaces that changed. RetryableError when the server is away."""
        core = self._core
        changed: set[bytes] = set()
        attested: dict[tuple[bytes, bytes], Attestation] = {}
        done = 0
        started = core.clock.monotonic()
        while True:
            delta = await core.store.delta(core.head.cursor, core.practice.seq)
            if done == 0:
                core.status.rtt_ms = (core.clock.monotonic() - started) * 1000
            core.status.clock_skew_ms = delta.server_ms - core.clock.now_ms()
            moved = await self._page(delta)
            changed |= moved
            core.announce(moved)
            for one in delta.attestations:
                attested[(one.device, one.space)] = one
            core.head.cursor = delta.cursor
            core.save(moved)
            done += len(delta.entries)
            if progress is not None:
                progress(done, done + (1 if delta.more else 0))
            if not delta.more:
                break
        if not self._checked_heads:
            moved = await self._check_heads()
            changed |= moved
            core.announce(moved)
            self._checked_heads = True
        await self._compare(list(attested.values()))
        await self._attest(changed)
        core.status.last_sync_ms = core.clock.now_ms()
        core.tell(Notice("status"))
        return changed

    # verifying -------------------------------------------------------------------------------------------------------
    async def _page(self, delta: Delta) -> set[bytes]:
        moved: set[bytes] = set()
        if self._practice(delta.practice):
            moved.add(self._core.identity.practice)
        budget = _SLICE
        for space, entries in groupby(delta.entries, key=lambda entry: entry.space):
            if space == self._core.identity.practice:
                continue
            rows = list(entries)
            if await self.take(space, rows):
                moved.add(space)
            budget -= len(rows)
            if budget <= 0:
                await asyncio.sleep(0)
                budget = _SLICE
        return moved

    def _practice(self, entries: Sequence[Entry]) -> bool:
        """Advance the practice log. A practice log that does not verify stops everything: all else stands on it."""
        core = self._core
        before = core.practice.seq
        for entry in entries:
            if entry.seq <= core.practice.seq:
                continue
            try:
                change = core.practice.apply(entry.raw)
                pin = core.pins.get(core.identity.practice)
                if pin is not None and core.practice.seq == pin.seq:
                    check_pin(core.practice, pin)
                if change.seq == 0 and core.practice.genesis != core.genesis:
                    core.practice = PracticeLog()
                    raise IntegrityError("genesis-mismatch", core.identity.practice, 0)
            except IntegrityError as error:
                core.found(from_error(error))
                raise
            core.head.changes.append(change)
        return core.practice.seq > before

    async def take(self, space: bytes, entries: Sequence[Entry]) -> bool:
        """Verify and fold entries of one space; True when it moved on. Violations become findings."""
        core = self._core
        kept = core.spaces.get(space) or Kept(SpaceLog(space))
        if kept.lost and any(entry.seq > kept.log.seq for entry in entries):
            # Taken off once and given back: what was forgotten is read again, from the first entry.
            kept, entries = Kept(SpaceLog(space)), await core.store.space_entries(space, 0)
        try:
            fresh = await self._fresh(space, kept.log, entries)
        except IntegrityError as error:
            self._stop(space, kept, error)
            return False
        if not fresh:
            if kept.flaw and entries:
                self._healed(space, kept)
                self._settle(space, kept)
            return False
        before = kept.log.seq
        try:
            applied, problem = kept.log.advance([e.raw for e in fresh], core.practice, core.pinned(space))
        except UpgradeError:
            # A colleague can write such a thing, by accident or on purpose; it stops this space and no other.
            applied, problem = [], IntegrityError("unknown-kind", space, before + 1)
        try:
            pin = core.pins.get(space)
            if pin is not None and before < pin.seq <= kept.log.seq:
                check_pin(kept.log, pin)
            opened = kept.log.open_keys(core.keys)
        except IntegrityError as error:
            problem, opened = problem or error, []
        blobs = {entry.seq: entry.blob for entry in fresh}
        if opened and kept.closed:
            await self._reopen(space, kept, before)
        self._open_all(space, kept, applied, blobs)
        if not any(kept.log.keys) and not self._given(kept.log):
            # Shown by the server, never given to this member (a contact request that she wrote down is not hers to
            # read either): nothing of it is kept, least of all a pin.
            return False
        if kept.log.seq > before:
            if kept.flaw:
                self._healed(space, kept)
            self._settle(space, kept)
        if problem is not None:
            self._stop(space, kept, problem)
        return kept.log.seq > before

    def _given(self, log: SpaceLog) -> bool:
        """Whether the key was ever meant for this member, if only for another of her devices."""
        devices = self._core.practice.devices
        return any(devices[one].member_id == self._core.member for one in log.wrapped)

    async def _fresh(self, space: bytes, log: SpaceLog, entries: Sequence[Entry]) -> list[Entry]:
        """The entries above the log, without a gap; those below it must be the ones that were verified before."""
        fresh: list[Entry] = []
        for entry in entries:
            if entry.seq > log.seq:
                fresh.append(entry)
            elif link(entry.raw) != log.head_at(entry.seq):
                raise IntegrityError("rewritten", space, entry.seq)
        if fresh and fresh[0].seq != log.seq + 1:
            fresh = list(await self._core.store.space_entries(space, log.seq + 1))
        return fresh

    def _open_all(
        self, space: bytes, kept: Kept, applied: Sequence[Applied], blobs: Mapping[int, bytes | None]
    ) -> None:
        gone = {blob_hash for one in applied for blob_hash in one.gone}
        for one in applied:
            if one.data is not None and one.data.blob_hash not in gone:
                self._open(space, kept, one, one.data, blobs.get(one.data.seq))

    def _open(self, space: bytes, kept: Kept, one: Applied, ref: DataRef, blob: bytes | None) -> None:
        core = self._core
        roles = core.practice.members[one.member_id].roles_at(one.entry.practice_seq)
        try:
            opened = open_record(kept.log, ref, blob)
            record = decode_record(opened.plaintext)
            meta = Meta(
                by=one.member_id,
                device=ref.signer,
                at_ms=record.at,
                record=opened.record_id,
                coordinator=bool(roles & Role.COORDINATOR),
                manager=one.manager,
            )
            if kept.state is None or not kept.state.opened:
                check_opening(record, space, ref.seq, meta, core.member, KINDS)
            core.spaces.fold(space, kept, record, meta)
        except NotPermittedError:
            kept.closed.append(ref)
            return
        except (IntegrityError, UpgradeError) as error:
            # Told again at each connection, until it opens: what is left out must not be left out silently.
            kind = error.kind if isinstance(error, IntegrityError) else "unknown-kind"
            core.found(Finding(kind, space, ref.seq))
            kept.closed.append(ref)
            return
        if self.folded is not None:
            self.folded(space, record)

    async def _reopen(self, space: bytes, kept: Kept, last: int) -> None:
        """Records that did not open, because their key or blob came later: fold everything up to ``last`` anew.

        In the order of the log, since an event means nothing, or something else, after those that followed it.
        """
        rows = [entry for entry in await self._core.store.space_entries(space, 0) if entry.seq <= last]
        log, again = SpaceLog(space), Kept(kept.log)
        applied, _ = log.advance([entry.raw for entry in rows], self._core.practice, last)
        if log.seq != last or log.head != kept.log.head_at(last):
            return
        self._open_all(space, again, applied, {entry.seq: entry.blob for entry in rows})
        if len(again.closed) < len(kept.closed):
            kept.state, kept.seen, kept.closed = again.state, again.seen, again.closed

    def _settle(self, space: bytes, kept: Kept) -> None:
        core = self._core
        core.spaces.adopt(space, kept)
        if core.member in kept.log.members:
            core.spaces.changed(space, kept, managed=core.member in kept.log.managers)
        else:
            core.spaces.drop(space, kept)

    def _stop(self, space: bytes, kept: Kept, problem: IntegrityError) -> None:
        core = self._core
        core.found(Finding(problem.kind, space, problem.seq))
        brief = core.spaces.briefs.get(space)
        if brief is not None:
            kept.flaw = brief.flaw = problem.kind
            core.spaces.adopt(space, kept)

    def _healed(self, space: bytes, kept: Kept) -> None:
        """The server gives again what was verified here before: the space goes on, and is no longer reported."""
        core = self._core
        pin = core.pins.get(space)
        if pin is not None and kept.log.head_at(pin.seq) != pin.head:
            return
        for key in [key for key in core.findings if key[:2] == (kept.flaw, space)]:
            del core.findings[key]
        core.status.findings = len(core.findings)
        kept.flaw = ""

    # freshness -------------------------------------------------------------------------------------------------------
    async def _check_heads(self) -> set[bytes]:
        """Once per connection: is anything shorter than this device has seen, or longer than the delta said?"""
        core = self._core
        heads = await core.store.heads()
        moved: set[bytes] = set()
        for space, seq in heads.items():
            brief = core.spaces.briefs.get(space)
            known = brief.seq if brief is not None else -1
            flawed = brief is not None and bool(brief.flaw)
            if space != core.identity.practice and (flawed or seq > known):
                # What was stopped is compared again from its first entry: a server that gives it back is believed.
                rows = await core.store.space_entries(space, 0 if flawed else known + 1)
                if rows and await self.take(space, rows):
                    moved.add(space)
            kept = core.spaces.get(space) if brief is not None and brief.closed else None
            if kept is not None and not kept.lost:
                await self._reopen(space, kept, kept.log.seq)
                self._settle(space, kept)
        core.save(moved)
        for space, pin in core.pins.items():
            found = heads.get(space)
            if found is None and not self._lost(space):
                self._shorter("space-missing", space, pin.seq)
            elif found is not None and (found < pin.seq or self._short(space, pin.seq)):
                self._shorter("rollback", space, pin.seq)
        core.save()
        return moved

    def _shorter(self, kind: str, space: bytes, seq: int) -> None:
        kept = None if space == self._core.identity.practice else self._core.spaces.get(space)
        if kept is not None:
            self._stop(space, kept, IntegrityError(kind, space, seq))
        else:
            self._core.found(Finding(kind, space, seq))

    def _short(self, space: bytes, pinned: int) -> bool:
        """Whether less was verified than was pinned, whatever the server says it has; not asked where it is known."""
        if space == self._core.identity.practice:
            return self._core.practice.seq < pinned
        brief = self._core.spaces.briefs.get(space)
        return brief is None or (not brief.flaw and brief.seq < pinned)

    def _lost(self, space: bytes) -> bool:
        kept = None if space == self._core.identity.practice else self._core.spaces.get(space)
        return kept is not None and kept.lost

    async def _compare(self, attestations: Sequence[Attestation]) -> None:
        core = self._core
        for one in attestations:
            error = self._compare_one(one)
            if error is not None and error.kind == "longer-elsewhere":
                # The attestation may be newer than the page it came with: look once more before alarming anybody.
                rows = await core.store.space_entries(one.space, self._seq(one.space) + 1)
                if one.space == core.identity.practice:
                    self._practice(rows)
                else:
                    await self.take(one.space, rows)
                core.save({one.space})
                error = self._compare_one(one)
            if error is not None:
                core.found(Finding(error.kind, one.space, one.seq))

    def _seq(self, space: bytes) -> int:
        if space == self._core.identity.practice:
            return self._core.practice.seq
        kept = self._core.spaces.get(space)
        return kept.log.seq if kept is not None else -1

    def _compare_one(self, one: Attestation) -> IntegrityError | None:
        core = self._core
        kept = core.spaces.get(one.space)
        log: SpaceLog | PracticeLog | None = kept.log if kept is not None else None
        if one.space == core.identity.practice:
            log = core.practice
        if log is None or (kept is not None and (kept.lost or kept.flaw)):
            return None
        try:
            check_attestation(log, Attested(one.device, one.space, one.seq, one.head, one.signature), core.practice)
        except IntegrityError as error:
            return error
        return None

    async def _attest(self, changed: set[bytes]) -> None:
        """Say, signed, how far this device has seen what changed; one round trip, none when nothing changed."""
        core = self._core
        batch: list[Attestation] = []
        for space in changed:
            made = self.attestation(space)
            if made is not None:
                batch.append(made)
        for start in range(0, len(batch), _ATTEST):
            await core.store.attest(batch[start : start + _ATTEST])
            self.attested(batch[start : start + _ATTEST])
        if batch:
            core.save()

    def attestation(self, space: bytes, seq: int | None = None, head: bytes = b"") -> Attestation | None:
        """An attestation for the space's head (or for the entry about to be appended), if it would say more."""
        core = self._core
        brief, pin = core.spaces.briefs.get(space), core.pins.get(space)
        if space == core.identity.practice:
            known = core.head.practice_attested
        else:
            known = brief.attested if brief is not None else -1
            if seq is None and (brief is None or (not brief.kind and self._lost(space))):
                return None
        if seq is None:
            # The pin is the highest entry that was verified here; asking the log would load every space that moved.
            seq, head = (pin.seq, pin.head) if pin is not None else (-1, b"")
        if seq <= known:
            return None
        made = attest(core.keys, core.identity.practice, space, seq, head)
        return Attestation(made.device_id, made.space, made.seq, made.head, made.signature)

    def attested(self, batch: Sequence[Attestation]) -> None:
        """Remember what was attested; the audit asks the server for it again."""
        core = self._core
        for one in batch:
            if one.space == core.identity.practice:
                core.head.practice_attested = one.seq
            else:
                core.spaces.said(one.space, one.seq)
