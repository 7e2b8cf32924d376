"""``vp audit`` is clean before and names what was done after: manipulated by plain SQL as the server's superuser."""

from __future__ import annotations

import asyncio
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run_vp
from vp_tui.demo.home import erase
from vp_tui.device.paths import locate
from vp_tui.store import admin
from vp_tui.store.dsn import resolve


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A small demo of its own, since what is done to it stays done."""
    home = tmp_path / "home"
    assert run_vp(home, "demo", "--no-tui", "--cases", "3").code == 0
    yield home
    erase(locate({"VP_HOME": str(home)}))


def evil(home: Path, query: str, *arguments: object) -> list[Any]:
    """What a hostile administrator does: triggers silenced, any statement."""

    async def run() -> list[Any]:
        dsn = run_vp(home, "server", "status", "--json").data["admin_dsn"]
        async with admin.session(resolve(dsn, {}, admin=True)) as connection:
            await connection.execute("set session_replication_role = replica")
            rows: list[Any] = await connection.fetch(query, *arguments)
            return rows

    return asyncio.run(run())


def test_clean(home: Path) -> None:
    ran = run_vp(home, "audit", "--json")
    assert (ran.code, ran.data) == (0, [])
    human = run_vp(home, "audit")
    assert human.code == 0
    assert human.out == ""


def test_a_flipped_bit_and_its_evidence(home: Path, tmp_path: Path) -> None:
    case = run_vp(home, "case", "list", "reiger", "--json").data[0]["id"]
    evil(
        home,
        "update vp.entry set raw = set_bit(raw, 1600, 1 - get_bit(raw, 1600)) where space = $1 and seq = 1",
        bytes.fromhex(case),
    )
    ran = run_vp(home, "audit", "--json")
    assert ran.code == 8
    assert {"kind", "space", "seq", "detail"} == set(ran.data[0])
    assert case in {finding["space"] for finding in ran.data}
    told = run_vp(home, "audit")
    assert told.code == 8
    assert "blauwe reiger" in told.out
    evidence = tmp_path / "evidence.json"
    assert run_vp(home, "audit", "--export", str(evidence)).code == 8
    assert stat.S_IMODE(evidence.stat().st_mode) == 0o600
    json.loads(evidence.read_bytes())
    assert b"reiger" not in evidence.read_bytes()


def test_what_is_untouched_stays_usable(home: Path) -> None:
    rows = run_vp(home, "case", "list", "--json").data
    evil(home, "delete from vp.entry where space = $1 and seq = 1", bytes.fromhex(rows[0]["id"]))
    assert run_vp(home, "audit").code == 8
    assert run_vp(home, "case", "note", rows[1]["id"], "--text", "Het werk gaat door").code == 0
