"""The session: what it holds while open, drops on a lock, and keeps for a keyring that was closed meanwhile."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tui.workbench import HERON, Bench
from vp_tui.device import agent
from vp_tui.device.config import load
from vp_tui.errors import LockedError, NotFoundError
from vp_tui.tui.session import Session, open_session
from vp_tui.workspace.facade import Workspace


def session(bench: Bench, name: str = "anna") -> Session:
    return open_session(bench.paths, load(bench.paths, {}), name, None, {})


async def test_a_demo_opens_without_asking_and_locks_to_nothing(bench: Bench) -> None:
    opened = session(bench)
    assert opened.demo
    assert opened.unattended
    assert opened.stage == "locked"
    await opened.unlock("")
    assert opened.stage == "open"
    assert opened.identity() == "Anna"
    assert opened.workspace.case(HERON).state.alias == "blauwe reiger"
    await opened.lock()
    assert opened.stage == "locked"
    assert not opened.unattended
    gc.collect()
    assert not [kept for kept in gc.get_objects() if isinstance(kept, Workspace)]
    with pytest.raises(LockedError):
        _ = opened.workspace


async def test_a_wrong_passphrase_opens_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vp_tui.demo.PASSPHRASE", "iets anders dan dat")
    opened = session(bench)
    with pytest.raises(LockedError) as refused:
        await opened.unlock("")
    assert refused.value.key == "passphrase-wrong"
    assert opened.stage == "locked"


async def test_nobody_is_enrolled_on_a_new_computer(tmp_path: Path) -> None:
    from vp_tui.device.paths import locate

    paths = locate({"VP_HOME": str(tmp_path)})
    opened = open_session(paths, load(paths, {}), None, None, {})
    assert opened.stage == "empty"
    assert not opened.unattended
    with pytest.raises(NotFoundError):
        await opened.unlock("x")
    with pytest.raises(NotFoundError):
        open_session(paths, load(paths, {}), "anna", None, {})


async def test_drafts_outlive_an_emergency(bench: Bench) -> None:
    opened = session(bench)
    await opened.unlock("")
    opened.keep_draft("note:x", "half een zin")
    opened.emergency()
    assert opened.stage == "locked"
    again = session(bench)
    await again.unlock("")
    assert again.draft("note:x") == "half een zin"
    again.keep_draft("note:x", "")
    assert again.draft("note:x") == ""
    await again.lock()


async def test_a_keyring_that_closed_keeps_nobody_out(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = session(bench)
    await opened.unlock("")
    await opened.lock()

    def closed(*_: Any) -> bytes:
        raise LockedError("keyring-locked")

    monkeypatch.setattr("vp_tui.workspace.bootstrap.sealed_vault", closed)
    await opened.unlock("")
    assert opened.stage == "open"
    await opened.lock()
    fresh = session(bench)
    with pytest.raises(LockedError, match="keyring-locked"):
        await fresh.unlock("")


@pytest.mark.skipif(not agent.available(), reason="no kernel keyring here")
async def test_a_key_left_in_the_kernel_means_that_nobody_is_asked(bench: Bench) -> None:
    identity = bench.identities["anna"]._replace(demo=False)
    config = load(bench.paths, {})
    opened = Session(bench.paths, config, identity)
    assert not opened.unattended
    agent.put(identity.practice, identity.device, bytes(32), 60)
    try:
        assert opened.unattended
        settings = config.settings._replace(kernel_keyring=False)
        assert not Session(bench.paths, config._replace(settings=settings), identity).unattended
    finally:
        agent.drop(identity.practice, identity.device)


def test_the_first_frame_needs_textual_alone(loaded_at_first_paint: list[str]) -> None:
    loaded = {name.partition(".")[0] for name in loaded_at_first_paint}
    assert not loaded & {"asyncpg", "keyring", "cryptography", "secretstorage"}


@pytest.fixture
def loaded_at_first_paint(tmp_path: Path) -> list[str]:
    """Modules in memory when the application could paint."""
    script = (
        "import sys, vp_tui.tui\n"
        "from vp_tui.device.config import load\nfrom vp_tui.device.paths import locate\n"
        "from vp_tui.tui.app import VpApp\nfrom vp_tui.tui.session import open_session\n"
        f"paths = locate({{'VP_HOME': {str(tmp_path)!r}}})\n"
        "session = open_session(paths, load(paths, {}), None, None, {})\n"
        "VpApp(session, session.settings()).get_default_screen()\nprint(*sys.modules)\n"
    )
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
