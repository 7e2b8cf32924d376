"""From a command to an appended record: decide, keep in the outbox, append, and win or lose the race honestly.

Invariants: what a person saved is durable here (sealed, in the outbox) before it is sent, and stays until its record is
in the verified log or is given back to her as a draft, together with what she decided on top of it. One act is one
record and one round trip, in the order of the acts. A lost race is rebased silently only where the domain says that
both changes commute. Called by the facade, under its mutex.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from vp_tui.domain.act import Event, Meta
from vp_tui.domain.commands import AskContact
from vp_tui.domain.rebase import commutes
from vp_tui.domain.record import Record, decode_record, encode_record
from vp_tui.domain.space import fold_all
from vp_tui.errors import ConflictError, RetryableError, VpError
from vp_tui.protocol.bodies import Role
from vp_tui.store.port import Attestation
from vp_tui.workspace.acts import decide, target
from vp_tui.workspace.contacts import Contacts
from vp_tui.workspace.core import Core
from vp_tui.workspace.covers import Covers
from vp_tui.workspace.entries import ATTEMPTS, Built, Entries, Target
from vp_tui.workspace.outbox import Outbox, Waiting
from vp_tui.workspace.readers import MOVING, Readers
from vp_tui.workspace.spaces import State
from vp_tui.workspace.sync import Sync
from vp_tui.workspace.views import Act, Notice, Progress, Receipt

__all__ = ["Done", "Writer"]

_BATCH = 150


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was accepted, with what an undoing needs: the state before it, and what was recorded."""

    receipt: Receipt
    place: Target
    before: State | None = None
    events: Sequence[Event] = ()


