"""The Secret Service of this login session, as far as `keyring` does not go: is it there, is it open, open it.

Invariant: nothing here ever asks a prompter. A prompt on an SSH host has nobody to answer it and blocks for ever, so
the state is asked first, and a locked collection is opened with a password typed in our own application, over
gnome-keyring's internal interface: feature-detected, and believed only after the collection says that it is open
(`gnome-keyring-daemon --unlock` returns 0 when it failed as well).
Callers: `keystore`, inside its time limit, and `doctor`. Every call here may block for ever by itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vp_tui.errors import LockedError, VpError

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

__all__ = ["daemons", "state", "unlock"]

_INTERNAL = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
_SERVICE = "org.freedesktop.Secret.Service"
_LABEL = "org.freedesktop.Secret.Collection.Label"


def state() -> str:
    """``open``, ``locked``, or ``missing``: this user has no collection yet.

    Raises VpError keyring-no-bus (no D-Bus session), keyring-no-service (nobody there to keep secrets).
    """
    with _connected() as bus:
        return _state(bus)


def unlock(password: str) -> None:
    """Open the default collection, or make one under ``password`` where there is none.

    Raises LockedError keyring-password-wrong or keyring-unlock-unsupported (not gnome-keyring), and as `state` does.
    """
    from jeepney import DBusErrorResponse
    from secretstorage.defines import SS_PATH
    from secretstorage.exceptions import ItemNotFoundException
    from secretstorage.util import DBusAddressWrapper, format_secret, open_session

    with _connected() as bus:
        internal = DBusAddressWrapper(SS_PATH, _INTERNAL, bus)
        secret = format_secret(open_session(bus), password.encode(), "text/plain")
        try:
            if _state(bus) == "missing":
                # By this name pam_gnome_keyring opens it at the next login by password.
                label = {_LABEL: ("s", "login")}
                (made,) = internal.call("CreateWithMasterPassword", "a{sv}(oayays)", label, secret)
                DBusAddressWrapper(SS_PATH, _SERVICE, bus).call("SetAlias", "so", "default", made)
            else:
                internal.call("UnlockWithMasterPassword", "o(oayays)", _default(bus), secret)
        except ItemNotFoundException:
            # How secretstorage tells "no such method".
            raise LockedError("keyring-unlock-unsupported") from None
        except DBusErrorResponse:
            raise LockedError("keyring-password-wrong") from None
        if _state(bus) != "open":
            raise LockedError("keyring-password-wrong")


def daemons() -> int:
    """How many gnome-keyring daemons of this user keep this home's secrets. Two overwrite each other's file."""
    return sum(_keeps_our_home(process) for process in Path("/proc").glob("[0-9]*"))


def _keeps_our_home(process: Path) -> bool:
    try:
        # The kernel cuts names at 15 bytes. A zombie has no environment, and so no home.
        if (process / "comm").read_bytes() != b"gnome-keyring-d\n" or process.stat().st_uid != os.geteuid():
            return False
        variables = (process / "environ").read_bytes().split(b"\0")
    except PermissionError:
        # A daemon with capabilities shows its environment to root alone: count it rather than miss it.
        return True
    except OSError:
        return False
    return all(_variable(name, variables) == os.environ.get(name, "") for name in ("HOME", "XDG_DATA_HOME"))


def _variable(name: str, variables: list[bytes]) -> str:
    prefix = name.encode() + b"="
    return next((os.fsdecode(v.removeprefix(prefix)) for v in variables if v.startswith(prefix)), "")


@contextmanager
def _connected() -> Iterator[DBusConnection]:
    import secretstorage

    try:
        bus = secretstorage.dbus_init()
    except (secretstorage.SecretServiceNotAvailableException, OSError):
        raise VpError("keyring-no-bus") from None
    with closing(bus):
        if not secretstorage.check_service_availability(bus):
            raise VpError("keyring-no-service")
        try:
            yield bus
        except secretstorage.SecretServiceNotAvailableException:
            raise VpError("keyring-no-service") from None


def _default(bus: DBusConnection) -> str:
    """The D-Bus path of the default collection, ``/`` if there is none."""
    from secretstorage.defines import SS_PATH
    from secretstorage.util import DBusAddressWrapper

    (path,) = DBusAddressWrapper(SS_PATH, _SERVICE, bus).call("ReadAlias", "s", "default")
    return str(path)


def _state(bus: DBusConnection) -> str:
    from secretstorage import Collection

    path = _default(bus)
    if path == "/":
        return "missing"
    return "locked" if Collection(bus, path).is_locked() else "open"
