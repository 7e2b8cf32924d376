"""A login by public key: the keyring is closed. Asked for in the application, on a real keyring, in a real terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import Database
from tests.terminal.harness import Terminal
from tests.tui.test_start import PASSPHRASE, answer, dialog
from vp_tui.workspace import bootstrap

KEYRING = "appel peer pruim kers"
LOCK = "import secretstorage as s; c = s.dbus_init(); k = s.get_default_collection(c); k.lock(); assert k.is_locked()"


async def test_a_closed_keyring_is_opened_from_within(database: Database, tmp_path: Path) -> None:
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    founding = await bootstrap.install(database.admin_dsn, dsn=database.dsn)
    for name in ("", "data", "run"):
        (tmp_path / "home" / name).mkdir(mode=0o700)
    home = tmp_path / "home"
    env = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_RUNTIME_DIR": str(home / "run"),
           "VP_HOME": str(home / "vp")}  # fmt: skip
    vp = f"{sys.executable} -m vp_tui"
    script = (
        "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "
        f"{vp} && {sys.executable} -c '{LOCK}' && {vp}"
    )
    with Terminal(argv=["dbus-run-session", "--", "sh", "-c", script], env=env) as terminal:
        terminal.until("Op deze computer")
        terminal.key("j\r")
        answer(terminal, database.dsn, " ".join(founding.code), "Praktijk Noord", "Anna", "")
        terminal.until("(*) sleutelbos van het systeem")
        terminal.key("\r")
        dialog(terminal, "De sleutelbos van dit systeem is op slot")
        terminal.send(f"{KEYRING}\r")
        terminal.until("Nog een keer")
        terminal.send(f"{PASSPHRASE}\r{PASSPHRASE}\r")
        terminal.until("Typ JA")
        terminal.send("JA\r")
        dialog(terminal, "De praktijk Praktijk Noord bestaat")
        terminal.key("\r")
        terminal.until("online")
        terminal.key(":")
        terminal.settle(0.5)
        terminal.send("stop\r")

        terminal.until("Wachtzin")
        terminal.settle(0.5)
        terminal.send(f"{PASSPHRASE}\r")
        dialog(terminal, "De sleutelbos van dit systeem is op slot")
        terminal.send("niet het goede\r")
        terminal.until("Met dit wachtwoord gaat de sleutelbos niet open")
        terminal.send(f"{KEYRING}\r")
        terminal.until("niets te laat, niets voor vandaag")
        assert KEYRING.encode() not in terminal.raw
        assert PASSPHRASE.encode() not in terminal.raw
