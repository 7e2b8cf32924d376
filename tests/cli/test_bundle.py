"""``vp practice export|check|restore`` as a person meets them."""

from __future__ import annotations

import asyncio
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, run_vp
from vp_tui.demo.home import erase, server_of
from vp_tui.device.paths import Paths, locate
from vp_tui.store import admin
from vp_tui.store.dsn import resolve


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A small demo of its own, since its server is lost here."""
    home = tmp_path / "home"
    assert run_vp(home, "demo", "--no-tui", "--cases", "3").code == 0
    yield home
    erase(locate({"VP_HOME": str(home)}))


def empty_database(paths: Paths, name: str) -> tuple[str, str]:
    """On the demo's server: addresses for the administrator and for members."""
    server = server_of(paths)
    asyncio.run(admin.create_database(resolve(server.admin_dsn(), {}, admin=True), name))
    asyncio.run(admin.install(resolve(server.admin_dsn(name), {}, admin=True)))
    return server.admin_dsn(name), server.dsn(name)


def test_the_road(home: Path, tmp_path: Path) -> None:
    def vp(*words: str) -> Ran:
        return run_vp(home, *words)

    file = tmp_path / "practice.vpx"
    made = vp("practice", "export", str(file), "--json")
    assert made.code == 0, made.err
    assert made.data["findings"] == [] and made.data["entries"] > 10
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    first = file.read_bytes()

    again = vp("practice", "export", str(file), "--json")
    assert (again.code, again.error["key"]) == (7, "cli.file-exists")
    assert file.read_bytes() == first
    assert vp("practice", "export", str(file), "--force").code == 0
    assert file.read_bytes() != first
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

    cases = vp("case", "list", "--json").data
    paths = locate({"VP_HOME": str(home)})
    admin_dsn, dsn = empty_database(paths, "elsewhere")
    checked = vp("practice", "check", str(file), "--json")
    assert (checked.code, checked.data["findings"], checked.data["behind"]) == (0, [], [])
    restored = vp("practice", "restore", str(file), "--dsn", admin_dsn, "--address", dsn, "--json")
    assert restored.code == 0, restored.err
    assert restored.data["restored_entries"] == checked.data["entries"]
    assert dsn in paths.config.read_text()
    assert vp("audit", "--json").data == []
    assert vp("case", "list", "--json").data == cases
    assert vp("case", "note", cases[0]["id"], "--text", "Verder op de nieuwe server.").code == 0

    flipped = bytearray(file.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    file.write_bytes(flipped)
    for words in (("check", str(file)), ("restore", str(file), "--dsn", admin_dsn)):
        bad = vp("practice", *words, "--json")
        assert (bad.code, bad.error["key"]) == (8, "integrity.bad-signature")
    assert vp("practice", "check", str(tmp_path / "absent")).code == 6
    assert vp("practice", "check", str(paths.config), "--json").error["key"] == "not-a-bundle"


def test_an_unsound_server_leaves_no_file(home: Path, tmp_path: Path) -> None:
    case = run_vp(home, "case", "list", "--json").data[0]["id"]

    async def hostile() -> None:
        dsn = run_vp(home, "server", "status", "--json").data["admin_dsn"]
        async with admin.session(resolve(dsn, {}, admin=True)) as connection:
            await connection.execute("set session_replication_role = replica")
            await connection.execute("delete from vp.entry where space = $1 and seq = 1", bytes.fromhex(case))

    asyncio.run(hostile())
    file = tmp_path / "practice.vpx"
    refused = run_vp(home, "practice", "export", str(file), "--json")
    assert refused.code == 8
    assert not file.exists()
    forced = run_vp(home, "practice", "export", str(file), "--with-findings", "--json")
    assert forced.code == 8
    assert {each["space"] for each in forced.data["findings"]} == {case}
    assert json.loads(run_vp(home, "practice", "check", str(file), "--json").out)["findings"] != []
