"""What everything is measured on: one embedded server, a practice in it, and the same content in clear tables.

Anna has ``cases`` cases of ``notes`` notes each, made through the product's own ``do_many``; Bo has as many as make
``synced`` entries, for the first sync. The twin holds what Anna sees. Names, texts and days come from a fixed seed.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import asyncpg

from tests.practices import BOTH, PASSPHRASE, Practice
from vp_tui.demo.aliases import aliases
from vp_tui.demo.practice import CLIENTS
from vp_tui.demo.server import EmbeddedServer
from vp_tui.demo.shape import Noted, Talk
from vp_tui.demo.stories import WRITTEN
from vp_tui.device.config import load
from vp_tui.device.paths import Paths, locate
from vp_tui.domain.commands import RegisterCase, WriteNote
from vp_tui.store import admin
from vp_tui.store.dsn import resolve
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.views import Act

__all__ = ["FIRST", "LAST", "Ground", "Size", "prepare"]

FIRST, LAST = "eerste bij", "laatste bij"
"""Aliases of the cases that are due first and last: the ends of Anna's queue."""

_SEED = 7
_SENTENCES = tuple(
    " ".join(sentence.split())
    for story in WRITTEN
    for moment in story.moments
    if isinstance(moment, Talk | Noted)
    for sentence in moment.text.split(". ")
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to measure on. ``rows``: of the long list; ``repeat``: how often each thing is measured."""

    cases: int
    notes: int
    synced: int
    rows: int
    repeat: int


@dataclass
class Database:
    """What ``Practice`` wants to know of a database."""

    admin_dsn: str
    dsn: str


@dataclass
class Ground:
    """The practice and its twin. ``home`` is its VP_HOME; identities are ``anna`` and ``bo``, both of a demo."""

    home: Path
    server: EmbeddedServer
    size: Size

    @property
    def paths(self) -> Paths:
        return locate({**os.environ, "VP_HOME": str(self.home)})

    @property
    def socket(self) -> Path:
        """The server's Unix socket."""
        return self.server.sockets / ".s.PGSQL.5432"

    @property
    def twin_dsn(self) -> str:
        """Where the twin's application signs in, as itself and with a password like ours."""
        return self.server.dsn("twin").replace("postgresql://", "postgresql://twin:twin@", 1)

    def unlock(self, name: str, host: Path | None = None) -> Workspace:
        """An unlocked workspace; ``host`` is the folder of another road to the same server (see ``road``)."""
        identity = load(self.paths, {}).identities[name]
        if host is not None:
            identity = identity._replace(dsn=f"postgresql:///vp?host={host}")
        return bootstrap.unlock(self.paths, identity, passphrase=PASSPHRASE)

    def twin(self, host: Path | None = None) -> Awaitable[Any]:
        """A connection to the clear tables."""
        dsn = self.twin_dsn if host is None else f"postgresql://twin:twin@/twin?host={host}"
        return asyncpg.connect(dsn)


async def prepare(home: Path, size: Size, say: Callable[[str], None]) -> Ground:
    """Found and fill both, or find them in ``home`` as an earlier run of the same size left them."""
    server = await asyncio.to_thread(_server, home)
    ground, mark = Ground(home, server, size), home / "ready"
    wanted = f"{size.cases} {size.notes} {size.synced}"
    if mark.exists() and mark.read_text() == wanted:
        for name in ("anna", "bo"):
            # Another version of the program rebuilds what it remembered.
            workspace = ground.unlock(name)
            await workspace.sync()
            await workspace.close()
        return ground
    if mark.exists() or (home / "config.toml").exists():
        await asyncio.to_thread(server.destroy)
        shutil.rmtree(home)
        return await prepare(home, size, say)
    base = resolve(server.admin_dsn(), {}, admin=True)
    for name in ("vp", "twin"):
        await admin.create_database(base, name)
    practice = Practice(ground.paths, Database(server.admin_dsn("vp"), server.dsn("vp")))
    await practice.found()
    await practice.add("bo", BOTH, "anna")
    await _fill(ground, practice, say)
    for workspace in practice.open.values():
        await workspace.sync()
        await workspace.acknowledge_changes()
        await workspace.close()
    mark.write_text(wanted)
    return ground


def _server(home: Path) -> EmbeddedServer:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return EmbeddedServer.open(home / "server")


async def _fill(ground: Ground, practice: Practice, say: Callable[[str], None]) -> None:
    anna, bo = practice.open["anna"], practice.open["bo"]
    clients = [(await anna.add_client(client.code, client.name), client.code, client.name) for client in CLIENTS]
    await bo.sync()
    size, random = ground.size, Random(_SEED)
    connection = await asyncpg.connect(ground.server.admin_dsn("twin"))
    try:
        await connection.execute(Path(__file__).with_name("twin.sql").read_text())
        await connection.copy_records_to_table("client", records=clients)
        people = [(workspace.me.member, workspace.me.name) for workspace in (anna, bo)]
        await connection.copy_records_to_table("member", records=people)
        ids = [client for client, _, _ in clients]
        for done, acts in _chunks(cases(anna.today(), ids, size.cases, size.notes, random), size.notes):
            await anna.do_many(acts)
            rows = [_clear(anna, acts[at : at + size.notes]) for at in range(0, len(acts), size.notes)]
            await connection.copy_records_to_table("case_file", records=[case for case, _ in rows])
            notes = [note for _, notes in rows for note in notes]
            columns = ("id", "of_case", "author", "at", "body")
            await connection.copy_records_to_table("note", records=notes, columns=columns)
            say(f"{done} of {size.cases} cases")
        others = max(2, size.synced // (size.notes + 1))
        for _, acts in _chunks(cases(bo.today(), ids, others, size.notes, random), size.notes):
            await bo.do_many(acts)
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()


def _chunks(stream: Iterator[list[Act]], notes: int) -> Iterator[tuple[int, list[Act]]]:
    """Acts by the ten thousand, with the number of cases so far."""
    gathered: list[Act] = []
    done = 0
    for done, acts in enumerate(stream, 1):
        gathered += acts
        if len(gathered) + notes > 10_000:
            yield done, gathered
            gathered = []
    if gathered:
        yield done, gathered


def cases(today: date, clients: list[bytes], count: int, notes: int, random: Random) -> Iterator[list[Act]]:
    """The acts of each case: registered with a first note and a next action, then the other notes, day after day."""
    natures = sorted({story.natures[0] for story in WRITTEN})
    start = datetime.combine(today, datetime.min.time(), UTC) - timedelta(days=400)
    for number, alias in zip(range(count), aliases(random, set()), strict=False):
        due = today + timedelta(days=random.randrange(1, 200))
        if number == 0:
            alias, due = FIRST, today
        elif number == count - 1:
            alias, due = LAST, today + timedelta(days=300)
        case, at = random.randbytes(16), start + timedelta(minutes=random.randrange(300_000))
        acts = []
        for note in range(notes):
            at += timedelta(minutes=random.randrange(30, 10_000))
            body = ". ".join(random.choice(_SENTENCES) for _ in range(4))
            command: Any = WriteNote(random.randbytes(16), body)
            if note == 0:
                command = RegisterCase(
                    case=case, alias=alias, channel="KA-TE", client=random.choice(clients),
                    natures=(random.choice(natures),), note=command.note, text=body,
                    next_action=random.choice(_SENTENCES)[:60], due=due,
                )  # fmt: skip
            acts.append(Act(command, None if note == 0 else case, at_ms=min(int(at.timestamp()), _noon(today)) * 1000))
        yield acts


def _noon(today: date) -> int:
    return int(datetime.combine(today, datetime.min.time(), UTC).timestamp())


def _clear(anna: Workspace, acts: list[Act]) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
    """The twin's rows of one case."""
    first, me = acts[0].command, anna.me.member
    times = [datetime.fromtimestamp((act.at_ms or 0) / 1000, UTC) for act in acts]
    row = next(row for row in [anna._core.spaces.summary(first.case)] if row is not None)
    case = (
        first.case, row.code, first.alias, first.client, me, None, row.state, times[0], first.next_action, first.due,
        first.natures[0], row.received, times[-1], row.count,
    )  # fmt: skip
    notes = [(act.command.note, first.case, me, at, act.command.text) for act, at in zip(acts, times, strict=True)]
    return case, notes
