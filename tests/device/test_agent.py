"""The derived key, lent to the kernel: found by every process of the user, gone in time, never another user's."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from vp_tui.device import agent
from vp_tui.errors import VpError

from .conftest import Run

PRACTICE, DEVICE, KEY = os.urandom(16), os.urandom(16), os.urandom(32)
needs_kernel = pytest.mark.skipif(not agent.available(), reason="no kernel keyring here (container, or not Linux)")


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    agent.drop(PRACTICE, DEVICE)


@needs_kernel
def test_a_key_is_kept_replaced_and_dropped() -> None:
    assert agent.get(PRACTICE, DEVICE) is None
    assert not agent.drop(PRACTICE, DEVICE)
    agent.put(PRACTICE, DEVICE, bytes(32), 60)
    agent.put(PRACTICE, DEVICE, KEY, 60)
    assert agent.get(PRACTICE, DEVICE) == KEY
    assert agent.get(DEVICE, PRACTICE) is None
    assert agent.drop(PRACTICE, DEVICE)
    assert agent.get(PRACTICE, DEVICE) is None


@needs_kernel
def test_the_kernel_forgets_it_at_the_deadline() -> None:
    agent.put(PRACTICE, DEVICE, KEY, 1)
    assert agent.get(PRACTICE, DEVICE) == KEY
    while agent.get(PRACTICE, DEVICE):
        time.sleep(0.1)
    agent.put(PRACTICE, DEVICE, KEY, 60)
    assert agent.get(PRACTICE, DEVICE) == KEY


@needs_kernel
def test_another_login_session_of_the_same_user_finds_it(python: Run) -> None:
    agent.put(PRACTICE, DEVICE, KEY, 60)
    script = (
        "import ctypes\nfrom vp_tui.device import agent\n"
        # A session keyring of its own, as sshd and cron may give.
        "assert ctypes.CDLL(None).syscall(agent._numbers()[1], 1, None) > 0\n"
        f"key = agent.get({PRACTICE!r}, {DEVICE!r})\nprint(key.hex())\nprint(agent.drop({PRACTICE!r}, {DEVICE!r}))"
    )
    assert python(script).stdout == f"{KEY.hex()}\nTrue\n"
    assert agent.get(PRACTICE, DEVICE) is None


@needs_kernel
def test_it_is_listed_with_a_deadline_and_without_rights_for_others() -> None:
    fresh = os.urandom(16)
    agent.put(PRACTICE, fresh, KEY, 600)
    name = f"vp-tui:{PRACTICE.hex()[:8]}/{fresh.hex()[:8]}"
    (line,) = (line for line in Path("/proc/keys").read_text().splitlines() if name in line)
    fields = line.split()
    agent.drop(PRACTICE, fresh)
    assert fields[3] != "perm"
    assert fields[4] == "3f090000"


@needs_kernel
def test_another_user_does_not_find_it(ordinary: Callable[..., Any]) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    agent.put(PRACTICE, DEVICE, KEY, 60)
    look = f"from vp_tui.device import agent\nprint(agent.get({PRACTICE!r}, {DEVICE!r}), agent.available())"
    assert ordinary(look).communicate()[0] == "None True\n"


@needs_kernel
def test_all_of_ours_go_and_nothing_else(ordinary: Callable[..., Any]) -> None:
    # As a user of its own: other tests and people of this machine may have keys.
    script = (
        "from vp_tui.device import agent\nP, D = bytes(16), b'x' * 16\n"
        "agent._attach(); add, _ = agent._numbers()\n"
        "other = agent._call(add, b'user', b'not-ours', b'k', 1, -4)\n"
        "agent.put(P, D, P + D, 60); agent.put(D, P, P + D, 60)\n"
        "print(agent.drop_all(), agent.drop_all(), agent.get(P, D))\n"
        "print(agent._keyctl(10, -4, b'user', b'not-ours', 0) == other)\n"
        "agent._keyctl(9, other, -4)"
    )
    assert ordinary(script).communicate()[0] == "2 0 None\nTrue\n"


def test_where_there_is_none_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agent, "_CALLS", {os.uname().machine: (-1, -1)})  # what a seccomp filter does: ENOSYS
    assert not agent.available()
    assert agent.get(PRACTICE, DEVICE) is None
    assert not agent.drop(PRACTICE, DEVICE)
    assert agent.drop_all() == 0
    with pytest.raises(VpError) as caught:
        agent.put(PRACTICE, DEVICE, KEY, 60)
    assert (caught.value.key, caught.value.facts) == ("agent-unavailable", {"reason": "ENOSYS"})
