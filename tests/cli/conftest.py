"""The command line as people and scripts meet it: a real process, a real server, a real home."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from vp_tui.cli.root import run as run_here
from vp_tui.demo.home import erase
from vp_tui.device.hardening import Hardening
from vp_tui.device.paths import locate
from vp_tui.i18n import set_language

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
_numbers = count()


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


def done(ran: Ran) -> Ran:
    assert ran.code == 0, ran.err
    return ran


def refused(ran: Ran, key: str, code: int = 2) -> list[str]:
    """Refused for this reason, and nothing printed; the commands that would take the reason away."""
    assert (ran.code, ran.error["key"], ran.out) == (code, key, "")
    assert ran.error["hint"]
    return [str(line) for line in ran.error["remedy"]]


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
def act(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vp]:
    """The same without a process of its own, which is most of what a run costs: JSON unless ``form`` says otherwise."""
    monkeypatch.setenv("VP_HOME", str(demo_home))
    monkeypatch.setenv("VP_LANG", "en")

    def run(*words: str, typed: str = "", who: str = "sanne", form: str = "--json") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        monkeypatch.setenv("VP_IDENTITY", who)
        with redirect_stdout(out), redirect_stderr(err):
            code = run_here([*words, *([form] if form else [])], Hardening((), {}, (), False, False, 0o077))
        return Ran(code, out.getvalue(), err.getvalue())

    yield run
    set_language("nl")


@pytest.fixture
def file(act: Vp) -> str:
    """A fresh case of the first member, of a Dutch client with a mandate card, by its short code."""
    alias = f"proefdossier {next(_numbers)}"
    made = act("case", "new", alias, "--client", "NRD-01", "--nature", "OG-PE", "--minutes", "30", "--text", "Verteld.")
    code: str = done(made).data["code"]
    return code


@pytest.fixture
def empty_home(tmp_path: Path) -> Path:
    """A home in which nobody lives."""
    return tmp_path / "home"
