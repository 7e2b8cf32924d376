"""The port over a real PostgreSQL: one connection, prepared questions, one answer each.

Invariant: every argument of every statement is an identifier, a hash, a signature, a verifier or ``Sealed``; what
the server answers is checked for its shape alone, since it is verified elsewhere and believed nowhere.
Callers: workspace and cli.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import asyncpg

from vp_tui.errors import NotFoundError, VpError
from vp_tui.store import answer
from vp_tui.store.connection import connect, translated
from vp_tui.store.dsn import Target
from vp_tui.store.listen import Listener
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
from vp_tui.store.sql import blocks

__all__ = ["PostgresStore"]

# Prepared while connecting, so that neither the first save nor the first look costs a second round trip.
_PREPARED_FIRST = ("append", "delta")


class PostgresStore:
    """``Store`` for one login; see ``port`` for what each call does and raises. ``timeout`` in seconds per question."""

    def __init__(self, target: Target, login: Login, *, timeout: float = 20.0) -> None:
        self.round_trips = 0
        self._target = target
        self._login = login
        self._timeout = timeout
        self._connection: asyncpg.Connection | None = None
        self._prepared: dict[str, asyncpg.prepared_stmt.PreparedStatement] = {}
        self._turn = asyncio.Lock()

    async def open(self) -> None:
        """Connect and prepare."""
        async with self._turn:
            await self._connected()

    async def close(self) -> None:
        """Disconnect."""
        async with self._turn:
            connection, self._connection = self._connection, None
            self._prepared.clear()
            if connection is not None:
                connection.terminate()

    async def append(self, entries: Sequence[Append], attestations: Sequence[Attestation] = ()) -> int:
        """See ``Store.append``."""
        readers = [(n, member) for n, entry in enumerate(entries, 1) for member in entry.members or ()]
        rows = await self._ask(
            "append",
            [entry.raw for entry in entries],
            [entry.blob for entry in entries],
            [n for n, _ in readers],
            [member for _, member in readers],
            *_columns(attestations),
        )
        with answer.shaped():
            return answer.whole(rows[0][0])

    async def delta(self, cursor: bytes = b"", practice_seq: int = -1, limit: int = 2000) -> Delta:
        """See ``Store.delta``."""
        rows = await self._ask("delta", cursor, practice_seq, limit)
        with answer.shaped():
            found = answer.delta(rows)
        # A server that promises more and gives nothing new would be asked for ever.
        news = found.cursor != cursor and (found.entries or found.attestations)
        if found.more and not news and not any(entry.seq > practice_seq for entry in found.practice):
            raise VpError("store.malformed")
        return found

    async def heads(self) -> dict[bytes, int]:
        """See ``Store.heads``."""
        rows = await self._ask("heads")
        with answer.shaped():
            return {answer.blob(space): answer.whole(seq) for space, seq in rows}

    async def space_entries(self, space: bytes, from_seq: int = 0) -> tuple[Entry, ...]:
        """See ``Store.space_entries``."""
        rows = await self._ask("space_entries", space, from_seq)
        with answer.shaped():
            return tuple(answer.entry(row) for row in rows)

    async def practice(self, from_seq: int = 0) -> tuple[Entry, ...]:
        """See ``Store.practice``."""
        rows = await self._ask("practice", from_seq)
        with answer.shaped():
            return tuple(answer.entry(row) for row in rows)

    async def blobs(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        """See ``Store.blobs``."""
        rows = await self._ask("blobs", list(hashes))
        with answer.shaped():
            return {answer.blob(name): answer.blob(record) for name, record in rows}

    async def attest(self, attestations: Sequence[Attestation]) -> None:
        """See ``Store.attest``."""
        await self._ask("attest", *_columns(attestations))

    async def attestations(self, spaces: Sequence[bytes] | None = None) -> tuple[Attestation, ...]:
        """See ``Store.attestations``."""
        rows = await self._ask("attestations", None if spaces is None else list(spaces))
        with answer.shaped():
            return tuple(answer.attestation(row) for row in rows)

    async def shred(self, space: bytes, hashes: Sequence[bytes]) -> int:
        """See ``Store.shred``."""
        rows = await self._ask("shred", space, list(hashes))
        with answer.shaped():
            return answer.whole(rows[0][0])

    async def found(
        self, practice_id: bytes, entries: Sequence[Sealed], member: bytes, device: bytes, verifier: str
    ) -> None:
        """See ``Store.found``."""
        await self._ask("found", practice_id, list(entries), member, device, verifier)

    async def set_verifier(self, verifier: str) -> None:
        """See ``Store.set_verifier``."""
        await self._ask("set_verifier", verifier)

    async def logins(self) -> tuple[SignIn, ...]:
        """See ``Store.logins``."""
        rows = await self._ask("logins")
        with answer.shaped():
            return tuple(SignIn(str(row[0]), answer.blob(row[1]), answer.blob(row[2]), bool(row[3])) for row in rows)

    async def login_admit(self, role: str, member: bytes, device: bytes) -> None:
        """See ``Store.login_admit``."""
        await self._ask("login_admit", role, member, device)

    async def login_end(self, *, member: bytes | None = None, device: bytes | None = None) -> int:
        """See ``Store.login_end``."""
        rows = await self._ask("login_end", member, device)
        with answer.shaped():
            return answer.whole(rows[0][0])

    async def invite_open(self, invite: bytes, role: str, verifier: str, expires_ms: int, payload: Sealed) -> None:
        """See ``Store.invite_open``."""
        await self._ask("invite_open", invite, role, verifier, expires_ms, payload)

    async def invites(self) -> tuple[Invite, ...]:
        """See ``Store.invites``."""
        rows = await self._ask("invites")
        with answer.shaped():
            return tuple(answer.invite(row) for row in rows)

    async def invite_mine(self) -> MyInvite:
        """See ``Store.invite_mine``."""
        rows = await self._ask("invite_mine")
        if not rows:
            raise NotFoundError("store.unknown")
        with answer.shaped():
            return MyInvite(answer.blob(rows[0][0]), answer.invite(rows[0][1:]))

    async def invite_join(self, message: Sealed, verifier: str) -> None:
        """See ``Store.invite_join``."""
        await self._ask("invite_join", message, verifier)

    async def invite_welcome(self, invite: bytes, welcome: Sealed) -> None:
        """See ``Store.invite_welcome``."""
        await self._ask("invite_welcome", invite, welcome)

    async def invite_cancel(self, invite: bytes) -> None:
        """See ``Store.invite_cancel``."""
        await self._ask("invite_cancel", invite)

    async def propose(self, proposal: bytes, raw: Sealed) -> None:
        """See ``Store.propose``."""
        await self._ask("propose", proposal, raw)

    async def proposals(self) -> tuple[Proposal, ...]:
        """See ``Store.proposals``."""
        rows = await self._ask("proposals")
        with answer.shaped():
            return tuple(Proposal(answer.blob(row[0]), answer.blob(row[1]), answer.blob(row[2])) for row in rows)

    async def proposal_update(self, proposal: bytes, raw: Sealed, replaces: bytes) -> None:
        """See ``Store.proposal_update``."""
        await self._ask("proposal_update", proposal, raw, replaces)

    async def proposal_drop(self, proposal: bytes) -> None:
        """See ``Store.proposal_drop``."""
        await self._ask("proposal_drop", proposal)

    def listener(self) -> Listener:
        """See ``Store.listener``."""
        return Listener(self._target, self._login)

    async def _ask(self, name: str, *arguments: object) -> list[answer.Row]:
        """Send one statement; a server that was upgraded under the connection is asked once more."""
        async with self._turn:
            connection = await self._connected()
            with translated(connection):
                try:
                    return await self._fetch(connection, name, arguments)
                except asyncpg.InvalidCachedStatementError:
                    self._prepared.clear()
                    return await self._fetch(connection, name, arguments)

    async def _fetch(self, connection: asyncpg.Connection, name: str, arguments: Sequence[object]) -> list[answer.Row]:
        statement = self._prepared.get(name) or await self._prepare(connection, name)
        self.round_trips += 1
        rows: list[answer.Row] = await statement.fetch(*arguments, timeout=self._timeout)
        return rows

    async def _prepare(self, connection: asyncpg.Connection, name: str) -> asyncpg.prepared_stmt.PreparedStatement:
        self.round_trips += 1
        # The number keeps names apart: the server forgets an outdated statement later than we do.
        unique = f"{name}_{self.round_trips}"
        statement = await connection.prepare(blocks("acts")[name], name=unique, timeout=self._timeout)
        self._prepared[name] = statement
        return statement

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._prepared.clear()
            connection = await connect(self._target, self._login)
            try:
                with translated(connection):
                    for name in _PREPARED_FIRST:
                        await self._prepare(connection, name)
            except BaseException:
                connection.terminate()
                raise
            self._connection = connection
        return self._connection


def _columns(attestations: Sequence[Attestation]) -> tuple[list[bytes], list[int], list[bytes], list[bytes]]:
    return (
        [said.space for said in attestations],
        [said.seq for said in attestations],
        [said.head for said in attestations],
        [said.signature for said in attestations],
    )
