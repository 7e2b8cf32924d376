"""Real servers for all tests: one embedded PostgreSQL per session, one fresh database per test from a template."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from vp_tui.demo import server as demo_server
from vp_tui.demo.server import EmbeddedServer
from vp_tui.store import admin, scram
from vp_tui.store.dsn import Target, resolve
from vp_tui.store.port import Login
from vp_tui.store.postgres import PostgresStore
from vp_tui.store.sql import schema_folder

TEMPLATE = "vp_template"
SETTINGS = {"fsync": "off", "log_statement": "all"}
SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")
SERVERS = {"18": "embedded", "16": "embedded_16", "15": "system_15"}


@dataclass
class Database:
    """A database with the schema, in which no practice has been founded; ``founder`` is ready for ``Store.found``."""

    server: EmbeddedServer
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


async def fresh_database(server: EmbeddedServer) -> Database:
    """A database copied from the template of ``server``."""
    name = f"t_{uuid4().hex[:12]}"
    await admin.create_database(resolve(server.admin_dsn(), {}, admin=True), name, TEMPLATE)
    founder = Login(scram.role_name(), scram.password())
    database = Database(server, server.admin_dsn(name), server.dsn(name), founder)
    # Rights and settings of a database are not copied with it.
    async with admin.session(database.admin_target) as connection:
        await connection.execute((schema_folder() / "roles.sql").read_text())
    await admin.open_founding(database.admin_target, founder.role, scram.verifier(founder.password))
    return database


async def remove_database(database: Database) -> None:
    for store in database.stores:
        await store.close()
    async with admin.session(resolve(database.server.admin_dsn(), {}, admin=True)) as connection:
        await connection.execute(f"drop database {database.target.database} with (force)")


@pytest.fixture(scope="session")
def embedded() -> Iterator[EmbeddedServer]:
    """PostgreSQL 18 of the wheel, with the template database; gone at the end of the session."""
    yield from with_template(lambda folder: EmbeddedServer.open(folder, settings=SETTINGS))


@pytest.fixture(scope="session")
def embedded_16() -> Iterator[EmbeddedServer]:
    """PostgreSQL 16 of the wheel, likewise."""
    yield from with_template(lambda folder: EmbeddedServer.open(folder, version=16, settings=SETTINGS))


@pytest.fixture(scope="session")
def system_15() -> Iterator[EmbeddedServer]:
    """The system's PostgreSQL 15, in a cluster of our own; skipped where it is not installed."""
    if not SYSTEM_15.is_dir():
        pytest.skip("no PostgreSQL 15 in this system")
    yield from with_template(start_system_15)


def start_system_15(folder: Path) -> EmbeddedServer:
    cluster = demo_server._place(folder)
    server = EmbeddedServer(folder, cluster, demo_server._socket_folder(cluster), SYSTEM_15, demo_server._account())
    server._make(SETTINGS)
    server._pg_ctl("start")
    return server


def with_template(start: Callable[[Path], EmbeddedServer]) -> Iterator[EmbeddedServer]:
    folder = Path(tempfile.mkdtemp(prefix="vp-test-"))
    server = start(folder)
    try:
        asyncio.run(make_template(server.admin_dsn))
        yield server
    finally:
        server.destroy()
        shutil.rmtree(folder)


async def make_template(admin_dsn: Callable[[str], str]) -> None:
    await admin.create_database(resolve(admin_dsn("postgres"), {}, admin=True), TEMPLATE)
    await admin.install(resolve(admin_dsn(TEMPLATE), {}, admin=True))


@pytest.fixture
async def database(embedded: EmbeddedServer) -> AsyncIterator[Database]:
    """A fresh database of this test's own."""
    made = await fresh_database(embedded)
    yield made
    await remove_database(made)


@pytest.fixture(params=["18", "16", pytest.param("15", marks=pytest.mark.system_postgres)])
def any_server(request: pytest.FixtureRequest) -> EmbeddedServer:
    """Every PostgreSQL there is, one after the other."""
    server: EmbeddedServer = request.getfixturevalue(SERVERS[request.param])
    return server


@pytest.fixture
async def any_database(any_server: EmbeddedServer) -> AsyncIterator[Database]:
    """A fresh database on each of them."""
    made = await fresh_database(any_server)
    yield made
    await remove_database(made)
