"""Marker text typed through the real application, on a server that logs everything it is told: it is found nowhere.

Looked at: the server's log with every statement and parameter, a dump, the write-ahead log and the data files, the
activity view while the application works, the notifications, the member's own folder, and what is left on the terminal.
"""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.conftest import Database, fresh_database, remove_database, with_template
from tests.practices import Practice
from tests.terminal.harness import Terminal
from vp_tui.demo.server import EmbeddedServer
from vp_tui.device.paths import locate
from vp_tui.store import admin

MARK = "Kwikstaartveld"
TALKATIVE = {
    "log_statement": "all",
    "log_min_duration_statement": "0",
    "log_parameter_max_length": "-1",
    "log_parameter_max_length_on_error": "-1",
    "log_min_error_statement": "debug5",
    "log_min_messages": "debug1",
    "log_error_verbosity": "verbose",
    "track_activity_query_size": "65536",
    "wal_level": "logical",
}


@pytest.fixture(scope="module")
def talkative() -> Iterator[EmbeddedServer]:
    yield from with_template(lambda folder: EmbeddedServer.open(folder, settings=TALKATIVE))


@pytest.fixture
async def overheard(talkative: EmbeddedServer, tmp_path: Path) -> AsyncIterator[Practice]:
    database = await fresh_database(talkative)
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    practice = Practice(locate({**os.environ, "VP_HOME": str(home)}), database)
    await practice.found()
    await practice.open["anna"].close()
    yield practice
    await remove_database(database)


def shapes(mark: str) -> list[bytes]:
    """The marker as it could be written down: plain, wide, hexadecimal, base64 at each offset."""
    plain = mark.encode()
    found = [plain, plain.lower(), mark.encode("utf-16-le"), plain.hex().encode(), plain.hex().upper().encode()]
    found += [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return found


def places(folder: Path) -> list[Path]:
    """Files under a folder that hold the marker in any shape."""
    wanted = shapes(MARK)
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if any(shape in path.read_bytes() for shape in wanted)]


def use_the_application(home: Path) -> Terminal:
    """Register a case, write in both layers, search, use the command line: the marker wherever text is taken."""
    argv = (sys.executable, "-m", "vp_tui")
    terminal = Terminal(argv=argv, env={"VP_HOME": str(home), "VP_IDENTITY": "anna"})
    terminal.until("Zaken", limit=40)
    terminal.key("n")
    terminal.until("Alias")
    terminal.key(f"{MARK} alias\t\ttel\tpes\t{MARK} korte notitie\t30\t{MARK} bellen\tmorgen\t")
    terminal.key("\x13", quiet=1.0)
    terminal.until(f"{MARK} alias")
    terminal.key("\r", quiet=0.6)
    terminal.until("DOSSIER")
    terminal.key("n", quiet=0.6)
    terminal.key(f"{MARK} in het dossier", quiet=1.5)
    terminal.key("\x13", quiet=1.0)
    terminal.until("in het dossier")
    terminal.key("p", quiet=0.6)
    terminal.key("n", quiet=0.6)
    terminal.key(f"{MARK} persoonlijk", quiet=1.5)
    terminal.key("\x13", quiet=1.0)
    terminal.until(f"{MARK} persoonlijk")
    terminal.key("n", quiet=0.6)
    terminal.key(f"{MARK} als concept", quiet=2.0)
    terminal.key("\x1b", quiet=0.6)
    terminal.key("\x1b", quiet=0.6)
    terminal.key("/", quiet=0.6)
    terminal.key(MARK, quiet=1.0)
    terminal.key("\x1b", quiet=0.6)
    terminal.key(":", quiet=0.6)
    terminal.key(MARK, quiet=0.6)
    terminal.key("\x1b", quiet=0.6)
    return terminal


def dumped(server: EmbeddedServer, database: str) -> bytes:
    """What pg_dump gives of a database."""
    command = [server.binary("pg_dump"), "--dbname", server.admin_dsn(database)]
    return subprocess.run(command, capture_output=True, check=True).stdout


async def overhear(database: Database, stop: asyncio.Event) -> list[bytes]:
    """Everything that the activity view and the notifications say, until stopped."""
    said: list[bytes] = []
    async with admin.session(database.admin_target) as connection:
        await connection.add_listener("vp", lambda _c, _p, _ch, payload: said.append(payload.encode()))
        while not stop.is_set():
            rows = await connection.fetch(
                "select query, application_name from pg_stat_activity where pid <> pg_backend_pid()"
            )
            said.extend(str(tuple(row)).encode() for row in rows)
            await asyncio.sleep(0.05)
    return said


async def test_marker_text_reaches_the_screen_and_nothing_else(overheard: Practice, talkative: EmbeddedServer) -> None:
    home = overheard.paths.config.parent
    stop = asyncio.Event()
    ears = asyncio.create_task(overhear(overheard.database, stop))
    terminal = await asyncio.to_thread(use_the_application, home)
    try:
        assert MARK.encode() in terminal.raw, "the test typed nothing"
        terminal.key(":", quiet=0.6)
        terminal.key("q\r", quiet=1.0)
        ended = await asyncio.to_thread(terminal.wait)
        assert ended == 0
    finally:
        terminal.__exit__()
        stop.set()
    said = await ears
    assert b"" in said, "no wake-up was heard"
    assert not [line for line in said if any(shape in line for shape in shapes(MARK))]
    assert not any(shape in terminal.left_behind() for shape in shapes(MARK))
    assert MARK.encode() not in b"".join(part.split(b"\x07")[0] for part in terminal.raw.split(b"\x1b]")[1:])  # titles

    log = talkative.log.read_bytes()
    assert b"vp.append" in log, "the server did not log the statements"
    assert not any(shape in log for shape in shapes(MARK))
    database = overheard.database.admin_target.database
    async with admin.session(overheard.database.admin_target) as connection:
        await connection.execute("checkpoint")
        await connection.execute("select pg_switch_wal()")
    dump = await asyncio.to_thread(dumped, talkative, database)
    assert b"COPY vp.blob" in dump
    assert not any(shape in dump for shape in shapes(MARK))
    assert not places(talkative.cluster)
    assert not places(home)

    # and it was really written: another process of the same member reads it
    anna = overheard.unlock("anna")
    await anna.sync()
    (row,) = anna.summaries()
    assert row.alias == f"{MARK} alias"
    view = anna.case(row.id)
    assert f"{MARK} in het dossier" in [item.text for item in view.state.timeline]
    assert view.notes is not None
    assert f"{MARK} persoonlijk" in [item.text for item in view.notes.timeline]
    assert f"{MARK} als concept" in [draft.text for draft in anna.drafts.all()]
    await anna.close()
