"""What a server holds and decides, in dictionaries: the other side of ``memory``. Callers: memory, tests."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from vp_tui.errors import LockedError, NotPermittedError
from vp_tui.store.port import Append, Attestation, Entry, Invite, Login, Proposal, Sealed
from vp_tui.store.scram import matches

__all__ = ["Access", "Account", "MemoryListener", "MemoryServer"]


@dataclass(slots=True)
class Account:
    """A row of vp.login, with the verifier that PostgreSQL keeps elsewhere."""

    stage: str
    verifier: str
    member: bytes = b""
    device: bytes = b""
    active: bool = True


@dataclass(slots=True)
class Access:
    """A row of vp.access; ``since`` is the act that wrote it, ``ends`` the last entry that is still sent."""

    since: int
    sealed: bool = False
    ends: int | None = None


@dataclass(slots=True)
class MemoryServer:
    """The tables. ``clock`` numbers the acts that write, as transaction ids do."""

    practice_id: bytes = b""
    clock: int = 0
    accounts: dict[str, Account] = field(default_factory=dict)
    logs: dict[bytes, list[Entry]] = field(default_factory=dict)
    written: dict[tuple[bytes, int], int] = field(default_factory=dict)
    blobs: dict[bytes, bytes] = field(default_factory=dict)
    access: dict[bytes, dict[bytes, Access]] = field(default_factory=dict)
    attested: dict[tuple[bytes, bytes], tuple[Attestation, int]] = field(default_factory=dict)
    invites: dict[bytes, Invite] = field(default_factory=dict)
    proposals: dict[bytes, Proposal] = field(default_factory=dict)
    listeners: list[MemoryListener] = field(default_factory=list)

    def founding(self, role: str, verifier: str) -> None:
        """A login that may found the practice, as ``admin.open_founding`` makes it."""
        self.accounts[role] = Account("founder", verifier)

    def sign_in(self, login: Login) -> None:
        """LockedError for a wrong password or an unknown role, NotPermittedError for an ended login."""
        account = self.accounts.get(login.role)
        if account is None or not matches(login.password, account.verifier):
            raise LockedError("store.wrong_password")
        if not account.active:
            raise NotPermittedError("store.login_ended")

    def reads(self, me: Account) -> set[bytes]:
        """The spaces whose entries this account is sent; the practice log is not among them."""
        return {
            space
            for space, members in self.access.items()
            if (row := members.get(me.member)) is not None and not row.sealed
        }

    def sees(self, me: Account, space: bytes, seq: int) -> bool:
        """The policy of vp.entry."""
        row = self.access.get(space, {}).get(me.member)
        if space == self.practice_id or row is None:
            return space == self.practice_id
        own = not row.sealed or Append(Sealed(self.logs[space][seq].raw)).device == me.device
        return own and (row.ends is None or seq <= row.ends)

    def tick(self) -> int:
        """The number of an act that writes; wakes whoever listens."""
        self.clock += 1
        for listener in self.listeners:
            listener.hint.set()
        return self.clock

    def now_ms(self) -> int:
        """The server's clock."""
        return time.time_ns() // 1_000_000


class MemoryListener:
    """``Wakeups`` without a pause between answers, since nobody can hammer a dictionary."""

    def __init__(self, server: MemoryServer) -> None:
        self.hint = asyncio.Event()
        self._server = server

    async def __aenter__(self) -> Self:
        self._server.listeners.append(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.listeners.remove(self)

    async def wait(self, timeout: float | None = None, *, fruitful: bool = True) -> bool:  # noqa: ASYNC109
        """See ``Wakeups.wait``."""
        try:
            async with asyncio.timeout(timeout):
                await self.hint.wait()
        except TimeoutError:
            return False
        self.hint.clear()
        return True
