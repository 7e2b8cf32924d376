"""Where a demo lives, that it never meets a real practice, and that a half-made one is made again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vp_tui.demo.home import demo_paths, erase, has_demo, is_ready
from vp_tui.device.config import Identity
from vp_tui.device.config_edit import add_identity
from vp_tui.device.paths import locate
from vp_tui.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def account(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An account without VP_HOME, in which nobody has used vp yet."""
    home = tmp_path / "account"
    home.mkdir()
    environ = {"PATH": os.environ["PATH"], "HOME": str(home), "VP_LANG": "en"}
    yield environ
    erase(locate({"VP_HOME": str(home / ".local/state/vp-demo")}))


def vp(environ: dict[str, str], *words: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "vp_tui", *words], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def real_identity(path: Path) -> None:
    add_identity(
        locate({"VP_HOME": str(path)}), Identity("anna", bytes(16), bytes(16), bytes(16), "postgresql:///x", "file")
    )


def test_plain_commands_work_at_once_and_stop_when_somebody_is_real(account: dict[str, str], tmp_path: Path) -> None:
    assert vp(account, "case", "list").returncode == 6
    made = vp(account, "demo", "--no-tui", "--fresh", "--cases", "4")
    assert made.returncode == 0, made.stderr
    listed = vp(account, "case", "list")
    assert listed.returncode == 0
    assert "blauwe reiger" in listed.stdout
    assert "DEMO" in listed.stderr
    assert not (tmp_path / "account/.config").exists()

    # Again: the same practice, not another one.
    note = vp(account, "case", "new", "bewaarde zaak", "--json")
    assert note.returncode == 0
    assert vp(account, "demo", "--no-tui", "--as", "daan").returncode == 0
    assert "bewaarde zaak" in vp(account, "case", "list").stdout
    assert vp(account, "demo", "--no-tui", "--as", "nobody").returncode == 6

    config = tmp_path / "account/.config/vp"
    config.mkdir(parents=True, mode=0o700)
    mine = Identity("anna", bytes(16), bytes(16), bytes(16), "postgresql:///nowhere", "file")
    add_identity(locate({"VP_HOME": str(config)}), mine)
    assert vp(account, "case", "list").returncode == 4
    assert vp(account, "identity", "list").stdout.count("anna") == 1
    assert vp(account, "demo", "--no-tui").returncode == 0


def test_half_made_is_made_again(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "VP_HOME": str(tmp_path / "home"), "VP_LANG": "en"}
    paths = locate(environ)
    try:
        assert vp(environ, "demo", "--no-tui", "--cases", "1").returncode == 0
        assert is_ready(paths)
        assert vp(environ, "config", "set", "default_identity", "").returncode == 0
        assert has_demo(paths)
        assert not is_ready(paths)
        assert vp(environ, "demo", "--no-tui", "--cases", "2").returncode == 0
        assert len(vp(environ, "case", "list", "--plain").stdout.splitlines()) >= 1
    finally:
        erase(paths)
    assert not paths.state.exists()


def test_never_beside_real_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VP_HOME", str(tmp_path / "home"))
    assert demo_paths().state == tmp_path / "home/state"
    real_identity(tmp_path / "home")
    with pytest.raises(UsageError) as refused:
        demo_paths()
    assert refused.value.key == "demo.real-home"
