"""Opaque entries and people for the tests of the store: it looks at headers alone, so the rest is noise."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from vp_tui.store import scram
from vp_tui.store.port import Append, Attestation, Login, Sealed, Store

DATA, TOMBSTONE, SHRED = 19, 20, 21


def entry(space: bytes, seq: int, device: bytes, kind: int = DATA, body: bytes = b"") -> Sealed:
    """A header as in section 5 of the protocol, with a random signature."""
    header = (
        b"VPL1\x02" + bytes([kind]) + bytes(2) + space + seq.to_bytes(8, "big") + os.urandom(32) + bytes(8) + device
    )
    header += bytes(8) + os.urandom(32) + len(body).to_bytes(4, "big")
    return Sealed(header + body + b"\x01" + device + os.urandom(64))


@dataclass
class Person:
    """A signed-in device of a member."""

    store: Store
    login: Login
    member: bytes
    device: bytes

    def entry(self, space: bytes, seq: int, kind: int = DATA, body: bytes = b"") -> Sealed:
        return entry(space, seq, self.device, kind, body)

    def says(self, space: bytes, seq: int) -> Attestation:
        return Attestation(self.device, space, seq, os.urandom(32), os.urandom(64))

    async def create(self, *members: bytes, length: int = 2) -> bytes:
        """A space of ``length`` entries, each with a record; its readers are ``members``, or this one alone."""
        space = os.urandom(16)
        await self.store.append(
            [
                Append(
                    self.entry(space, seq), Sealed(os.urandom(300)), (members or (self.member,)) if seq == 0 else None
                )
                for seq in range(length)
            ]
        )
        return space


@dataclass
class World:
    """A server of either kind, and the practice on it. ``server`` has ``store(login)`` and ``founder``."""

    server: Any
    practice: bytes = b""

    async def founder(self) -> Person:
        """The practice, founded."""
        self.practice, member, device = (os.urandom(16) for _ in range(3))
        login = Login(self.server.founder.role, scram.password())
        store = self.server.store(self.server.founder)
        genesis = entry(self.practice, 0, device, kind=1)
        await store.found(self.practice, [genesis], member, device, scram.verifier(login.password))
        await store.close()
        return Person(self.server.store(login), login, member, device)

    async def invite(self, by: Person, *, hours: float = 72) -> tuple[bytes, Login]:
        """An invitation and the login that its code gives."""
        invite, login = os.urandom(16), Login(scram.role_name(), scram.password())
        now_ms = (await by.store.delta()).server_ms
        expires_ms = now_ms + int(hours * 3_600_000)
        verifier = scram.verifier(login.password)
        await by.store.invite_open(invite, login.role, verifier, expires_ms, Sealed(b"payload"))
        return invite, login

    async def join(self, by: Person, member: bytes | None = None) -> Person:
        """A further member, or a further device of one."""
        invite, code = await self.invite(by)
        joiner = self.server.store(code)
        login, device = Login(code.role, scram.password()), os.urandom(16)
        await joiner.invite_join(Sealed(b"keys"), scram.verifier(login.password))
        await joiner.close()
        member = member or os.urandom(16)
        await by.store.login_admit(login.role, member, device)
        await by.store.invite_welcome(invite, Sealed(b"welcome"))
        return Person(self.server.store(login), login, member, device)
