"""Real servers for all tests: one embedded PostgreSQL per session, one fresh database per test from a template."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from vp_tui.demo.server import EmbeddedServer
from vp_tui.store import admin, scram
from vp_tui.store.dsn import Target, resolve
from vp_tui.store.port import Login
from vp_tui.store.postgres import PostgresStore
from vp_tui.store.sql import schema_folder

TEMPLATE = "vp_template"


@dataclass
class Database:
    """A database with the schema, in which no practice has been founded; ``founder`` is ready for ``Store.found``."""

    admin_dsn: str
    dsn: str
    founder: Login
    stores: list[PostgresStore] = field(default_factory=list)

    @property
    def target(self) -> Target:
        return resolve(self.dsn, {})

    @property
    def admin_target(self) -> Target:
        return resolve(self.admin_dsn, {}, admin=True)

    def store(self, login: Login) -> PostgresStore:
        """A store that is closed at the end of the test."""
        self.stores.append(PostgresStore(self.target, login))
        return self.stores[-1]

    async def sql(self, query: str, *arguments: object) -> list[Any]:
        """As the superuser: rows of ``query``."""
        async with admin.session(self.admin_target) as connection:
            return await connection.fetch(query, *arguments)

    async def evil(self, query: str, *arguments: object) -> list[Any]:
        """As a superuser who silences the append-only trigger: what a hostile server can always do."""
        async with admin.session(self.admin_target) as connection:
            await connection.execute("set session_replication_role = replica")
            return await connection.fetch(query, *arguments)


async def fresh_database(admin_dsn: Any, dsn: Any, template: str = TEMPLATE) -> Database:
    """A database copied from ``template`` on the server whose addresses (by database name) are given."""
    name = f"t_{uuid4().hex[:12]}"
    await admin.create_database(resolve(admin_dsn("postgres"), {}, admin=True), name, template)
    founder = Login(scram.role_name(), scram.password())
    database = Database(admin_dsn(name), dsn(name), founder)
    # Rights and settings of a database are not copied with it.
    async with admin.session(database.admin_target) as connection:
        await connection.execute((schema_folder() / "roles.sql").read_text())
    await admin.open_founding(database.admin_target, founder.role, scram.verifier(founder.password))
    return database


async def remove_database(database: Database) -> None:
    for store in database.stores:
        await store.close()
    name = database.admin_target.database
    base = resolve(database.admin_dsn.replace(f"/{name}?", "/postgres?"), {}, admin=True)
    async with admin.session(base) as connection:
        await connection.execute(f"drop database {name} with (force)")


@pytest.fixture(scope="session")
def embedded() -> Iterator[EmbeddedServer]:
    """PostgreSQL 18 of the wheel, with the template database; gone at the end of the session."""
    folder = Path(tempfile.mkdtemp(prefix="vp-test-"))
    server = EmbeddedServer.open(folder, settings={"fsync": "off", "log_statement": "all"})
    try:
        asyncio.run(make_template(server.admin_dsn))
        yield server
    finally:
        server.destroy()
        shutil.rmtree(folder)


async def make_template(admin_dsn: Any) -> None:
    await admin.create_database(resolve(admin_dsn("postgres"), {}, admin=True), TEMPLATE)
    await admin.install(resolve(admin_dsn(TEMPLATE), {}, admin=True))


@pytest.fixture
async def database(embedded: EmbeddedServer) -> AsyncIterator[Database]:
    """A fresh database of this test's own."""
    made = await fresh_database(embedded.admin_dsn, embedded.dsn)
    yield made
    await remove_database(made)