class Writer:
    """Turns commands into records. ``returned`` is told what waited and was refused, and why, for a draft of it."""

    def __init__(self, core: Core, sync: Sync, outbox: Outbox, returned: Callable[[Waiting, VpError], None]) -> None:
        self._core = core
        self._returned = returned
        self._entries = Entries(core, sync)
        self._readers = Readers(core, self._entries)
        self._contacts = Contacts(core, self._entries)
        self._covers = Covers(core, self._readers)
        self.outbox = outbox
        self._commands: dict[bytes, tuple[Target, list[Any]]] = {}
        for item in outbox.items:
            self._overlay(item)
        core.status.pending = len(outbox.items)

    # one act ---------------------------------------------------------------------------------------------------------
    async def do(self, command: Any, case: bytes | None = None, layer: str = "dossier") -> Done:
        """Decide, keep, append. Domain errors before anything is kept; offline means a receipt with ``sent`` False.

        What moves keys (``readers.MOVING``) needs the server: RetryableError without it.
        """
        core = self._core
        if isinstance(command, AskContact):
            return Done(await self._ask(command), Target(command.request, "contact_request"))
        place = target(core, command, case, layer)
        before = core.spaces.state(place.space)
        if isinstance(command, MOVING):
            return Done(await self._move(place, command), place, before)
        item = self._keep(place, [command])
        sent = True
        try:
            # What waits here came first: this may have been decided on it.
            await self.flush(place.space, item)
        except RetryableError:
            core.tell(Notice("status"))
            sent = False
            self._tell(item.space, item.ref)
        return Done(Receipt(item.space, item.record_id, sent), place, before, decode_record(item.record).events)

    async def _ask(self, command: AskContact) -> Receipt:
        """Sealed before it is kept, also here: what waits for the server is ciphertext that this member cannot open."""
        batch = self._contacts.sealed(command)
        request = batch[0].space
        item = self.outbox.add_sealed(
            self._core.random(16), request, [append for built in batch for append in built.appends], self._now()
        )
        self._core.status.pending = len(self.outbox.items)
        own = self._contacts.own(batch)
        try:
            await self._send_sealed(item, [built.attestation for built in own if built.attestation is not None])
        except RetryableError:
            self._core.tell(Notice("status"))
            return Receipt(request, item.record_id, sent=False)
        self._contacts.keep(own)
        self._core.tell(Notice("contacts"))
        return Receipt(request, item.record_id, sent=True)

    async def _send_sealed(self, item: Waiting, attestations: Sequence[Attestation] = ()) -> None:
        # Never given back: nobody here could read it. What is refused stays, and is tried again at each connection.
        await self._core.store.append(item.appends(), attestations)
        self._arrived(item)

    async def _move(self, place: Target, command: Any) -> Receipt:
        if any(item.space == place.space for item in self.outbox.items):
            await self.flush(place.space)
        receipt = await self._readers.do(place, command)
        self._tell(receipt.space)
        return receipt

    def _now(self) -> int:
        return self._core.clock.now_ms()

    def _keep(self, place: Target, commands: list[Any]) -> Waiting:
        core = self._core
        events = decide(core, place, commands)
        record = encode_record(core.now_ms(), events)
        item = self.outbox.add(core.random(16), place.space, place.kind, place.ref, record, self._now())
        self._commands[item.record_id] = (place, commands)
        self._overlay(item)
        core.status.pending = len(self.outbox.items)
        return item

    def _overlay(self, item: Waiting) -> None:
        if item.sealed:
            return
        core = self._core
        record = decode_record(item.record)
        core.spaces.overlay.setdefault(item.space, []).append((list(record.events), self._meta(item, record)))
        core.spaces.moved()
        if item.kind == "case_notes":
            core.spaces.notes_of.setdefault(item.ref, item.space)
        elif item.kind == "personal":
            core.spaces.personal = core.spaces.personal or item.space

    def _lift(self, item: Waiting) -> None:
        rows = self._core.spaces.overlay.get(item.space, [])
        rows[:] = [row for row in rows if row[1].record != item.record_id]
        if not rows:
            self._core.spaces.overlay.pop(item.space, None)
        self._core.spaces.moved()

    def _give_back(self, item: Waiting) -> None:
        self._lift(item)
        self.outbox.drop(item)
        self._commands.pop(item.record_id, None)
        self._core.status.pending = len(self.outbox.items)

    async def flush(self, space: bytes | None = None, mine: Waiting | None = None) -> None:
        """Send what waits, oldest first; of one ``space`` or all. What is refused is given back, and with it what came
        after it and does not commute with it: that was decided on what never came to be. Raises RetryableError, and
        what ``mine`` is refused with."""
        lost: dict[bytes, list[Event]] = {}
        for item in [each for each in self.outbox.items if space in (None, each.space)]:
            try:
                await (self._send_sealed(item) if item.sealed else self._send(item, lost.get(item.space, ())))
            except RetryableError:
                raise
            except VpError as error:
                if item.sealed:
                    continue
                lost.setdefault(item.space, []).extend(decode_record(item.record).events)
                self._give_back(item)
                if item is mine:
                    raise
                self._returned(item, error)
            self._tell(item.space, item.ref)
        if space is None:
            self._tell(*await self._covers.run())

    async def _send(self, item: Waiting, lost: Sequence[Event]) -> None:
        await self._covers.end(item.space)
        for _ in range(ATTEMPTS):
            kept = self._core.spaces.get(item.space)
            if kept is not None and item.record_id in kept.seen:
                self._arrived(item)
                return
            stands = not lost or commutes(lost, decode_record(item.record).events)
            if not stands or (kept is not None and self._void(item, kept.state)):
                raise ConflictError("changed-elsewhere")
            built = self._entries.build(Target(item.space, item.kind, item.ref), item.record_id, item.record)
            try:
                await self._entries.append([built])
            except ConflictError:
                await self._rebase(item)
                continue
            # One sync to the disk for both: the pin moves and the record leaves the outbox.
            with self._core.local.state.transaction():
                self._arrived(item)
                self._entries.apply(built)
                self._core.save({item.space})
            return
        raise RetryableError("too-busy")

    def _void(self, item: Waiting, state: State | None) -> bool:
        """Whether something of it would be passed over on top of what was verified meanwhile: while it waited, somebody
        changed what it is about, and a sync took that in before it could lose a race."""
        if state is None:
            return False
        record = decode_record(item.record)
        return fold_all(state, record.events, self._meta(item, record)).anomalies > state.anomalies

    def _meta(self, item: Waiting, record: Record) -> Meta:
        core = self._core
        coordinator = bool(core.me.roles & Role.COORDINATOR)
        return Meta(core.member, core.keys.device_id, record.at, item.record_id, coordinator)

    def _arrived(self, item: Waiting) -> None:
        if item in self.outbox.items:
            self._give_back(item)

    async def _rebase(self, item: Waiting) -> None:
        """Somebody was first: take what she wrote, and put ours on top, or say that both touch the same thing."""
        theirs = await self._entries.catch_up(item.space)
        mine = list(decode_record(item.record).events)
        kept = self._core.spaces.get(item.space)
        if (kept is not None and item.record_id in kept.seen) or commutes(theirs, mine):
            return
        known = self._commands.get(item.record_id)
        if known is None:
            raise ConflictError("changed-elsewhere")
        place, commands = known
        self._lift(item)
        item.record = encode_record(self._core.now_ms(), decide(self._core, place, commands))
        self._overlay(item)

    # many acts -------------------------------------------------------------------------------------------------------
    async def many(self, acts: Sequence[Act], progress: Progress | None) -> list[Receipt]:
        """Acts of one member in batches of one round trip; for filling a practice, where nobody else is writing.

        Not kept in the outbox: when a batch fails nothing of it was written, its state is dropped, the error rises.
        """
        core = self._core
        receipts: list[Receipt] = []
        batch: list[Built] = []
        try:
            for number, act in enumerate(acts, 1):
                core.at_ms = act.at_ms
                if isinstance(act.command, (AskContact, *MOVING)):
                    await self._send_batch(batch)
                    receipts.append((await self.do(act.command, act.case, act.layer)).receipt)
                    continue
                built = self._build_many(act)
                self._entries.apply(built)
                batch.append(built)
                receipts.append(Receipt(built.space, built.meta.record if built.meta else b"", sent=True))
                if len(batch) >= _BATCH:
                    await self._send_batch(batch)
                    if progress is not None:
                        progress(number, len(acts))
                    await asyncio.sleep(0)
            await self._send_batch(batch)
        finally:
            core.at_ms = None
        if progress is not None:
            progress(len(acts), len(acts))
        self._tell(*{receipt.space for receipt in receipts})
        return receipts

    def _build_many(self, act: Act) -> Built:
        core = self._core
        place = target(core, act.command, act.case, act.layer)
        plaintext = encode_record(core.now_ms(), decide(core, place, [act.command]))
        built = self._entries.build(place, core.random(16), plaintext)
        if place.kind == "case_notes":
            core.spaces.notes_of[place.ref] = place.space
        return built

    async def _send_batch(self, batch: list[Built]) -> None:
        if not batch:
            return
        core = self._core
        try:
            await self._entries.append(batch)
        except VpError:
            core.spaces.reload()
            raise
        core.save({built.space for built in batch})
        batch.clear()

    def _tell(self, *spaces: bytes) -> None:
        self._core.announce(filter(None, spaces))
