"""A small practice with cases, founded once and copied for every test: real server, real keys, a still clock.

Anna coordinates and is a confidant, Bo coordinates, Cas is a confidant. The cases are Anna's but for one of Cas, for
which she is the deputy. `Bench.application` opens the application as one of them; `Bench.colleague` is another process.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.conftest import Database, fresh_database, remove_database
from tests.practices import BOTH, PASSPHRASE, Practice
from vp_tui.demo.server import EmbeddedServer
from vp_tui.device.config import Identity, load
from vp_tui.device.paths import Paths, locate
from vp_tui.domain.closing import usual_aftercare
from vp_tui.domain.commands import ChangeState, CloseCase, GrantDeputy, RecordConversation, RegisterCase, WriteNote
from vp_tui.i18n import set_language
from vp_tui.protocol.bodies import Role
from vp_tui.store import admin
from vp_tui.store.dsn import resolve
from vp_tui.store.sql import schema_folder
from vp_tui.tui.app import VpApp
from vp_tui.tui.services import Settings
from vp_tui.tui.session import Session
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace

# A Monday.
TODAY = date(2026, 3, 9)
NOW_MS = int(datetime(2026, 3, 9, 10, 30, tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp() * 1000)
DAY_MS = 86_400_000


class Server(Database):
    """A database whose server can also be asked from outside it."""

    async def outside(self, query: str, *, expel: bool = False) -> None:
        """As the superuser, from another database; ``expel`` ends the connections to this one."""
        async with admin.session(resolve(self.server.admin_dsn(), {}, admin=True)) as connection:
            await connection.execute(query)
            if expel:
                await connection.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", self.target.database
                )


class StillClock:
    """Ten thirty on that Monday, until somebody moves it."""

    def __init__(self, at_ms: int = NOW_MS) -> None:
        self.at_ms = at_ms

    def now_ms(self) -> int:
        return self.at_ms

    def monotonic(self) -> float:
        return time.monotonic()


def case_id(number: int) -> bytes:
    """The same short codes in every run."""
    return bytes([number * 37 % 256, number * 101 % 256, number]) * 5 + bytes([number])


HERON, KETTLE, HARBOUR, LANTERN, COAT, CAS_CASE = (case_id(number) for number in range(1, 7))
TALK = b"talk-of-heron-01"
NOTE = b"note-of-heron-02"


@dataclass
class Bench:
    """A copy of the practice, with whoever was opened on it."""

    paths: Paths
    database: Server
    identities: dict[str, Identity]
    clock: StillClock = field(default_factory=StillClock)
    opened: list[Workspace] = field(default_factory=list)

    async def colleague(self, name: str) -> Workspace:
        """A process of this member, synced."""
        workspace = bootstrap.unlock(self.paths, self.identities[name], passphrase=PASSPHRASE, clock=self.clock)
        self.opened.append(workspace)
        await workspace.sync()
        return workspace

    @asynccontextmanager
    async def application(
        self, name: str = "anna", size: tuple[int, int] = (80, 24), first: str = "QueueScreen", **settings: Any
    ) -> AsyncIterator[Desk]:
        """The application of this member, at its list of cases, or at what it opens with (``first``)."""
        session = _Session(self.paths, load(self.paths, {}), self.identities[name], clock=self.clock)
        app = VpApp(session, Settings(**settings))
        try:
            async with app.run_test(size=size) as pilot:
                desk = Desk(app, pilot, session)
                if first == "QueueScreen":
                    await desk.until(lambda: type(app.screen).__name__ == "TodayScreen")
                    app.go("queue")
                await desk.until(lambda: type(app.screen).__name__ == first)
                await desk.until(lambda: session.connection().state == "online" and session.workspace.index_ready)
                yield desk
        finally:
            await session.lock()


class _Session(Session):
    """A session with a clock of the test's."""

    def warnings(self) -> list[str]:
        """None: the bench's clock stands still in spring, and the server's does not."""
        return []

    def __init__(self, *args: Any, clock: StillClock) -> None:
        super().__init__(*args)
        self._clock = clock

    def _open(self, identity: Identity, passphrase: str, key: bytes | None) -> Workspace:
        return bootstrap.unlock(self.paths, identity, passphrase=passphrase, clock=self._clock)


@dataclass
class Desk:
    """An application under test, with what a person sees and does."""

    app: VpApp
    pilot: Pilot[None]
    session: Session

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    @property
    def screen(self) -> Any:
        return self.app.screen

    def text(self) -> str:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def all_text(self) -> str:
        """Also what shines through around a dialog."""
        return "\n".join(
            "".join(segment.text for segment in strip).rstrip()
            for screen in self.app.screen_stack
            for strip in screen._compositor.render_strips()
        )

    async def press(self, *keys: str) -> None:
        """Keys as on a keyboard; a dialog that opened gets the moment in which it takes none."""
        for key in keys:
            await self.pilot.press(key)
            while getattr(self.app.screen, "guarding", False):
                await self.pilot.pause(0.05)
        await self.calm()

    async def type(self, text: str) -> None:
        """Text as fast as a paste would come, but as keys."""
        driver = self.app._driver
        assert driver is not None
        for char in text:
            event = events.Key("space" if char == " " else _character_to_key(char), char)
            event.set_sender(self.app)
            driver.send_message(event)
        await self.calm()

    async def calm(self) -> None:
        """Let messages and the guard of a new dialog pass."""
        await self.pilot.pause()
        while getattr(self.app.screen, "guarding", False):
            await self.pilot.pause(0.05)

    async def until(self, holds: Any) -> None:
        """Wait for something that comes by itself."""
        for _ in range(1500):
            if holds():
                break
            await self.pilot.pause(0.02)
        assert holds(), self.all_text()
        await self.calm()

    async def sees(self, *words: str) -> None:
        """Wait until all of this is on the screen, wherever its lines break."""
        wanted = [" ".join(part.split()) for part in words]
        await self.until(lambda: all(part in self.flat() for part in wanted))

    def flat(self) -> str:
        """Everything on the screens as one line, without borders."""
        return " ".join(self.all_text().replace("|", " ").split())


