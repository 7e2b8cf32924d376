"""The conformance suite's servers: the newest PostgreSQL, the oldest, and the twin in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from tests.conftest import SERVERS, fresh_database, remove_database
from tests.store.world import World
from vp_tui.demo.server import EmbeddedServer
from vp_tui.store import scram
from vp_tui.store.memory import MemoryServer, MemoryStore
from vp_tui.store.port import Login


@dataclass
class Memory:
    founder: Login = field(default_factory=lambda: Login(scram.role_name(), scram.password()))
    server: MemoryServer = field(default_factory=MemoryServer)

    def store(self, login: Login) -> MemoryStore:
        return MemoryStore(self.server, login)


@pytest.fixture(params=["memory", "18", pytest.param("15", marks=pytest.mark.system_postgres)])
def side(request: pytest.FixtureRequest) -> EmbeddedServer | None:
    return None if request.param == "memory" else request.getfixturevalue(SERVERS[request.param])


@pytest.fixture
async def world(side: EmbeddedServer | None) -> AsyncIterator[World]:
    if side is None:
        memory = Memory()
        memory.server.founding(memory.founder.role, scram.verifier(memory.founder.password))
        yield World(memory)
    else:
        database = await fresh_database(side)
        yield World(database)
        await remove_database(database)


@pytest.fixture
async def postgres(database) -> World:
    """On PostgreSQL 18 alone."""
    return World(database)
