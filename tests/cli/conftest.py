"""The command line as people and scripts meet it: a real process, a real server, a real home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vp_tui.demo.home import erase
from vp_tui.device.paths import locate

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a run of ``vp`` left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.err)["error"]
        return found


Vp = Callable[..., Ran]


def run_vp(home: Path | None, *words: str, typed: str = "", **variables: str) -> Ran:
    """Run ``vp`` as its own process: nothing of this environment but PATH and the home reaches it."""
    environ = {"PATH": os.environ["PATH"], "HOME": str(home), "VP_LANG": "en", "TERM": "xterm"}
    if home is not None:
        environ["VP_HOME"] = str(home)
    done = subprocess.run(
        [sys.executable, "-m", "vp_tui", *words],
        cwd=ROOT,
        env=environ | variables,
        input=typed.encode(),
        capture_output=True,
        timeout=120,
        check=False,
        start_new_session=True,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One demo practice for all tests of the command line; each makes the cases that it changes."""
    home = tmp_path_factory.mktemp("vp") / "home"
    founded = run_vp(home, "demo", "--no-tui", "--fresh")
    assert founded.code == 0, founded.err
    yield home
    erase(locate({"VP_HOME": str(home)}))


@pytest.fixture
def vp(demo_home: Path) -> Vp:
    """``vp`` in the demo practice, as its first member unless told otherwise."""

    def run(*words: str, typed: str = "", **variables: str) -> Ran:
        return run_vp(demo_home, *words, typed=typed, **variables)

    return run


@pytest.fixture
def empty_home(tmp_path: Path) -> Path:
    """A home in which nobody lives."""
    return tmp_path / "home"
