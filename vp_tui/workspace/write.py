"""From a command to an appended record: decide, seal, keep in the outbox, append, and win or lose the race honestly.

Invariants: what a person saved is durable here (sealed, in the outbox) before it is sent, and stays until its record is
in the verified log or is given back to her as a draft. One act is one record and one round trip. A lost race is
rebased silently only where the domain says that both changes commute. Called by the facade, under its mutex.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from vp_tui.domain import space as rules
from vp_tui.domain.act import Event, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import GrantDeputy, HandOver, OpenNotes, RegisterCase, RegisterClient, RemoveDeputy
from vp_tui.domain.rebase import commutes
from vp_tui.domain.record import Record, decode_record, encode_record
from vp_tui.errors import (
    ConflictError,
    IntegrityError,
    NotFoundError,
    NotPermittedError,
    RetryableError,
    UsageError,
    VpError,
)
from vp_tui.protocol.bodies import Role
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import NewEntry, create_space, data_entry, grant_entry, rekey_entry
from vp_tui.store.port import Append, Attestation, Sealed
from vp_tui.workspace.core import Core
from vp_tui.workspace.outbox import Outbox, Waiting
from vp_tui.workspace.spaces import Kept
from vp_tui.workspace.sync import Sync
from vp_tui.workspace.views import Act, Notice, Progress, Receipt

__all__ = ["Target", "Writer", "living", "managers_for", "members_for"]

_ATTEMPTS = 8
_BATCH = 150
_UNCARRIED = ("contact_request", "contact_status")


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


def members_for(core: Core, kind: str) -> list[bytes]:
    """Who is a member of a new space of this kind (protocol, section 2)."""
    if kind == "client":
        return sorted({core.member, *core.members_with(Role.CONFIDANT | Role.COORDINATOR)})
    return [core.member]


def managers_for(core: Core, kind: str) -> list[bytes]:
    """Who may grant and rekey a new space of this kind."""
    return core.members_with(Role.COORDINATOR) if kind == "client" else [core.member]


def living(core: Core, members: Sequence[bytes]) -> list[bytes]:
    """Those of the members who still are members of the practice."""
    active = {member.member_id for member in core.practice.active_members()}
    return sorted(set(members) & active)


class Writer:
    """Turns commands into records."""

    def __init__(self, core: Core, sync: Sync, outbox: Outbox) -> None:
        self._core = core
        self._sync = sync
        self.outbox = outbox
        self._commands: dict[bytes, tuple[Target, list[Any]]] = {}
        for item in outbox.items:
            self._overlay(item)
        core.status.pending = len(outbox.items)

    # where and what --------------------------------------------------------------------------------------------------
    def target(self, command: Any, case: bytes | None, layer: str) -> Target:
        """The space for a command. NotFoundError for an unknown case, IntegrityError for one that was stopped,
        UsageError ``not-yet-here`` for an act whose keys this version does not move."""
        core = self._core
        kind = rules.kind_of(command)
        if kind in _UNCARRIED or isinstance(command, HandOver):
            raise UsageError("not-yet-here")
        if isinstance(command, RegisterCase):
            return Target(command.case, "case")
        if isinstance(command, RegisterClient):
            core.require_coordinator()
            return Target(command.client, "client")
        if kind == "practice":
            return Target(core.practice_space, "practice")
        if kind == "personal":
            return Target(core.spaces.personal or core.random(16), "personal")
        if case is None:
            raise NotFoundError("case-not-found")
        state = core.spaces.state(case)
        if state is None:
            raise NotFoundError("case-not-found")
        brief = core.spaces.briefs.get(case)
        if brief is not None and brief.flaw:
            raise IntegrityError(brief.flaw, case)
        if layer == "personal" or kind == "case_notes":
            if not isinstance(state, CaseState) or state.owner != core.member:
                raise NotPermittedError("owner-only")
            return Target(core.spaces.notes_of.get(case) or core.random(16), "case_notes", case)
        if kind == "client":
            core.require_coordinator()
        return Target(case, kind)

    def _decide(self, target: Target, commands: Sequence[Any]) -> list[Event]:
        state = self._core.spaces.state(target.space)
        about = target.ref or target.space
        if target.kind == "case" and state is None:
            # Not there yet: its client is in the command.
            about = next((command.client for command in commands if isinstance(command, RegisterCase)), None) or b""
        if state is None and target.kind == "case_notes":
            commands = [OpenNotes(target.ref), *commands]
        return rules.decide_all(state, commands, self._core.context(about))

    # one act ---------------------------------------------------------------------------------------------------------
    async def do(self, command: Any, case: bytes | None = None, layer: str = "dossier") -> Receipt:
        """Decide, keep, append. Domain errors before anything is kept; offline means a receipt with ``sent`` False."""
        target = self.target(command, case, layer)
        if isinstance(command, GrantDeputy | RemoveDeputy):
            return await self._change_readers(target, command)
        item = self._keep(target, [command])
        try:
            await self._send(item)
        except RetryableError:
            self._core.tell(Notice("status"))
            self._tell(item.space, item.ref)
            return Receipt(item.space, item.record_id, sent=False)
        except VpError:
            self._give_back(item)
            raise
        self._tell(item.space, item.ref)
        return Receipt(item.space, item.record_id, sent=True)

    def _keep(self, target: Target, commands: list[Any]) -> Waiting:
        core = self._core
        events = self._decide(target, commands)
        record = encode_record(core.now_ms(), events)
        item = self.outbox.add(core.random(16), target.space, target.kind, target.ref, record, core.clock.now_ms())
        self._commands[item.record_id] = (target, commands)
        self._overlay(item)
        core.status.pending = len(self.outbox.items)
        return item

    def _overlay(self, item: Waiting) -> None:
        core = self._core
        record = decode_record(item.record)
        meta = Meta(by=core.member, device=core.keys.device_id, at_ms=record.at, record=item.record_id)
        core.spaces.overlay.setdefault(item.space, []).append((list(record.events), meta))
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

    async def flush(self) -> list[tuple[Waiting, VpError]]:
        """Send what waits, oldest first. Returns what was refused, for the facade to keep as drafts."""
        refused: list[tuple[Waiting, VpError]] = []
        for item in list(self.outbox.items):
            try:
                await self._send(item)
            except RetryableError:
                raise
            except VpError as error:
                self._give_back(item)
                refused.append((item, error))
            self._tell(item.space, item.ref)
        return refused

    async def _send(self, item: Waiting) -> None:
        for _ in range(_ATTEMPTS):
            kept = self._core.spaces.get(item.space)
            if kept is not None and item.record_id in kept.seen:
                self._arrived(item)
                return
            built = self._build(item, kept)
            try:
                await self._append([built])
            except ConflictError:
                await self._rebase(item)
                continue
            # One sync to the disk for both: the pin moves and the record leaves the outbox.
            with self._core.local.state.transaction():
                self._arrived(item)
                self._apply(built)
                self._core.save({item.space})
            return
        raise RetryableError("too-busy")

    def _arrived(self, item: Waiting) -> None:
        if item in self.outbox.items:
            self._give_back(item)

    async def _rebase(self, item: Waiting) -> None:
        """Somebody was first: take what she wrote, and put ours on top, or say that both touch the same thing."""
        theirs = await self._catch_up(item.space)
        mine = list(decode_record(item.record).events)
        kept = self._core.spaces.get(item.space)
        if (kept is not None and item.record_id in kept.seen) or commutes(theirs, mine):
            return
        known = self._commands.get(item.record_id)
        if known is None:
            raise ConflictError("changed-elsewhere")
        target, commands = known
        self._lift(item)
        events = self._decide(target, commands)
        item.record = encode_record(self._core.now_ms(), events)
        self._overlay(item)

    async def _catch_up(self, space: bytes) -> list[Event]:
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

    # entries ---------------------------------------------------------------------------------------------------------
    def _build(self, item: Waiting, kept: Kept | None) -> Built:
        built = Built(item.space)
        log = self._writable(built, item.space, item.kind, kept)
        return self._seal(built, log, item.record_id, item.record)

    def _seal(self, built: Built, log: SpaceLog, record_id: bytes, plaintext: bytes) -> Built:
        core = self._core
        record = decode_record(plaintext)
        entry = data_entry(log, core.keys, core.practice, record_id, 1, plaintext, core.now_ms(), core.random)
        built.entries.append(entry)
        built.appends.append(Append(Sealed(entry.raw), Sealed(entry.blob)))
        built.record = record
        built.meta = Meta(by=core.member, device=core.keys.device_id, at_ms=record.at, record=record_id)
        built.attestation = self._sync.attestation(built.space, entry.seq, entry.head)
        return built

    def _writable(self, built: Built, space: bytes, kind: str, kept: Kept | None) -> SpaceLog:
        """The log to write on: made if the space is new, rekeyed first if a device that holds the key was revoked."""
        core = self._core
        now = core.now_ms()
        if kept is None or kept.log.seq < 0:
            members, managers = members_for(core, kind), managers_for(core, kind)
            made = create_space(core.keys, core.practice, space, members, managers, now, random=core.random)
            return self._stack(built, SpaceLog(space), made, members)
        if not kept.log.must_rotate(core.practice):
            return kept.log
        if not kept.log.may_manage(core.practice, core.member):
            raise RetryableError("rekey-first")
        members = living(core, list(kept.log.members))
        managers = living(core, list(kept.log.managers)) or [core.member]
        made = rekey_entry(kept.log, core.keys, core.practice, members, managers, now, random=core.random)
        return self._stack(built, kept.log.copy(), made, members)

    def _stack(self, built: Built, log: SpaceLog, entry: NewEntry, members: Sequence[bytes]) -> SpaceLog:
        core = self._core
        log.apply(entry.raw, core.practice, core.pinned(built.space))
        if entry.key:
            log.adopt(entry.epoch, entry.key)
        built.entries.append(entry)
        built.appends.append(Append(Sealed(entry.raw), None, tuple(members)))
        return log

    async def _append(self, batch: Sequence[Built]) -> None:
        # A batch may write several records to one space; what is attested is the last.
        seen = {built.space: built.attestation for built in batch if built.attestation is not None}
        await self._core.store.append([append for built in batch for append in built.appends], list(seen.values()))

    def _apply(self, built: Built) -> None:
        core = self._core
        kept = core.spaces.get(built.space) or Kept(SpaceLog(built.space))
        for entry in built.entries:
            if entry.seq <= kept.log.seq:
                continue
            kept.log.apply(entry.raw, core.practice, core.pinned(built.space))
            if entry.key:
                kept.log.adopt(entry.epoch, entry.key)
        core.spaces.adopt(built.space, kept)
        if built.record is not None and built.meta is not None and built.meta.record not in kept.seen:
            core.spaces.fold(built.space, kept, built.record, built.meta)
        said = built.attestation.seq if built.attestation is not None else None
        core.spaces.changed(built.space, kept, managed=core.member in kept.log.managers, own=True, attested=said)

    # readers of a case -----------------------------------------------------------------------------------------------
    async def _change_readers(self, target: Target, command: GrantDeputy | RemoveDeputy) -> Receipt:
        """Grant or end a deputy: the record and the keys in one append. Needs the server: RetryableError offline."""
        core = self._core
        if any(item.space == target.space for item in self.outbox.items):
            await self.flush()
        for _ in range(_ATTEMPTS):
            kept = core.spaces.get(target.space)
            state = core.spaces.state(target.space)
            if kept is None or not isinstance(state, CaseState):
                raise NotFoundError("case-not-found")
            events = self._decide(target, [command])
            plaintext = encode_record(core.now_ms(), events)
            built = Built(target.space)
            log = self._writable(built, target.space, target.kind, kept).copy()
            now = core.now_ms()
            if isinstance(command, GrantDeputy):
                members = sorted({*log.members, command.member})
                made = grant_entry(log, core.keys, core.practice, command.member, now)
            else:
                members = [core.member]
                made = rekey_entry(log, core.keys, core.practice, members, members, now, random=core.random)
            log = self._stack(built, log, made, members)
            record_id = core.random(16)
            self._seal(built, log, record_id, plaintext)
            try:
                await self._append([built])
            except ConflictError:
                await self._catch_up(target.space)
                continue
            self._apply(built)
            core.save({target.space})
            self._tell(target.space, b"")
            return Receipt(target.space, record_id, sent=True)
        raise RetryableError("too-busy")

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
                if isinstance(act.command, GrantDeputy | RemoveDeputy):
                    await self._send_batch(batch)
                    receipts.append(
                        await self._change_readers(self.target(act.command, act.case, act.layer), act.command)
                    )
                    continue
                built = self._build_many(act)
                self._apply(built)
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
        self._tell(*{built.space for built in batch})
        return receipts

    def _build_many(self, act: Act) -> Built:
        core = self._core
        target = self.target(act.command, act.case, act.layer)
        events = self._decide(target, [act.command])
        plaintext = encode_record(core.now_ms(), events)
        built = Built(target.space)
        log = self._writable(built, target.space, target.kind, core.spaces.get(target.space))
        if target.kind == "case_notes":
            core.spaces.notes_of[target.ref] = target.space
        return self._seal(built, log, core.random(16), plaintext)

    async def _send_batch(self, batch: list[Built]) -> None:
        if not batch:
            return
        core = self._core
        try:
            await self._append(batch)
        except VpError:
            core.spaces.reload()
            raise
        core.save({built.space for built in batch})
        batch.clear()

    def _tell(self, *spaces: bytes) -> None:
        core = self._core
        cases: set[bytes] = set()
        for space in filter(None, spaces):
            brief = core.spaces.briefs.get(space)
            kind = brief.kind if brief is not None else "case"
            if kind in ("client", "personal", "practice"):
                core.tell(Notice({"client": "clients", "personal": "views", "practice": "members"}[kind]))
            else:
                cases.add(brief.ref if brief is not None and kind == "case_notes" else space)
        if cases:
            core.tell(Notice("cases", frozenset(cases)))