# -- founding it once -------------------------------------------------------------------------------------------------


@dataclass
class _Mould:
    home: Path
    database: Database


@pytest.fixture(scope="session")
def mould(embedded: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> _Mould:
    """The practice with its cases, everything closed."""
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    home = tmp_path_factory.mktemp("mould") / "home"
    home.mkdir(mode=0o700)
    return asyncio.run(_found(embedded, home))


async def _found(embedded: EmbeddedServer, home: Path) -> _Mould:
    database = await fresh_database(embedded)
    practice = Practice(locate({**os.environ, "VP_HOME": str(home)}), database)
    await practice.found()
    await practice.add("bo", BOTH, "anna")
    await practice.add("cas", int(Role.CONFIDANT), "anna", "bo")
    for workspace in practice.open.values():
        await workspace.sync()
        await workspace.acknowledge_changes()
        await workspace.close()
    clock = StillClock()
    people = {
        name: bootstrap.unlock(practice.paths, identity, passphrase=PASSPHRASE, clock=clock)
        for name, identity in practice.identities.items()
    }
    for workspace in people.values():
        await workspace.sync()
    await _fill(people, clock)
    for workspace in people.values():
        await workspace.sync()
        for row in workspace.summaries():
            workspace.seen(row.id)
        await workspace.close()
    return _Mould(home, database)


async def _fill(people: dict[str, Workspace], clock: StillClock) -> None:
    anna, cas = people["anna"], people["cas"]
    client = await anna.add_client("NRD-01", "Noorderend Logistiek")
    await anna.add_client("ZGZ-02", "Zorggroep Zilverlinde")

    async def register(who: Workspace, case: bytes, alias: str, days: int, **more: Any) -> None:
        clock.at_ms = NOW_MS - days * DAY_MS
        await who.do(RegisterCase(case, alias, "KA-TE", **more))

    await register(
        anna, HERON, "blauwe reiger", 20, client=client, natures=("OG-PE-R", "OG-PE-U"), role="RO-BE", source="VZ-PA"
    )
    clock.at_ms += DAY_MS
    await anna.do(
        RecordConversation(TALK, date(2026, 2, 18), 55, "KA-FY", "Melder ervaart dat er over haar gepraat wordt."),
        HERON,
    )
    await anna.do(ChangeState("exploring"), HERON)
    clock.at_ms += 3_600_000
    await anna.do(WriteNote(NOTE, "Zij houdt een logboek bij.\nWil nog niets ondernemen."), HERON)
    await anna.do(WriteNote(b"own-of-heron-003", "Niet te snel naar oplossingen."), HERON, "personal")
    await register(anna, KETTLE, "groene ketel", 9, client=client, natures=("OG-IN-M",), note=b"note-of-kettle-1",
                   text="Vertelt over de werkdruk.", next_action="Terugbellen", due=date(2026, 3, 6))  # fmt: skip
    await register(anna, HARBOUR, "stille haven", 5, natures=("IN-FR",))
    await anna.do(ChangeState("accepted"), HARBOUR)
    await anna.do(ChangeState("waiting", "antwoord van HR"), HARBOUR)
    await register(anna, LANTERN, "papieren lantaarn", 40, client=client, natures=("OG-DI-LE",))
    await anna.do(
        CloseCase(
            "AF-UI", date(2026, 1, 28), usual_aftercare(date(2026, 2, 21)), "EV-VO", aftercare_consent=date(2026, 1, 28)
        ),
        LANTERN,
    )
    await register(anna, COAT, "winterse jas", 90)
    await anna.do(CloseCase("AF-ZE", evaluation="EV-VO"), COAT)
    await register(cas, CAS_CASE, "lange trap", 3, note=b"note-of-stairs-1", text="Eerste gesprek gehad.",
                   next_action="Overleggen", due=date(2026, 3, 12))  # fmt: skip
    await cas.sync()
    await cas.do(GrantDeputy(anna.me.member, date(2026, 3, 6), "oral"), CAS_CASE)
    clock.at_ms = NOW_MS


async def _copied(embedded: EmbeddedServer, mould: Database) -> Server:
    """The practice's database again; rights and settings of a database are not copied with it."""
    name = f"c_{uuid4().hex[:12]}"
    await admin.create_database(resolve(embedded.admin_dsn(), {}, admin=True), name, mould.target.database)
    made = Server(embedded, embedded.admin_dsn(name), embedded.dsn(name), mould.founder)
    async with admin.session(made.admin_target) as connection:
        await connection.execute((schema_folder() / "roles.sql").read_text())
    return made


@pytest.fixture
async def bench(embedded: EmbeddedServer, mould: _Mould, tmp_path: Path) -> AsyncIterator[Bench]:
    """A copy of the practice, its server's part and its devices."""
    database = await _copied(embedded, mould.database)
    home = tmp_path / "home"
    shutil.copytree(mould.home, home)
    config = home / "config.toml"
    config.write_text(config.read_text().replace(mould.database.target.database, database.target.database))
    paths = locate({**os.environ, "VP_HOME": str(home)})
    set_language("nl")
    made = Bench(paths, database, dict(load(paths, {}).identities))
    yield made
    for workspace in made.opened:
        await workspace.close()
    await remove_database(database)
