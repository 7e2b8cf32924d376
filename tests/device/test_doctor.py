"""`vp doctor`: every finding has words in both languages, and the right ones are found."""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vp_tui.device import doctor, surroundings, vault
from vp_tui.device.config import Identity
from vp_tui.device.doctor import Check
from vp_tui.device.hardening import Hardening
from vp_tui.device.keystore import FileKeyStore
from vp_tui.device.paths import Paths, locate
from vp_tui.i18n.catalog import doctor as words
from vp_tui.i18n.catalog import errors_device

from .conftest import ROOT, Run

CLOSED = Hardening((), {}, (), undumpable=True, no_core=True, umask=0o077)
ANNA = Identity("anna", b"\x01" * 16, b"\x02" * 16, b"\x03" * 16, "postgresql:///vp", keystore="file")
PLAIN = {"LANG": "nl_NL.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate({"VP_HOME": str(tmp_path / "home")})


def levels(checks: list[Check]) -> dict[str, str]:
    return {check.key: check.level for check in checks}


def examine(paths: Paths, identity: Identity | None = ANNA, environ: dict[str, str] = PLAIN) -> dict[str, str]:
    return levels(doctor.examine(paths, CLOSED, identity, environ))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def findings() -> dict[str, set[str]]:
    """Key -> levels, of every ``Check(LEVEL, "key", …)`` in the source, conditional expressions included."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse((ROOT / "vp_tui" / "device" / "doctor.py").read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Check":
            levels = {n.id for n in ast.walk(node.args[0]) if isinstance(n, ast.Name) and n.id.isupper()}
            keys = {n.value for n in ast.walk(node.args[1]) if isinstance(n, ast.Constant)}
            for key in keys:
                found.setdefault(str(key), set()).update(levels)
    return found


FROM_ERRORS = {"folder-open", "folder-foreign", "folder-not", "keyring-silent", "keyring-failed"}
FROM_ERRORS |= {"keyring-no-bus", "keyring-no-service"}
PLACES = {"place-secret-service", "place-keychain", "place-credential-manager", "place-file"}


def test_every_finding_has_words_and_every_text_a_finding() -> None:
    found = findings()
    keys = {key for key in words.TEXT if not key.endswith(".hint")}
    assert keys == set(found) | FROM_ERRORS | PLACES | {"keyring-two-daemons"}
    needs_hint = {key for key, levels in found.items() if levels & {"BAD", "WARN"} and levels != {"OK", "WARN"}}
    hints = {key.removesuffix(".hint") for key in words.TEXT if key.endswith(".hint")}
    assert needs_hint | FROM_ERRORS | {"keyring-two-daemons", "folder-readable", "ptrace-free", "term-poor"} == hints


def test_every_error_of_this_room_has_a_title_and_a_hint() -> None:
    sources = [path.read_text() for path in (ROOT / "vp_tui" / "device").glob("*.py")]
    raised = {key for source in sources for key in re.findall(r'Error\(\s*f?"([a-z0-9-]+)"', source)}
    raised |= {f"{what}-{how}" for what in ("folder", "file") for how in ("foreign", "open")}
    raised |= {"config-unknown", "config-unknown-near"}
    assert {f"{key}.{part}" for key in raised for part in ("title", "hint")} == set(errors_device.TEXT)


@pytest.mark.parametrize("table", [words.TEXT, errors_device.TEXT])
def test_both_languages_say_the_same_facts(table: dict[str, tuple[str, str]]) -> None:
    for key, (dutch, english) in table.items():
        assert fields(dutch) == fields(english), key
        assert "" not in (dutch, english)


def test_every_finding_can_be_put_into_words(paths: Paths) -> None:
    hardening = CLOSED._replace(removed=("PGHOST",), noted=("LD_PRELOAD",), undumpable=False, no_core=False)
    for checks in (doctor.examine(paths, hardening, ANNA, PLAIN), doctor.examine(paths, None, None, {})):
        for check in checks:
            for language in (0, 1):
                assert words.TEXT[check.key][language].format(**check.facts)
                if check.level != "ok":
                    assert words.TEXT[f"{check.key}.hint"][language].format(**check.facts)


def test_a_computer_in_order_is_all_right(paths: Paths) -> None:
    stretch = vault.fresh_stretch()
    sealed = vault.seal(vault.VaultContents({}), bytes(32), stretch)
    FileKeyStore(paths).set(ANNA.practice, ANNA.device, sealed)
    found = examine(paths)
    assert found["vault-readable"] == "ok"
    assert found["place-file"] == "ok"
    assert "bad" not in found.values()
    assert doctor.status(doctor.examine(paths, CLOSED, ANNA, PLAIN)) == 0


def test_what_is_wrong_with_the_vault_is_told_without_a_passphrase(paths: Paths) -> None:
    store = FileKeyStore(paths)
    assert examine(paths)["vault-missing"] == "bad"
    light = vault.seal(vault.VaultContents({}), bytes(32), vault.fresh_stretch(vault.LIGHT))
    store.set(ANNA.practice, ANNA.device, light)
    assert examine(paths)["vault-unreadable"] == "bad"
    assert examine(paths, ANNA._replace(demo=True))["vault-readable"] == "ok"
    weaker = vault.fresh_stretch(vault.Profile(3, 65_536, 1))
    store.set(ANNA.practice, ANNA.device, vault.seal(vault.VaultContents({}), bytes(32), weaker))
    assert examine(paths)["vault-light"] == "warn"
    store.set(ANNA.practice, ANNA.device, light[:100])
    assert examine(paths)["vault-unreadable"] == "bad"


def test_folders_settings_and_the_process_are_looked_at(paths: Paths) -> None:
    paths.state.mkdir(parents=True)
    paths.state.parent.chmod(0o755)
    paths.state.chmod(0o777)
    paths.config.write_text("teme = 1\n")
    paths.config.chmod(0o600)
    found = doctor.examine(paths, None, None, PLAIN)
    assert levels(found)["folder-readable"] == "warn"
    assert levels(found)["folder-open"] == "bad"
    assert levels(found)["process-open"] == "bad"
    (wrong,) = (check for check in found if check.key == "config-wrong")
    assert wrong.facts == {"problem": "config-unknown-near", "where": f"{paths.config}:1"}
    assert doctor.status(found) == 1


def test_the_keyrings_state_is_told(session: Callable[..., list[Any]]) -> None:
    script = (
        "from vp_tui.device import doctor\nfrom vp_tui.device.config import Identity\n"
        "anna = Identity('anna', P, D, P, '')\n"
        "say({c.key: c.level for c in doctor.examine(paths.locate(), None, anna, {})})"
    )
    (found,) = session(script, "unlocked")
    assert (found["place-secret-service"], found["keyring-open"], found["vault-missing"]) == ("ok", "ok", "bad")
    (found,) = session(script, "locked")
    assert found["keyring-locked"] == "warn"


def test_without_a_keyring_it_is_bad_only_for_whom_needs_it(home: dict[str, str], python: Run) -> None:
    script = (
        "from vp_tui.device import doctor, paths\nfrom vp_tui.device.config import Identity\n"
        "for who in (None, Identity('a', bytes(16), bytes(16), bytes(16), '')):\n"
        "    print({c.key: c.level for c in doctor.examine(paths.locate(), None, who, {})}['keyring-no-bus'])"
    )
    assert python(script, home).stdout == "warn\nbad\n"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "UTF-8"),
        ({"LANG": "C.utf8"}, "UTF-8"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "nl_NL.ISO-8859-15@euro"}, "ISO-8859-15"),
        ({"LC_CTYPE": "POSIX"}, "POSIX"),
        ({}, "C"),
    ],
)
def test_the_locales_character_set(environ: dict[str, str], expected: str) -> None:
    assert surroundings.encoding(environ) == expected


def test_a_poor_terminal_and_a_foreign_locale_are_warned_about(paths: Paths) -> None:
    found = examine(paths, environ={"TERM": "dumb", "LANG": "C"})
    assert (found["term-poor"], found["locale-other"]) == ("warn", "warn")
    found = examine(paths)
    assert (found["term-fine"], found["locale-utf8"]) == ("ok", "ok")


@pytest.mark.skipif(shutil.which("script") is None, reason="script is not installed")
def test_a_recorder_above_us_is_noticed(tmp_path: Path) -> None:
    look = "from vp_tui.device import surroundings; print(surroundings.recorders({}))"
    (tmp_path / "look.py").write_text(f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{look}")
    command = f"{sys.executable} {tmp_path / 'look.py'}"
    seen = subprocess.run(
        ["script", "-qec", command, str(tmp_path / "typescript")],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert "script" in seen.stdout
    assert surroundings.recorders({"ASCIINEMA_REC": "1"}) == ("asciinema",)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_a_tmux_that_pipes_delays_and_shares_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    socket = str(tmp_path / "tmux")

    def tmux(*words: str) -> str:
        return subprocess.run(["tmux", "-S", socket, *words], capture_output=True, text=True, check=True).stdout.strip()

    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sleep 60")
    try:
        inside = {"TMUX": f"{socket},{tmux('display-message', '-p', '#{pid}')},0", **PLAIN}
        monkeypatch.setenv("TMUX", inside["TMUX"])
        monkeypatch.setenv("TMUX_PANE", "%0")
        tmux("set-option", "-s", "escape-time", "500")
        tmux("set-option", "-s", "set-clipboard", "on")
        assert levels(list(doctor._terminal(inside))).keys() >= {"tmux-escape", "tmux-clipboard"}
        assert surroundings.recorders(inside) == ()
        tmux("pipe-pane", "-t", "%0", "cat > /dev/null")
        assert surroundings.recorders(inside) == ("tmux pipe-pane",)
        tmux("set-option", "-s", "escape-time", "20")
        tmux("set-option", "-s", "set-clipboard", "external")
        assert not levels(list(doctor._terminal(inside))).keys() & {"tmux-escape", "tmux-clipboard"}
    finally:
        tmux("kill-server")


def test_missing_bytecode_is_noticed(tmp_path: Path, python: Run) -> None:
    (tmp_path / "a.py").write_text("")
    assert surroundings.without_bytecode(tmp_path)
    python(f"import compileall; compileall.compile_dir({str(tmp_path)!r}, quiet=1)")
    import importlib.util

    cached = Path(importlib.util.cache_from_source(str(tmp_path / "a.py")))
    assert surroundings.without_bytecode(tmp_path) == (not cached.exists())


def test_swap_in_clear_is_told_from_swap_that_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "/proc/swaps": "Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n/dev/zram0 partition 1 0 100\n"
        "/dev/dm-1 partition 1 0 -3\n/swapfile file 1 0 -4\n",
        "/sys/block/dm-1/dm/uuid": "CRYPT-PLAIN-swap",
    }
    monkeypatch.setattr(surroundings, "_read", lambda path: files.get(str(path), ""))
    assert surroundings.plain_swaps() == ("/dev/sda2", "/swapfile")
    assert surroundings.ptrace_scope() is None
    files["/proc/sys/kernel/yama/ptrace_scope"] = "1\n"
    assert surroundings.ptrace_scope() == 1
