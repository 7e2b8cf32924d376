"""However the application ends, nothing of a case is left on the terminal and nothing typed is lost.

Each defence was seen to fail without it: stock Textual prints the marker from its locals, and a SIGHUP or SIGTERM
leaves the terminal in raw mode without a draft.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.harness import LEFT_ALT_SCREEN, PROGRAM, ROOT, Terminal
from vp_tui.tui.environment import prepare

MARKER = b"GEHEIM-7f3a"
ECHO, ICANON = 0o10, 0o2


def at_rest(terminal: Terminal) -> bool:
    """Whether the line settings are a shell's again: echo, whole lines."""
    return bool(terminal.modes[3] & ECHO and terminal.modes[3] & ICANON)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("where", "keys"),
    [("list", ["C"]), ("worker", ["L"]), ("composer", ["\r", "tekst", "\x13"]), ("over a dialog", ["mm", "q", "C"])],
)
def test_a_crash_leaves_a_code_and_nothing_else(tmp_path: Path, where: str, keys: list[str]) -> None:
    log = tmp_path / "log"
    arguments = ("--open", "--text", "marker", "--crash", "composer", "--log", str(log))
    with Terminal(*arguments) as terminal:
        terminal.until(MARKER.decode())
        for key in keys:
            terminal.key(key, 0.3)
        assert terminal.wait() == 1
        left = terminal.left_behind()
        assert MARKER not in left
        assert b"Traceback" not in left
        assert b"ValueError" in left
        assert b"program_screens" not in left
        assert at_rest(terminal)
        assert log.read_text().splitlines()[-1] == "emergency", where


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_seals_what_was_typed_and_gives_the_terminal_back(tmp_path: Path, number: int) -> None:
    log = tmp_path / "log"
    with Terminal("--open", "--log", str(log)) as terminal:
        terminal.until("groene ketel")
        before = list(terminal.modes)
        terminal.key("\r")
        terminal.until("ctrl+s")
        terminal.send("halverwege een z")
        terminal.until("halverwege een z")
        assert not at_rest(terminal)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        lines = log.read_text().splitlines()
        assert lines[-2:] == ["draft note-0 'halverwege een z'", "emergency"]
        assert at_rest(terminal), before
        for mode in (LEFT_ALT_SCREEN, b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1004l", b"\x1b[?7h"):
            assert mode in terminal.raw


def test_a_line_that_drops_keeps_the_text(tmp_path: Path) -> None:
    """The terminal itself goes away: SIGHUP comes, and every write fails."""
    log = tmp_path / "log"
    terminal = Terminal("--open", "--log", str(log))
    terminal.until("groene ketel")
    terminal.key("\r")
    terminal.until("ctrl+s")
    terminal.key("weggevallen")
    os.close(terminal._fd)
    for _ in range(200):
        pid, _status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            break
        time.sleep(0.05)
    assert pid, "the process went on without a terminal"
    assert "draft note-0 'weggevallen'" in log.read_text()
    assert log.read_text().endswith("emergency\n")


def test_typing_reaches_the_draft_without_any_ending(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Terminal("--open", "--log", str(log)) as terminal:
        terminal.until("groene ketel")
        terminal.key("\r")
        terminal.until("ctrl+s")
        terminal.key("een zin", 1.3)
        assert log.read_text() == "draft note-0 'een zin'\n"
        terminal.key("!")
        terminal.leave("een zin")
        assert log.read_text().splitlines()[1:] == ["draft note-0 'een zin!'"]
        terminal.kill(signal.SIGKILL)


@pytest.mark.parametrize(("term", "piped", "key"), [("dumb", False, "terminal.dumb"), ("xterm", True, "terminal.pipe")])
def test_no_terminal_no_screen(term: str, piped: bool, key: str) -> None:
    if piped:
        environ = {**os.environ, "TERM": term, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, str(PROGRAM)], env=environ, input=b"", capture_output=True, timeout=60)
        assert (done.returncode, done.stdout, done.stderr.decode().strip()) == (2, b"", key)
    else:
        with Terminal(env={"TERM": term}) as terminal:
            assert terminal.wait() == 2
            assert terminal.raw.strip() == key.encode()


def test_a_lock_that_nobody_opens_ends_the_process(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Terminal("--end-after", "1", "--log", str(log)) as terminal:
        terminal.until("Wachtzin")
        assert terminal.wait() == 0
        assert at_rest(terminal)
    assert log.read_text() == "emergency\n"


def test_escape_waits_longer_over_a_line() -> None:
    environ = {
        "SSH_CONNECTION": "1 2 3 4",
        "TEXTUAL_LOG": "x",
        "TEXTUAL": "debug",
        "TEXTUAL_FPS": "30",
        "TERM": "xterm",
    }
    prepare(environ)
    assert environ == {"SSH_CONNECTION": "1 2 3 4", "ESCDELAY": "400", "TEXTUAL_FPS": "30", "TERM": "xterm"}


def test_the_environment_cannot_make_textual_write_down_what_is_seen(tmp_path: Path) -> None:
    environ = {
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_PRESS": "C",
    }
    with Terminal("--open", "--text", "marker", env=environ) as terminal:
        terminal.until(MARKER.decode())
        terminal.key("j")
        terminal.dialog(":", " :")
        terminal.key("stop\r")
        assert terminal.wait() == 0
    assert list(tmp_path.iterdir()) == []
