"""Exit codes, errors and the three forms of output, without any practice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, run_vp
from vp_tui.cli.output import Column, Output, as_json, marked


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["nonsense"], "cli.no-such-command"),
        (["case", "nonsense"], "cli.no-such-command"),
        (["case", "list", "--nonsense"], "cli.no-such-option"),
        (["case", "show"], "cli.missing"),
        (["case", "state", "x", "nonsense"], "cli.bad-choice"),
        (["demo", "--cases", "0"], "cli.bad-value"),
        (["case", "show", "x", "y"], "cli.bad-usage"),
        (["case", "list", "--json", "--identity"], "cli.bad-value"),
        (["config", "path", "--plain"], "cli.two-forms"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_usage(empty_home: Path, words: list[str], key: str) -> None:
    ran = run_vp(empty_home, *words, *([] if "--json" in words else ["--json"]))
    assert (ran.code, ran.out) == (2, "")
    assert ran.error["key"] == key
    assert ran.error["exit_code"] == 2
    assert ran.error["title"] != key
    assert ran.error["hint"]


def test_an_error_never_repeats_what_was_typed(empty_home: Path) -> None:
    marker = "SECRET-marker"
    for words in ([marker], ["case", marker], ["case", "state", "x", marker], ["demo", "--cases", marker]):
        ran = run_vp(empty_home, *words)
        assert ran.code == 2
        assert marker not in ran.out + ran.err


def test_an_error_in_both_languages(empty_home: Path) -> None:
    assert "no such command" in run_vp(empty_home, "nonsense").err
    assert "bestaat niet" in run_vp(empty_home, "nonsense", "--lang", "nl").err
    assert "bestaat niet" in run_vp(empty_home, "nonsense", VP_LANG="nl").err


def test_help_speaks_the_chosen_language(empty_home: Path) -> None:
    assert run_vp(empty_home, "case", "list", "--help", "--lang=nl").out.startswith("Gebruik:")
    assert run_vp(empty_home, "case", "list", "--help").out.startswith("Usage:")


def test_help_of_a_group_is_talk(empty_home: Path) -> None:
    ran = run_vp(empty_home, "case")
    assert (ran.code, ran.out) == (2, "")
    assert "Commands:" in ran.err


def test_nobody_lives_here(empty_home: Path) -> None:
    ran = run_vp(empty_home, "case", "list", "--json")
    assert ran.code == 6
    assert ran.error["key"] == "identity-none"


def test_a_foreign_exception_shows_class_and_place_only(empty_home: Path) -> None:
    program = (
        "import sys\n"
        "import vp_tui.cli.session as session\n"
        "def broken(self): raise ValueError('SECRET-marker')\n"
        "session.Session.paths = broken\n"
        "from vp_tui.__main__ import main\n"
        "sys.argv = ['vp', 'config', 'path']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert "SECRET-marker" not in done.stdout + done.stderr


def test_an_interrupt_ends_with_130(empty_home: Path) -> None:
    program = (
        "import sys, os, signal\n"
        "import vp_tui.cli.session as session\n"
        "session.Session.paths = lambda self: os.kill(os.getpid(), signal.SIGINT)\n"
        "from vp_tui.__main__ import main\n"
        "sys.argv = ['vp', 'config', 'path']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away(empty_home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "vp_tui", "config", "path", "--json"],
        cwd=ROOT,
        env={"VP_HOME": str(empty_home)},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 1
    assert done.stderr == b""


HOSTILE = "a\x1b[31mb\x9b2Jc\u202ed\u200be\x07"


def test_json_cannot_steer_a_terminal() -> None:
    written = as_json({"alias": HOSTILE})
    assert written.isprintable()


@pytest.mark.parametrize("form", ["plain", "human"])
def test_a_table_cannot_steer_a_terminal(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = Output(form, quiet=False)
    out.rows([{"alias": HOSTILE + "\n\t"}], [Column("alias", "cli.column.alias")])
    out.facts({"alias": HOSTILE}, HOSTILE)
    out.say("cli.exported", file=HOSTILE)
    seen = capsys.readouterr()
    assert all(char.isprintable() or char in "\n\t" for char in seen.out + seen.err)


@pytest.mark.parametrize("hit", [True, False])
def test_what_was_found_cannot_steer_a_terminal(hit: bool) -> None:
    assert marked([(HOSTILE + "\n ", hit), ("zo", False)]) == "a[31mb2Jcde  zo"


def test_columns_are_as_wide_as_what_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"a": "漢字", "b": 1}, {"a": "e\u0301e\u0301", "b": 2}]
    Output("human", quiet=False).rows(rows, [Column("a", "cli.column.code"), Column("b", "cli.column.name")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == ["漢字  1", "éé    2"]


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Output("human", quiet=True).say("cli.audit-clean")
    assert capsys.readouterr() == ("", "")
