"""Putting a practice back onto a server, from what a member had exported: for the administrator, who sees no content.

Invariant: one transaction, alone, as the owner of the schema; what is missing is inserted, nothing that is there is
changed, and nothing is believed here: the caller has verified every entry. Callers: workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import asyncpg

from vp_tui.errors import ConflictError, UsageError
from vp_tui.store.admin import change
from vp_tui.store.dsn import Target
from vp_tui.store.port import Attestation, Entry, Login, SignIn
from vp_tui.store.scram import verifier
from vp_tui.store.sql import blocks

__all__ = ["Access", "Restored", "Rows", "restore"]

_ROWS, _BYTES = 1000, 8 * 1024 * 1024

Rows = Callable[[], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Access:
    """A member's place in a space, by the log up to ``upto``; ``sealed`` and ``ends`` as in vp.access."""

    space: bytes
    member: bytes
    upto: int
    sealed: bool
    ends: int | None


@dataclass(frozen=True, slots=True)
class Restored:
    """How many entries and records were missing, and the spaces that were left as they are since they differ."""

    entries: int
    records: int
    differing: tuple[bytes, ...]


async def restore(
    target: Target,
    practice: bytes,
    rows: Rows,
    access: Sequence[Access],
    attestations: Sequence[Attestation],
    login: Login,
    owner: SignIn,
    others: Sequence[SignIn],
    *,
    force: bool = False,
) -> Restored:
    """Insert what is missing: the practice log, spaces, records, attestations, access; and make ``login`` work again.

    ``rows`` is asked more than once. ``owner`` is the device of ``login``; ``others`` are noted as ended. UsageError
    restore-foreign when another practice lives there; ConflictError restore-differs (n) when a space there has another
    entry in a place of one of these, unless ``force`` leaves such spaces out; the practice log may never differ.
    """
    async with change(target) as connection:
        await connection.execute(_sql("become_owner", "admin"))
        await connection.execute(_sql("open_tables"))
        if await connection.fetchval(_sql("practice"), practice) != practice:
            raise UsageError("restore-foreign")
        differing = await _differing(connection, rows)
        if differing and (not force or practice in differing):
            raise ConflictError("restore-differs", n=len(differing))
        entries, records = await _insert(connection, rows, differing)
        await connection.fetchval(_sql("destroyed"))
        said = [one for one in attestations if one.space not in differing]
        await connection.execute(
            _sql("attestations"),
            [one.device for one in said],
            [one.space for one in said],
            [one.seq for one in said],
            [one.head for one in said],
            [one.signature for one in said],
        )
        known = [one for one in access if one.space not in differing]
        await connection.execute(
            _sql("access"),
            [one.space for one in known],
            [one.member for one in known],
            [one.upto for one in known],
            [one.sealed for one in known],
            [one.ends for one in known],
        )
        await connection.execute(_sql("founders"))
        await connection.execute(_sql("login"), login.role, owner.member, owner.device, verifier(login.password))
        await connection.execute(
            _sql("others"),
            [one.role for one in others],
            [one.member for one in others],
            [one.device for one in others],
        )
        await connection.execute(_sql("close_tables"))
        await connection.execute(_sql("wake"))
    return Restored(entries, records, tuple(sorted(differing)))


async def _differing(connection: asyncpg.Connection, rows: Rows) -> set[bytes]:
    found: set[bytes] = set()
    for batch in _batches(rows()):
        raws = [row.raw for row in batch]
        for (space,) in await connection.fetch(_sql("differ"), *_places(batch), raws):
            found.add(space)
    return found


async def _insert(connection: asyncpg.Connection, rows: Rows, differing: set[bytes]) -> tuple[int, int]:
    entries = records = 0
    for batch in _batches(row for row in rows() if row.space not in differing):
        named = [row.blob_hash for row in batch]
        entries += await connection.fetchval(_sql("entries"), *_places(batch), [row.raw for row in batch], named)
        records += await connection.fetchval(_sql("blobs"), [row.blob for row in batch if row.blob is not None])
    return entries, records


def _places(batch: Sequence[Entry]) -> tuple[list[bytes], list[int]]:
    return [row.space for row in batch], [row.seq for row in batch]


def _batches(rows: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row.raw) + len(row.blob or b"")
        if len(batch) >= _ROWS or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _sql(name: str, file: str = "restore") -> str:
    return blocks(file)[name]
