"""Budgets that are counts: round trips, statements, bytes to the server, modules loaded. Times are in tests/bench."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bench.road import Road, road
from tests.practices import PASSPHRASE, Practice
from vp_tui.domain.commands import CloseCase, RecordConversation, RegisterCase, SaveView, SetNextAction, WriteNote
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"textual", "rich", "asyncpg", "keyring", "cryptography", "msgspec", "sqlite3", "asyncio", "ssl"}
NOTE = "Het overleg was weer zonder haar. Zij wil volgende week eerst zelf met haar leidinggevende praten. " * 7


def loaded(*argv: str, **env: str) -> set[str]:
    """Top-level names of everything that the program imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *argv], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "VP_LANG": "nl", **env},
    )  # fmt: skip
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize("argv", [("--help",), ("case", "--help"), ("--version",)], ids=" ".join)
def test_talking_about_commands_loads_nothing_heavy(argv: tuple[str, ...]) -> None:
    assert not loaded("-m", "vp_tui", *argv) & HEAVY


def test_completing_a_word_loads_nothing_heavy() -> None:
    assert not loaded("-m", "vp_tui", _VP_COMPLETE="zsh_complete", COMP_WORDS="vp case n", COMP_CWORD="2") & HEAVY


def test_the_first_frame_waits_for_no_driver_and_no_cryptography() -> None:
    modules = loaded("-c", "import vp_tui.tui.session, vp_tui.tui.app, vp_tui.tui.screens.lock")
    assert "textual" in modules
    assert not modules & {"asyncpg", "keyring", "cryptography", "msgspec", "sqlite3"}


def test_opening_the_workspace_waits_for_no_driver() -> None:
    modules = loaded("-c", "import vp_tui.workspace.bootstrap, vp_tui.tui.screens.queue")
    assert "cryptography" in modules
    assert not modules & {"asyncpg", "keyring"}


@dataclass
class Counted:
    """Anna's workspace at the end of a road that counts, and what the server says that it was asked."""

    workspace: Workspace
    road: Road
    log: Path
    case: bytes

    async def cost(self, act: Any) -> tuple[int, list[str], int]:
        """Round trips, statements as the server logged them, and bytes up, of one awaited act."""
        store, before, up, logged = self.workspace._core.store, 0, self.road.up, self.log.stat().st_size
        before = store.round_trips
        await act
        with self.log.open("rb") as log:
            log.seek(logged)
            told = log.read().decode(errors="replace")
        asked = re.findall(r"(?:execute \S+|statement): +(.+)", told)
        return store.round_trips - before, asked, self.road.up - up


@pytest.fixture
async def counted(practice: Practice, embedded: Any) -> AsyncIterator[Counted]:
    case = await practice.case("anna", "grijze gans")
    with road(embedded.sockets / ".s.PGSQL.5432") as between:
        identity = practice.identities["anna"]
        dsn = identity.dsn.replace(str(embedded.sockets), str(between.folder))
        workspace = bootstrap.unlock(practice.paths, identity._replace(dsn=dsn), passphrase=PASSPHRASE)
        await workspace.sync()
        yield Counted(workspace, between, embedded.log, case)
        await workspace.close()


async def test_an_act_is_one_statement_in_one_round_trip(counted: Counted) -> None:
    anna, case = counted.workspace, counted.case
    today, colleague = anna.today(), next(member.id for member in anna.members() if member.name == "Cas")
    acts = {
        "note": lambda: anna.do(WriteNote(anna.new_id(), NOTE), case),
        "personal note, which makes its space": lambda: anna.do(WriteNote(anna.new_id(), NOTE), case, "personal"),
        "conversation": lambda: anna.do(RecordConversation(anna.new_id(), today, 50, "KA-TE", NOTE), case),
        "next action": lambda: anna.do(
            SetNextAction(anna.case(case).state.next_rev, "Bellen", today + timedelta(days=7)), case
        ),
        "registration": lambda: anna.do(RegisterCase(anna.new_id(), "blauwe reiger", "KA-TE")),
        "deputy": lambda: anna.grant_deputy(case, colleague, today, "oral"),
        "deputy taken off": lambda: anna.remove_deputy(case),
        "closing": lambda: anna.do(CloseCase("AF-UI", drop_next_action=True), case),
        "saved view": lambda: anna.do(SaveView("mijn", "is:mine")),
        "client": lambda: anna.add_client("TST-01", "Proefbedrijf"),
    }
    for name, act in acts.items():
        trips, asked, _ = await counted.cost(act())
        assert (trips, len(asked)) == (1, 1), (name, asked)
        assert "vp.append(" in asked[0], name


async def test_a_saved_note_is_at_most_4_kb_up(counted: Counted) -> None:
    anna = counted.workspace
    assert 600 < len(NOTE) < 1000
    _, _, up = await counted.cost(anna.do(WriteNote(anna.new_id(), NOTE), counted.case))
    assert 1_000 < up <= 4_096


async def test_reading_asks_nobody(counted: Counted) -> None:
    anna = counted.workspace

    async def read() -> None:
        await anna.index()
        assert anna.search("gesprek")
        assert anna.case(counted.case).state.alias == "grijze gans"
        anna.summaries(), anna.members(), anna.clients(), anna.changes(), anna.checkpoint(), anna.saved_views()
        anna.drafts.save(f"note:{counted.case.hex()}:dossier:new", NOTE)

    assert await counted.cost(read()) == (0, [], 0)


async def test_looking_for_news_is_one_small_question(counted: Counted) -> None:
    anna = counted.workspace
    await anna.sync()
    trips, asked, up = await counted.cost(anna.sync())
    assert (trips, len(asked)) == (1, 1)
    assert "vp.delta(" in asked[0]
    assert up <= 200


async def test_a_colleagues_record_is_one_question_and_one_attestation(counted: Counted, practice: Practice) -> None:
    anna, cas = counted.workspace, practice.open["cas"]
    await anna.grant_deputy(counted.case, cas.me.member, anna.today(), "oral")
    await cas.sync()
    await cas.do(WriteNote(cas.new_id(), NOTE), counted.case)
    await anna.sync()  # prepares the question about attestations, once per connection
    await cas.do(WriteNote(cas.new_id(), NOTE), counted.case)
    store, told = anna._core.store, []
    before, stop = store.round_trips, anna.subscribe(lambda notice: told.append((notice.kind, store.round_trips)))
    trips, asked, _ = await counted.cost(anna.sync())
    stop()
    assert ("cases", before + 1) in told, "shown before this device says that it has seen it"
    assert trips == len(asked)
    assert [question.split("vp.")[1].partition("(")[0] for question in asked] == ["delta", "attest"]
