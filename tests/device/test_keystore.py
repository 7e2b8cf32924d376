"""Where vaults lie, against real keyring daemons: each situation of the protocol's section 8."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from vp_tui.device.keystore import FileKeyStore, KeyringKeyStore, open_keystore, recommend
from vp_tui.device.paths import locate
from vp_tui.errors import LockedError, UsageError

from .conftest import Run

Session = Callable[..., list[Any]]
P, D, VAULT = b"\x01" * 16, b"\x02" * 16, os.urandom(900)


# 1. A Secret Service that is open


def test_an_open_keyring_keeps_one_item_and_gives_it_back(session: Session) -> None:
    said = session(
        "say(store.locked()); say(store.get(P, D))\n"
        "store.set(P, D, b'first'); store.set(P, D, V); say(store.get(P, D) == V); say(store.get(D, P))\n"
        "import secretstorage\n"
        "bus = secretstorage.dbus_init(); box = secretstorage.get_default_collection(bus)\n"
        "say([i.get_attributes()['service'] + ' ' + i.get_attributes()['username'] for i in box.get_all_items()])\n"
        "import base64; say(base64.urlsafe_b64decode(next(box.get_all_items()).get_secret()) == V)\n"
        "store.delete(P, D); store.delete(P, D); say(store.get(P, D)); say(store.where())\n"
        "say(keystore.recommend(paths.locate(), file_allowed=True))"
    )
    assert said == [
        False,
        None,
        True,
        None,
        ["vp-tui 01010101/02020202"],
        True,
        None,
        ["place-secret-service", {"service": "vp-tui"}, []],
        "keyring",
    ]


def test_an_item_that_is_no_vault_is_damage_not_an_exception(session: Session) -> None:
    said = session(
        "store._backend().set_password('vp-tui', '01010101/02020202', 'not base64!')\ntell(lambda: store.get(P, D))"
    )
    assert said == ["VpError vault-damaged"]


# 2. Locked after a login by public key


def test_a_locked_keyring_is_opened_by_a_password_typed_here(session: Session) -> None:
    session("store.set(P, D, V)")
    said = session(
        "say(store.locked()); tell(lambda: store.get(P, D)); tell(lambda: store.set(P, D, V))\n"
        "tell(lambda: store.unlock_collection('wrong')); say(store.locked())\n"
        "tell(lambda: store.unlock_collection('pw-keyring')); say(store.locked()); say(len(store.get(P, D)))\n"
        "say(keystore.recommend(paths.locate(), file_allowed=True))",
        "locked",
    )
    locked, wrong = "LockedError keyring-locked", "LockedError keyring-password-wrong"
    assert said == [True, locked, locked, wrong, True, None, False, 900, "keyring"]


def test_a_user_without_any_keyring_gets_one_that_a_later_login_opens(session: Session) -> None:
    said = session("store.unlock_collection('pw-keyring'); store.set(P, D, V); say(store.locked())", "locked")
    assert said == [False]
    # What pam_gnome_keyring does at a login by password.
    assert session("say(store.locked()); say(len(store.get(P, D)))", "unlocked") == [False, 900]


def test_a_default_that_is_gone_is_replaced(session: Session, home: dict[str, str]) -> None:
    session("store.set(P, D, V)")
    (Path(home["XDG_DATA_HOME"]) / "keyrings" / "default").write_text("gone")
    said = session("say(secret_service.state()); store.unlock_collection('x'); say(store.locked())", "locked")
    assert said == ["missing", False]


def test_the_daemons_word_is_not_taken_for_the_fact(session: Session) -> None:
    said = session(
        "from secretstorage.util import DBusAddressWrapper\n"
        "real = DBusAddressWrapper.call\n"
        "def call(self, method, *rest):\n"
        "    return () if method == 'UnlockWithMasterPassword' else real(self, method, *rest)\n"
        "store.unlock_collection('pw-keyring')\n"
        "import secretstorage\nsecretstorage.get_default_collection(secretstorage.dbus_init()).lock()\n"
        "DBusAddressWrapper.call = call\n"
        "tell(lambda: store.unlock_collection('pw-keyring'))",
        "locked",
    )
    assert said == ["LockedError keyring-password-wrong"]


# 3. A prompter, or a whole service, that never answers

MUTE = (
    "from jeepney import DBusAddress, new_method_call, HeaderFields\n"
    "from jeepney.io.blocking import open_dbus_connection\n"
    "import threading\n"
    "heard = []\n"
    "def mute(name):\n"
    "    bus = open_dbus_connection()\n"
    "    here = DBusAddress('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'org.freedesktop.DBus')\n"
    "    bus.send_and_get_reply(new_method_call(here, 'RequestName', 'su', (name, 4)))\n"
    "    def listen():\n"
    "        while True: heard.append(bus.receive().header.fields.get(HeaderFields.member))\n"
    "    threading.Thread(target=listen, daemon=True).start()\n"
)


def test_a_service_that_never_answers_is_left_after_the_time_limit(session: Session) -> None:
    said = session(
        MUTE + "mute('org.freedesktop.secrets')\nstore = keystore.KeyringKeyStore(seconds=0.5)\n"
        "tell(store.locked); tell(lambda: store.get(P, D)); tell(lambda: store.unlock_collection('x'))\n"
        "tell(lambda: keystore.recommend(paths.locate(), file_allowed=True, seconds=0.5)); say(len(heard) > 0)",
        "none",
    )
    silent = "LockedError keyring-silent"
    assert said == [silent, silent, silent, "file", True]


def test_a_prompter_is_never_asked_and_would_not_hold_us(session: Session) -> None:
    session("store.set(P, D, V)")
    said = session(
        MUTE + "mute('org.gnome.keyring.SystemPrompter')\nstore = keystore.KeyringKeyStore(seconds=1)\n"
        "tell(lambda: store.get(P, D)); say('BeginPrompting' in heard)\n"
        # The race: locked between our question and the backend's.
        "secret_service.state = lambda: 'open'\n"
        "tell(lambda: store.get(P, D)); say('BeginPrompting' in heard)",
        "locked",
    )
    assert said == ["LockedError keyring-locked", False, "LockedError keyring-silent", True]


# 4. No D-Bus, or nobody on it


def test_without_a_bus_the_file_is_recommended_where_it_is_allowed(home: dict[str, str], python: Run) -> None:
    script = (
        "from vp_tui.device import keystore, paths\n"
        "for allowed in (True, False):\n"
        "    try: print(keystore.recommend(paths.locate(), file_allowed=allowed))\n"
        "    except Exception as problem: print(type(problem).__name__, problem.key)\n"
        "try: keystore.KeyringKeyStore().get(bytes(16), bytes(16))\n"
        "except Exception as problem: print(type(problem).__name__, problem.key)"
    )
    assert python(script, home).stdout.split("\n")[:3] == ["file", "VpError keyring-no-bus", "VpError keyring-no-bus"]
    stale = home | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
    assert "keyring-no-bus" in python(script, stale).stdout


def test_a_bus_without_a_keyring_is_told_apart(session: Session, tmp_path: Path) -> None:
    bare = tmp_path / "bus.conf"
    bare.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>'
    )
    said = session("tell(store.locked); tell(lambda: store.get(P, D))", "none", None, f"--config-file={bare}")
    assert said == ["VpError keyring-no-service"] * 2


# 5. Two daemons on one home


def test_two_daemons_on_one_home_are_noticed(session: Session) -> None:
    said = session(
        "import subprocess\n"
        "say(secret_service.daemons()); say(store.where().warnings)\n"
        "inner = 'printf pw-keyring | gnome-keyring-daemon --unlock --components=secrets >&2; echo up; read x'\n"
        "run = os.environ['XDG_RUNTIME_DIR'] + '2'; os.mkdir(run, 0o700)\n"
        "other = dict(os.environ, XDG_RUNTIME_DIR=run)\n"
        "second = subprocess.Popen(['dbus-run-session', '--', 'sh', '-c', inner], stdin=-1, stdout=-1, env=other)\n"
        "second.stdout.readline()\n"
        "say(secret_service.daemons()); say(store.where().warnings)\n"
        # Another home is no concern of ours.
        "os.environ['HOME'] = '/elsewhere'; say(secret_service.daemons())\n"
        "second.communicate()"
    )
    assert said == [1, [], 2, ["keyring-two-daemons"], 0]


def test_a_write_that_was_lost_is_noticed(session: Session) -> None:
    said = session(
        "import keyring.backends.SecretService as s\n"
        "store.set(P, D, b'old')\n"
        "s.Keyring.set_password = lambda *a: None\n"
        "tell(lambda: store.set(P, D, V)); say(store.get(P, D).decode())\n"
        "def fail(*a): raise KeyError('MARK')\n"
        "s.Keyring.set_password = fail\n"
        "tell(lambda: store.set(P, D, V))"
    )
    assert said == ["VpError keystore-readback", "old", "VpError keyring-failed"]


# 6. Something that keeps secrets in plain text


def test_a_plain_text_backend_is_never_chosen(session: Session, home: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "keyrings" / "alt").mkdir(parents=True)
    (site / "keyrings" / "alt" / "file.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class PlaintextKeyring(KeyringBackend):\n"
        "    priority = 100\n"
        "    def get_password(self, s, u): return None\n"
        f"    def set_password(self, s, u, p): open({str(tmp_path / 'plain')!r}, 'w').write(p)\n"
        "    def delete_password(self, s, u): pass\n"
    )
    info = site / "keyrings.alt-5.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 5.0\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n")
    config = Path(home["HOME"]) / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=keyrings.alt.file.PlaintextKeyring\n")
    misled = {
        "PYTHONPATH": f"{home['PYTHONPATH']}:{site}",
        "PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
    }
    said = session(
        # The control: this is what everybody else would get.
        "import keyring; say(type(keyring.get_keyring()).__name__)\n"
        "store.set(P, D, V); say(store.get(P, D) == V)\n"
        "import secretstorage; bus = secretstorage.dbus_init()\n"
        "say(len(list(secretstorage.get_default_collection(bus).get_all_items())))",
        "unlocked",
        misled,
    )
    assert said == ["PlaintextKeyring", True, 1]
    assert not (tmp_path / "plain").exists()
    assert session("tell(lambda: store.set(P, D, V))", "locked", misled) == ["LockedError keyring-locked"]
    assert not (tmp_path / "plain").exists()


def test_a_backend_of_another_class_is_refused(session: Session) -> None:
    said = session(
        "import keyring.backends.SecretService as s\n"
        "class Keyring(s.Keyring): pass\n"
        "s.Keyring = Keyring\n"
        "tell(lambda: store.get(P, D))"
    )
    assert said == ["VpError keyring-foreign"]


# The sealed file


def test_the_file_keeps_a_vault_for_its_owner_alone(tmp_path: Path) -> None:
    paths = locate({"VP_HOME": str(tmp_path / "home")})
    store = open_keystore("file", paths)
    assert isinstance(store, FileKeyStore)
    assert store.get(P, D) is None
    store.delete(P, D)
    store.set(P, D, b"old")
    store.set(P, D, VAULT)
    assert store.get(P, D) == VAULT
    (file,) = (paths.state / "vaults").iterdir()
    assert file.name == "01010101-02020202.vault"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert store.where() == ("place-file", {"path": str(paths.state / "vaults")}, ())
    file.parent.chmod(0o770)
    with pytest.raises(UsageError, match="folder-open"):
        store.get(P, D)
    file.parent.chmod(0o700)
    store.delete(P, D)
    assert store.get(P, D) is None


def test_the_file_store_and_a_choice_of_keyring_touch_nothing_yet(tmp_path: Path) -> None:
    paths = locate({"VP_HOME": str(tmp_path / "home")})
    assert isinstance(open_keystore("keyring", paths), KeyringKeyStore)
    open_keystore("file", paths)
    assert not (tmp_path / "home").exists()


def test_starting_with_the_file_store_loads_no_keyring(python: Run, tmp_path: Path) -> None:
    script = (
        "from vp_tui.device import keystore, paths\n"
        f"s = keystore.open_keystore('file', paths.locate({{'VP_HOME': {str(tmp_path)!r}}}))\n"
        "s.set(bytes(16), bytes(16), b'x'); s.get(bytes(16), bytes(16))\n"
        "print([m for m in sys.modules if m.partition('.')[0] in ('keyring', 'secretstorage', 'jeepney')])"
    )
    assert python(script).stdout == "[]\n"


def test_other_platforms_have_no_collection_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vp_tui.device.keystore.sys", SimpleNamespace(platform="darwin"))
    store = KeyringKeyStore()
    assert store.where().key == "place-keychain"
    assert not store.locked()
    with pytest.raises(LockedError, match="keyring-unlock-unsupported"):
        store.unlock_collection("x")
    assert recommend(locate({"VP_HOME": "/nowhere"}), file_allowed=False) == "keyring"
