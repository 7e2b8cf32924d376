"""Who is alive, and that exactly one living process takes over what a dead one left."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from vp_tui.device.presence import register

from .conftest import ROOT

LIVE = """
import sys
from pathlib import Path
from vp_tui.device.presence import register
me = register(Path(sys.argv[1]))
print(me.token, flush=True)
for line in sys.stdin:
    if line == "adopt\\n":
        print(*me.adopt_dead(), flush=True)
"""


class Process:
    """A process of the same identity."""

    def __init__(self, home: Path) -> None:
        self.run = subprocess.Popen(
            [sys.executable, "-c", LIVE, str(home)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.token = self.heard()

    def heard(self) -> str:
        assert self.run.stdout is not None
        return self.run.stdout.readline().strip()

    def ask(self, what: str) -> None:
        assert self.run.stdin is not None
        self.run.stdin.write(f"{what}\n")
        self.run.stdin.flush()

    def kill(self) -> None:
        self.run.send_signal(signal.SIGKILL)
        self.run.communicate()


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[list[Process]]:
    made = [Process(tmp_path) for _ in range(3)]
    yield made
    for process in made:
        process.kill()


def test_the_living_see_each_other_and_adopt_only_the_dead(tmp_path: Path, processes: list[Process]) -> None:
    me = register(tmp_path)
    tokens = {p.token for p in processes}
    assert set(me.others()) == tokens
    assert me.adopt_dead() == ()
    processes[0].kill()
    assert set(me.others()) == tokens - {processes[0].token}
    assert me.adopt_dead() == (processes[0].token,)
    assert me.adopt_dead() == ()
    me.bury(processes[0].token)
    assert set(os.listdir(tmp_path / "presence")) == {me.token, processes[1].token, processes[2].token}
    me.release()
    assert me.token not in os.listdir(tmp_path / "presence")


def test_of_several_that_adopt_at_once_exactly_one_does(tmp_path: Path, processes: list[Process]) -> None:
    dead = [Process(tmp_path) for _ in range(5)]
    for process in dead:
        process.kill()
    for process in processes:
        process.ask("adopt")
    got = [token for process in processes for token in process.heard().split()]
    assert sorted(got) == sorted(process.token for process in dead)


def test_what_an_adopter_did_not_bury_is_adopted_again(tmp_path: Path, processes: list[Process]) -> None:
    first, second, _ = processes
    dead = Process(tmp_path)
    dead.kill()
    first.ask("adopt")
    assert first.heard() == dead.token
    first.kill()
    second.ask("adopt")
    assert second.heard().split() == sorted([dead.token, first.token])


def test_a_look_at_the_dead_does_not_hide_them_from_an_adopter(tmp_path: Path) -> None:
    dead = Process(tmp_path)
    dead.kill()
    me = register(tmp_path)
    # What `others` of another process holds for a moment.
    looking = [os.open(tmp_path / "presence" / name, os.O_RDONLY) for name in (".", dead.token)]
    for handle in looking:
        fcntl.flock(handle, fcntl.LOCK_EX)
    adopted: list[str] = []
    adopting = threading.Thread(target=lambda: adopted.extend(me.adopt_dead()))
    adopting.start()
    adopting.join(0.3)
    for handle in reversed(looking):
        os.close(handle)
    adopting.join()
    assert adopted == [dead.token]


def test_one_that_is_buried_while_we_look_is_not_adopted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = Process(tmp_path)
    dead.kill()
    me = register(tmp_path)
    real = fcntl.flock

    def late(handle: int, how: int) -> None:
        if how & fcntl.LOCK_NB:
            (tmp_path / "presence" / dead.token).unlink(missing_ok=True)
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    assert me.adopt_dead() == ()


def test_leaving_gives_back_what_was_not_buried(tmp_path: Path) -> None:
    dead = Process(tmp_path)
    dead.kill()
    me = register(tmp_path)
    assert me.adopt_dead() == (dead.token,)
    me.release()
    assert register(tmp_path).adopt_dead() == (dead.token,)


def test_a_child_program_does_not_keep_us_alive(tmp_path: Path) -> None:
    script = LIVE + "import subprocess; subprocess.Popen(['sleep', '5'])\n"
    done = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.stdout is not None
    token = done.stdout.readline().strip()
    done.wait()
    assert register(tmp_path).adopt_dead() == (token,)
