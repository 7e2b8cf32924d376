"""The port without a server: the same acts over dictionaries, for tests that need no database.

Invariant: what ``postgres`` answers, this answers; one conformance suite runs against both. Callers: tests.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, VpError
from vp_tui.store.memory_server import Access, Account, MemoryListener, MemoryServer
from vp_tui.store.port import (
    Append,
    Attestation,
    Delta,
    Entry,
    Invite,
    Login,
    MyInvite,
    Proposal,
    Sealed,
    SignIn,
)

__all__ = ["MemoryServer", "MemoryStore"]

_LONGEST_INVITE_MS = 72 * 3600 * 1000
_CURSOR = struct.Struct(">QQB")  # since, next, phase; followed by the last key of the page before


class MemoryStore:
    """``Store`` over a ``MemoryServer``; see ``port`` for what each call does and raises."""

    def __init__(self, server: MemoryServer, login: Login) -> None:
        self.round_trips = 0
        self._server = server
        self._login = login
        self._is_open = False

    async def open(self) -> None:
        """Sign in."""
        self._server.sign_in(self._login)
        self._is_open = True

    async def close(self) -> None:
        """Sign out."""
        self._is_open = False

    async def append(self, entries: Sequence[Append], attestations: Sequence[Attestation] = ()) -> int:
        """See ``Store.append``."""
        me = await self._me()
        server = self._server
        done: list[Append] = []
        heights: dict[bytes, int] = {}
        for index, entry in sorted(enumerate(entries), key=lambda one: (one[1].space, one[1].seq)):
            if len(entry.raw) < 213 or entry.raw[:4] != b"VPL1":
                raise VpError("store.failed", state="22023")
            log = server.logs.get(entry.space, [])
            if entry.seq < len(log):
                if log[entry.seq].raw == entry.raw and server.sees(me, entry.space, entry.seq):
                    continue
                raise ConflictError("store.conflict", index=index)
            if entry.seq != heights.get(entry.space, len(log)):
                raise ConflictError("store.conflict", index=index)
            if entry.space != server.practice_id:
                access = server.access.get(entry.space, {}).get(me.member)
                may = entry.seq == 0 or entry.space in heights or (access is not None and access.ends is None)
                if not may or entry.device != me.device:
                    raise NotPermittedError("store.not_permitted")
            heights[entry.space] = entry.seq + 1
            done.append(entry)
        act = server.tick()
        for entry in done:
            self._write(me, entry, act)
        self._attest(me, attestations, act)
        return server.now_ms()

    def _write(self, me: Account, entry: Append, act: int) -> None:
        server = self._server
        name = None if entry.blob is None else sha256(entry.blob).digest()
        server.logs.setdefault(entry.space, []).append(Entry(entry.space, entry.seq, bytes(entry.raw), name))
        server.written[entry.space, entry.seq] = act
        if name is not None and entry.blob is not None:
            server.blobs[name] = bytes(entry.blob)
        access = server.access.setdefault(entry.space, {})
        if entry.seq == 0 and entry.space != server.practice_id:
            access[me.member] = Access(act, sealed=bool(entry.members) and me.member not in (entry.members or ()))
        if entry.members:
            for member, row in access.items():
                if member not in entry.members and row.ends is None and not (row.sealed and entry.seq == 0):
                    row.ends, row.since = entry.seq, act
            for member in entry.members:
                there = access.get(member)
                if there is None or there.sealed or there.ends is not None:
                    access[member] = Access(act)

    async def delta(self, cursor: bytes = b"", practice_seq: int = -1, limit: int = 2000) -> Delta:
        """See ``Store.delta``."""
        me = await self._me()
        server = self._server
        since, upto, phase, last = 0, server.clock + 1, 0, b""
        if len(cursor) >= _CURSOR.size:
            since, then, phase = _CURSOR.unpack_from(cursor)
            last = cursor[_CURSOR.size :]
            upto = then if last else upto
        practice = tuple(server.logs.get(server.practice_id, [])[practice_seq + 1 :][:limit])
        room = limit - len(practice)
        opened = {
            space
            for space, members in server.access.items()
            if (row := members.get(me.member)) is not None and not row.sealed and row.since >= since
        }
        entries: list[Entry] = []
        if phase == 0:
            for space in sorted(server.reads(me)):
                for entry in server.logs[space]:
                    fresh = space in opened or server.written[space, entry.seq] >= since
                    key = space + struct.pack(">Q", entry.seq)
                    if fresh and key > last and server.sees(me, space, entry.seq) and len(entries) < room:
                        entries.append(replace(entry, blob=server.blobs.get(entry.blob_hash or b"")))
                        last = key
            room -= len(entries)
            if room > 0:
                phase, last = 1, b""
        said: list[Attestation] = []
        if phase == 1:
            for space, device in sorted(server.attested):
                one, act = server.attested[space, device]
                visible = device != me.device and server.sees(me, space, one.seq)
                if visible and (act >= since or space in opened) and space + device > last and len(said) < room:
                    said.append(one)
                    last = space + device
            room -= len(said)
        more = room <= 0
        return Delta(
            practice=practice,
            entries=tuple(entries),
            attestations=tuple(said),
            cursor=_CURSOR.pack(since, upto, phase) + last if more else _CURSOR.pack(upto, 0, 0),
            more=more,
            server_ms=server.now_ms(),
            practice_id=server.practice_id,
        )

    async def heads(self) -> dict[bytes, int]:
        """See ``Store.heads``."""
        me = await self._me()
        spaces = self._server.reads(me) | {self._server.practice_id}
        return {
            space: max(entry.seq for entry in self._server.logs[space] if self._server.sees(me, space, entry.seq))
            for space in spaces
        }

    async def space_entries(self, space: bytes, from_seq: int = 0) -> tuple[Entry, ...]:
        """See ``Store.space_entries``."""
        me = await self._me()
        return tuple(
            replace(entry, blob=self._server.blobs.get(entry.blob_hash or b""))
            for entry in self._server.logs.get(space, [])[from_seq:]
            if self._server.sees(me, space, entry.seq)
        )

    async def practice(self, from_seq: int = 0) -> tuple[Entry, ...]:
        """See ``Store.practice``."""
        self._account("device", "joiner")
        return tuple(self._server.logs.get(self._server.practice_id, [])[from_seq:])

    async def blobs(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        """See ``Store.blobs``."""
        me = await self._me()
        named = {
            entry.blob_hash
            for space, log in self._server.logs.items()
            for entry in log
            if self._server.sees(me, space, entry.seq)
        }
        return {name: self._server.blobs[name] for name in hashes if name in named and name in self._server.blobs}

    async def attest(self, attestations: Sequence[Attestation]) -> None:
        """See ``Store.attest``."""
        self._attest(await self._me(), attestations, self._server.tick())

    def _attest(self, me: Account, attestations: Sequence[Attestation], act: int) -> None:
        for one in attestations:
            there = self._server.attested.get((one.space, me.device))
            if there is None or there[0].seq < one.seq:
                self._server.attested[one.space, me.device] = (replace(one, device=me.device), act)

    async def attestations(self, spaces: Sequence[bytes] | None = None) -> tuple[Attestation, ...]:
        """See ``Store.attestations``."""
        me = await self._me()
        return tuple(
            one
            for one, _ in self._server.attested.values()
            if (spaces is None or one.space in spaces)
            and (one.space == self._server.practice_id or one.space in self._server.reads(me))
            and self._server.sees(me, one.space, one.seq)
        )

    async def shred(self, space: bytes, hashes: Sequence[bytes]) -> int:
        """See ``Store.shred``."""
        orders = [entry.raw for entry in await self.space_entries(space) if entry.raw[5] in (20, 21)]
        if not all(any(name in raw for raw in orders) for name in hashes):
            raise NotPermittedError("store.not_permitted")
        return sum(self._server.blobs.pop(name, None) is not None for name in hashes)

    async def found(
        self, practice_id: bytes, entries: Sequence[Sealed], member: bytes, device: bytes, verifier: str
    ) -> None:
        """See ``Store.found``."""
        account = self._account("founder")
        if self._server.practice_id:
            raise ConflictError("store.used")
        self._server.practice_id = practice_id
        account.stage, account.member, account.device, account.verifier = "device", member, device, verifier
        for raw in entries:
            self._write(account, Append(raw), self._server.tick())

    async def set_verifier(self, verifier: str) -> None:
        """See ``Store.set_verifier``."""
        (await self._me()).verifier = verifier

    async def logins(self) -> tuple[SignIn, ...]:
        """See ``Store.logins``."""
        await self._me()
        return tuple(
            SignIn(role, one.member, one.device, one.active)
            for role, one in self._server.accounts.items()
            if one.stage == "device"
        )

    async def login_admit(self, role: str, member: bytes, device: bytes) -> None:
        """See ``Store.login_admit``."""
        await self._me()
        account = self._server.accounts.get(role)
        if account is None:
            raise NotFoundError("store.unknown")
        if account.stage == "joiner":
            account.stage, account.member, account.device = "device", member, device
        elif (account.member, account.device) != (member, device):
            raise ConflictError("store.used")

    async def login_end(self, *, member: bytes | None = None, device: bytes | None = None) -> int:
        """See ``Store.login_end``."""
        await self._me()
        ended = [
            one
            for one in self._server.accounts.values()
            if one.stage == "device" and one.active and (one.member == member or one.device == device)
        ]
        for one in ended:
            one.active = False
        return len(ended)

    async def invite_open(self, invite: bytes, role: str, verifier: str, expires_ms: int, payload: Sealed) -> None:
        """See ``Store.invite_open``."""
        me = await self._me()
        if invite not in self._server.invites:
            self._server.accounts[role] = Account("joiner", verifier)
            expires = min(expires_ms, self._server.now_ms() + _LONGEST_INVITE_MS)
            self._server.invites[invite] = Invite(invite, role, "open", expires, bytes(payload), None, None, me.device)

    async def invites(self) -> tuple[Invite, ...]:
        """See ``Store.invites``."""
        await self._me()
        return tuple(self._server.invites.values())

    async def invite_mine(self) -> MyInvite:
        """See ``Store.invite_mine``."""
        self._account("joiner", "device")
        for invite in self._server.invites.values():
            if invite.role == self._login.role:
                return MyInvite(self._server.practice_id, invite)
        raise NotFoundError("store.unknown")

    async def invite_join(self, message: Sealed, verifier: str) -> None:
        """See ``Store.invite_join``."""
        account = self._account("joiner")
        invite = (await self.invite_mine()).invite
        if invite.join is not None:
            raise ConflictError("store.used")
        account.verifier = verifier
        self._server.invites[invite.id] = replace(invite, state="joined", join=bytes(message))
        self._server.tick()

    async def invite_welcome(self, invite: bytes, welcome: Sealed) -> None:
        """See ``Store.invite_welcome``."""
        await self._me()
        there = self._server.invites.get(invite)
        if there is None or there.join is None:
            raise NotFoundError("store.unknown")
        self._server.invites[invite] = replace(there, state="welcomed", welcome=bytes(welcome))

    async def invite_cancel(self, invite: bytes) -> None:
        """See ``Store.invite_cancel``."""
        await self._me()
        gone = self._server.invites.pop(invite, None)
        if gone is not None and self._server.accounts[gone.role].stage == "joiner":
            del self._server.accounts[gone.role]

    async def propose(self, proposal: bytes, raw: Sealed) -> None:
        """See ``Store.propose``."""
        me = await self._me()
        there = self._server.proposals.setdefault(proposal, Proposal(proposal, bytes(raw), me.device))
        if there.raw != raw:
            raise ConflictError("store.conflict", index=0)
        self._server.tick()

    async def proposals(self) -> tuple[Proposal, ...]:
        """See ``Store.proposals``."""
        await self._me()
        return tuple(self._server.proposals.values())

    async def proposal_update(self, proposal: bytes, raw: Sealed, replaces: bytes) -> None:
        """See ``Store.proposal_update``."""
        await self._me()
        there = self._server.proposals.get(proposal)
        if there is None or sha256(there.raw).digest() not in (replaces, sha256(raw).digest()):
            raise ConflictError("store.conflict", index=0)
        self._server.proposals[proposal] = replace(there, raw=bytes(raw))
        self._server.tick()

    async def proposal_drop(self, proposal: bytes) -> None:
        """See ``Store.proposal_drop``."""
        await self._me()
        self._server.proposals.pop(proposal, None)

    def listener(self) -> MemoryListener:
        """See ``Store.listener``."""
        return MemoryListener(self._server)

    async def _me(self) -> Account:
        return self._account("device")

    def _account(self, *stages: str) -> Account:
        self.round_trips += 1
        if not self._is_open:
            self._server.sign_in(self._login)
            self._is_open = True
        account = self._server.accounts[self._login.role]
        if account.stage not in stages or not account.active:
            raise NotPermittedError("store.not_permitted")
        return account
