"""A crash in each screen of team, control and first start leaves a code on the terminal, and no content."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.tui.crashing import MARKER
from tests.tui.workbench import Bench

PROGRAM = Path(__file__).with_name("crashing.py")
SCREENS = "vp_tui.tui.screens"


def crash(home: Path, module: str, kind: str, method: str, *keys: str) -> None:
    env = {"VP_HOME": str(home), "VP_IDENTITY": "anna"}
    argv = [sys.executable, str(PROGRAM), f"{SCREENS}.{module}", kind, method]
    with Terminal(argv=argv, env=env) as terminal:
        terminal.settle(1.0)
        for key in keys:
            terminal.key(key, 0.5)
        assert terminal.wait() == 1
        left = terminal.left_behind()
        assert MARKER.encode() not in terminal.raw
        for content in (b"Traceback", b"blauwe reiger", b"Noorderend", b"Praktijk Proef"):
            assert content not in left
        assert b"ValueError" in left


@pytest.mark.parametrize(
    ("module", "kind", "method", "keys"),
    [
        ("members", "MembersScreen", "renew", ["7"]),
        ("member", "MemberScreen", "_detail", ["7", "\r"]),
        ("team_acts", "TeamActs", "weigh_member_remove", ["7", "j", "\r", "X", "w"]),
        ("audit", "AuditScreen", "_detail", ["8"]),
        ("clients", "ClientsScreen", "renew", [":", "klanten\r"]),
        ("preferences", "PreferencesScreen", "_fields", [":", "voorkeuren\r"]),
        ("remap", "RemapScreen", "_fill", [":", "toetsen\r"]),
        ("changes", "ChangesScreen", "renew", [":", "wijzigingen\r"]),
    ],
)
async def test_a_crash_on_a_screen(bench: Bench, module: str, kind: str, method: str, keys: list[str]) -> None:
    crash(bench.paths.config.parent, module, kind, method, *keys)


@pytest.mark.parametrize(("kind", "keys"), [("start", ["j"]), ("enrol", ["\r"])])
def test_a_crash_during_the_first_start(tmp_path: Path, kind: str, keys: list[str]) -> None:
    method = {"start": "_explain", "enrol": "_comment"}[kind]
    env = {"VP_HOME": str(tmp_path / "new"), "VP_IDENTITY": None}
    screen = {"start": "StartScreen", "enrol": "EnrolScreen"}[kind]
    argv = [sys.executable, str(PROGRAM), f"{SCREENS}.{kind}", screen, method]
    with Terminal(argv=argv, env=env) as terminal:
        terminal.settle(1.0)
        for key in keys if terminal.status is None else ():
            terminal.send(key)
        assert terminal.wait() == 1
        assert MARKER.encode() not in terminal.raw
        assert b"ValueError" in terminal.left_behind()
