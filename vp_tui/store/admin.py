"""Setting a server up and bringing it up to date: what an administrator does once, and after each release.

Invariant: forward only, one transaction, one at a time, and never on a server whose applied migrations differ from
ours. The administrator is trusted with availability alone, so nothing here touches or shows content.
Callers: cli, demo, tests.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from vp_tui.errors import ConflictError, NotPermittedError, UpgradeError, UsageError
from vp_tui.store.checkup import Finding, check
from vp_tui.store.connection import session
from vp_tui.store.dsn import Target
from vp_tui.store.sql import blocks, migrations, schema_folder, schema_version

__all__ = [
    "OLDEST_SERVER",
    "Finding",
    "Status",
    "change",
    "check",
    "create_database",
    "install",
    "open_founding",
    "session",
    "settle",
    "status",
    "upgrade",
]

OLDEST_SERVER = 15
# Replaced as a whole at each upgrade; only tables migrate.
_REPLACED = ("functions.sql", "membership.sql", "policies.sql")


@dataclass(frozen=True, slots=True)
class Status:
    """A server's state. ``schema_version`` is 0 where nothing is installed; counts are None for whom sees no rows."""

    server_version: str
    schema_version: int
    latest_version: int
    size_bytes: int
    connections: int
    tls: bool
    founded: bool | None = None
    entries: int | None = None
    spaces: int | None = None
    blobs: int | None = None
    logins: int | None = None
    invitations: int | None = None


async def create_database(target: Target, name: str, template: str = "template1") -> None:
    """A new database (name and template: letters, digits, underscores), unless it exists."""
    if not (name.replace("_", "").isalnum() and template.replace("_", "").isalnum()):
        raise UsageError("server.database_name")
    async with session(target) as connection:
        if not await connection.fetchval("select exists (select from pg_database where datname = $1)", name):
            await connection.execute(f'create database "{name}" template "{template}"')


async def install(target: Target) -> None:
    """Roles, schema, functions and policies in an empty database.

    Raises ConflictError("server.installed"), UpgradeError("server.old_server"),
    NotPermittedError("server.admin_rights").
    """
    async with change(target) as connection:
        if await connection.fetchval(_sql("has_schema")):
            raise ConflictError("server.installed")
        await connection.execute(_file("roles.sql"))
        await connection.execute(_sql("become_owner"))
        for name in ("schema.sql", *_REPLACED):
            await connection.execute(_file(name))
        for path in migrations():
            await connection.execute(_sql("record"), int(path.name[:4]), path.name, _checksum(path.read_bytes()))


async def upgrade(target: Target, *, dry_run: bool = False) -> tuple[str, ...]:
    """Apply the missing migrations and replace functions, policies and rights. Returns the migrations' names.

    Raises UsageError("store.foreign") where nothing is installed, UpgradeError("server.newer") and
    UpgradeError("server.history", name=…) when an applied migration is not the one of this release.
    """
    async with change(target) as connection:
        missing = await _missing(connection)
        if not dry_run:
            await connection.execute(_file("roles.sql"))
            await connection.execute(_sql("become_owner"))
            for path in missing:
                await connection.execute(path.read_text(encoding="utf-8"))
                await connection.execute(_sql("record"), int(path.name[:4]), path.name, _checksum(path.read_bytes()))
            for name in _REPLACED:
                await connection.execute(_file(name))
    return tuple(path.name for path in missing)


async def open_founding(target: Target, role: str, verifier: str) -> None:
    """The one login that may found the practice, for 72 hours; replaces an unused earlier one.

    Raises ConflictError("store.used") when the practice has been founded.
    """
    async with change(target) as connection:
        await connection.execute(_sql("become_owner"))
        await connection.fetchval(_sql("open_founding"), role, verifier)


async def status(target: Target) -> Status:
    """What is there, in numbers."""
    async with session(target) as connection:
        row = await connection.fetchrow(_sql("status"))
        installed = await connection.fetchval(_sql("has_schema"))
        applied = await connection.fetch(_sql("applied")) if installed else []
        counts = await connection.fetchrow(_sql("counts")) if installed and row["sees_rows"] else None
    return Status(
        server_version=row["server_version"],
        schema_version=applied[-1]["version"] if applied else 0,
        latest_version=schema_version(),
        size_bytes=row["size_bytes"],
        connections=row["connections"],
        tls=row["tls"],
        **(dict(counts) if counts else {}),
    )


async def settle(target: Target) -> None:
    """Statistics after a bulk load; until the server has its own, a page of a delta costs seconds."""
    async with session(target) as connection:
        await connection.execute(_sql("settle"))


@asynccontextmanager
async def change(target: Target) -> AsyncIterator[asyncpg.Connection]:
    """One transaction, alone, on a server that is new enough."""
    async with session(target) as connection:
        if (version := await connection.fetchval(_sql("server_version"))) < OLDEST_SERVER * 10000:
            raise UpgradeError("server.old_server", version=version // 10000, wanted=OLDEST_SERVER)
        try:
            async with connection.transaction():
                await connection.execute(_sql("one_at_a_time"))
                yield connection
        except asyncpg.InsufficientPrivilegeError:
            raise NotPermittedError("server.admin_rights") from None


async def _missing(connection: asyncpg.Connection) -> tuple[Path, ...]:
    applied = await connection.fetch(_sql("applied"))
    ours = migrations()
    if len(applied) > len(ours):
        raise UpgradeError("server.newer", version=applied[-1]["version"])
    for row, path in zip(applied, ours, strict=False):
        if (row["name"], row["checksum"]) != (path.name, _checksum(path.read_bytes())):
            raise UpgradeError("server.history", name=path.name)
    return ours[len(applied) :]


def _sql(name: str) -> str:
    return blocks("admin")[name]


def _file(name: str) -> str:
    return (schema_folder() / name).read_text(encoding="utf-8")


def _checksum(migration: bytes) -> bytes:
    return hashlib.sha256(migration).digest()
