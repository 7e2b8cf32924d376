"""Configuration, identities, this computer, completion: what needs no practice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Vp, run_vp


def test_where_things_are(empty_home: Path) -> None:
    assert run_vp(empty_home, "config", "path", "--json").data["config"] == str(empty_home / "config.toml")


def test_settings_know_where_they_come_from(empty_home: Path) -> None:
    assert run_vp(empty_home, "config", "set", "idle_lock_minutes", "25").code == 0
    rows = {row["key"]: row for row in run_vp(empty_home, "config", "show", "--json", VP_THEME="light").data}
    assert (rows["idle_lock_minutes"]["value"], rows["idle_lock_minutes"]["origin"]) == (25, "user")
    assert (rows["theme"]["value"], rows["theme"]["origin"]) == ("light", "env")
    assert (rows["a11y"]["value"], rows["a11y"]["origin"], rows["a11y"]["locked"]) == (False, "default", False)
    assert run_vp(empty_home, "config", "get", "idle_lock_minutes").out == "25\n"
    assert run_vp(empty_home, "config", "set", "idle_lock_minutes", "").code == 0
    assert run_vp(empty_home, "config", "get", "idle_lock_minutes", "--json").data["origin"] == "default"


def test_settings_that_do_not_exist(empty_home: Path) -> None:
    assert run_vp(empty_home, "config", "get", "colour").code == 6
    assert run_vp(empty_home, "config", "set", "colour", "red").code == 2


def test_the_language_of_the_configuration(empty_home: Path) -> None:
    assert run_vp(empty_home, "config", "set", "language", "nl").code == 0
    assert run_vp(empty_home, "config", "show", VP_LANG="").out.startswith("INSTELLING")
    assert run_vp(empty_home, "config", "show", "--lang", "en", VP_LANG="").out.startswith("SETTING")


def test_validate_names_what_is_wrong(empty_home: Path) -> None:
    assert run_vp(empty_home, "config", "set", "theme", "light").code == 0
    assert run_vp(empty_home, "config", "validate").code == 0
    with (empty_home / "config.toml").open("a") as file:
        file.write('thema = "dark"\n')
    ran = run_vp(empty_home, "config", "validate", "--json")
    assert ran.code == 2
    assert len(ran.data) == 1
    assert run_vp(empty_home, "case", "list").code == 2


def test_no_identity_yet(empty_home: Path) -> None:
    assert run_vp(empty_home, "identity", "list", "--json").data == []
    assert "vp demo" in run_vp(empty_home, "identity", "list").err


def test_identities_of_the_demo(vp: Vp) -> None:
    rows = vp("identity", "list", "--json").data
    assert {row["name"] for row in rows} == {"sanne", "daan", "yasmina", "marijke", "joost", "ineke"}
    assert [row["name"] for row in rows if row["default"]] == ["sanne"]
    assert all(row["demo"] for row in rows)
    assert vp("identity", "use", "nobody").code == 6


def test_doctor_without_anybody(empty_home: Path) -> None:
    ran = run_vp(empty_home, "doctor", "--json")
    assert ran.code in (0, 1)
    levels = {row["level"] for row in ran.data}
    assert levels <= {"ok", "warn", "bad"}
    assert ran.code == int("bad" in levels)
    assert all(row["text"] for row in ran.data)
    assert all(row["hint"] for row in ran.data if row["level"] != "ok")


def test_doctor_in_the_demo(vp: Vp) -> None:
    assert vp("doctor").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(empty_home: Path, shell: str) -> None:
    ran = run_vp(empty_home, "completion", shell)
    assert ran.code == 0
    assert "_VP_COMPLETE" in ran.out


def test_completion_completes_without_unlocking(empty_home: Path) -> None:
    variables = {"_VP_COMPLETE": "bash_complete", "COMP_WORDS": "vp case de", "COMP_CWORD": "2"}
    assert run_vp(empty_home, **variables).out == "plain,deputy\n"
    variables |= {"COMP_WORDS": "vp case list --sec", "COMP_CWORD": "3"}
    assert run_vp(empty_home, **variables).out == "plain,--section\n"
    variables |= {"COMP_WORDS": "vp case list --section o", "COMP_CWORD": "4"}
    assert run_vp(empty_home, **variables).out == "plain,overdue\n"


def test_keys(empty_home: Path) -> None:
    assert run_vp(empty_home, "keys").out.startswith("# ")
    rows = run_vp(empty_home, "keys", "--json").data
    assert {"id", "scopes", "keys", "ex", "twin"} == set(rows[0])
