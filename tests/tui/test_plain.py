"""The line mode: the same application, said a line at a time; through a pipe, and in a terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.harness import ROOT, Terminal
from tests.tui.test_members import add_eva, now
from tests.tui.workbench import HERON, Bench

MARKER = "Kornoelje zei dat het zo niet verder kon"


def environ(bench: Bench) -> dict[str, str]:
    home = str(bench.paths.config.parent)
    return {**os.environ, "VP_HOME": home, "VP_LANG": "nl", "VP_IDENTITY": "anna", "PYTHONPATH": str(ROOT)}


def talk(bench: Bench, *lines: str, status: int = 0) -> str:
    """Everything that is said when these lines are typed."""
    done = subprocess.run(
        [sys.executable, "-m", "vp_tui", "--plain"], input="\n".join(lines) + "\n", env=environ(bench),
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


async def test_lists_are_numbered_and_a_case_can_be_worked_on(bench: Bench) -> None:
    said = talk(
        bench,
        ":zaken", ":filter reiger", "1",
        "n", MARKER, "tweede regel", ".",
        ":actie", "terugbellen", "20-12-2099",
        ":toestand wacht", "antwoord",
        "q", ":stop",
    )  # fmt: skip
    assert "\x1b" not in said
    assert re.search(r"^1\. .*blauwe reiger", said, re.M)
    assert "DOSSIER: leest: u" in said
    assert "in het DOSSIER - leest: u" in said
    workspace = await bench.colleague("anna")
    state = workspace.case(HERON).state
    assert state.timeline[-1].text == f"{MARKER}\ntweede regel"
    assert state.next is not None
    assert state.next.what == "terugbellen"
    assert (state.state, state.waiting_for) == ("waiting", "antwoord")


async def test_what_cannot_be_done_says_why_and_nothing_ends_in_silence(bench: Bench) -> None:
    said = talk(bench, "99", "onzin", "?", ":team", ":vergelijken", ":uitnodigen", "!", ":stop")
    assert "Zo'n regel is er niet" in said
    assert "Onbekende opdracht: onzin" in said
    assert ":slot: Bewaar concepten" in said
    assert "Kies een ander lid; dit bent u zelf" in said
    assert "Iemand uitnodigen" in said
    assert "Niet gedaan" in said


async def test_consequences_ask_for_the_word_here_too(bench: Bench) -> None:
    said = talk(bench, ":team", "2", ":weghalen", "ja", ":stop")
    assert "uit de praktijk halen?" in said
    assert "blijft bekend" in said
    assert not await (await bench.colleague("bo")).proposals()


async def test_control_and_preferences_are_said_in_words(bench: Bench) -> None:
    await bench.database.evil(
        "delete from vp.entry where space = $1 and seq = (select max(seq) from vp.entry where space = $1)", HERON
    )
    said = talk(bench, ":controle", ":voorkeuren", "3", "2", "1", "25", ":stop")
    assert "! 1 bevinding" in said
    assert "Er klopt iets niet" in said
    assert "Wat te doen" in said
    assert "DEMO" in said
    config = bench.paths.config.read_text()
    assert 'theme = "mono"' in config
    assert "idle_lock_minutes = 25" in config


async def test_an_interrupted_note_is_kept_as_a_draft(bench: Bench) -> None:
    said = talk(bench, ":zaken", ":filter reiger", "1", "n", MARKER)
    assert "Einde van de invoer" in said
    assert MARKER in talk(bench, ":zaken", ":filter reiger", "1", "n", "!", ":stop")


async def test_a_locked_line_mode_asks_again_and_a_hangup_ends_it(bench: Bench) -> None:
    argv = [sys.executable, "-m", "vp_tui", "--plain"]
    with Terminal(argv=argv, env=environ(bench)) as terminal:
        terminal.until("Wat nu?")
        terminal.send("Z\r")
        terminal.until("Enter opent")
        terminal.send("\r")
        terminal.until("DEMO. Anna")
        terminal.send("7777\r")
        terminal.until("Zo'n regel is er niet")
        terminal.settle(1.0)
        terminal.kill(signal.SIGINT)
        terminal.until("Niet gedaan")
        terminal.kill(signal.SIGHUP)
        assert terminal.wait() == 129


@pytest.mark.parametrize("language", ["nl", "en"])
def test_first_start_can_be_left_at_every_question(tmp_path: Path, language: str) -> None:
    env = {**os.environ, "VP_HOME": str(tmp_path / "new"), "VP_LANG": language, "PYTHONPATH": str(ROOT)}
    lines = [
        "1",
        "postgresql:///vp?host=/tmp",
        "academic zzzz acne acquire acrobat activity actress adapt adequate",
        "!",
        "!",
        "!",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "vp_tui", "--plain"], input="\n".join([*lines, ":quit", ""]), env=env,
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("Woord 2" if language == "nl" else "Word 2") in done.stdout


async def test_changes_are_asked_about_before_anything_else(bench: Bench, tmp_path: Path) -> None:
    now(bench)
    await add_eva(bench, await bench.colleague("anna"), await bench.colleague("bo"), tmp_path)
    said = talk(bench, ":zaken", ":gezien", ":stop")
    before, _, after = said.partition("Wat nu?")
    assert "Er is iets in het team veranderd" in before
    assert "groene ketel" not in before
    assert "groene ketel" in after


async def test_what_stands_behind_a_colon_is_a_command_and_no_key(bench: Bench) -> None:
    said = talk(bench, ":zaken", ":filter reiger", "1", ":q", "1")
    assert said.rstrip().endswith("Wat nu?"), "nothing is said after the end"
    assert said.count("blauwe reiger") == talk(bench, ":zaken", ":filter reiger", "1", ":stop").count("blauwe reiger")
