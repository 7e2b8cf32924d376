"""Where a device's sealed vault lies: the keyring of the operating system, or a file where that is allowed.

Invariant: one item per device, service ``vp-tui``, user ``<practice8>/<device8>`` (8 hex digits each), holding nothing
but the sealed vault; every write is read back and compared; the keyring's backend is chosen here by platform and never
by `keyring.get_keyring`, the environment or a configuration file, since those choose a plain text file where one is
installed; and no call outlives its time limit.
Callers: workspace, demo (file), `doctor`. Calls block up to the limit: from asyncio use `asyncio.to_thread`.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from vp_tui.device import secret_service
from vp_tui.device.paths import Paths, folder, read_private, write_private
from vp_tui.errors import LockedError, VpError

__all__ = ["FileKeyStore", "KeyStore", "KeyringKeyStore", "Place", "open_keystore", "recommend"]

_SERVICE = "vp-tui"
_BACKENDS = {
    "darwin": ("keyring.backends.macOS", "Keyring", "place-keychain"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring", "place-credential-manager"),
}
_SECRET_SERVICE = ("keyring.backends.SecretService", "Keyring", "place-secret-service")

T = TypeVar("T")


class Place(NamedTuple):
    """Where vaults lie and why, as a key of the `doctor` catalog with its facts; warnings are such keys too."""

    key: str
    facts: dict[str, str | int]
    warnings: tuple[str, ...] = ()


class KeyStore(Protocol):
    """A place for sealed vaults; practice and device are ids of 16 bytes."""

    def get(self, practice: bytes, device: bytes) -> bytes | None:
        """The vault, None if there is none."""

    def set(self, practice: bytes, device: bytes, vault: bytes) -> None:
        """Write, read back, compare. Raises VpError keystore-readback if something else comes back."""

    def delete(self, practice: bytes, device: bytes) -> None:
        """Remove the vault, if there is one."""

    def where(self) -> Place:
        """Which place this is."""


def open_keystore(kind: str, paths: Paths, *, seconds: float = 15) -> KeyStore:
    """``keyring`` or ``file``, as the identity's configuration says. Touches nothing yet."""
    return FileKeyStore(paths) if kind == "file" else KeyringKeyStore(seconds=seconds)


def recommend(paths: Paths, *, file_allowed: bool, seconds: float = 3) -> str:
    """What to write into a new identity: ``keyring`` if there is one, locked or not; else ``file`` if that is allowed.

    Raises VpError keyring-no-bus, keyring-no-service, LockedError keyring-silent if neither will do.
    """
    try:
        KeyringKeyStore(seconds=seconds).locked()
    except VpError:
        if not file_allowed:
            raise
        folder(paths.state)
        return "file"
    return "keyring"


class KeyringKeyStore:
    """The operating system's keyring. Raises LockedError keyring-locked, keyring-silent (``seconds`` have passed);
    VpError keyring-no-bus, keyring-no-service, keyring-foreign, keyring-failed."""

    def __init__(self, *, seconds: float = 15) -> None:
        self._seconds = seconds
        self._module, self._class, self._place = _BACKENDS.get(sys.platform, _SECRET_SERVICE)

    def get(self, practice: bytes, device: bytes) -> bytes | None:
        user = _account(practice, device)
        found = self._bounded(lambda: self._backend().get_password(_SERVICE, user))
        try:
            return None if found is None else base64.b64decode(found, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            raise VpError("vault-damaged") from None

    def set(self, practice: bytes, device: bytes, vault: bytes) -> None:
        user, value = _account(practice, device), base64.urlsafe_b64encode(vault).decode()
        self._bounded(lambda: self._backend().set_password(_SERVICE, user, value))
        # Asked anew, over a new connection: a daemon that lost the write answers with what it has.
        _compare(self.get(practice, device), vault)

    def delete(self, practice: bytes, device: bytes) -> None:
        user = _account(practice, device)

        def remove() -> None:
            backend = self._backend()
            if backend.get_password(_SERVICE, user) is not None:
                backend.delete_password(_SERVICE, user)

        self._bounded(remove)

    def where(self) -> Place:
        double = self._place == "place-secret-service" and secret_service.daemons() > 1
        return Place(self._place, {"service": _SERVICE}, ("keyring-two-daemons",) if double else ())

    def locked(self) -> bool:
        """Whether a password must be typed first (or a keyring made, where this user has none)."""
        if self._place != "place-secret-service":
            return False
        return self._bounded(secret_service.state) != "open"

    def unlock_collection(self, password: str) -> None:
        """Open the Secret Service's collection, or make one. Raises as `secret_service.unlock` does."""
        if self._place != "place-secret-service":
            raise LockedError("keyring-unlock-unsupported")
        self._bounded(lambda: secret_service.unlock(password))

    def _backend(self) -> Any:
        """The platform's own backend, made new, of exactly that class, with no property from the environment."""
        from importlib import import_module

        for name in [name for name in os.environ if name.startswith("KEYRING_PROPERTY_")]:
            del os.environ[name]
        if self._place == "place-secret-service" and secret_service.state() != "open":
            # `keyring` would ask a prompter.
            raise LockedError("keyring-locked")
        backend = getattr(import_module(self._module), self._class)()
        if (type(backend).__module__, type(backend).__qualname__) != (self._module, self._class):
            raise VpError("keyring-foreign", backend=type(backend).__module__)
        return backend

    def _bounded(self, act: Callable[[], T]) -> T:
        """``act`` in a thread of its own. One that never ends is left behind: it is a daemon, and holds no key."""
        outcome: list[T] = []
        failure: list[BaseException] = []

        def run() -> None:
            try:
                outcome.append(act())
            except BaseException as problem:
                failure.append(problem)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if thread.is_alive():
            raise LockedError("keyring-silent", seconds=int(self._seconds))
        if failure:
            raise _translated(failure[0]) from None
        return outcome[0]


class FileKeyStore:
    """One file per device below ``state/vaults``: 0600 in a 0700 folder, replaced atomically.

    No `keyring.backend.KeyringBackend`, though it could be one: importing that costs 60 ms at each start, and being in
    keyring's registry would only let others choose it. Raises as `paths.read_private` and `paths.write_private` do.
    """

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.state / "vaults"

    def get(self, practice: bytes, device: bytes) -> bytes | None:
        if self._folder.exists():
            folder(self._folder)
        return read_private(self._file(practice, device))

    def set(self, practice: bytes, device: bytes, vault: bytes) -> None:
        write_private(self._file(practice, device), vault)
        _compare(self.get(practice, device), vault)

    def delete(self, practice: bytes, device: bytes) -> None:
        self._file(practice, device).unlink(missing_ok=True)

    def where(self) -> Place:
        return Place("place-file", {"path": str(self._folder)})

    def _file(self, practice: bytes, device: bytes) -> Path:
        return self._folder / f"{_account(practice, device).replace('/', '-')}.vault"


def _account(practice: bytes, device: bytes) -> str:
    return f"{practice.hex()[:8]}/{device.hex()[:8]}"


def _compare(found: bytes | None, meant: bytes) -> None:
    if not hmac.compare_digest(found or b"", meant):
        raise VpError("keystore-readback")


def _translated(problem: BaseException) -> VpError:
    """Foreign exceptions carry foreign texts: two daemons on one home raise whatever they like."""
    if isinstance(problem, VpError):
        return problem
    from keyring.errors import KeyringLocked

    if isinstance(problem, KeyringLocked):
        return LockedError("keyring-locked")
    return VpError("keyring-failed", kind=type(problem).__name__)
